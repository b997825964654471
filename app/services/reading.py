"""Understanding events after they are kept: which size, what it did, and one sentence about it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.domain.action import Action
from app.domain.delivery import STEPS, State, Step
from app.domain.movement import Cause
from app.domain.size_names import find_size_name, spelled
from app.domain.text import Text, translate
from app.domain.worlds import Reading, ReadingKind, Track
from app.marketplace.schema import IncomingProduct, UnreadableError, parse_event
from app.services.agreement import settle_writes, write_tracks
from app.services.attempts import SEEN
from app.services.counted_since import Standing, standing
from app.services.event_views import EventKind
from app.services.event_words import COUNTED_SINCE, event_note
from app.services.lifting import FIGURES, WITHOUT_PRODUCT
from app.services.link_views import How
from app.services.settings import load_dialect
from app.services.shop import Shop
from app.services.tracks import load_track
from app.services.views import Change
from app.storage import catalogue, deliveries, inbox, ledger, links, outbox, tracks
from app.storage.rows import AnyRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.domain.dialect import SoldCountMeaning

AT_ONCE = 20
"""Events in one transaction: what arrives meanwhile waits for its answer."""

LINES_AT_ONCE = 200

TURN_SECONDS = 0.004
"""How long lines are applied in one transaction."""

_KINDS = {
    ReadingKind.BASELINE: EventKind.BASELINE,
    ReadingKind.SALE: EventKind.SALE,
    ReadingKind.RETURN: EventKind.RETURN,
    ReadingKind.ALREADY_COUNTED: EventKind.ALREADY_COUNTED,
    ReadingKind.OVERWRITTEN: EventKind.OVERWRITTEN,
    ReadingKind.SEVERAL: EventKind.SEVERAL,
    ReadingKind.UNEXPLAINED: EventKind.UNEXPLAINED,
}


def read_new(shop: Shop) -> int:
    """Read the oldest unread events and apply every line that can be; returns how many were read."""
    with shop.database.read() as connection:
        if not inbox.has_work(connection):
            return 0
    with shop.database.write() as connection:
        new = inbox.new_events(connection, AT_ONCE)
        for event in new:
            inbox.insert_lines(connection, list(_lines(event)))
        inbox.mark_read(connection, [event.id for event in new])
        _learn_links(shop, connection)
    touched = _apply_waiting(shop)
    if new or touched:
        shop.changes.publish(
            Change(frozenset(touched), events=True, deliveries=bool(touched), queued=bool(touched))
        )
    return len(new)


def _apply_waiting(shop: Shop) -> set[int]:
    """Apply lines in order, some in each transaction, so that others can write in between."""
    meaning = load_dialect(shop).sold_count
    touched: set[int] = set()
    last, has_more = 0, True
    while has_more:
        shop.database.give_way()
        with shop.database.write() as connection:
            lines = inbox.waiting_lines(connection, after=last, limit=LINES_AT_ONCE)
            sizes = _Sizes(connection)
            for line in _in_turn(lines):
                last = line.id
                if _apply(shop, connection, line, sizes, meaning):
                    touched.add(line.linked_product_id)
        has_more = bool(lines) and (last != lines[-1].id or len(lines) == LINES_AT_ONCE)
    return touched


def _in_turn(rows: Sequence[AnyRow]) -> Iterator[AnyRow]:
    """The first of them, one at least and as many as a transaction has time for."""
    ends = time.monotonic() + TURN_SECONDS
    for row in rows:
        yield row
        if time.monotonic() > ends:
            return


class _Sizes:
    """The sizes of products as they are now in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._records: dict[int, Sequence[Any]] = {}
        self._chosen: dict[int, dict[str, int]] = {}

    def chosen(self, marketplace_id: int, value: str) -> int | None:
        """The size that a person said this spelling is."""
        if marketplace_id not in self._chosen:
            self._chosen[marketplace_id] = {
                link.value: link.size_id
                for link in links.size_records(self._connection, marketplace_id)
                if link.how == How.PERSON
            }
        return self._chosen[marketplace_id].get(value)

    def of(self, product_id: int) -> Sequence[Any]:
        if product_id not in self._records:
            self._records[product_id] = catalogue.size_records(self._connection, [product_id])
        return self._records[product_id]

    def have_changed(self, product_id: int) -> None:
        del self._records[product_id]


