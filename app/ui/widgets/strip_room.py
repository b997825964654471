"""The room above the log of deliveries: one line that says what matters most, and a batch below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.widgets.banner import Banner
from app.ui.widgets.batch_strip import BatchStrip
from app.ui.widgets.elided_label import ElidedLabel

HEIGHT = 48
"""Pixels that are kept free where nothing is to be said: those of a line with a button."""


class StripRoom(QWidget):
    """Of the lines with something to say it shows the one that matters most; a button shows the others.

    A line that comes or goes leaves the batch and the log where they are: the room is there before it,
    and a room that had to grow stays so high until the pointer leaves the page.
    """

    def __init__(self, strips: Sequence[Banner], batch: BatchStrip, page: QWidget) -> None:
        """`strips`: in the order in which they stand when all are shown; `page`: what they stand on."""
        super().__init__(page)
        self._strips, self._batch, self._page = strips, batch, page
        self._is_open = False
        self._calm = ElidedLabel(Qt.TextElideMode.ElideRight)
        self._calm.setProperty("muted", True)
        self.more = QPushButton(self)
        self.more.setProperty("link", True)
        self.more.clicked.connect(self._on_more_clicked)
        self._holders = [_holder(strip) for strip in strips]
        self._build()
        for strip in (*strips, batch):
            strip.installEventFilter(self)
        page.installEventFilter(self)
        self.arrange()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line := QHBoxLayout())
        line.setContentsMargins(18, 0, 18, 0)
        line.addWidget(self._calm)
        for part in (*self._holders, self._batch):
            column.addWidget(part)
        column.addStretch(1)

    def say_calmly(self, words: str) -> None:
        """What stands here while no line has anything to say."""
        self._calm.set_whole(words)

    @property
    def calm_words(self) -> str:
        """What is said while nothing else is."""
        return "" if self._calm.isHidden() else self._calm.accessibleName()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page:
            if event.type() in {QEvent.Type.Leave, QEvent.Type.Hide}:
                self._keep(HEIGHT, HEIGHT)
        elif event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.arrange()
        return super().eventFilter(watched, event)

    def arrange(self) -> None:
        """Look again what matters most, in the language of now."""
        is_under_way = self.isVisible() and self._page.underMouse()
        shown_now = [part.height() for part in (self._calm, *self._holders) if part.isVisible()]
        line = shown_now[0] if is_under_way and len(shown_now) == 1 else HEIGHT
        self._keep(line, self.height() if is_under_way else HEIGHT)
        told = sorted((s for s in self._strips if not s.isHidden()), key=lambda strip: strip.weight)
        self._is_open = self._is_open and len(told) > 1
        shown = told if self._is_open else told[:1]
        self._show_more(told, len(told) - 1)
        for strip, holder in zip(self._strips, self._holders, strict=True):
            holder.setVisible(strip in shown)
        self._calm.setVisible(not told)
        self._settle()

    def _keep(self, line: int, room: int) -> None:
        for part in (self._calm, *self._holders):
            part.setMinimumHeight(line)
        self.setMinimumHeight(room)

    def _settle(self) -> None:
        """In one step: the lines of a strip are counted at its width, not before it has one."""
        layout, page = self.layout(), self._page.layout()
        for one in (layout, page):
            if one is not None:
                one.activate()

    def _show_more(self, told: Sequence[Banner], others: int) -> None:
        words = self.tr("Show less") if self._is_open else self.tr("%n more", "", others)
        self.more.setText(words)
        if told:
            told[0].corner.addWidget(self.more)
        self.more.setVisible(others > 0)

    def _on_more_clicked(self) -> None:
        self._is_open = not self._is_open
        self.arrange()
        self._keep(HEIGHT, HEIGHT)  # the person asked for it
        self.more.setFocus()


def _holder(strip: Banner) -> QWidget:
    """Hides a strip that still has something to say."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(strip)
    return holder
