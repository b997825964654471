"""A whole number in a field that looks like the others."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget
from typing_extensions import override

TEXT_MARGIN = 10
"""Pixels: the style sheet's padding does not reach the text of a spin box."""


class NumberField(QSpinBox):
    """No arrows; the wheel scrolls the page instead of changing a port in passing."""

    def __init__(self, minimum: int, maximum: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, minimum=minimum, maximum=maximum)
        self.lineEdit().setTextMargins(TEXT_MARGIN, 0, TEXT_MARGIN, 0)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