def _lines(event: Any) -> Iterable[Mapping[str, Any]]:
    """An event's lines, one a size; an unreadable event has one line that says so."""
    common = {"event_id": event.id, "received_at": event.received_at, "applied": False}
    try:
        read = parse_event(event.body)
    except UnreadableError:
        words = translate("Event", "This is not an event that Polka knows. It was kept with its text.")
        yield common | _wordless(words)
        return
    if not any(product.sizes for product in read.products):
        yield common | _wordless(translate("Event", "This event names no sizes; nothing was changed."))
    for product in read.products:
        yield from _product_lines(common, product)


def _wordless(words: Text) -> dict[str, Any]:
    blank = dict.fromkeys(("marketplace_id", "count", "sold_count", "marketplace_size_id"))
    return blank | {"kind": EventKind.UNREADABLE, "value": "", "note": words.dumps()}


def _product_lines(common: Mapping[str, Any], product: IncomingProduct) -> Iterable[Mapping[str, Any]]:
    for size in product.sizes:
        yield {
            **common,
            "kind": EventKind.UNLINKED,
            "marketplace_id": product.id,
            "value": size.value,
            "count": size.count,
            "sold_count": size.sold_count,
            "marketplace_size_id": size.size_id,
            "note": WITHOUT_PRODUCT.dumps(),
        }


def _learn_links(shop: Shop, connection: Connection) -> None:
    """A number whose size numbers belong to exactly one of our products means that product."""
    for marketplace_id, size_ids in inbox.unlinked_size_ids(connection).items():
        found = inbox.product_of_size_id(connection, size_ids)
        refused = {link.product_id for link in links.ended(connection, marketplace_id)}
        if len(found) == 1 and found[0] not in refused:
            links.put(connection, marketplace_id, found[0], at=shop.clock(), how=How.SIZE_ID)


def _apply(shop: Shop, connection: Connection, line: Any, sizes: _Sizes, meaning: SoldCountMeaning) -> bool:
    """Apply one line to its size; whether there is such a size."""
    product_id: int = line.linked_product_id
    records = sizes.of(product_id)
    size = _find_size(shop, connection, records, line, sizes)
    if size is None:
        if line.product_id != product_id:
            _hold(connection, line, product_id)
        return False
    old = load_track(size.track, size.agreed)
    since = standing(connection, line, size)
    new, reading = _read(connection, line, size, old, meaning, since)
    settled = confirm_seen(shop, connection, reading.settled, SEEN)
    here = _write(connection, line, size, old, new, reading)
    settle_writes(connection, dict.fromkeys(settled, True), [product_id], at=shop.clock())
    note = (
        COUNTED_SINCE
        if since is Standing.SETTLED
        else event_note(reading, new, size, here, records, settled=bool(settled))
    )
    inbox.apply_line(
        connection,
        line.id,
        product=product_id,
        size=size.id,
        what=_KINDS[reading.kind],
        pieces=reading.movement,
        was=size.here,
        became=here,
        sentence=note.dumps(),
    )
    sizes.have_changed(product_id)
    return True


def _hold(connection: Connection, line: Any, product_id: int) -> None:
    """Its product is known now, and has no such size."""
    words = translate(
        "Event",
        "The product has no size “{size}”. Choose which one it is, or add it to the product; "
        "the event waits.",
    ).format(size=line.value)
    inbox.hold_line(connection, line.id, product_id, words.dumps())


