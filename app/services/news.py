"""What is worth telling outside the window: read from what was committed, and from the engine's status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.action import Action
from app.domain.notices import MOST_LINES, News, NoticeKind, Spot, Target
from app.domain.text import Text, translate
from app.services.pausing import BY_PERSON
from app.services.shop import Shop
from app.services.status_views import Lamp, Status
from app.services.words import ACTIONS
from app.storage import deliveries, news

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Seen:
    """How far somebody has looked: the newest movement, and the deliveries known to have no answer."""

    movement: int
    unknown: frozenset[int]


def seen_now(shop: Shop) -> Seen:
    """Everything until now."""
    with shop.database.read() as connection:
        return Seen(news.last_movement(connection), news.unknown_ids(connection))


def news_since(shop: Shop, seen: Seen) -> tuple[Seen, tuple[News, ...]]:
    """What was committed since, and how far that is. Raises `StorageError`."""
    with shop.database.read() as connection:
        now = Seen(news.last_movement(connection), news.unknown_ids(connection))
        span = (seen.movement, now.movement, MOST_LINES)
        found = (
            _sold(NoticeKind.OVERSALE, *news.oversales(connection, *span)),
            _sold(NoticeKind.SALE, *news.sales(connection, *span)),
            _without_answer(connection, sorted(now.unknown - seen.unknown, reverse=True)),
        )
    return now, tuple(one for one in found if one is not None)


def _sold(kind: NoticeKind, count: int, newest: Sequence[Any]) -> News | None:
    if not count:
        return None
    first = newest[0]
    is_line = kind is NoticeKind.SALE and first.line_id is not None
    spot = (
        Spot(Target.EVENT, first.line_id)
        if is_line
        else Spot(Target.PRODUCT, first.product_id, first.size_id)
    )
    return News(kind, spot, tuple(_sale(row) for row in newest), count)


def _sale(row: Any) -> Text:
    if row.here_after < 0:
        words = translate("Notice", "{article} {size}: the stock is {here}")
        return words.format(article=row.article, size=row.value, here=f"−{-row.here_after}")
    if row.quantity < -1:
        words = translate("Notice", "{article} {size}, {pieces} pcs, {here} left")
    else:
        words = translate("Notice", "{article} {size}, {here} left")
    return words.format(article=row.article, size=row.value, pieces=-row.quantity, here=row.here_after)


def _without_answer(connection: Connection, new: Sequence[int]) -> News | None:
    records = [deliveries.record(connection, number) for number in new[:MOST_LINES]]
    lines = tuple(
        translate("Notice", "{article}, {action}: check in the cabinet whether it arrived").format(
            article=record.article, action=ACTIONS[Action(record.action)]
        )
        for record in records
        if record is not None
    )
    return News(NoticeKind.UNKNOWN, Spot(Target.DELIVERY, new[0]), lines, len(new)) if lines else None


def status_news(before: Status, after: Status) -> tuple[News, ...]:
    """What stands in the way since this change of the status."""
    began = _hindrances(after).keys() - _hindrances(before).keys()
    return tuple(one for kind, one in _hindrances(after).items() if kind in began)


def is_over(kind: NoticeKind, status: Status) -> bool:
    """Whether what stood in the way does not any more."""
    return kind not in _hindrances(status)


def _hindrances(status: Status) -> dict[NoticeKind, News]:
    found: dict[NoticeKind, News] = {}
    if status.paused is not None and status.paused != BY_PERSON:
        found[NoticeKind.PAUSE] = News(NoticeKind.PAUSE, Spot(Target.CONNECTION), (status.paused,))
    is_deaf = status.listener is Lamp.BAD or status.refused is not None
    if is_deaf and status.listener_words is not None:
        words = status.listener_words
        found[NoticeKind.RECEIVING] = News(NoticeKind.RECEIVING, Spot(Target.RECEIVING), (words,))
    return found
