"""Deliveries without an answer: what the cabinet may show of them, and what its figures decide."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from datetime import UTC, datetime
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from app.domain.action import Action
from app.domain.doubt import ChangeSight, Conclusion, Figure, Place, Question, Sight, TrackSight
from app.services import deciding
from app.services.agreement import note_looked
from app.services.delivery_views import Answer, Answered, DoubtRow, OpenQuestion
from app.services.pausing import hold_while_paused
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.tracks import load_track
from app.services.views import Change
from app.storage import deliveries
from app.storage.rows import IN_ONE_STATEMENT

if TYPE_CHECKING:
    from sqlalchemy import Connection

PRODUCTS_AT_ONCE = 20
"""Products in one transaction: others who write wait no longer than that takes."""


def open_questions(shop: Shop, delivery_ids: Collection[int] | None = None) -> list[OpenQuestion]:
    """What is asked about the deliveries without an answer, by article.

    `delivery_ids`: only the products of these; None: all.
    """
    with shop.database.read() as connection:
        found = _questions(connection, deliveries.unknown(connection))
    if delivery_ids is None:
        return found
    return [asked for asked in found if not asked.question.asked.keys().isdisjoint(delivery_ids)]


def product_question(connection: Connection, product_id: int) -> OpenQuestion | None:
    """What is asked about one product; None where every delivery has its answer."""
    return next(iter(_questions(connection, deliveries.unknown(connection, [product_id]))), None)


def _questions(connection: Connection, records: Sequence[Any]) -> list[OpenQuestion]:
    lines: dict[int, list[Any]] = {}
    for start in range(0, len(records), IN_ONE_STATEMENT):
        ids = [record.id for record in records[start : start + IN_ONE_STATEMENT]]
        for line in deliveries.lines(connection, ids):
            lines.setdefault(line.delivery_id, []).append(line)
    by_product = groupby(records, key=lambda record: int(record.product_id))
    return [_question(product_id, list(group), lines) for product_id, group in by_product]


def _question(product_id: int, records: Sequence[Any], lines: Mapping[int, Sequence[Any]]) -> OpenQuestion:
    asked = {record.id: _places(record, lines.get(record.id, ())) for record in records}
    question = Question({number: list(places) for number, places in asked.items()}, _sights(records, lines))
    rows = [
        _row(record, place, size, question)
        for record in records
        for place, size in asked[record.id].items()
    ]
    return OpenQuestion(product_id, question, tuple(rows))


def _places(record: Any, lines: Sequence[Any]) -> dict[Place, str]:
    """The figures that tell about a delivery, with the names of their sizes."""
    if record.action == Action.PRICE:
        return {Place(record.product_id, None): ""}
    return {Place(record.product_id, line.size_id): line.value for line in lines}


def _sights(records: Sequence[Any], lines: Mapping[int, Sequence[Any]]) -> dict[Place, Sight]:
    numbers = [record.id for record in records]
    sights: dict[Place, Sight] = {}
    of_sizes: dict[Place, dict[int, Any]] = {}
    for record in records:
        for line in lines.get(record.id, ()):
            of_sizes.setdefault(Place(record.product_id, line.size_id), {})[record.id] = line
    for place, by_delivery in of_sizes.items():
        sights[place] = _size_sight(by_delivery, numbers)
    prices = [record for record in records if record.action == Action.PRICE]
    if prices:
        changes = {r.id: (_decimal(r.old_price), _decimal(r.price)) for r in prices}
        sights[Place(prices[0].product_id, None)] = ChangeSight(changes)
    return sights


def _size_sight(lines: Mapping[int, Any], numbers: Collection[int]) -> Sight:
    """By its worlds; where they know nothing of a delivery, by what was written when it was sent."""
    one = next(iter(lines.values()))
    track = load_track(one.track, one.agreed)
    if not track.worlds or not lines.keys() <= set(track.open_writes):
        return ChangeSight({number: (line.before, line.after) for number, line in lines.items()})
    asked = [number for number in track.open_writes if number in numbers]
    others = [number for number in track.open_writes if number not in numbers]
    return TrackSight(track, asked, others)


def _row(record: Any, place: Place, size: str, question: Question) -> DoubtRow:
    sent_at = record.created_at if record.first_tried_at is None else record.first_tried_at
    return DoubtRow(
        delivery_id=record.id,
        place=place,
        article=record.article,
        title=record.title,
        size=size,
        action=Action(record.action),
        sent_at=datetime.fromtimestamp(sent_at, UTC).astimezone(),
        if_not_arrived=tuple(question.expected(record.id, place, arrived=False)),
        if_arrived=tuple(question.expected(record.id, place, arrived=True)),
    )


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def answer(shop: Shop, answers: Sequence[Answer], progress: Progress | None = None) -> Answered:
    """Do what follows from the figures of the cabinet, some products in each transaction.

    What has ended meanwhile, or is read otherwise than the person was told, is left alone and counted.
    A stopped one keeps what is written already.
    """
    progress = progress or Progress()
    done = Answered()
    for start in range(0, len(answers), PRODUCTS_AT_ONCE):
        progress.done, progress.total = start, len(answers)
        if progress.is_stopped:
            break
        part = answers[start : start + PRODUCTS_AT_ONCE]
        with shop.database.write() as connection:
            for one in part:
                done = _sum(done, _answer(shop, connection, one))
            hold_while_paused(connection)
        products = frozenset(one.product_id for one in part)
        shop.changes.publish(Change(products, deliveries=True, queued=True))
    return done


def _answer(shop: Shop, connection: Connection, one: Answer) -> Answered:
    asked = product_question(connection, one.product_id)
    now = {} if asked is None else asked.question.conclude(one.figures)
    open_now: Collection[int] = () if asked is None else asked.question.asked.keys()
    told = {n: c for n, c in one.conclusions.items() if c is not Conclusion.EITHER}
    agreed = {n: c for n, c in told.items() if n in open_now and now.get(n) is c}
    done = Answered(
        arrived=_of(agreed, Conclusion.ARRIVED),
        not_arrived=_of(agreed, Conclusion.NOT_ARRIVED),
        corrected=_of(agreed, Conclusion.SOMETHING_ELSE),
        ended=tuple(n for n in told if n not in open_now),
        changed=tuple(n for n in told if n in open_now and n not in agreed),
    )
    for number in done.arrived:
        deciding.confirm(shop, connection, number)
    for number in done.not_arrived:
        deciding.deny(shop, connection, number)
    if asked is not None:
        seen = _counts(one.figures, _places_of(asked, (*done.arrived, *done.not_arrived)))
        note_looked(connection, seen, at=shop.clock(), who=shop.who)
    if asked is not None and done.corrected:
        figures = {p: one.figures[p] for p in _places_of(asked, done.corrected)}
        deciding.take_over(shop, connection, one.product_id, done.corrected, figures)
    return done


def _of(agreed: Mapping[int, Conclusion], wanted: Conclusion) -> tuple[int, ...]:
    return tuple(number for number, conclusion in agreed.items() if conclusion is wanted)


def _places_of(asked: OpenQuestion, numbers: Collection[int]) -> Iterator[Place]:
    for number in numbers:
        yield from asked.question.asked[number]


def _counts(figures: Mapping[Place, Figure], places: Iterable[Place]) -> dict[int, int]:
    """{size id: pieces} of those that are sizes."""
    return {place.size_id: int(figures[place]) for place in places if place.size_id is not None}


def _sum(one: Answered, other: Answered) -> Answered:
    return Answered(*(a + b for a, b in zip(astuple(one), astuple(other), strict=True)))
