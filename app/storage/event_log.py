"""The log of events: a search over all of it, filters that combine, and windows of what they find.

A million lines: whatever is asked has an index that leads it, and the other conditions only look at what
that index finds (`_led`), because SQLite without statistics would choose the wrong one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    column,
    false,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
    type_coerce,
)

from app.storage.rows import AnyRow
from app.storage.tables import event_lines, events, products, sizes

TRIGRAM = 3
"""The search indexes find words of at least so many characters; shorter ones are sizes and numbers."""

MANY = 20_000

_event_search = table("event_search", column("rowid"), column("words"))
_product_search = table("product_search", column("rowid"), column("words"))

# A body's values without the names that are the same in all; of what is no JSON, the text.
_INDEX = text(
    """
    INSERT OR REPLACE INTO event_search (rowid, words)
    SELECT id,
        substr(
            CASE WHEN json_valid(body)
                THEN (SELECT group_concat(atom, char(10)) FROM json_tree(body) WHERE atom IS NOT NULL)
                ELSE body
            END, 1, 65536)
    FROM (SELECT id, CAST(body AS TEXT) AS body FROM events WHERE id IN :ids)
    """
).bindparams(bindparam("ids", expanding=True))


@dataclass(frozen=True, slots=True)
class LineFilter:
    """All of it holds for what is found. Every one of `words` stands in the event or its product.

    Times are UTC seconds: `since` is the first moment, `until` the first one after the last.
    """

    words: tuple[str, ...] = ()
    kinds: Collection[str] | None = None
    signed: tuple[str, int] | None = None  # of this kind only those whose movement has this sign
    is_changed: bool = False
    is_waiting: bool = False
    product_id: int | None = None
    since: float | None = None
    until: float | None = None

    @property
    def has_more_than_a_word(self) -> bool:
        """Whether a found line has to be looked at beyond the word that found it."""
        return self != LineFilter(words=self.words[:1])


def index(connection: Connection, ids: Sequence[int]) -> None:
    """Let the search find what stands in the bodies of these events."""
    connection.execute(_INDEX, {"ids": list(ids)})


def line_count(connection: Connection, wanted: LineFilter) -> int:
    """How many lines the filter finds."""
    is_led = _finds_many(connection, wanted) and wanted.has_more_than_a_word
    return int(connection.execute(_found(connection, wanted, func.count(), is_led=is_led)).scalar_one())


def line_records(connection: Connection, wanted: LineFilter, offset: int, limit: int) -> Sequence[AnyRow]:
    """A window of the lines that the filter finds, newest first."""
    found = _ids(connection, wanted).order_by(event_lines.c.id.desc())
    return _records(connection, found.offset(offset).limit(limit))


def line_records_below(
    connection: Connection, wanted: LineFilter, below: int | None, limit: int
) -> Sequence[AnyRow]:
    """The newest lines that the filter finds with a number under `below`, newest first."""
    found = _ids(connection, wanted).order_by(event_lines.c.id.desc())
    if below is not None:
        found = found.where(event_lines.c.id < below)
    return _records(connection, found.limit(limit))


def line_records_above(
    connection: Connection, wanted: LineFilter, above: int, limit: int
) -> Sequence[AnyRow]:
    """The oldest lines that the filter finds with a number over `above`, newest first."""
    found = _ids(connection, wanted).where(event_lines.c.id > above)
    return _records(connection, found.order_by(event_lines.c.id).limit(limit))


def line_place(connection: Connection, wanted: LineFilter, line_id: int) -> int:
    """How many lines that the filter finds are newer."""
    is_led = _finds_many(connection, wanted)
    newer = _found(connection, wanted, func.count(), is_led=is_led).where(event_lines.c.id > line_id)
    return int(connection.execute(newer).scalar_one())


def _records(connection: Connection, ids: Select[Any]) -> Sequence[AnyRow]:
    """The lines themselves: what is skipped on the way to them was never joined."""
    return connection.execute(
        select(event_lines, products.c.article, products.c.title)
        .outerjoin(products, products.c.id == event_lines.c.product_id)
        .where(event_lines.c.id.in_(ids.scalar_subquery()))
        .order_by(event_lines.c.id.desc())
    ).all()


def _ids(connection: Connection, wanted: LineFilter) -> Select[Any]:
    is_led = _finds_many(connection, wanted)
    return _found(connection, wanted, event_lines.c.id, is_led=is_led)


def _finds_many(connection: Connection, wanted: LineFilter) -> bool:
    """Whether the longest word alone finds so much that going through the log in order is quicker."""
    if not wanted.words:
        return False
    leading = _stands_in(max(wanted.words, key=len), is_led=False)
    found = select(event_lines.c.id).where(leading).limit(MANY).subquery()
    return connection.scalar(select(func.count()).select_from(found)) == MANY


def _found(connection: Connection, wanted: LineFilter, what: Any, *, is_led: bool) -> Select[Any]:
    found = select(what).select_from(event_lines)
    for word in sorted(wanted.words, key=len, reverse=True):
        found = found.where(_stands_in(word, is_led=is_led))
        is_led = True
    if wanted.product_id is not None:
        found = found.where(_led(event_lines.c.product_id, is_led=is_led) == wanted.product_id)
        is_led = True
    if wanted.is_waiting:
        found = found.where(_led(event_lines.c.applied, is_led=is_led).is_(False))
        found = found.where(_led(event_lines.c.marketplace_id, is_led=True).is_not(None))
        is_led = True
    if wanted.kinds is not None:
        found = found.where(_led(event_lines.c.kind, is_led=is_led).in_(wanted.kinds))
    if wanted.signed is not None:
        # The kind is in the index that leads: the movement is looked up for the few of this kind only.
        kind, sign = wanted.signed
        is_other = _led(event_lines.c.kind, is_led=True) != kind
        found = found.where(or_(is_other, event_lines.c.movement * sign > 0))
    if wanted.is_changed:
        found = found.where(event_lines.c.before.is_distinct_from(event_lines.c.after))
    return _in_period(connection, found, wanted)


def _led(of: Column[Any], *, is_led: bool) -> ColumnElement[Any]:
    """The column; where another condition leads already, so that no index of its own is used."""
    return type_coerce(literal_column(f"+event_lines.{of.name}"), of.type) if is_led else of


def _in_period(connection: Connection, found: Select[Any], wanted: LineFilter) -> Select[Any]:
    """A period is a span of numbers, as they grow with time; in it, the clock may have been put back."""
    received, at = event_lines.c.received_at, _led(event_lines.c.received_at, is_led=True)
    number = _led(event_lines.c.id, is_led=True)
    if wanted.since is not None:
        first = connection.scalar(select(func.min(number)).where(received >= wanted.since))
        is_in = false() if first is None else (event_lines.c.id >= first) & (at >= wanted.since)
        found = found.where(is_in)
    if wanted.until is not None:
        last = connection.scalar(select(func.max(number)).where(received < wanted.until))
        is_in = false() if last is None else (event_lines.c.id <= last) & (at < wanted.until)
        found = found.where(is_in)
    return found


def _stands_in(word: str, *, is_led: bool) -> ColumnElement[bool]:
    """Whether a word is in the body, or in the article, title or barcodes of the product.

    A short one is the whole size or the marketplace's whole number, or is anywhere in the product.
    """
    product = _led(event_lines.c.product_id, is_led=is_led)
    named = select(_product_search.c.rowid)
    if len(word) >= TRIGRAM:
        quoted = '"' + word.replace('"', '""') + '"'
        in_body = select(_event_search.c.rowid).where(_event_search.c.words.match(quoted))
        named = named.where(_product_search.c.words.match(quoted))
        return or_(_led(event_lines.c.event_id, is_led=is_led).in_(in_body), product.in_(named))
    escaped = word.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    named = named.where(_product_search.c.words.like(f"%{escaped}%", escape="\\"))
    spellings = {word, word.upper(), word.lower(), word.capitalize()}
    size = _led(event_lines.c.value, is_led=is_led)
    ways: list[ColumnElement[bool]] = [size.in_(spellings), product.in_(named)]
    if word.isdecimal():
        ways.append(_led(event_lines.c.marketplace_id, is_led=is_led) == int(word))
    return or_(*ways)


def line_record(connection: Connection, line_id: int) -> AnyRow | None:
    """One line with its event, and the flag of its size."""
    return connection.execute(
        select(
            event_lines,
            products.c.article,
            products.c.title,
            events.c.sender,
            events.c.headers,
            events.c.body,
            events.c.body_removed_at,
            sizes.c.flag,
        )
        .join(events, events.c.id == event_lines.c.event_id)
        .outerjoin(products, products.c.id == event_lines.c.product_id)
        .outerjoin(sizes, sizes.c.id == event_lines.c.size_id)
        .where(event_lines.c.id == line_id)
    ).first()


def line_counts(connection: Connection, unlinked: str, today: float, read: int) -> tuple[int, int, int]:
    """(all lines, those of kind `unlinked`, those since `today` beyond number `read`)."""
    count = select(func.count()).select_from(event_lines)
    row = connection.execute(
        select(
            count.scalar_subquery(),
            count.where(event_lines.c.kind == unlinked).scalar_subquery(),
            count.where(event_lines.c.received_at >= today, event_lines.c.id > read).scalar_subquery(),
        )
    ).one()
    return int(row[0]), int(row[1]), int(row[2])
