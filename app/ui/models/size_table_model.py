"""The table of products: flat rows, products with their sizes, read in pages and never waited for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from typing_extensions import override

from app.domain.action import Action
from app.domain.errors import InvalidValueError, PolkaError
from app.domain.text import Text
from app.services.views import Change, ProductFilter, ProductKind, ProductRow, SizeRow
from app.ui.context import UiContext
from app.ui.format import plain_tip
from app.ui.models.block import typed_change, typed_price
from app.ui.models.edits import Edit, EditStep, Overlay
from app.ui.models.product_pages import PAGE, Listing, Page, PageCache, read_listing, read_pages
from app.ui.models.row_map import EMPTY, RowMap
from app.ui.models.size_cells import Column, SizeCells
from app.ui.tasks import Task

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

PAGES_AT_ONCE = 4
"""After a long scroll only the pages looked at last are read."""

REREAD_PAGES = 6
"""After a change, the pages that are read again at once; others when they are looked at."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A typed value that was not taken, and why."""

    index: QPersistentModelIndex
    reason: Text
    text: str = ""


class SizeTableModel(QAbstractTableModel):
    """Rows of a filter. A row that is not loaded is blank and fills in when its page arrives."""

    edited = Signal(object)  # EditStep: what the person typed, for the history to do
    refused = Signal(object)  # Refusal
    listed = Signal()  # the rows of a filter are here, also where they are the same as before
    failed = Signal(object)  # PolkaError

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cells = SizeCells(context.theme)
        self._filter = ProductFilter()
        self._action = Action.SOLD
        self._rows = EMPTY
        self._cache = PageCache()
        self._overlay = Overlay()
        self._stamp = 0  # numbers the reads: an edit knows which of them came too early for it
        self._listing_task: Task | None = None
        self._list_again = False
        self._pages_task: Task | None = None
        self._wanted: dict[int, None] = {}
        self._stale: set[int] = set()
        self._is_holding = False
        self._list_when_let_go = False
        self._anchor: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._read_wanted)
        context.tasks.broke.connect(self._on_broke)

    # What a view asks

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._rows.row_count

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = Column(index.column())
        place = self._rows.place(index.row())
        product = self._cache.product(place.ordinal)
        if product is None:
            self._want(place.ordinal // PAGE)
            return self._cells.blank(place, column, role)
        value = self._cells.blank(place, column, role)
        if place.is_product:
            value = self._cells.of_product(product, column, role)
        elif place.size < len(product.sizes):
            value = self._cells.of_size(product.sizes[place.size], column, role)
        return plain_tip(value) if role == Role.ToolTipRole and value else value

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        return self._cells.heading(Column(section), role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if self._is_fillable(index) else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid() or not self._is_fillable(index):
            return False
        try:
            step = self._step(index, str(value))
        except InvalidValueError as error:
            self.refused.emit(Refusal(QPersistentModelIndex(index), error.title, str(value)))
            return False
        if step.after != step.before:
            self.edited.emit(step)
        return True

    # What the page asks

    @property
    def rows(self) -> RowMap:
        """Which product and size stands in which row."""
        return self._rows

    @property
    def action(self) -> Action:
        """What a typed quantity means."""
        return self._action

    def set_action(self, action: Action) -> None:
        """From now on a typed quantity means this."""
        self._action = action

    def set_filter(self, product_filter: ProductFilter, anchor: int | None = None) -> None:
        """Show the products of a filter; rows near the product `anchor` are filled in at once."""
        self._filter, self._anchor = product_filter, anchor
        self._list_when_let_go = False
        if self._listing_task is not None:
            self._listing_task.cancel()
        self._list()

    def set_anchor(self, product_id: int | None) -> None:
        """The product that the person is at: rows near it are filled in at once."""
        self._anchor = product_id

    def hold(self, is_holding: bool) -> None:  # noqa: FBT001  # a slot, called with the state
        """While somebody types into a cell, rows neither come nor go."""
        self._is_holding = is_holding
        if not is_holding and self._list_when_let_go:
            self._list_when_let_go = False
            self._list()

    def product_id_at(self, row: int) -> int | None:
        """The product of a row, also where it is not loaded."""
        if not 0 <= row < self._rows.row_count:
            return None
        return self._rows.index.ids[self._rows.place(row).ordinal]

    def product_at(self, row: int) -> ProductRow | None:
        """The product of a row or of the size in it; None while it is not loaded."""
        if not 0 <= row < self._rows.row_count:
            return None
        return self._cache.product(self._rows.place(row).ordinal)

    def size_at(self, row: int) -> SizeRow | None:
        """The size in a row; None in a product's own row or while it is not loaded."""
        product = self.product_at(row)
        place = self._rows.place(row)
        if product is None or place.is_product or place.size >= len(product.sizes):
            return None
        return product.sizes[place.size]

    def row_of_size(self, product_id: int, size_id: int | None) -> int | None:
        """The row of a size (None: of the first one), or of its product where that is not loaded.

        None if the product is not listed.
        """
        ordinal = self._rows.ordinals.get(product_id)
        if ordinal is None:
            return None
        product = self._cache.product(ordinal)
        sizes = product.sizes if product is not None else ()
        numbers = [number for number, size in enumerate(sizes) if size_id in {None, size.id}]
        return self._rows.starts[ordinal] + (numbers[0] + 1 if numbers else 0)

    def laid_over(self, edit: Edit) -> Edit:
        """Values read from the database, corrected by what is on its way there."""
        return Edit(
            {key: self._overlay.size_value(key, value) for key, value in edit.sizes.items()},
            {key: self._overlay.price_value(key, value) for key, value in edit.prices.items()},
        )

    # Edits, shown before they are written

    def show_edit(self, edit: Edit) -> int:
        """Show an edit at once; the ticket is for `settle_edit` or `drop_edit`."""
        ticket = self._overlay.show(edit)
        for number in self._cache.newest():
            page = self._cache.page(number)
            shown = tuple(p and self._overlay.with_edits(p) for p in page)
            if shown != page:
                self._cache.replace(number, shown)
                self._announce(number)
        return ticket

    def settle_edit(self, ticket: int) -> None:
        """The edit is in the database."""
        self._overlay.settle(ticket, self._stamp)

    def drop_edit(self, ticket: int) -> None:
        """The edit did not get into the database; show again what is there."""
        self._overlay.drop(ticket)
        self._reread(self._cache.newest())

    # Changes made elsewhere

    def refresh(self, change: Change) -> None:
        """Something was committed: read again what may show it."""
        if change.structure or (change.products != frozenset() and self._depends_on_stock):
            self._list()
        if change.products is None or change.structure or change.settings:
            self._reread(self._cache.newest())
        elif change.products:
            ordinals = (self._rows.ordinals.get(product_id) for product_id in change.products)
            touched = {ordinal // PAGE for ordinal in ordinals if ordinal is not None}
            self._reread([page for page in self._cache.newest() if page in touched])

    def retranslate(self) -> None:
        """The language or the colours are others now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._rows.row_count:
            bottom = self.index(self._rows.row_count - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), bottom)

    @property
    def _depends_on_stock(self) -> bool:
        return self._filter.kind is not ProductKind.ALL

    def _reread(self, pages: Iterable[int]) -> None:
        soon = set(self._cache.newest()[:REREAD_PAGES])
        for page in pages:
            if page in soon:
                self._stale.add(page)
            else:
                self._cache.forget(page)
        self._start_reading()

    # Typed values

    def _is_fillable(self, index: Index) -> bool:
        if self._rows.place(index.row()).is_product:
            return index.column() == Column.NEW_PRICE and self.product_at(index.row()) is not None
        is_quantity = index.column() == Column.QUANTITY and self._action.moves_stock
        return is_quantity and self.size_at(index.row()) is not None

    def _step(self, index: Index, text: str) -> EditStep:
        size, product = self.size_at(index.row()), self.product_at(index.row())
        if size is not None:
            change = typed_change(text, self._action)
            return EditStep(Edit(sizes={size.id: size.pending}), Edit(sizes={size.id: change}))
        if product is None:
            return EditStep(Edit(), Edit())
        price = typed_price(text)
        before = Edit(prices={product.id: product.new_price})
        return EditStep(before, Edit(prices={product.id: price}))

    # Reading

    def _list(self) -> None:
        if self._listing_task is not None and not self._listing_task.is_cancelled:
            self._list_again = True
            return
        self._stamp += 1
        self._list_again = False
        self._listing_task = self._context.tasks.run(
            read_listing,
            self._context.shop,
            self._filter,
            self._anchor,
            done=partial(self._on_listing_read, self._stamp),
            failed=self._on_listing_failed,
        )

    def _on_listing_read(self, stamp: int, listing: Listing) -> None:
        self._listing_task = None
        if self._is_holding:
            self._list_when_let_go = True  # and anew: by then this one may be out of date
        else:
            self._show_listing(stamp, listing)
        if self._list_again:
            self._list()

    def _on_listing_failed(self, error: PolkaError) -> None:
        self._listing_task = None
        self.failed.emit(error)

    def _show_listing(self, stamp: int, listing: Listing) -> None:
        if listing.rows.same_rows(self._rows):
            # Pages that are here are kept up to date on their own, and may be newer.
            missing = {n: page for n, page in listing.pages.items() if n not in self._cache}
            self._take_pages(stamp, missing)
            self.listed.emit()
            return
        is_rereading = self._pages_task is not None or bool(self._stale)
        self.beginResetModel()
        self._rows = listing.rows
        self._cache.clear()
        self._wanted.clear()
        self._stale.clear()
        if self._pages_task is not None:
            self._pages_task.cancel()
            self._pages_task = None
        for number, page in listing.pages.items():
            self._cache.put(number, self._laid_over(stamp, page), stamp)
        self.endResetModel()
        if is_rereading:
            self._reread(self._cache.newest())
        self.listed.emit()

    def _want(self, page: int) -> None:
        if page in self._cache:
            return
        self._wanted.pop(page, None)
        self._wanted[page] = None
        self._start_reading()

    def _start_reading(self) -> None:
        if self._pages_task is None and not self._timer.isActive():
            self._timer.start()

    def _read_wanted(self) -> None:
        if self._pages_task is not None:
            return
        looked_at = [number for number in reversed(self._wanted) if number not in self._cache]
        numbers = [*looked_at[:PAGES_AT_ONCE], *self._stale]
        self._wanted.clear()
        self._stale.clear()
        if not numbers:
            return
        self._stamp += 1
        self._pages_task = self._context.tasks.run(
            read_pages,
            self._context.shop,
            self._rows,
            tuple(numbers),
            done=partial(self._on_pages_read, self._stamp),
            failed=self._on_pages_failed,
        )

    def _on_pages_read(self, stamp: int, pages: Mapping[int, Page]) -> None:
        self._pages_task = None
        self._take_pages(stamp, pages)
        if self._wanted or self._stale:
            self._start_reading()

    def _on_pages_failed(self, error: PolkaError) -> None:
        self._pages_task = None
        self.failed.emit(error)

    def _on_broke(self) -> None:
        # A bug, perhaps in a read of ours that then never answers: later reads must not wait for it.
        self._listing_task = None
        self._pages_task = None

    def _take_pages(self, stamp: int, pages: Mapping[int, Page]) -> None:
        for number, page in pages.items():
            if self._cache.put(number, self._laid_over(stamp, page), stamp):
                self._announce(number)

    def _laid_over(self, stamp: int, page: Page) -> Page:
        return tuple(product and self._overlay.laid_over(product, stamp) for product in page)

    def _announce(self, page: int) -> None:
        last = min((page + 1) * PAGE, self._rows.product_count)
        top, bottom = self._rows.starts[page * PAGE], self._rows.starts[last] - 1
        self.dataChanged.emit(self.index(top, 0), self.index(bottom, len(Column) - 1))
