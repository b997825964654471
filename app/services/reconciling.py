"""*Reconcile*: the cabinet's counts beside ours; each difference is taken over, corrected or left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.domain.doubt import Place
from app.domain.text import translate
from app.services.agreement import correct, keep_ours
from app.services.catalogue import product_index
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.table_file import Column, Say, Table, table_file
from app.services.tracks import load_track
from app.services.views import Change, ProductFilter
from app.storage import reconciling, tracks
from app.storage.rows import IN_ONE_STATEMENT

if TYPE_CHECKING:
    from sqlalchemy import Connection

SIZES_AT_ONCE = 100
"""Sizes in one transaction: others who write wait no longer than that takes."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is compared: sizes, products (those besides the sizes), or all that a filter finds."""

    sizes: tuple[int, ...] = ()
    products: tuple[int, ...] = ()
    filter: ProductFilter | None = None


@dataclass(frozen=True, slots=True)
class CountRow:
    """A size as it is known. `agreed`: what the cabinet should show, None where nobody knows.

    `on_its_way`: signed pieces of deliveries that the marketplace has not accepted yet.
    """

    place: Place
    article: str
    title: str
    size: str
    here: int
    agreed: int | None
    on_its_way: int
    is_in_flight: bool  # a delivery may or may not have arrived: the cabinet's figure tells nothing yet
    is_typed: bool  # a person's change is not sent yet: a correction has no room
    is_flagged: bool
    is_told: bool = True  # else nobody has said yet what our stock is, and `here` is 0

    @property
    def stock(self) -> int | None:
        """What is here; None where nobody knows."""
        return self.here if self.is_told else None

    def missing(self, count: int) -> int:
        """Signed pieces that we have more than the marketplace, if the cabinet shows this."""
        return self.here - self.on_its_way - count


class Verdict(StrEnum):
    """Who is right about a difference."""

    CABINET = "cabinet"  # our stock follows
    OURS = "ours"  # the marketplace is corrected


@dataclass(frozen=True, slots=True)
class Counted:
    """What a person read, about a size as it was shown, and what follows."""

    row: CountRow
    count: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The sizes for which it was written, by what was done; `changed`: they were left, others meanwhile."""

    equal: list[Place] = field(default_factory=list[Place])
    followed: list[Place] = field(default_factory=list[Place])
    drafted: list[Place] = field(default_factory=list[Place])
    changed: list[Place] = field(default_factory=list[Place])


def count_rows(shop: Shop, scope: Scope, progress: Progress | None = None) -> list[CountRow]:
    """The sizes of a scope in the order of the table. Raises `StoppedError`."""
    progress = progress or Progress()
    products = list(scope.products)
    if scope.filter is not None:
        products += product_index(shop, scope.filter).ids
    found: list[Any] = []
    for start in range(0, len(products), IN_ONE_STATEMENT):
        progress.advance(start, len(products))
        with shop.database.read() as connection:
            part = products[start : start + IN_ONE_STATEMENT]
            found += _rows(connection, reconciling.of_products(connection, part))
    if scope.sizes:
        with shop.database.read() as connection:
            found += _rows(connection, reconciling.of_sizes(connection, scope.sizes))
    return found


def _rows(connection: Connection, records: Sequence[Any]) -> Iterator[CountRow]:
    unaccepted = tracks.open_movements(connection, [record.id for record in records])
    for record in records:
        yield CountRow(
            place=Place(record.product_id, record.id),
            article=record.article,
            title=record.title,
            size=record.value,
            here=record.here,
            agreed=record.agreed,
            on_its_way=unaccepted.get(record.id, 0),
            is_in_flight=bool(load_track(record.track, record.agreed).open_writes),
            is_typed=record.pending_action is not None and not record.pending_corrects,
            is_flagged=record.flag is not None,
            is_told=bool(record.is_told),
        )


def write_counts(shop: Shop, counted: Sequence[Counted], progress: Progress | None = None) -> Reconciled:
    """Do what a person decided. A size that is not as it was shown any more is left alone.

    A stopped one keeps what is written already.
    """
    progress = progress or Progress()
    done = Reconciled()
    for start in range(0, len(counted), SIZES_AT_ONCE):
        progress.done, progress.total = start, len(counted)
        if progress.is_stopped:
            break
        part = counted[start : start + SIZES_AT_ONCE]
        with shop.database.write() as connection:
            _write(shop, connection, part, done)
        shop.changes.publish(Change(frozenset(one.row.place.product_id for one in part)))
    return done


def _write(shop: Shop, connection: Connection, part: Sequence[Counted], done: Reconciled) -> None:
    places = [one.row.place for one in part]
    records = reconciling.of_sizes(connection, [_size(place) for place in places])
    now_rows = {row.place: row for row in _rows(connection, records)}
    follow: dict[int, int] = {}
    keep: dict[int, int] = {}
    for one in part:
        row, place = one.row, one.row.place
        if not _is_same(now_rows.get(place), row) or row.is_in_flight:
            done.changed.append(place)
        elif one.verdict is Verdict.CABINET or not row.missing(one.count):
            follow[_size(place)] = one.count
            (done.followed if row.missing(one.count) else done.equal).append(place)
        elif row.is_typed:
            done.changed.append(place)
        else:
            keep[_size(place)] = one.count
            done.drafted.append(place)
    now = shop.clock()
    correct(connection, follow, at=now, who=shop.who)
    keep_ours(connection, keep, at=now, who=shop.who)


def _is_same(now: CountRow | None, shown: CountRow) -> bool:
    """Whether the figures are those that the person was shown; the flag may come and go."""
    return now is not None and (now.here, now.agreed, now.on_its_way, now.is_in_flight, now.is_typed) == (
        shown.here,
        shown.agreed,
        shown.on_its_way,
        shown.is_in_flight,
        shown.is_typed,
    )


def _size(place: Place) -> int:
    if place.size_id is None:
        raise ValueError(place)
    return place.size_id


COUNT_SHEET = translate("Export", "Reconcile")
COUNT_COLUMNS = (
    Column(translate("Export", "Article"), 18),
    Column(translate("Export", "Title"), 36),
    Column(translate("Export", "Size"), 9),
    Column(translate("Export", "Here"), 10),
    Column(translate("Export", "On its way"), 12),
    Column(translate("Export", "The cabinet should show"), 20),
    Column(translate("Export", "In the cabinet now"), 20),
)


def export_counts(
    shop: Shop,
    path: Path,
    counts: Sequence[tuple[CountRow, int | None]],
    say: Say = str,
    progress: Progress | None = None,
) -> int:
    """Write the table with what is typed; returns the rows. Raises `StorageError` and `StoppedError`."""
    del shop  # nothing more of it is needed
    progress = progress or Progress()
    with table_file(path, Table(COUNT_SHEET, COUNT_COLUMNS), say) as write:
        for number, (row, typed) in enumerate(counts):
            progress.advance(number, len(counts))
            write((row.article, row.title, row.size, row.stock, row.on_its_way, row.agreed, typed))
    return len(counts)
