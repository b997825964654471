"""A label of a few lines at most; the whole text is its tool tip and its accessible description."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override


class ElidedLines(QLabel):
    """Breaks between words; what the last line has no room for is left out there."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def whole(self) -> str:
        """All of the text."""
        return self._whole

    def set_whole(self, text: str) -> None:
        """The whole text."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(text)
        self._show()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        width = max(self.width(), 40)
        starts = self._starts(width)
        ends = [*starts[1:], len(self._whole)]
        lines = [self._whole[a:b].strip() for a, b in zip(starts, ends, strict=True)]
        if len(lines) > self._most:
            rest = self._whole[starts[self._most - 1] :]
            elided = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
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
