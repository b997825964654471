"""What must hold in a simulation: at every moment, after a calm while, and at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.domain.action import Action
from app.domain.delivery import State
from app.sandbox.state import Marketplace
from app.services.pausing import why_paused
from app.services.shop import Shop
from app.storage import batches, tables, tracks

GIVES_A_REASON = frozenset({State.HELD, State.UNKNOWN, State.REJECTED})


class BrokenPromiseError(AssertionError):
    """Something that must always hold did not."""


@dataclass(frozen=True, slots=True)
class Promises:
    """Looks at both sides. Every check raises `BrokenPromiseError`."""

    shop: Shop
    marketplace: Marketplace

    def rows(self) -> list[Any]:
        """All deliveries in their order."""
        with self.shop.database.read() as connection:
            return list(connection.execute(select(tables.deliveries).order_by(tables.deliveries.c.id)))

    def open_rows(self) -> list[Any]:
        """Those to which something will still happen."""
        return [row for row in self.rows() if not State(row.state).is_final]

    def check_now(self) -> None:
        """At every moment: `here` is `agreed` and what is not accepted yet; what stands still says why."""
        for row, unaccepted in self.sizes():
            if row.agreed is not None and row.here != row.agreed + unaccepted:
                raise BrokenPromiseError(
                    f"{row.article} {row.value}: here {row.here}, agreed {row.agreed}, open {unaccepted}"
                )
        for row in self.open_rows():
            if row.state in GIVES_A_REASON and row.reason is None:
                raise BrokenPromiseError(f"delivery {row.id} is {row.state} without a reason")

    def check_calm(self) -> None:
        """Nobody disturbed it for longer than anything waits: what is open waits for a person."""
        first = {row.product_id: row for row in reversed(self.open_rows())}
        all_paused = why_paused(self.shop) is not None
        with self.shop.database.read() as connection:
            paused = {batch.id for batch in batches.paused(connection)}
        for row in first.values():
            is_paused = row.state == State.HELD and (all_paused or row.batch_id in paused)
            if not (State(row.state).needs_person or is_paused):
                raise BrokenPromiseError(f"delivery {row.id} is {row.state} and nothing happens to it")

    def check_end(self, applications: Sequence[str]) -> None:
        """Applied exactly once or not at all, in order (`applications`: keys), and both sides equal."""
        rows = self.rows()
        if stuck := [(row.id, row.state) for row in rows if not State(row.state).is_final]:
            raise BrokenPromiseError(f"stuck: {stuck}")
        for row in rows:
            self._check_applications(row)
        _check_order(rows, applications)
        self._check_both_sides()

    def _check_applications(self, row: Any) -> None:
        times = self.marketplace.applied[row.key]
        repeats = row.action == Action.PRICE  # applying a price twice changes nothing
        wanted = times >= 1 if row.state == State.DELIVERED else times == 0
        if not wanted or (times > 1 and not repeats):
            raise BrokenPromiseError(f"delivery {row.id} is {row.state} and was applied {times} times")

    def _check_both_sides(self) -> None:
        for row, unaccepted in self.sizes():
            there = self.marketplace.products[row.article].sizes[row.value].stock
            agreed = row.here if row.agreed is None else row.agreed
            if not row.here == agreed + unaccepted == there or row.flag is not None:
                raise BrokenPromiseError(
                    f"{row.article} {row.value}: here {row.here}, agreed {row.agreed}, there {there}, "
                    f"flag {row.flag}"
                )

    def sizes(self) -> list[tuple[Any, int]]:
        """Every size, and the sum of its movements that were not accepted yet."""
        with self.shop.database.read() as connection:
            found = connection.execute(_SIZES).all()
            unaccepted = tracks.open_movements(connection, [row.id for row in found])
        return [(row, unaccepted.get(row.id, 0)) for row in found]

    def delivered_pieces(self, size_id: int) -> int:
        """Signed pieces of a size in all deliveries that have ended well."""
        with self.shop.database.read() as connection:
            found = connection.execute(
                select(tables.deliveries.c.action, tables.delivery_sizes.c.quantity)
                .join(tables.deliveries, tables.deliveries.c.id == tables.delivery_sizes.c.delivery_id)
                .where(
                    tables.delivery_sizes.c.size_id == size_id,
                    tables.deliveries.c.state == State.DELIVERED,
                )
            ).all()
        return sum(Action(row.action).sign * row.quantity for row in found)


def _check_order(rows: Sequence[Any], applications: Sequence[str]) -> None:
    numbers = {row.key: (row.product_id, row.id) for row in rows}
    last: dict[int, int] = {}
    for key in applications:
        product_id, number = numbers[key]
        if number < last.get(product_id, 0):
            raise BrokenPromiseError(f"delivery {number} was applied after a later one")
        last[product_id] = number


_SIZES = select(tables.sizes, tables.products.c.article).join(
    tables.products, tables.products.c.id == tables.sizes.c.product_id
)
