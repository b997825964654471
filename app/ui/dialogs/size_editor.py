"""The sizes in the form of a product: a table, and a line for whole runs of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.errors import InvalidValueError
from app.domain.size_run import size_run
from app.services.views import SizeDraft
from app.ui.delegates.text_delegate import TextDelegate
from app.ui.i18n import translated
from app.ui.models.size_draft_model import DraftColumn, SizeDraftModel
from app.ui.theme import Theme
from app.ui.widgets.field import Field

ROW_HEIGHT = 31
BUTTON_WIDTH = 38


class SizeEditor(QWidget):
    """Add, rename, order and remove sizes by keyboard or mouse."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SizeDraftModel(theme, self)
        self.problem = ""
        self._run = Field(self.tr("Add sizes"), self.tr("Several at once: XS S M L XL, or a range: 36-46."))
        self._run.edit.returnPressed.connect(self._add_typed)
        self._table = self._make_table(theme)
        self._below = QLabel()
        self._below.setProperty("tone", "bad")
        self._below.setWordWrap(True)
        self._below.hide()
        self.model.dataChanged.connect(self._below.hide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._run_line())
        layout.addLayout(self._table_line(), 1)
        layout.addWidget(self._below)
        self.setFocusProxy(self._table)

    def set_sizes(self, sizes: tuple[SizeDraft, ...]) -> None:
        """Show the sizes of a product."""
        self.model.set_sizes(sizes)

    def sizes(self) -> tuple[SizeDraft, ...]:
        """The sizes as typed. To be asked only where there is no problem."""
        return self.model.sizes()

    def show_problem(self) -> None:
        """Take what is still in the line above into the table, and say what is wrong."""
        if self._run.text:
            self._add_typed()
        self.problem = self._run.problem or self.model.problem()
        self._below.setText("" if self._run.problem else self.problem)
        self._below.setVisible(bool(self._below.text()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the line of sizes adds them; without this it would save the whole form as well.
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _make_table(self, theme: Theme) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Sizes"))
        table.setItemDelegate(TextDelegate(theme, table))
        table.setObjectName("sizes")
        table.setShowGrid(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(ROW_HEIGHT * 4)
        remove = QShortcut(QKeySequence("Ctrl+Delete"), table, self._on_remove_clicked)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        return table

    def _run_line(self) -> QHBoxLayout:
        add = QPushButton(self.tr("Add"))
        add.setAutoDefault(False)
        add.clicked.connect(self._add_typed)
        line = QHBoxLayout()
        line.addWidget(self._run, 1)
        column = QVBoxLayout()
        column.addSpacing(self.fontMetrics().height() + 4)
        column.addWidget(add)
        column.addStretch(1)
        line.addLayout(column)
        return line

    def _table_line(self) -> QHBoxLayout:
        buttons = QVBoxLayout()
        for symbol, name, slot in (
            ("↑", self.tr("Move up"), lambda: self._move(-1)),
            ("↓", self.tr("Move down"), lambda: self._move(1)),
            ("✕", self.tr("Remove the size (Ctrl+Delete)"), self._on_remove_clicked),
        ):
            button = QPushButton(symbol)
            button.setAutoDefault(False)
            button.setFixedWidth(BUTTON_WIDTH)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        buttons.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(self._table, 1)
        line.addLayout(buttons)
        return line

    def add_run(self, text: str) -> None:
        """Add sizes as typed into the line above."""
        self._run.edit.setText(text)
        self._add_typed()

    def _add_typed(self) -> None:
        try:
            sizes = size_run(self._run.text)
        except InvalidValueError as error:
            self._run.set_problem(f"{translated(error.title)} {translated(error.advice)}")
            return
        self.model.add(sizes)
        self._run.edit.clear()
        self._table.scrollToBottom()

    def _on_remove_clicked(self) -> None:
        row = self._table.currentIndex().row()
        if row >= 0:
            self.model.remove(row)

    def _move(self, step: int) -> None:
        row = self._table.currentIndex().row()
        if row >= 0 and self.model.move(row, step):
            column = max(self._table.currentIndex().column(), DraftColumn.VALUE)
            self._table.setCurrentIndex(self.model.index(row + step, column))
