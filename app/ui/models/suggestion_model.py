"""Products to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.services.views import ProductRow

ROOT = QModelIndex()


class SuggestionModel(QAbstractListModel):
    """A short list; `UserRole` is the product."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ProductRow] = []

    def show_rows(self, rows: Sequence[ProductRow]) -> None:
        """Show other products."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            sizes = ", ".join(size.value for size in row.sizes)
            return f"{row.article}  {row.title}  ·  {sizes}"
        return row if role == Qt.ItemDataRole.UserRole else None
