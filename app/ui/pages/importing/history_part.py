"""The history of imports below the place where a file is dropped, and what can be done about each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.action import Action
from app.domain.errors import PolkaError
from app.services.import_history import import_rows, undo_import
from app.services.import_keeping import drop
from app.services.import_views import ImportRow, ImportState, Undone
from app.services.progress import Progress
from app.services.undoing import OPPOSITE
from app.services.views import Change
from app.spreadsheet.meaning import Meaning
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.dialogs.confirmation import Confirmation
from app.ui.long_work import LongWork
from app.ui.models.import_history_model import HistoryColumn, ImportHistoryModel
from app.ui.widgets.log_table import LogTable
from app.ui.widgets.results_button import ResultsButton
from app.ui.words import action_words

MOST = 200
WIDTHS: dict[int, int] = {
    HistoryColumn.TIME: 100,
    HistoryColumn.FILE: 180,
    HistoryColumn.MEANING: 110,
    HistoryColumn.STATE: 110,
    HistoryColumn.RESULT: 180,
    HistoryColumn.WHO: 90,
}
SAMPLES: dict[int, Callable[[], str]] = {HistoryColumn.TIME: shown.longest_log_time}
GROWING: dict[int, int] = {HistoryColumn.FILE: 2, HistoryColumn.RESULT: 3}


class HistoryPart(QWidget):
    """Hidden until there was an import."""

    take_up_requested = Signal(int)
    batch_requested = Signal(int)
    drafted = Signal()
    message = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._undoing: LongWork | None = None
        self._is_looked_at = False
        self._title = QLabel()
        self._title.setProperty("strong", True)
        self.take_up, self.undo, self.drop = QPushButton(), QPushButton(), QPushButton()
        self.deliveries = QPushButton()
        self.results = ResultsButton(context, self)
        self.model = ImportHistoryModel(context.theme, self)
        self.table = LogTable(context.memory, "imports")
        self.table.setModel(self.model)
        self.table.set_widths(WIDTHS, HistoryColumn.RESULT, SAMPLES, GROWING)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._title)
        line.addStretch(1)
        for button in (self.take_up, self.deliveries, self.results, self.undo, self.drop):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        self._connect()
        self.retranslate()
        self.hide()

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.table.entered.connect(self._on_entered)
        self.take_up.clicked.connect(self._on_take_up_clicked)
        self.results.message.connect(self.message)
        self.deliveries.clicked.connect(self._on_deliveries_clicked)
        self.undo.clicked.connect(self._on_undo_clicked)
        self.drop.clicked.connect(self._on_drop_clicked)
        self._context.bridge.changed.connect(self._on_changed)

    def look(self, *, is_looked_at: bool) -> None:
        """Whether the page around it is shown: it may be hidden itself while there is nothing in it."""
        self._is_looked_at = is_looked_at
        if is_looked_at:
            self.table.setCurrentIndex(QModelIndex())  # the newest one is chosen again
            self.read()

    def read(self) -> None:
        """Read the newest imports."""
        self._context.tasks.run(import_rows, self._context.shop, MOST, done=self._on_read)

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self._title.setText(self.tr("Earlier imports"))
        self.table.setAccessibleName(self.tr("Earlier imports"))
        self.take_up.setText(self.tr("Go on with it"))
        self.deliveries.setText(self.tr("Show the deliveries"))
        self.results.retranslate()
        self.undo.setText(self.tr("Undo the import…"))
        self.drop.setText(self.tr("Drop it"))
        self.table.retranslate()

    @property
    def chosen(self) -> ImportRow | None:
        """The row that the buttons mean."""
        return self.model.row_at(self.table.currentIndex().row())

    def _on_read(self, rows: list[ImportRow]) -> None:
        chosen = self.chosen
        self.model.show_rows(rows)
        self.setVisible(bool(rows))
        place = next((n for n, row in enumerate(rows) if chosen and row.id == chosen.id), 0)
        if rows:
            flags = QItemSelectionModel.SelectionFlag
            index = self.model.index(place, 0)
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._show_buttons()

    def _on_current_changed(self, current: QModelIndex) -> None:
        del current
        self._show_buttons()

    def _show_buttons(self) -> None:
        row = self.chosen
        self.take_up.setEnabled(row is not None and row.state.is_open)
        self.drop.setEnabled(row is not None and row.state.is_open)
        has_batch = row is not None and row.batch_id is not None
        self.deliveries.setEnabled(has_batch)
        is_sent = row is not None and row.state in ImportState.sent()
        has_results = row is not None and (is_sent or row.state is ImportState.UNDONE)
        self.results.show_import(row.id if row and has_results else None, row.file if row else "")
        self.undo.setEnabled(has_batch and is_sent and self._undoing is None)

    def _on_changed(self, change: Change) -> None:
        if self._is_looked_at and (change.deliveries or change.settings):
            self.read()

    def _on_entered(self, number: int) -> None:
        row = self.model.row_at(number)
        if row is not None and row.state.is_open:
            self.take_up_requested.emit(row.id)
        elif row is not None and row.batch_id is not None:
            self.batch_requested.emit(row.batch_id)

    def _on_take_up_clicked(self) -> None:
        if self.chosen is not None:
            self.take_up_requested.emit(self.chosen.id)

    def _on_deliveries_clicked(self) -> None:
        if self.chosen is not None and self.chosen.batch_id is not None:
            self.batch_requested.emit(self.chosen.batch_id)

    def _on_drop_clicked(self) -> None:
        if self.chosen is not None:
            self._context.tasks.run(
                drop, self._context.shop, self.chosen.id, done=self._on_dropped, lane="write"
            )

    def _on_dropped(self, _: object) -> None:
        self.read()

    def _on_undo_clicked(self) -> None:
        row = self.chosen
        if row is None:
            return
        words = self._undo_words(row.meaning)
        title = self.tr("Undo {file}").format(file=row.file)
        number = row.id
        box = Confirmation(self._context.theme, title, words, self.tr("Take it back"), self)
        box.ask(lambda: self._undo(number))

    def _undo_words(self, meaning: Meaning) -> str:
        words = self.tr("What has not been sent yet is cancelled.")
        if meaning is Meaning.PRICE:
            more = self.tr("For what was delivered the old prices are typed on the page Products.")
        else:
            done = (Action.RECEIPTS, Action.SOLD) if meaning.is_count else (Action(meaning.value),)
            names = " / ".join(f"«{action_words(OPPOSITE[action])}»" for action in done)
            more = self.tr(
                "For what was delivered, {actions} of as many pieces is typed on the page Products."
            )
            more = more.format(actions=names)
        return " ".join((words, more, self.tr("Look at it and send it there.")))

    def _undo(self, import_id: int) -> None:
        self._undoing = LongWork(self.tr("Undoing the import…"), self)
        self._show_buttons()
        progress: Progress = self._undoing.progress
        self._context.tasks.run(
            undo_import,
            self._context.shop,
            import_id,
            progress,
            done=self._on_undone,
            failed=self._on_undo_failed,
        )

    def _on_undone(self, undone: Undone) -> None:
        self._end_undoing()
        parts = [self.tr("%n delivery(ies) cancelled", "", undone.cancelled)] if undone.cancelled else []
        if undone.drafted:
            parts.append(self.tr("the opposite of %n typed on the page Products", "", undone.drafted))
        if undone.left:
            parts.append(self.tr("%n left for you to look at", "", undone.left))
        words = ", ".join(parts)
        self.message.emit(words[:1].upper() + words[1:] or self.tr("There was nothing to take back."))
        if undone.drafted:
            self.drafted.emit()

    def _on_undo_failed(self, error: PolkaError) -> None:
        self._end_undoing()
        self._context.tasks.failed.emit(error)

    def _end_undoing(self) -> None:
        if self._undoing is not None:
            self._undoing.end()
            self._undoing = None
        self.read()
