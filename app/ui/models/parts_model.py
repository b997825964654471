"""The figures behind the chart, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject
from typing_extensions import override

from app.domain.flow import Flow
from app.services.overview_views import Part
from app.ui import format as shown
from app.ui.models.headed_model import ROOT, HeadedModel, Index, Role
from app.ui.widgets.flow_chart import short_name
from app.ui.words import flow_words

FLOWS = tuple(Flow)


class PartsModel(HeadedModel):
    """A row a day (or an hour), newest first; `UserRole` is the part."""

    figures = range(1, 1 + len(FLOWS))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[Part] = ()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these, given oldest first."""
        newest_first = tuple(reversed(parts))
        if len(newest_first) == len(self._parts):
            self._parts = newest_first
            if newest_first:
                last = self.index(len(newest_first) - 1, len(FLOWS))
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._parts = newest_first
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._parts)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1 + len(FLOWS)

    @override
    def headings(self) -> Sequence[str]:
        return (self.tr("When"), *map(flow_words, FLOWS))

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        part, column = self._parts[index.row()], index.column()
        if role == Role.DisplayRole:
            return shown.number(part.pieces[FLOWS[column - 1]]) if column else short_name(part)
        if role == Role.UserRole:
            return part
        if role == Role.TextAlignmentRole:
            return self.alignment(column)
        return None
