"""An import as whoever shows it gets it: what each row would do, what is new, what to look at twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from app.domain.action import Action
from app.domain.guard import Danger
from app.domain.text import Text
from app.services.batch_views import BatchCounts
from app.services.reconciling import CountRow
from app.spreadsheet.flaws import Level, Problem
from app.spreadsheet.layout import Layout
from app.spreadsheet.meaning import Choices, Meaning


class ImportState(StrEnum):
    """How far an import is."""

    PREPARED = "prepared"  # nothing is queued; it can be taken up again
    QUEUEING = "queueing"  # some is queued: it goes on, was stopped, or the program died
    QUEUED = "queued"  # all of it
    UNDONE = "undone"
    DROPPED = "dropped"  # it is not wanted any more; what was queued stays

    @property
    def is_open(self) -> bool:
        """Whether it can be taken up again."""
        return self in {ImportState.PREPARED, ImportState.QUEUEING}

    @classmethod
    def sent(cls) -> tuple[ImportState, ...]:
        """Those that are sent, or a part of them, and can be taken back.

        Of one that was dropped a part may be on its way, too.
        """
        return (cls.QUEUEING, cls.QUEUED)


class Place(NamedTuple):
    """A cell of the file: row and column, counted from 1."""

    row: int
    column: int


class PlanRow(NamedTuple):
    """What the file changes of one size, or of one price.

    `before` and `after` are pieces here, or prices. `quantity`: pieces, 0 for a price. `also`: other cells
    that are added up in it. Without `product_id`, or `size_id`, it is new and will be created.
    """

    row: int
    column: int
    article: str
    size: str
    product_id: int | None
    size_id: int | None
    action: Action
    quantity: int
    before: int | Decimal | None
    after: int | Decimal
    also: tuple[Place, ...] = ()

    @property
    def change(self) -> int:
        """Signed pieces."""
        return self.action.sign * self.quantity

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """All cells that it comes from."""
        return (self[:2], *self.also)


@dataclass(frozen=True, slots=True)
class PlannedDelivery:
    """One delivery to be. `product_id` of None: the product is created first."""

    product_id: int | None
    article: str
    action: Action
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class NewProduct:
    """An article that there is not. `rows` are those of the file that name it."""

    article: str
    title: str
    price: Decimal | None
    sizes: tuple[str, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NewSize:
    """A size that a known product does not have."""

    product_id: int
    article: str
    size: str
    known: tuple[str, ...]
    rows: tuple[int, ...]


class Caution(NamedTuple):
    """What a person should look at before it is sent, at its cell."""

    row: int
    column: int
    level: Level
    danger: Danger
    text: Text


class PlannedLink(NamedTuple):
    """A number of the marketplace that is to mean this product. `before`: the article that it means now."""

    row: int
    column: int
    marketplace_id: int
    product_id: int
    article: str
    before: str | None


class PlannedNumber(NamedTuple):
    """The marketplace's number of a size. `before`: the one that it has now."""

    row: int
    column: int
    size_id: int
    product_id: int
    article: str
    size: str
    number: int
    before: int | None


class PlannedCount(NamedTuple):
    """What the cabinet has of a size, beside what is known of it."""

    row: int
    column: int
    known: CountRow
    pieces: int


@dataclass(frozen=True, slots=True)
class Creating:
    """What may be created for rows that name what there is not."""

    products: bool = False
    sizes: bool = False


class Unnamed(NamedTuple):
    """What a stock count does not say anything of: products, and sizes (theirs and others). It stays so."""

    products: int
    sizes: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do, in the order of the file.

    `unchanged`: rows that are so already. `done`: rows that are queued since an earlier try.
    `new_products` and `new_sizes` are listed whether they are created or not; `without` are the rows that
    are left out because what they name is not there and is not created.
    """

    meaning: Meaning
    rows: Sequence[PlanRow] = ()
    deliveries: Sequence[PlannedDelivery] = ()
    links: Sequence[PlannedLink] = ()
    numbers: Sequence[PlannedNumber] = ()
    counts: Sequence[PlannedCount] = ()
    new_products: Sequence[NewProduct] = ()
    new_sizes: Sequence[NewSize] = ()
    problems: Sequence[Problem] = ()
    cautions: Sequence[Caution] = ()
    without: Sequence[int] = ()
    unchanged: int = 0
    done: int = 0
    unnamed: Unnamed | None = None  # only of a stock count
    is_many: bool = False  # more products at once than the guard lets pass without asking

    @property
    def size(self) -> int:
        """How much there is to do: deliveries, links, numbers or counts."""
        return len(self.deliveries) + len(self.links) + len(self.numbers) + len(self.counts)


class Content(NamedTuple):
    """What tells one state of a file from another: surely, and at a glance."""

    digest: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says of its own meaning, as `said_by_file` tells; None: nobody kept it.

    `is_in_doubt`: neither the file nor a person has said for sure what it means.
    """

    words: tuple[str, ...] | None = None
    is_in_doubt: bool = False


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """A file and how it is understood. `sheet` is counted from 0."""

    path: Path
    content: Content
    layout: Layout
    meaning: Meaning
    sheet: int = 0
    encoding: str = ""
    choices: Choices = field(default_factory=Choices)
    creating: Creating = field(default_factory=Creating)
    told: Told = field(default_factory=Told)


@dataclass(frozen=True, slots=True)
class ImportRow:
    """An import in the history. `planned`: deliveries, links or counts; `queued`: how many of these."""

    id: int
    at: datetime
    who: str
    file: str
    folder: str
    meaning: Meaning
    state: ImportState
    planned: int
    queued: int
    unchanged: int
    left_out: int
    batch_id: int | None
    counts: BatchCounts
    is_meaning_in_doubt: bool = False  # and nobody has looked yet


@dataclass(frozen=True, slots=True)
class Undone:
    """What became of an undone import's deliveries.

    `drafted`: of how many the compensating action is typed now; `left`: how many may have arrived, or
    meet something else that is typed, so that a person has to look at each.
    """

    cancelled: int
    drafted: int
    left: int
