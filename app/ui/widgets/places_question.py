"""Pieces in several shops or warehouses and their total: which of both counts is asked once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.spreadsheet.layout import ColumnKind, Layout
from app.ui.models.import_sample_model import column_letters


class PlacesQuestion(QFrame):
    """Hidden where there is nothing to ask; afterwards the boxes above the columns say it."""

    chosen = Signal(bool)  # whether the places are added up

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guard")
        self._question = QLabel()
        self._question.setWordWrap(True)
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self.total, self.sum = QPushButton(), QPushButton()
        self.total.clicked.connect(lambda: self.chosen.emit(False))
        self.sum.clicked.connect(lambda: self.chosen.emit(True))
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 14, 8)
        line.setSpacing(10)
        line.addWidget(self._question, 1)
        line.addWidget(self.total)
        line.addWidget(self.sum)
        self.hide()

    def show_layout(self, layout: Layout) -> None:
        """Ask about these columns."""
        total = layout.find(ColumnKind.ALL_PLACES)
        self.setVisible(layout.asks_for_total)
        if total is None:
            return
        names = ", ".join(_name(layout, index) for index in layout.places)
        words = self.tr("The pieces stand apart for {names}, and as a total. What counts?")
        self._question.setText(words.format(names=names))
        self.total.setText(self.tr("The column «{name}»").format(name=_name(layout, total)))
        self.sum.setText(self.tr("The sum of the others"))


def _name(layout: Layout, index: int) -> str:
    return layout.columns[index].label or column_letters(index)
