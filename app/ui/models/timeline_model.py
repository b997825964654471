"""One product's history: when, why, which size, from how many to how many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from app.services.views import MovementRow
from app.ui import format as shown
from app.ui.theme import Theme
from app.ui.widgets.chip import ChipRole
from app.ui.words import cause_chip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

WhenRole = Role.UserRole + 45
"""The time in short."""


class TimelineModel(QAbstractListModel):
    """At most fifty movements, newest first; the text is the change of the stock."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._movements: Sequence[MovementRow] = ()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._movements)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        movement = self._movements[index.row()]
        if role == Role.DisplayRole:
            return _change(movement)
        if role == WhenRole:
            return shown.short_when(movement.at)
        if role == ChipRole:
            return cause_chip(movement.cause)
        if role == Role.AccessibleTextRole:
            return ", ".join((shown.short_when(movement.at), *_what(movement)))
        if role == Role.ToolTipRole:
            return shown.plain_tip("\n".join((" · ".join(_what(movement)), self._origin(movement))))
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

    def _origin(self, movement: MovementRow) -> str:
        at = shown.when(movement.at)
        if not movement.who:
            return at
        return self.tr("{time}, by {who}").format(time=at, who=movement.who)


def _what(movement: MovementRow) -> tuple[str, str]:
    return cause_chip(movement.cause).text, _change(movement)


def _change(movement: MovementRow) -> str:
    return shown.size_change(movement.size, movement.here_before, movement.here_after)