def _read(
    connection: Connection, line: Any, size: Any, old: Track, meaning: SoldCountMeaning, since: Standing
) -> tuple[Track, Reading]:
    """What the line says of its size; a first word that does not fit what we have is doubted."""
    if since is Standing.SETTLED:
        return old, Reading(ReadingKind.ALREADY_COUNTED, 0, old.agreed, old.agreed)
    said = line.count, line.sold_count, line.received_at, meaning
    if not old.worlds and _has_stock(connection, size):
        stock = size.here - tracks.open_movements(connection, [size.id]).get(size.id, 0)
        said_at = ledger.first_said_at(connection, size.id) or line.received_at
        new, reading = old.first_word(stock, *said, said_at=said_at)
    else:
        new, reading = old.event(*said)
    if reading.kind is ReadingKind.UNEXPLAINED and _is_counted(connection, size, line, old):
        return old.confirmed(*said)
    if since is Standing.DOUBTFUL and new.agreed != old.agreed:
        new = new.doubted()
    return new, reading


def _find_size(shop: Shop, connection: Connection, records: Sequence[Any], line: Any, sizes: _Sizes) -> Any:
    """The size as a person chose it, by the marketplace's number, by its name, by another spelling."""
    by_id = {record.id: record for record in records}
    by_number = {record.marketplace_size_id: record for record in records}
    by_number.pop(None, None)
    chosen = by_id.get(sizes.chosen(line.marketplace_id, line.value))
    found = chosen or by_number.get(line.marketplace_size_id)
    if found is not None:
        return found
    place = find_size_name(line.value, [record.value for record in records])
    if place is None or spelled(records[place].value) == spelled(line.value):
        return None if place is None else records[place]
    return _learn_spelling(shop, connection, line, records[place])


def _learn_spelling(shop: Shop, connection: Connection, line: Any, size: Any) -> Any:
    """Another spelling is kept as a link, so that it can be seen, unless a person has undone it."""
    ended = {(link.value, link.size_id) for link in links.ended(connection, line.marketplace_id)}
    if (line.value, size.id) in ended:
        return None
    known = {link.value: link.size_id for link in links.size_records(connection, line.marketplace_id)}
    if known.get(line.value) != size.id:
        at, how = shop.clock(), How.SPELLING
        links.put_size(connection, line.marketplace_id, line.value, size.id, at=at, how=how)
    return size


def _write(connection: Connection, line: Any, size: Any, old: Track, new: Track, reading: Reading) -> int:
    """Write the movement and the track; returns our stock after."""
    here = size.here
    # One that waited for its product is not written into the past, where other stocks were counted since.
    at = max(line.received_at, ledger.newest_at(connection, size.id))
    if reading.kind is ReadingKind.BASELINE and not _has_stock(connection, size):
        event = line.event_id
        here = ledger.move(connection, size.id, line.count, Cause.BASELINE, at=at, event_id=event)
    changed = {size.id: (old, new, here)}
    after = write_tracks(connection, changed, at=at, cause=_cause(reading), event_id=line.event_id)
    return after[size.id]


def _cause(reading: Reading) -> Cause:
    if reading.kind is ReadingKind.UNEXPLAINED:
        return Cause.FOLLOWED
    return Cause.ONLINE_RETURN if reading.movement > 0 else Cause.ONLINE_SALE


def _has_stock(connection: Connection, size: Any) -> bool:
    """Whether we have a stock of our own, to compare the first word about a size with."""
    return bool(size.here) or ledger.was_said(connection, size.id)


def _is_counted(connection: Connection, size: Any, line: Any, track: Track) -> bool:
    """Whether an event that waited says just what a person has counted since it came."""
    if track.writes or not track.is_certain or track.agreed != line.count:
        return False
    figure = ledger.newest_figure(connection, size.id, FIGURES)
    return figure is not None and line.received_at < figure.at


def confirm_seen(
    shop: Shop, connection: Connection, settled: Iterable[tuple[int, bool]], why: Text
) -> list[int]:
    """Deliveries in doubt that an event must have seen have arrived; returns their numbers."""
    seen: list[int] = []
    for number, _ in settled:
        record = deliveries.record(connection, number)
        # One that is on its way again is left alone: its answer decides.
        if record is not None and record.in_doubt and State(record.state) in STEPS[Step.CONFIRM][0]:
            outbox.take(connection, [number], Step.CONFIRM, reason=why.dumps(), finished_at=shop.clock())
            if record.action == Action.PRICE:
                catalogue.update_product(connection, record.product_id, agreed_price=record.price)
            seen.append(number)
    return seen
