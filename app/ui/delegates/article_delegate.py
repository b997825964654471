"""A product in a log: the article bold, its title muted below."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.ui.delegates.two_line_delegate import Index, TwoLineDelegate
from app.ui.models.size_cells import SubtitleRole
from app.ui.theme import Theme

CELL_SIDE = 10


class ArticleDelegate(TwoLineDelegate):
    """Without a title the article stands in the middle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, CELL_SIDE)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # pyright: ignore

    @override
    def paint_lines(self, painter: QPainter, first: QRect, second: QRect, index: Index) -> None:
        title = index.data(SubtitleRole)
        article = index.data(Qt.ItemDataRole.DisplayRole) or ""
        self.write(painter, first if title else first.united(second), article, "text", strong=True)
        if title:
            self.write(painter, second, title, "mute")
