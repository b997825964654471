"""The card of the sizes that run out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.services.overview_views import Overview, ScarceSize
from app.ui import format as shown
from app.ui.models.scarce_model import ScarceColumn, ScarceModel
from app.ui.theme import Theme

LINE_HEIGHT = 26


class ScarceTable(QTableView):
    """`entered`: Enter or a click on a row."""

    entered_row = Signal(object)  # ScarceSize

    def __init__(self, model: ScarceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setObjectName("scarce")
        self.setProperty("framed", True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(ScarceColumn.SIZE, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().resizeSection(ScarceColumn.LEFT, 56)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(LINE_HEIGHT)
        self.clicked.connect(self._emit_row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._emit_row(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _emit_row(self, index: QModelIndex) -> None:
        self.entered_row.emit(index.data(Qt.ItemDataRole.UserRole))


class ScarceCard(QFrame):
    """`size_chosen`: (product id, size id)."""

    size_chosen = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._count = 0
        self.model = ScarceModel(theme, self)
        self.table = ScarceTable(self.model)
        self.table.entered_row.connect(self._on_row_entered)
        self._caption, self._rule = QLabel(), QLabel()
        self._caption.setProperty("muted", True)
        self._rule.setProperty("tone", "hint")
        self._rule.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 12)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self._rule)
        column.addSpacing(4)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def show_overview(self, overview: Overview) -> None:
        """Show what runs out."""
        self._count = overview.scarce_count
        self.model.show_sizes(overview.scarce)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        name = self.tr("Running out")
        self._caption.setText(f"{name} · {shown.number(self._count)}" if self._count else name)
        self.table.setAccessibleName(name)
        rule = self.tr("Lasts two weeks at most")
        self._rule.setText(rule if self._count else self.tr("Nothing runs out."))
        whole = self.tr(
            "Sizes of which no more is left than was sold, online and here, in the last 14 days: "
            "they last two weeks at most. What was oversold stands first."
        )
        self._rule.setToolTip(whole)
        self._caption.setToolTip(whole)
        self.table.setVisible(bool(self._count))

    def _on_row_entered(self, size: ScarceSize) -> None:
        self.size_chosen.emit(size.product_id, size.size_id)
