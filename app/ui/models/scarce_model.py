"""The sizes that run out, the scarcest first."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from app.services.overview_views import ScarceSize
from app.ui import format as shown
from app.ui.models.alignment import OF_FIGURES, OF_WORDS
from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class ScarceColumn(IntEnum):
    """The columns in order."""

    SIZE = 0
    LEFT = 1


class ScarceModel(QAbstractTableModel):
    """`UserRole` is the size."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sizes: Sequence[ScarceSize] = ()
        self._bold = QFont()
        self._bold.setBold(True)

    def show_sizes(self, sizes: Sequence[ScarceSize]) -> None:
        """Show these."""
        if sizes == self._sizes:
            return
        self.beginResetModel()
        self._sizes = sizes
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._sizes)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(ScarceColumn)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        size, is_left = self._sizes[index.row()], index.column() == ScarceColumn.LEFT
        match role:
            case Role.DisplayRole:
                return shown.number(size.here) if is_left else f"{size.article} · {size.value}"
            case Role.UserRole:
                return size
            case Role.ToolTipRole | Role.AccessibleDescriptionRole:
                return shown.plain_tip(self._tip(size))
            case Role.TextAlignmentRole:
                return OF_FIGURES if is_left else OF_WORDS
            case Role.FontRole if is_left:
                return self._bold
            case Role.ForegroundRole if is_left:
                return QColor(self._theme.color("warn" if size.here > 0 else "bad"))
            case _:
                return None

    def _tip(self, size: ScarceSize) -> str:
        if size.here < 0:
            words = self.tr("Sold more than there was: the stock is {left}.")
        else:
            words = self.tr("{left} left, {sold} sold in 14 days.")
        return words.format(left=shown.number(size.here), sold=shown.number(size.sold))
