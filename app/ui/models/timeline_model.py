"""One product's history: when, why, which size, from how many to how many."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from app.services.views import MovementRow
from app.ui import format as shown
from app.ui.theme import Theme
from app.ui.widgets.chip import ChipRole
from app.ui.words import cause_chip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class TimelineColumn(IntEnum):
    """The columns, in the order of the screen."""

    TIME = 0
    CAUSE = 1
    CHANGE = 2


class TimelineModel(QAbstractTableModel):
    """At most fifty movements, newest first."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._movements: Sequence[MovementRow] = ()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._movements)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(TimelineColumn)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        movement, column = self._movements[index.row()], TimelineColumn(index.column())
        if role == Role.ToolTipRole:
            return self._tip(movement)
        if column is TimelineColumn.CAUSE:
            return cause_chip(movement.cause) if role == ChipRole else None
        if role == Role.DisplayRole:
            is_time = column is TimelineColumn.TIME
            return shown.short_when(movement.at) if is_time else _change(movement)
        if role == Role.ForegroundRole and movement.here_after < 0:
            return QColor(self._theme.color("bad"))
        return None

    def set_movements(self, movements: Sequence[MovementRow]) -> None:
        """Show the history of a product."""
        if movements == self._movements:
            return
        self.beginResetModel()
        self._movements = movements
        self.endResetModel()

    def _tip(self, movement: MovementRow) -> str:
        at = shown.when(movement.at)
        if not movement.who:
            return at
        return self.tr("{time}, by {who}").format(time=at, who=movement.who)


def _change(movement: MovementRow) -> str:
    return shown.size_change(movement.size, movement.here_before, movement.here_after)
