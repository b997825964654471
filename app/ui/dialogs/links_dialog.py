"""*Links*: what each number and spelling of the marketplace means here; changed and undone here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import PolkaError
from app.services import linking
from app.services.link_views import LinkEffect, LinkKey, LinkRow
from app.services.views import Change
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.dialogs.choose_product_dialog import ChooseProductDialog
from app.ui.dialogs.choose_size_dialog import ChooseSizeDialog
from app.ui.dialogs.confirmation import Confirmation
from app.ui.i18n import translated
from app.ui.link_words import LinkWords
from app.ui.models.link_table_model import LinkColumn, LinkTableModel
from app.ui.tasks import Task
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.log_table import LogTable
from app.ui.widgets.look import set_look
from app.ui.widgets.search_field import SearchField

SIZE = (1040, 560)
WIDTHS: dict[int, int] = {
    LinkColumn.NUMBER: 84,
    LinkColumn.SIZE: 130,
    LinkColumn.HOW: 170,
    LinkColumn.WHO: 96,
    LinkColumn.WHEN: 110,
    LinkColumn.EVENTS: 84,
}


class LinksDialog(QDialog):
    """Opens on what is searched for, such as an article; Enter changes a link, Delete undoes it."""

    def __init__(self, context: UiContext, search: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task = Task.nothing()
        self.model = LinkTableModel(context.theme, self)
        self.setWindowTitle(self.tr("Links"))
        self.resize(*SIZE)
        self._build()
        self._connect()
        self.search.setText(search)
        self._read()

    def _build(self) -> None:
        intro = QLabel(
            self.tr(
                "The marketplace knows your products by numbers of its own. Here is what each number, "
                "and each size that it spells otherwise, means for you."
            )
        )
        intro.setWordWrap(True)
        self.search, self.table = self._make_search(), self._make_table()
        self.empty = EmptyState(self._context.theme, "events")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.notice = QLabel()
        self.notice.setWordWrap(True)
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(intro)
        column.addWidget(self.search)
        column.addWidget(self.stack, 1)
        column.addWidget(self.notice)
        column.addLayout(self._make_buttons())

    def _make_search(self) -> SearchField:
        search = SearchField(self._context.theme)
        search.setMaximumWidth(10_000)
        search.setPlaceholderText(self.tr("Number, article, title, size or name"))
        search.setAccessibleName(self.tr("Search for links"))
        return search

    def _make_table(self) -> LogTable:
        table = LogTable(self._context.memory, "links")
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Links"))
        table.set_widths(WIDTHS, LinkColumn.PRODUCT, {int(LinkColumn.WHEN): shown.longest_log_time})
        return table

    def _make_buttons(self) -> QHBoxLayout:
        self.change = QPushButton(self.tr("Change…"))
        self.undo = QPushButton(self.tr("Undo the link…"))
        self.close_button = QPushButton(self.tr("Close"))
        self.change.setToolTip(self.tr("Enter"))
        self.undo.setToolTip(self.tr("Delete"))
        line = QHBoxLayout()
        line.addWidget(self.change)
        line.addWidget(self.undo)
        line.addStretch(1)
        line.addWidget(self.close_button)
        for button in (self.change, self.undo, self.close_button):
            button.setAutoDefault(False)
        return line

    def _connect(self) -> None:
        self.search.searched.connect(self._read)
        self.search.moved_on.connect(lambda _: self.table.setFocus())
        self.table.entered.connect(self._on_change_asked)
        self.table.deleted.connect(self._on_undo_asked)
        self.table.selectionModel().currentRowChanged.connect(self._show_buttons)
        self.change.clicked.connect(self._on_change_asked)
        self.undo.clicked.connect(self._on_undo_asked)
        self.close_button.clicked.connect(self.accept)
        self._context.bridge.changed.connect(self._on_changed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)

    @property
    def current(self) -> LinkRow | None:
        """The link that the person is at."""
        row = self.table.currentIndex().data(Qt.ItemDataRole.UserRole)
        return row if isinstance(row, LinkRow) else None

    # What there is

    def _read(self) -> None:
        self._task.cancel()
        search = self.search.text()
        self._task = self._context.tasks.run(
            linking.link_rows, self._context.shop, search, done=self._on_read, failed=self._on_failed
        )

    def _on_read(self, rows: list[LinkRow]) -> None:
        key = None if self.current is None else self.current.key
        place = max(self.table.currentIndex().row(), 0)
        self.model.show_rows(rows)
        if rows and self.current is None:
            found = None if key is None else self.model.row_of(key)
            self.table.selectRow(min(place, len(rows) - 1) if found is None else found)
        self._show_empty()
        self._show_buttons()

    def _show_empty(self) -> None:
        if self.search.text().strip():
            self.empty.set_words(
                self.tr("Nothing found"), self.tr("Clear the search or type another word.")
            )
        else:
            self.empty.set_words(
                self.tr("No links yet"),
                self.tr(
                    "When an event comes from a product that is not known, choose the product on the "
                    "page Events: the link then stands here."
                ),
            )
        self.stack.setCurrentWidget(self.table if self.model.rowCount() else self.empty)

    def _show_buttons(self) -> None:
        for button in (self.change, self.undo):
            button.setEnabled(self.current is not None)

    def _on_changed(self, change: Change) -> None:
        if change.events or change.structure:
            self._read()

    # What is done

    def _on_change_asked(self) -> None:
        row = self.current
        if row is None:
            return
        dialog: ChooseProductDialog | ChooseSizeDialog
        if row.key.value is None:
            dialog = ChooseProductDialog(self._context, row.key.marketplace_id, self)
        else:
            dialog = ChooseSizeDialog(self._context, row.key, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.linked.connect(self._on_linked)
        dialog.open()

    def _on_linked(self, applied: int) -> None:
        words = self.tr("The link is changed; %n event(s) applied.", "", applied)
        self._say(words if applied else self.tr("The link is changed."))
        self._read()

    def _on_undo_asked(self) -> None:
        row = self.current
        if row is None:
            return
        self._context.tasks.run(
            linking.link_effect,
            self._context.shop,
            row.key,
            done=partial(self._on_effect_read, row.key),
            failed=self._on_failed,
        )

    def _on_effect_read(self, key: LinkKey, effect: LinkEffect) -> None:
        is_product = key.value is None
        then = self.tr("Its events wait until you choose a product for number {id} again.")
        if not is_product:
            then = self.tr("Its events wait until you choose a size for “{size}” again.")
        words = LinkWords().effect(effect, then.format(id=key.marketplace_id, size=key.value))
        undo = self.tr("Undo the link")
        Confirmation(self._context.theme, undo, words, undo, self).ask(lambda: self._unlink(key))

    def _unlink(self, key: LinkKey) -> None:
        self._context.tasks.run(
            linking.unlink,
            self._context.shop,
            key,
            done=self._on_unlinked,
            failed=self._on_failed,
            lane="write",
        )

    def _on_unlinked(self, _: None) -> None:
        self._say(self.tr("The link is undone. Its events stand on the page Events and wait."))
        self._read()

    def _on_failed(self, error: PolkaError) -> None:
        self._say(f"{translated(error.title)} {translated(error.advice)}", tone="bad")

    def _say(self, words: str, tone: str = "hint") -> None:
        self.notice.setText(words)
        set_look(self.notice, "tone", tone)
        self.notice.show()
