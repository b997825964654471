"""What was typed into the table: edits, and those shown before the database has confirmed them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import count
from typing import Generic, TypeVar

from app.services.views import PendingChange, ProductRow, SizeRow


@dataclass(frozen=True, slots=True)
class Edit:
    """Pending changes by size id and new prices by product id; None takes one away."""

    sizes: Mapping[int, PendingChange | None] = field(default_factory=dict[int, PendingChange | None])
    prices: Mapping[int, Decimal | None] = field(default_factory=dict[int, Decimal | None])

    def __bool__(self) -> bool:
        return bool(self.sizes or self.prices)

    def __len__(self) -> int:
        return len(self.sizes) + len(self.prices)


@dataclass(frozen=True, slots=True)
class EditStep:
    """One step to do and to undo: the values of the same cells before and after."""

    before: Edit
    after: Edit


Value = TypeVar("Value")


@dataclass(slots=True)
class _Shown(Generic[Value]):
    value: Value
    ticket: int
    settled: int | None = None

    def settle(self, ticket: int, stamp: int) -> None:
        if self.ticket == ticket:
            self.settled = stamp


class Overlay:
    """Edits on their way to the database, laid over what was read from it.

    An edit is shown at once. A page that was asked for before the edit was written may still bring
    the old value, so the edit stays until a page that was asked for later arrives.
    """

    def __init__(self) -> None:
        self._sizes: dict[int, _Shown[PendingChange | None]] = {}
        self._prices: dict[int, _Shown[Decimal | None]] = {}
        self._tickets = count()

    def show(self, edit: Edit) -> int:
        """Lay an edit over everything that is read from now on; gives a ticket to end it with."""
        ticket = next(self._tickets)
        self._sizes.update({key: _Shown(value, ticket) for key, value in edit.sizes.items()})
        self._prices.update({key: _Shown(value, ticket) for key, value in edit.prices.items()})
        return ticket

    def settle(self, ticket: int, stamp: int) -> None:
        """The edit was written: pages asked for after number `stamp` know it."""
        for size in self._sizes.values():
            size.settle(ticket, stamp)
        for price in self._prices.values():
            price.settle(ticket, stamp)

    def drop(self, ticket: int) -> None:
        """The edit could not be written: what the database says counts again."""
        self._sizes = {k: shown for k, shown in self._sizes.items() if shown.ticket != ticket}
        self._prices = {k: shown for k, shown in self._prices.items() if shown.ticket != ticket}

    def size_value(self, size_id: int, read: PendingChange | None) -> PendingChange | None:
        """What the person sees in a size whose database value is `read`."""
        shown = self._sizes.get(size_id)
        return read if shown is None else shown.value

    def price_value(self, product_id: int, read: Decimal | None) -> Decimal | None:
        """What the person sees as new price of a product whose database value is `read`."""
        shown = self._prices.get(product_id)
        return read if shown is None else shown.value

    def laid_over(self, product: ProductRow, stamp: int) -> ProductRow:
        """A product as read by the task number `stamp`, with the edits that it could not know."""
        self._forget_known(product, stamp)
        if not self._sizes and not self._prices:
            return product
        return self.with_edits(product)

    def with_edits(self, product: ProductRow) -> ProductRow:
        """The product as the person sees it."""
        return replace(
            product,
            new_price=self.price_value(product.id, product.new_price),
            sizes=tuple(self._size_with_edit(size) for size in product.sizes),
        )

    def _size_with_edit(self, size: SizeRow) -> SizeRow:
        pending = self.size_value(size.id, size.pending)
        return size if pending == size.pending else replace(size, pending=pending)

    def _forget_known(self, product: ProductRow, stamp: int) -> None:
        price = self._prices.get(product.id)
        if price is not None and price.settled is not None and price.settled < stamp:
            del self._prices[product.id]
        if not self._sizes:
            return
        for size in product.sizes:
            shown = self._sizes.get(size.id)
            if shown is not None and shown.settled is not None and shown.settled < stamp:
                del self._sizes[size.id]
