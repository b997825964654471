"""What a person is told outside the window, and when: what happens within seconds is one notice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf

from app.domain.text import Text

QUIET = 2.0
"""Seconds without more news after which a notice is shown."""

LONGEST = 6.0
"""Seconds after which it is shown although more is coming."""

BETWEEN = 20.0
"""Seconds from one notice to the next, so that a busy evening does not cover the screen."""

MOST_LINES = 3


class NoticeKind(StrEnum):
    """What is told, the most urgent first."""

    OVERSALE = "oversale"
    PAUSE = "pause"  # the marketplace refused, such as the token: nothing is sent any more
    RECEIVING = "receiving"  # events cannot come in
    UNKNOWN = "unknown"  # a delivery without an answer
    SALE = "sale"


class Target(StrEnum):
    """Where a notice leads."""

    PRODUCT = "product"
    DELIVERY = "delivery"
    EVENT = "event"
    CONNECTION = "connection"
    RECEIVING = "receiving"


@dataclass(frozen=True, slots=True)
class Spot:
    """The row to lead to. `number`: of the product, delivery or event line, where there is one."""

    target: Target
    number: int | None = None
    size_id: int | None = None


@dataclass(frozen=True, slots=True)
class News:
    """Something happened `count` times; `lines` says of the newest ones what, the newest first."""

    kind: NoticeKind
    spot: Spot
    lines: tuple[Text, ...]
    count: int = 1

    def followed_by(self, later: News) -> News:
        """Both as one, which leads to the newest."""
        lines = (later.lines + self.lines)[:MOST_LINES]
        return News(self.kind, later.spot, lines, self.count + later.count)


@dataclass(frozen=True, slots=True)
class NoticeChoices:
    """What a person wants to be told."""

    kinds: frozenset[NoticeKind] = frozenset(NoticeKind)
    quiet_while_active: bool = True  # nothing while the window is the one that is worked in

    def wanted(self, news: News) -> News | None:
        """The news as they are told, or None. An oversale is told as a sale where only these are."""
        if news.kind in self.kinds:
            return news
        if news.kind is NoticeKind.OVERSALE and NoticeKind.SALE in self.kinds:
            return replace(news, kind=NoticeKind.SALE)
        return None


@dataclass(frozen=True, slots=True)
class Notice:
    """What is shown: the most urgent kind with its newest lines, and how often the others happened.

    It leads to the newest of what is most urgent.
    """

    kind: NoticeKind
    count: int
    lines: tuple[Text, ...]
    spot: Spot
    also: tuple[tuple[NoticeKind, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Gathering:
    """News that wait to be told together. Times are seconds on a clock that only goes forward."""

    news: tuple[News, ...] = ()
    first: float = 0.0
    last: float = 0.0
    told: float = -inf

    @property
    def due(self) -> float | None:
        """When to show a notice, or None where there is nothing to tell."""
        if not self.news:
            return None
        return max(min(self.last + QUIET, self.first + LONGEST), self.told + BETWEEN)

    def joined(self, more: Iterable[News], now: float) -> Gathering:
        """With more news."""
        more = tuple(more)
        if not more:
            return self
        return replace(self, news=self.news + more, first=self.first if self.news else now, last=now)

    def without(self, kind: NoticeKind) -> Gathering:
        """What was to be told of a kind is over already."""
        return replace(self, news=tuple(one for one in self.news if one.kind is not kind))

    def taken(self, choices: NoticeChoices, now: float) -> tuple[Gathering, Notice | None]:
        """Nothing waits any more; the notice about what waited and is wanted."""
        notice = _notice([wanted for one in self.news if (wanted := choices.wanted(one)) is not None])
        return Gathering(told=self.told if notice is None else now), notice


def _notice(news: Iterable[News]) -> Notice | None:
    by_kind: dict[NoticeKind, News] = {}
    for one in news:
        earlier = by_kind.get(one.kind)
        by_kind[one.kind] = one if earlier is None else earlier.followed_by(one)
    if not by_kind:
        return None
    most_urgent, *others = (by_kind[kind] for kind in NoticeKind if kind in by_kind)
    also = tuple((other.kind, other.count) for other in others)
    return Notice(most_urgent.kind, most_urgent.count, most_urgent.lines, most_urgent.spot, also)
