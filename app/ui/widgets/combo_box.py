"""A combo box that the wheel passes by."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override


class ComboBox(QComboBox):
    """The wheel scrolls the page instead of choosing something else in passing."""

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()
