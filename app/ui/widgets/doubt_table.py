"""The table of deliveries without an answer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.context import UiContext
from app.ui.models.doubt_model import DoubtColumn, DoubtModel
from app.ui.widgets.figure_table import FigureTable

WIDTHS: dict[int, int] = {
    DoubtColumn.ARTICLE: 104,
    DoubtColumn.TITLE: 150,
    DoubtColumn.SIZE: 84,
    DoubtColumn.ACTION: 104,
    DoubtColumn.SENT: 92,
    DoubtColumn.NOT_ARRIVED: 100,
    DoubtColumn.ARRIVED: 96,
    DoubtColumn.SHOWN: 124,
}


class DoubtTable(FigureTable):
    """A row a figure that tells about a delivery."""

    spare = (DoubtColumn.TITLE, DoubtColumn.SENT)

    def __init__(self, context: UiContext, model: DoubtModel, parent: QWidget | None = None) -> None:
        super().__init__(context, model, WIDTHS, DoubtColumn.MEANING, "widths/doubts", parent)
        self.setAccessibleName(self.tr("Deliveries without an answer"))
