"""*Check against the cabinet*: many deliveries without an answer in one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.doubt import Conclusion
from app.domain.errors import PolkaError
from app.services.delivery_views import Answered, OpenQuestion
from app.services.doubts import answer, open_questions
from app.services.exporting import export_doubts
from app.services.views import Change
from app.ui.context import UiContext
from app.ui.doubt_print import print_doubts
from app.ui.exports import Exporter, ask_table_path
from app.ui.i18n import translated
from app.ui.long_work import LongWork
from app.ui.models.doubt_model import DoubtModel, Typed, TypeFiguresCommand
from app.ui.widgets.doubt_table import DoubtTable
from app.ui.widgets.look import set_look

WIDTH, HEIGHT = 1120, 560


class ResolveManyDialog(QDialog):
    """Rows without a figure stay open; what is typed is written with *Apply* alone."""

    resolved = Signal(str)  # what was noted, in words

    def __init__(
        self, context: UiContext, delivery_ids: Collection[int] | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._ids = delivery_ids
        self._answered: set[int] = set()  # by this dialog: they go without a word
        self.is_stale = False  # something has changed that the table does not show yet
        self._is_reading = False
        self.history = QUndoStack(self)
        self.model = DoubtModel(context.theme, self)
        self.table = DoubtTable(context, self.model)
        self.setWindowTitle(self.tr("Check against the cabinet"))
        self._build()
        self._connect()
        self.resize(WIDTH, HEIGHT)
        self._read()

    def _build(self) -> None:
        intro = QLabel(
            self.tr(
                "Open each product in the marketplace's cabinet and type what it shows now. Polka then "
                "knows which deliveries arrived. Rows that you leave empty stay as they are."
            )
        )
        intro.setWordWrap(True)
        self.summary, self.notice = QLabel(), QLabel()
        self.summary.setWordWrap(True)
        self.notice.setWordWrap(True)
        self.notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(intro)
        column.addWidget(self.table, 1)
        column.addWidget(self.notice)
        column.addWidget(self.summary)
        column.addLayout(self._make_buttons())

    def _make_buttons(self) -> QHBoxLayout:
        self.print, self.export = QPushButton(self.tr("Print…")), QPushButton(self.tr("Save the table…"))
        self.close_button, self.apply = QPushButton(self.tr("Close")), QPushButton(self.tr("Apply"))
        self.apply.setProperty("primary", True)
        self.apply.setToolTip(self.tr("Ctrl+Enter"))
        line = QHBoxLayout()
        for button in (self.print, self.export):
            line.addWidget(button)
        line.addStretch(1)
        for button in (self.close_button, self.apply):
            line.addWidget(button)
        for button in (self.print, self.export, self.close_button, self.apply):
            button.setAutoDefault(False)
        return line

    def _connect(self) -> None:
        self.model.typed.connect(self._on_typed)
        self.model.concluded.connect(self._show_summary)
        self.table.told.connect(self._say)
        self.table.left.connect(self._read_if_stale)
        self.print.clicked.connect(self._on_print_clicked)
        self.export.clicked.connect(self._on_export_clicked)
        self.close_button.clicked.connect(self.reject)
        self.apply.clicked.connect(self.write)
        self._exporter = Exporter(self._context.tasks, self)
        self._exporter.saved.connect(self._on_exported)
        self._exporter.failed.connect(self._on_failed)
        self._context.bridge.changed.connect(self._on_changed)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.history.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), self.history.redo),
            (QKeySequence("Ctrl+Return"), self.write),
            (QKeySequence("Ctrl+Enter"), self.write),
        ):
            QShortcut(keys, self, slot)

    # What is asked

    def _read(self) -> None:
        if self._is_reading:
            self.is_stale = True
            return
        self.is_stale, self._is_reading = False, True
        self._context.tasks.run(
            open_questions,
            self._context.shop,
            self._ids,
            done=self._on_read,
            failed=self._on_not_read,
        )

    def _on_read(self, questions: Sequence[OpenQuestion]) -> None:
        self._is_reading = False
        if self.table.is_editing:
            self.is_stale = True
            return
        self._ask(questions)
        self._read_if_stale()

    def _on_not_read(self, error: PolkaError) -> None:
        self._is_reading = False
        self._on_failed(error)

    def _ask(self, questions: Sequence[OpenQuestion]) -> None:
        before, row = self.model.deliveries, max(self.table.currentIndex().row(), 0)
        self.model.show(questions)
        gone = before - self.model.deliveries - self._answered
        if gone:
            self._say(self.tr("%n delivery(s) got an answer meanwhile and left the table.", "", len(gone)))
        if before != self.model.deliveries:
            self.table.go_to(min(row, self.model.rowCount() - 1))
            self.table.setFocus()

    def _read_if_stale(self) -> None:
        if self.is_stale:
            self._read()

    def _on_changed(self, change: Change) -> None:
        if change.deliveries or change.events:
            self._read()

    # What is typed

    def _on_typed(self, typed: Typed) -> None:
        self._say("")
        self.history.push(TypeFiguresCommand(self.model, typed))

    def _show_summary(self) -> None:
        found = Counter(self.model.conclusions.values())
        written = [found[c] for c in _WRITTEN]
        parts = self._parts(*written)
        left = len(self.model.deliveries) - sum(written)
        parts.append(self.tr("%n stay(s) open", "", left))
        words = f"{', '.join(parts)}."
        asked = words[:1].upper() + words[1:]
        self.summary.setText(asked if self.model.rowCount() else self.tr("All are answered."))
        self.apply.setEnabled(any(written))
        for button in (self.print, self.export):
            button.setEnabled(self.model.rowCount() > 0)

    def _parts(self, arrived: int, not_arrived: int, corrected: int) -> list[str]:
        """How many of each kind, those that there are."""
        words = (
            (arrived, self.tr("%n arrived", "", arrived)),
            (not_arrived, self.tr("%n did not arrive and go(es) again", "", not_arrived)),
            (corrected, self.tr("%n follow(s) the cabinet", "", corrected)),
        )
        return [text for count, text in words if count]

    # What is written

    def write(self) -> None:
        """Write all that follows from the figures."""
        self.table.finish_typing()
        answers = self.model.answers()
        if not answers or not self.apply.isEnabled():
            return
        self.apply.setEnabled(False)
        work = LongWork(self.tr("Writing what the cabinet shows…"), self)
        self._context.tasks.run(
            answer,
            self._context.shop,
            answers,
            work.progress,
            done=partial(self._on_answered, work),
            failed=partial(self._on_not_answered, work),
            lane="write",
        )

    def _on_answered(self, work: LongWork, answered: Answered) -> None:
        work.end()
        written = (answered.arrived, answered.not_arrived, answered.corrected)
        self._answered.update(*written, answered.ended)
        words = self._result(answered)
        self.resolved.emit(words)
        if sum(map(len, written)) == len(self.model.deliveries):
            self.accept()
            return
        self._say(words)
        self._read()
        self._show_summary()

    def _result(self, answered: Answered) -> str:
        parts = self._parts(len(answered.arrived), len(answered.not_arrived), len(answered.corrected))
        if answered.ended:
            parts.append(self.tr("%n got an answer meanwhile", "", len(answered.ended)))
        if answered.changed:
            parts.append(
                self.tr("%n left as it was: its figures changed meanwhile", "", len(answered.changed))
            )
        return self.tr("Written: {what}.").format(what=", ".join(parts) or self.tr("nothing"))

    def _on_not_answered(self, work: LongWork, error: PolkaError) -> None:
        work.end()
        self._on_failed(error)
        self._show_summary()

    # Paper and files

    def _on_print_clicked(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # looks for printers when imported

        self.table.finish_typing()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: print_doubts(printer, self.model.rows))
        QDialog.open(dialog)  # the overload of a print dialog wants a slot

    def _on_export_clicked(self) -> None:
        self.table.finish_typing()
        ask_table_path(
            self, self.export.text(), self.tr("check against the cabinet"), self.export_to
        ).open()

    def export_to(self, path: str) -> None:
        """Write the table into a file, with the figures that are typed."""
        self._exporter.write(export_doubts, self._context.shop, path, self.model.doubts)

    def _on_exported(self, rows: int) -> None:
        self._say(self.tr("%n row(s) saved.", "", rows))

    def _on_failed(self, error: PolkaError) -> None:
        self._say(f"{translated(error.title)} {translated(error.advice)}", "bad")

    def _say(self, words: str, tone: str = "warn") -> None:
        self.notice.setText(words)
        self.notice.setVisible(bool(words))
        set_look(self.notice, "tone", tone)


_WRITTEN = (Conclusion.ARRIVED, Conclusion.NOT_ARRIVED, Conclusion.SOMETHING_ELSE)
