"""A figure in large type that leads to what it is made of."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui import format as shown


class FigureTile(QPushButton):
    """What it is, how many pieces; a click or Enter shows the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tile")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._caption, self._figure, self._unit = QLabel(), QLabel(), QLabel()
        self._caption.setProperty("muted", True)
        self._figure.setProperty("figure", True)
        self._unit.setProperty("muted", True)
        line = QHBoxLayout()
        line.setSpacing(5)
        line.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 13)
        column.setSpacing(2)
        column.addWidget(self._caption)
        column.addLayout(line)
        for label in (self._caption, self._figure, self._unit):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_figure(self, caption: str, figure: int, unit: str, tip: str) -> None:
        """`tip` says what is counted."""
        self._caption.setText(caption)
        self._figure.setText(shown.number(figure))
        self._unit.setText(unit)
        self.setAccessibleName(f"{caption}: {shown.number(figure)} {unit}")
        self.setAccessibleDescription(tip)
        self.setToolTip(tip)

    @override
    def sizeHint(self) -> QSize:
        """A button knows nothing of a layout in it."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
