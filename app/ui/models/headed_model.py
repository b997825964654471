"""Tables with words above their columns; figures stand to the right, also their words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from app.ui.models.alignment import OF_FIGURES, OF_WORDS

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()


class HeadedModel(QAbstractTableModel):
    """`columns` in their order; those that hold `figures`."""

    columns: ClassVar[type[IntEnum]]
    figures: ClassVar[Collection[int]] = ()

    def headings(self) -> Sequence[str]:
        """The words above the columns."""
        raise NotImplementedError

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Figures to the right, words to the left."""
        return OF_FIGURES if column in self.figures else OF_WORDS

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return self.alignment(section)
        return self.headings()[section] if role == Role.DisplayRole else None
