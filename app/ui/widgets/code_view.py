"""Text as a machine sees it: monospace, read only, can be copied."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class CodeView(QPlainTextEdit):
    """JSON and raw bodies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(12)
        self.setFont(font)
        self.setProperty("code", True)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
