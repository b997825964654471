"""Text as a machine sees it: monospace, read only, can be copied."""

from __future__ import annotations

from math import ceil

from PySide6.QtGui import QFontDatabase, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from app.ui.json_text import laid_out

FONT_PIXELS = 12
MARGIN = 1
EDGES = 14
"""Pixels above and below the text: border and padding of the style sheet."""


class CodeView(QPlainTextEdit):
    """JSON and raw bodies: laid out for its width, and as high as its text up to `most_lines`."""

    def __init__(self, most_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self._head, self._body = "", ""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(FONT_PIXELS)
        self.setFont(font)
        self.setProperty("code", True)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(MARGIN)
        self._lay_out()

    def show_body(self, body: str, head: str = "") -> None:
        """Show a body, with lines of text before it."""
        if (head, body) != (self._head, self._body):
            self._head, self._body = head, body
            self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def _lay_out(self) -> None:
        metrics = QFontMetricsF(self.font())
        room = self.viewport().width() - 2 * MARGIN
        width = max(int(room / metrics.horizontalAdvance("0")), 1)
        text = "\n".join(part for part in (self._head, laid_out(self._body, width)) if part)
        if text != self.toPlainText():
            self.setPlainText(text)
        lines = min(max(round(self.document().size().height()), 1), self._most_lines)
        # Lines stand on whole pixels: with the exact spacing the last one would need a scroll bar.
        self.setFixedHeight(lines * ceil(metrics.lineSpacing()) + 2 * MARGIN + EDGES)
