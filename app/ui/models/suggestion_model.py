"""Products to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.services.views import ProductRow

ROOT = QModelIndex()
EvidenceRole = Qt.ItemDataRole.UserRole + 1
"""What speaks for the product, in words; nothing where it is not a guess."""


class SuggestionModel(QAbstractListModel):
    """A short list; `UserRole` is the product."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ProductRow] = []
        self._evidence: list[str] = []

    def show_rows(self, rows: Sequence[ProductRow], evidence: Sequence[str] = ()) -> None:
        """Show other products, each with what speaks for it."""
        self.beginResetModel()
        self._rows = list(rows)
        self._evidence = list(evidence)
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
            words = (f"{row.article}  {row.title}", *self._evidence[index.row() :][:1], sizes)
            return "  ·  ".join(words)
        if role == EvidenceRole:
            return "".join(self._evidence[index.row() :][:1])
        return row if role == Qt.ItemDataRole.UserRole else None
