"""A chip: a word on a rounded coloured ground, in a table's cell or on its own."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.ui.theme import Theme

ChipRole = Qt.ItemDataRole.UserRole + 40
SIDE = 8
HEIGHT = 18
FONT_PIXELS = 12
CELL_SIDE = 10

_GROUNDS = {
    "info": ("acc_bg", "acc"),
    "ok": ("ok_bg", "ok"),
    "warn": ("warn_bg", "warn"),
    "bad": ("bad_bg", "bad"),
    "quiet": ("hover", "mute"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A word and its tone: info, ok, warn, bad or quiet. `whole`: where the word is short for more."""

    text: str
    tone: str = "quiet"
    whole: str = ""

    @property
    def spoken(self) -> str:
        """All that it says, for a tool tip and for who cannot see it."""
        return self.whole or self.text


def chip_font(base: QFont) -> QFont:
    """The font inside chips."""
    font = QFont(base)
    font.setPixelSize(FONT_PIXELS)
    font.setBold(False)
    return font


def chip_width(chip: Chip, base: QFont) -> int:
    """Pixels that the chip wants."""
    return QFontMetrics(chip_font(base)).horizontalAdvance(chip.text) + 2 * SIDE + 2


def paint_chip(painter: QPainter, rect: QRect, chip: Chip, theme: Theme) -> int:
    """Paint at the left of the rectangle, in its middle; returns the width used."""
    ground, ink = _GROUNDS[chip.tone]
    painter.save()
    font = chip_font(painter.font())
    width = min(chip_width(chip, painter.font()), rect.width())
    box = QRect(rect.left(), rect.center().y() - HEIGHT // 2 + 1, width, HEIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.color(ground)))
    painter.drawRoundedRect(box, HEIGHT / 2, HEIGHT / 2)
    painter.setFont(font)
    painter.setPen(QColor(theme.color(ink)))
    inner = box.adjusted(SIDE, 0, -SIDE + 2, 0)
    words = QFontMetrics(font).elidedText(chip.text, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()
    return width


class ChipDelegate(QStyledItemDelegate):
    """Paints the chip of `ChipRole` in a cell; a cell without one as usual."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        chip = index.data(ChipRole)
        if isinstance(chip, Chip):
            painter.setFont(option.font)  # pyright: ignore
            rect: QRect = option.rect  # pyright: ignore
            paint_chip(painter, rect.adjusted(CELL_SIDE, 0, -4, 0), chip, self._theme)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        chip = index.data(ChipRole)
        size = super().sizeHint(option, index)
        if isinstance(chip, Chip):
            size.setWidth(chip_width(chip, option.font) + 2 * CELL_SIDE)  # pyright: ignore
        return size

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # pyright: ignore


class ChipLabel(QWidget):
    """A chip on its own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chip = Chip("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def show_chip(self, chip: Chip) -> None:
        """Show this word in this tone."""
        self._chip = chip
        self.setAccessibleName(chip.text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._chip, self.font()), HEIGHT + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_chip(painter, self.rect(), self._chip, self._theme)
