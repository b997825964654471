"""A label that is there whole or not at all: half of a sentence tells nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel
from typing_extensions import override


class WholeLabel(QLabel):
    """Takes the room that others leave it."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @property
    def is_whole(self) -> bool:
        """Whether there is room for it."""
        return self.width() >= self.sizeHint().width()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_whole:
            super().paintEvent(event)
