"""What an action makes of the marketplace's stock of a size, as it would be sent now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.domain.conflict import Conflict, count_to_set
from app.domain.dialect import CountMeaning, Dialect
from app.services.tracks import load_track
from app.storage import conflicts, tracks

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Stock(Protocol):
    """A size as it is now."""

    @property
    def here(self) -> int:
        """Our stock."""
        ...

    @property
    def agreed(self) -> int | None:
        """The marketplace's; None: nobody knows it yet."""
        ...

    @property
    def track(self) -> str | None:
        """As it is kept."""
        ...


@dataclass(frozen=True, slots=True)
class Counting:
    """Tells the counts of some sizes, by what stands beside their stocks."""

    dialect: Dialect
    unaccepted: Mapping[int, int]  # signed pieces, by size id
    conflicts: Mapping[int, Conflict]

    @classmethod
    def of(cls, connection: Connection, size_ids: Collection[int], dialect: Dialect) -> Counting:
        """For these sizes."""
        found = conflicts.of_sizes(connection, size_ids)
        return cls(dialect, tracks.open_movements(connection, size_ids), found)

    def before(self, size_id: int, stock: Stock) -> int:
        """The marketplace's stock; where nobody knows it, ours without what is still on its way."""
        return self.ours(size_id, stock) if stock.agreed is None else stock.agreed

    def after(self, size_id: int, stock: Stock, movement: int) -> int:
        """What signed pieces make of it."""
        known, ours = self.before(size_id, stock), self.ours(size_id, stock)
        return self.set_from(known, ours, size_id, stock, movement)

    def set_from(self, known: int, ours: int, size_id: int, stock: Stock, movement: int) -> int:
        """The same, were these the marketplace's stock, and ours without what it has not accepted."""
        if self.dialect.count is not CountMeaning.LEFT:
            return known + movement
        is_certain = load_track(stock.track, stock.agreed).is_certain
        return count_to_set(known, ours if is_certain else known, movement, self.conflicts.get(size_id))

    def ours(self, size_id: int, stock: Stock) -> int:
        """Our stock without what the marketplace has not accepted."""
        return stock.here - self.unaccepted.get(size_id, 0)
