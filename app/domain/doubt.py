"""What the cabinet's figures say about deliveries that got no answer.

A figure (the pieces of a size, or a price) shows one thing if a delivery arrived and another if it did
not. Where several deliveries touch the same figure they are read together: only what holds in every
story that fits the figures is concluded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import chain, combinations
from typing import NamedTuple, Protocol

from app.domain.money import parse_count, parse_price
from app.domain.worlds import Track

Figure = int | Decimal

MOST_TOGETHER = 6
"""Deliveries that are read together; nothing is concluded of more, which have too many stories."""


class Conclusion(StrEnum):
    """What the cabinet's figures say about a delivery without an answer."""

    ARRIVED = "arrived"
    NOT_ARRIVED = "not_arrived"
    SOMETHING_ELSE = "something_else"  # no story explains the figures
    EITHER = "either"  # the figures fit both


class Place(NamedTuple):
    """Where a figure stands in the cabinet: at a size (pieces), or at the product (None: its price)."""

    product_id: int
    size_id: int | None


def parse_figure(place: Place, text: str) -> Figure:
    """What a person read in the cabinet. Raises `InvalidValueError`."""
    return parse_price(text) if place.size_id is None else parse_count(text)


class Sight(Protocol):
    """What a figure may show. `deliveries`: those that it depends on."""

    @property
    def deliveries(self) -> Collection[int]:
        """Numbers of deliveries without an answer."""
        ...

    def shows(self, arrived: Collection[int]) -> Collection[Figure]:
        """The figures that are possible if just these arrived."""
        ...


@dataclass(frozen=True, slots=True)
class TrackSight:
    """The pieces of a size, its online sales included. `others`: open writes that are not asked about."""

    track: Track
    deliveries: Collection[int]
    others: Collection[int] = ()

    def shows(self, arrived: Collection[int]) -> Collection[Figure]:
        """What the worlds of the size allow."""
        stories = [{*arrived, *story} for story in _stories(self.others)]
        return {count for story in stories for count in self.track.counts_if(story)}


@dataclass(frozen=True, slots=True)
class ChangeSight:
    """A figure of which only the changes are known: {delivery: (before, after)}, in order."""

    changes: Mapping[int, tuple[Figure | None, Figure | None]]

    @property
    def deliveries(self) -> Collection[int]:
        """Those with a change."""
        return self.changes.keys()

    def shows(self, arrived: Collection[int]) -> Collection[Figure]:
        """What the last one that arrived made of it, else what was there before the first."""
        made = [after for number, (_, after) in self.changes.items() if number in arrived]
        first = next(before for before, _ in self.changes.values())
        figure = made[-1] if made else first
        return () if figure is None else (figure,)


@dataclass(frozen=True, slots=True)
class Question:
    """The deliveries of one product that got no answer, {number: their figures}, in order."""

    asked: Mapping[int, Sequence[Place]]
    sights: Mapping[Place, Sight]

    def expected(self, number: int, place: Place, *, arrived: bool) -> list[Figure]:
        """The figures that the cabinet may show if this delivery arrived, or if it did not."""
        sight = self.sights[place]
        stories = _stories(sight.deliveries)
        shown = {
            figure for story in stories if (number in story) is arrived for figure in sight.shows(story)
        }
        return sorted(shown)

    def conclude(self, figures: Mapping[Place, Figure]) -> dict[int, Conclusion]:
        """What follows for each delivery all of whose figures are there."""
        found: dict[int, Conclusion] = {}
        for group in self._groups():
            found |= self._conclude_group(group, figures)
        return found

    def _conclude_group(
        self, group: Collection[int], figures: Mapping[Place, Figure]
    ) -> dict[int, Conclusion]:
        ready = [number for number in group if all(place in figures for place in self.asked[number])]
        if len(group) > MOST_TOGETHER or not ready:
            return dict.fromkeys(ready, Conclusion.EITHER)
        places = [
            p for p, s in self.sights.items() if p in figures and not set(s.deliveries).isdisjoint(group)
        ]
        stories = [
            story
            for story in _stories(group)
            if all(figures[place] in self.sights[place].shows(story) for place in places)
        ]
        if not stories:
            # A correction settles all of them at once, so every figure has to be there.
            return dict.fromkeys(ready, Conclusion.SOMETHING_ELSE) if len(ready) == len(group) else {}
        return {number: _common(number, stories) for number in ready}

    def _groups(self) -> list[list[int]]:
        """Deliveries that touch a common figure, directly or by way of others."""
        groups: list[set[int]] = [{number} for number in self.asked]
        for sight in self.sights.values():
            touched = [group for group in groups if not group.isdisjoint(sight.deliveries)]
            apart = [group for group in groups if group.isdisjoint(sight.deliveries)]
            groups = [*apart, set[int]().union(*touched)] if touched else apart
        return [sorted(group) for group in groups]


def _common(number: int, stories: Sequence[Collection[int]]) -> Conclusion:
    arrived = {number in story for story in stories}
    if len(arrived) > 1:
        return Conclusion.EITHER
    return Conclusion.ARRIVED if arrived.pop() else Conclusion.NOT_ARRIVED


def _stories(numbers: Collection[int]) -> Iterator[frozenset[int]]:
    """Every set of deliveries that may have arrived; of too many, only none and each one alone."""
    longest = len(numbers) if len(numbers) <= MOST_TOGETHER else 1
    sets = chain.from_iterable(combinations(numbers, length) for length in range(longest + 1))
    return map(frozenset, sets)
