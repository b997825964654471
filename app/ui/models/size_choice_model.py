"""The sizes of one product to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.services.views import SizeRow
from app.ui import format as shown

ROOT = QModelIndex()


class SizeChoiceModel(QAbstractListModel):
    """The sizes of a product with their stock; `UserRole` is the size."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sizes: Sequence[SizeRow] = ()

    def show_sizes(self, sizes: Sequence[SizeRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self._sizes = sizes
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._sizes)

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid():
            return None
        size = self._sizes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            if size.stock is None:
                return self.tr("{size}   ·   stock not known").format(size=size.value)
            words = self.tr("{size}   ·   {stock} in stock")
            return words.format(size=size.value, stock=shown.number(size.stock))
        return size if role == Qt.ItemDataRole.UserRole else None
