"""The room above the log of deliveries: one thing is said there at a time, and nothing below it moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.widgets.banner import Banner
from app.ui.widgets.batch_strip import BatchStrip
from app.ui.widgets.elided_label import ElidedLabel

Strip: TypeAlias = Banner | BatchStrip
HEIGHT = 48
"""Pixels that are kept free where nothing is to be said: those of a line with a button."""


class StripRoom(QWidget):
    """Shows the strip that matters most of those with something to say; a button shows the others, too.

    A strip that comes or goes leaves the log where it is: the room is there before it, and a room
    that had to grow stays so high until the pointer leaves the page.
    """

    def __init__(self, strips: Sequence[Strip], page: QWidget) -> None:
        """`strips`: in the order in which they stand when all are shown; `page`: what they stand on."""
        super().__init__(page)
        self._strips, self._page = strips, page
        self._is_open = False
        self._calm = ElidedLabel(Qt.TextElideMode.ElideRight)
        self._calm.setProperty("muted", True)
        self.more = QPushButton(self)
        self.more.setProperty("link", True)
        self.more.clicked.connect(self._on_more_clicked)
        self._holders = [_holder(strip) for strip in strips]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line := QHBoxLayout())
        line.setContentsMargins(18, 0, 18, 0)
        line.addWidget(self._calm)
        for strip, holder in zip(strips, self._holders, strict=True):
            column.addWidget(holder)
            strip.installEventFilter(self)
        page.installEventFilter(self)
        self.arrange()

    def say_calmly(self, words: str) -> None:
        """What stands here while no strip has anything to say."""
        self._calm.set_whole(words)

    @property
    def calm_words(self) -> str:
        """What is said while nothing else is."""
        return "" if self._calm.isHidden() else self._calm.accessibleName()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page:
            if event.type() in {QEvent.Type.Leave, QEvent.Type.Hide}:
                self.setMinimumHeight(HEIGHT)
        elif event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.arrange()
        return super().eventFilter(watched, event)

    def arrange(self) -> None:
        """Look again what matters most, in the language of now."""
        is_under_way = self.isVisible() and self._page.underMouse()
        self.setMinimumHeight(self.height() if is_under_way else HEIGHT)
        told = sorted((s for s in self._strips if not s.isHidden()), key=lambda strip: strip.weight)
        self._is_open = self._is_open and len(told) > 1
        shown = told if self._is_open else told[:1]
        self._show_more(told, len(told) - 1)
        for strip, holder in zip(self._strips, self._holders, strict=True):
            holder.setVisible(strip in shown)
        self._calm.setVisible(not told)
        self._settle()

    def _settle(self) -> None:
        """In one step: the lines of a strip are counted at its width, not before it has one."""
        layout, page = self.layout(), self._page.layout()
        for one in (layout, page):
            if one is not None:
                one.activate()

    def _show_more(self, told: Sequence[Strip], others: int) -> None:
        words = self.tr("Show less") if self._is_open else self.tr("%n more", "", others)
        self.more.setText(words)
        if told:
            told[0].corner.addWidget(self.more)
        self.more.setVisible(others > 0)

    def _on_more_clicked(self) -> None:
        self._is_open = not self._is_open
        self.arrange()
        self.setMinimumHeight(HEIGHT)  # the person asked for it
        self.more.setFocus()


def _holder(strip: Strip) -> QWidget:
    """Hides a strip that still has something to say."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(strip)
    return holder
