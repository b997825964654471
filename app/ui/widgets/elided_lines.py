"""A label of a few lines at most; the whole text is its tool tip and its accessible description."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.widgets.elided_label import ElidedLabel


class ElidedLines(ElidedLabel):
    """Breaks between words; what the last line has no room for is left out there."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.TextElideMode.ElideRight, parent)
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)

    @override
    def set_whole(self, text: str) -> None:
        self.setAccessibleDescription(text)
        super().set_whole(text)

    @override
    def _show(self) -> None:
        width = max(self.width(), 40)
        starts = self._starts(width)
        ends = [*starts[1:], len(self._whole)]
        lines = [self._whole[a:b].strip() for a, b in zip(starts, ends, strict=True)]
        if len(lines) > self._most:
            rest = self._whole[starts[self._most - 1] :]
            elided = self.fontMetrics().elidedText(rest, self._mode, width)
            lines = [*lines[: self._most - 1], elided]
        self.setText("\n".join(lines))

    def _starts(self, width: int) -> list[int]:
        """Where each line begins."""
        layout = QTextLayout(self._whole, self.font())
        layout.beginLayout()
        starts: list[int] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        return starts or [0]
