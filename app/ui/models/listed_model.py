"""A short table whose rows are all there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from typing_extensions import override

from app.ui.models.headed_model import ROOT, HeadedModel, Index

Row = TypeVar("Row")


class ListedModel(HeadedModel, Generic[Row]):
    """The rows come from whoever has read them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; nothing changes on the screen where they are the same."""
        if list(rows) == list(self.rows):
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)
