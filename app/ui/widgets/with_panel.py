"""A log and the panel of its chosen row: beside it, or below it where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from app.ui.widgets.side_panel import WIDTH, SidePanel

BESIDE_FROM = 940
"""Pixels from which a log keeps its columns with the panel beside it."""


class WithPanel(QWidget):
    """A log without rows has no panel."""

    def __init__(
        self,
        log: QWidget,
        panel: SidePanel,
        least: Callable[[], int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`least`: the pixels that the log needs for its columns."""
        super().__init__(parent)
        self._least = least
        self._panel = panel
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(log, 1)
        self._box.addWidget(panel)

    def set_empty(self, is_empty: bool) -> None:  # noqa: FBT001  # a state, as Qt's setters
        """Whether the log has nothing to choose."""
        self._panel.setHidden(is_empty)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside_from = BESIDE_FROM if self._least is None else self._least() + WIDTH
        is_below = self.width() < beside_from
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if is_below else direction.LeftToRight)
        self._panel.set_below(is_below)
