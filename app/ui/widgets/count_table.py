"""The table of *Reconcile*."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.context import UiContext
from app.ui.models.count_model import CountColumn, CountModel
from app.ui.widgets.figure_table import FigureTable

WIDTHS: dict[int, int] = {
    CountColumn.ARTICLE: 104,
    CountColumn.TITLE: 170,
    CountColumn.SIZE: 84,
    CountColumn.HERE: 72,
    CountColumn.ON_ITS_WAY: 76,
    CountColumn.EXPECTED: 96,
    CountColumn.SHOWN: 116,
    CountColumn.DIFFERENCE: 84,
}


class CountTable(FigureTable):
    """The space bar goes through the answers to who is right."""

    spare = (CountColumn.TITLE,)

    asked_for_next = Signal()  # the next answer for the chosen rows

    def __init__(self, context: UiContext, model: CountModel, parent: QWidget | None = None) -> None:
        super().__init__(context, model, WIDTHS, CountColumn.FOLLOWS, "widths/counts", parent)
        self.setAccessibleName(self.tr("Stock here and in the cabinet"))
        self.doubleClicked.connect(self._on_double_clicked)

    def chosen_rows(self) -> list[int]:
        """The rows that are selected, or the current one."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        current = self.currentIndex().row()
        return rows or ([current] if current >= 0 else [])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == " ":
            self.asked_for_next.emit()
            return
        super().keyPressEvent(event)

    def _on_double_clicked(self) -> None:
        if self.currentIndex().column() == CountColumn.FOLLOWS:
            self.asked_for_next.emit()
