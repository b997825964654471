"""A table over a query of any length: rows are read in windows on the pool."""

from __future__ import annotations

from abc import abstractmethod
from collections import OrderedDict
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from app.services.shop import Shop
from app.ui.context import UiContext
from app.ui.format import plain_tip
from app.ui.tasks import Task

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

PAGE = 200
PAGES_KEPT = 12
ROOT = QModelIndex()


class WindowModel(QAbstractTableModel, Generic[Row]):
    """Rows that are not read yet are blank; what is on the screen is asked for first.

    Newest rows come first: when the count grows, the new ones are inserted at the top, so that what a
    person reads and has selected stays where it is.
    """

    page_arrived = Signal()

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._count = 0
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._asked: dict[int, Task] = {}
        self._counting: Task | None = None
        self._is_stale = False
        self._generation = 0
        self.is_loaded = False

    @abstractmethod
    def read_count(self, shop: Shop) -> int:
        """How many rows there are; called on the pool."""

    @abstractmethod
    def read_page(self, shop: Shop, offset: int, limit: int) -> list[Row]:
        """A window of rows; called on the pool."""

    @abstractmethod
    def cell(self, row: Row, column: int, role: int) -> Any:
        """What a view shows of a row."""

    def refresh(self) -> None:
        """Read again: something was committed."""
        if self._counting is not None:
            self._is_stale = True  # what is being read may not know it yet
        else:
            self._counting = self._context.tasks.run(
                self.read_count,
                self._context.shop,
                done=partial(self._on_count_read, self._generation),
            )

    def start_anew(self) -> None:
        """The query is another one now."""
        self._generation += 1
        self.beginResetModel()
        self._count = 0
        self.is_loaded = False
        self._forget_pages()
        self.endResetModel()
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        self._is_stale = False
        self.refresh()

    def row_at(self, number: int) -> Row | None:
        """The row, or None while it is not read."""
        page = self._pages.get(number // PAGE)
        if page is None:
            self._ask(number // PAGE)
            return None
        self._pages.move_to_end(number // PAGE)
        place = number % PAGE
        return page[place] if place < len(page) else None

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index.row())
        value = None if row is None else self.cell(row, index.column(), role)
        return plain_tip(value) if role == Qt.ItemDataRole.ToolTipRole and value else value

    def _ask(self, number: int) -> None:
        if number not in self._asked:
            self._asked[number] = self._context.tasks.run(
                self.read_page,
                self._context.shop,
                number * PAGE,
                PAGE,
                done=partial(self._on_page_read, number),
            )

    def _on_count_read(self, generation: int, count: int) -> None:
        if generation != self._generation:
            return
        self._counting = None
        known = list(self._pages)
        self._asked_again(known)
        if count > self._count and self._count:
            self.beginInsertRows(ROOT, 0, count - self._count - 1)
            self._pages.clear()
            self._count = count
            self.endInsertRows()
        elif count != self._count:
            self.beginResetModel()
            self._pages.clear()
            self._count = count
            self.endResetModel()
        was_loaded, self.is_loaded = self.is_loaded, True
        for number in known:
            self._ask(number)
        if not was_loaded:
            self.modelReset.emit()
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _asked_again(self, known: list[int]) -> None:
        for number in list(self._asked):
            self._asked.pop(number).cancel()
            if number not in known:
                known.append(number)

    def _on_page_read(self, number: int, rows: list[Row]) -> None:
        self._asked.pop(number, None)
        self._pages[number] = rows
        self._pages.move_to_end(number)
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        first = number * PAGE
        last = min(first + len(rows), self._count) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
        self.page_arrived.emit()

    def _forget_pages(self) -> None:
        self._pages.clear()
        for task in self._asked.values():
            task.cancel()
        self._asked.clear()
