"""A table over a query of any length: rows are read in windows on the pool."""

from __future__ import annotations

from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from app.domain.errors import PolkaError
from app.services.shop import Shop
from app.ui.context import UiContext
from app.ui.format import plain_tip
from app.ui.models.headed_model import ROOT, HeadedModel, Index, Role
from app.ui.tasks import Task

Row = TypeVar("Row")

PAGE = 128
"""Rows. Those of a larger page keep the interpreter from whoever drags the scroll bar, smaller ones from
whoever scrolls row by row, as they are read more often."""

PAGES_KEPT = 18
PAGES_ASKED = 2
"""So many are read at once, the last wish first."""

PAGES_WISHED = 3
"""So many wait for that; older wishes are for rows that have been scrolled past."""

PAGES_REREAD = 2
"""After a change, the pages that are read again at once; others when they are looked at."""

USUAL_ROLES: frozenset[int] = frozenset(
    {Role.DisplayRole, Role.UserRole, Role.TextAlignmentRole, Role.FontRole, Role.ToolTipRole}
)
"""What the cells of every log have answers to."""

_Answer: TypeAlias = "tuple[int, Mapping[int, list[Row]]]"


class WindowModel(HeadedModel, Generic[Row]):
    """Rows that are not read yet are blank; what is on the screen is asked for first.

    Newest rows come first: when the count grows, the new ones are inserted at the top, so that what a
    person reads and has selected stays where it is.
    """

    page_arrived = Signal()
    roles: ClassVar[frozenset[int]]
    """What `cell` has answers to; a view that paints asks for many more."""

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._count = 0
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._asked: dict[int, Task] = {}
        self._wished: OrderedDict[int, None] = OrderedDict()
        self._reading: Task | None = None
        self._read_again = False
        self.is_loaded = False

    def place_of(self, number: int) -> int | None:
        """The place of the row with that `id`, where it is read already."""
        return next((place for place, row in self.numbered() if getattr(row, "id", None) == number), None)

    def look_up(self, number: int, done: Callable[[int | None], None]) -> None:
        """Ask where the row with that `id` stands, be it read or not; `done` hears it, or None."""
        self._context.tasks.run(self.read_place, self._context.shop, number, done=done)

    def loaded(self, first: int, last: int) -> Iterator[Row]:
        """The rows of a span that are read already."""
        for number, rows in self._pages.items():
            start = number * PAGE
            yield from rows[max(first - start, 0) : max(last + 1 - start, 0)]

    @abstractmethod
    def read_count(self, shop: Shop) -> int:
        """How many rows there are; called on the pool."""

    @abstractmethod
    def read_page(self, shop: Shop, offset: int, limit: int) -> list[Row]:
        """A window of rows; called on the pool."""

    def read_place(self, shop: Shop, number: int) -> int | None:
        """Where the row with that `id` stands; None: nobody knows. Called on the pool."""
        del shop, number
        return None

    @abstractmethod
    def cell(self, row: Row, column: int, role: int) -> Any:
        """What a view shows of a row."""

    def refresh(self) -> None:
        """Read again: something was committed."""
        if self._reading is not None:
            self._read_again = True
            return
        self._read_again = False
        looked_at = tuple(self._pages)[-PAGES_REREAD:] or (0,)
        self._reading = self._context.tasks.run(
            self._read,
            self._context.shop,
            looked_at,
            done=self._on_read,
            failed=self._on_read_failed,
        )

    def start_anew(self) -> None:
        """The query is another one now."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self.beginResetModel()
        self.is_loaded = False
        self._take(0, {})
        self.endResetModel()
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
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role not in self.roles or not index.isValid():
            return None
        row = self.row_at(index.row())
        value = None if row is None else self.cell(row, index.column(), role)
        return plain_tip(value) if role == Role.ToolTipRole and value else value

    def read_beside(
        self, shop: Shop, offset: int, limit: int, newer: Row | None, older: Row | None
    ) -> list[Row]:
        """A window of rows whose last newer row or first older one is known; called on the pool."""
        del newer, older
        return self.read_page(shop, offset, limit)

    def _ask(self, number: int) -> None:
        is_last_wish = bool(self._wished) and next(reversed(self._wished)) == number
        if number not in self._asked and not is_last_wish:
            self._wished[number] = None
            if len(self._wished) > PAGES_WISHED:
                self._wished.popitem(last=False)
            self._read_wished()

    def _read_wished(self) -> None:
        while self._wished and len(self._asked) < PAGES_ASKED:
            number, _ = self._wished.popitem()
            newer, older = self._pages.get(number - 1), self._pages.get(number + 1)
            self._asked[number] = self._context.tasks.run(
                self.read_beside,
                self._context.shop,
                number * PAGE,
                PAGE,
                newer[-1] if newer else None,
                older[0] if older else None,
                done=partial(self._on_page_read, number),
                failed=partial(self._on_page_failed, number),
            )

    def _read(self, shop: Shop, pages: Sequence[int]) -> _Answer[Row]:
        rows = {number: self.read_page(shop, number * PAGE, PAGE) for number in pages}
        return self.read_count(shop), rows

    def _on_read(self, answer: _Answer[Row]) -> None:
        """Number and rows come together, so that the view is painted once and never blank between."""
        self._reading = None
        count, pages = answer
        new = count - self._count
        shown = {number + new: row for number, row in self.numbered()}
        if self.is_loaded and 0 < self._count < count:
            self.beginInsertRows(ROOT, 0, new - 1)
            self._take(count, pages)
            self.endInsertRows()
        elif self.is_loaded and not new:
            self._take(count, pages)
        else:
            self.is_loaded = True
            self.beginResetModel()
            self._take(count, pages)
            self.endResetModel()
        self._announce([number for number, row in self.numbered() if shown.get(number) != row])
        if self._read_again:
            self.refresh()

    def numbered(self) -> Iterator[tuple[int, Row]]:
        """The rows that are read already, each with its place."""
        for page, rows in self._pages.items():
            yield from enumerate(rows, page * PAGE)

    def _on_read_failed(self, error: PolkaError) -> None:
        self._reading = None
        self._context.tasks.failed.emit(error)

    def _take(self, count: int, pages: Mapping[int, list[Row]]) -> None:
        """Forget what was read before, and what is still on its way."""
        for task in self._asked.values():
            task.cancel()
        self._asked.clear()
        self._wished.clear()
        self._count = count
        self._pages = OrderedDict(pages)

    def _on_page_read(self, number: int, rows: list[Row]) -> None:
        self._asked.pop(number, None)
        self._pages[number] = rows
        self._pages.move_to_end(number)
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        self._announce(range(number * PAGE, number * PAGE + len(rows)))
        self._read_wished()

    def _on_page_failed(self, number: int, error: PolkaError) -> None:
        self._asked.pop(number, None)
        self._context.tasks.failed.emit(error)
        self._read_wished()

    def _announce(self, changed: Sequence[int]) -> None:
        """These rows are others now: a view paints anew only what it shows of them."""
        if changed:
            top, bottom = self.index(min(changed), 0), self.index(max(changed), self.columnCount() - 1)
            self.dataChanged.emit(top, bottom)
        self.page_arrived.emit()
