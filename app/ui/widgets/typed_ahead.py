"""Keys typed before the row that they are meant for is loaded: kept, and typed when it arrives."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTableView

from app.ui.models.size_cells import ItemRole


class TypedAhead(QObject):
    """A macro or a scanner is faster than a page that is read: none of its values may get lost."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._keys: list[QKeyEvent] = []
        model = view.model()
        model.dataChanged.connect(self._on_rows_changed)
        model.modelReset.connect(self._type)

    def take(self, event: QKeyEvent) -> bool:
        """Keep a key for later, if its row is not here or others are kept already; whether it was kept."""
        index = self._view.currentIndex()
        is_missing = index.isValid() and index.data(ItemRole) is None  # asking for it has it read
        if not self._keys and not (is_missing and event.text().isdigit()):
            return False
        self._keys.append(event.clone())
        return True

    def forget(self) -> None:
        """What was kept is not wanted any more."""
        self._keys.clear()

    def _on_rows_changed(self, top_left: QModelIndex, bottom_right: QModelIndex) -> None:
        if top_left.row() <= self._view.currentIndex().row() <= bottom_right.row():
            self._type()

    def _type(self) -> None:
        """Type what was kept into what has the focus: the table, or the cell that the keys open."""
        keys, self._keys = self._keys, []
        if self._view.currentIndex().data(ItemRole) is None:  # the product is gone
            return
        for key in keys:
            focused = QApplication.focusWidget()
            is_inside = focused is not None and self._view.isAncestorOf(focused)
            QApplication.sendEvent(focused if focused and is_inside else self._view, key)
