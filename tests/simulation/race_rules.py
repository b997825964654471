"""Polka's rule and what others do: each keeps our stock of one size while the day goes on."""

from __future__ import annotations

import json
from typing import Protocol

from app.domain.conflict import count_to_set
from app.domain.dialect import CountMeaning
from app.domain.doubt import Conclusion, Place, Question, TrackSight
from app.domain.worlds import Track
from app.services.agreement import flag_of
from tests.simulation.race_script import Script

PLACE = Place(1, 1)


class Rule(Protocol):
    """Counts here. `here`: our stock; `flagged`: it asks a person to look."""

    here: int

    @property
    def flagged(self) -> bool:
        """Whether it says that it is not sure."""
        ...

    def counted(self, pieces: int) -> None:
        """A person has counted what is here, before anything else was said."""
        ...

    def queued(self, number: int, pieces: int) -> None:
        """Staff moved signed pieces."""
        ...

    def sending(self, number: int, pieces: int, at: float) -> int | None:
        """A request leaves; the count that it sets, where the dialect sets it."""
        ...

    def ended(self, number: int, at: float, *, applied: bool) -> None:
        """It is known whether it was applied."""
        ...

    def restarted(self) -> None:
        """The program was killed and started again."""
        ...

    def dropped(self, number: int, pieces: int) -> None:
        """A person does not want it any more."""
        ...

    def event(self, count: int, sold: int | None, at: float) -> list[int]:
        """A webhook came; the deliveries that it shows to have arrived."""
        ...

    def looked(self, number: int, count: int, at: float, *, applied: bool) -> Conclusion:
        """A person reads the count in the cabinet because a delivery got no answer."""
        ...


class Merge:
    """Polka's: the track of possible worlds, with what the services add to it."""

    def __init__(self, script: Script) -> None:
        self._dialect, self.here = script.dialect, script.opening
        self._track = Track.start(None if script.starts_unknown else script.opening)
        self._open: dict[int, int] = {}
        self._counted_at = script.counted_at

    @property
    def flagged(self) -> bool:
        return flag_of(self._track, self.here, sum(self._open.values())) is not None

    @property
    def agreed(self) -> int | None:
        """What the marketplace has as far as this rule knows."""
        return self._track.agreed

    def counted(self, pieces: int) -> None:
        self.here = pieces

    def queued(self, number: int, pieces: int) -> None:
        self.here += pieces
        self._open[number] = pieces

    def sending(self, number: int, pieces: int, at: float) -> int | None:
        before, agreed = self.here - sum(self._open.values()), self._track.agreed
        known = before if agreed is None else agreed
        certain = before if self._track.is_certain else known
        is_left = self._dialect.count is CountMeaning.LEFT
        sets = count_to_set(known, certain, pieces) if is_left else None
        self._keep(self._track.sending(number, sets, pieces, at))
        return sets

    def ended(self, number: int, at: float, *, applied: bool) -> None:
        track = self._track.accepted(number) if applied else self._track.rejected(number)
        if applied:
            self._open.pop(number, None)
        self._keep(track.fold(at))

    def restarted(self) -> None:
        self._track = Track.from_json(json.loads(json.dumps(self._track.to_json())))

    def dropped(self, number: int, pieces: int) -> None:
        self.here -= self._open.pop(number)

    def event(self, count: int, sold: int | None, at: float) -> list[int]:
        said = count, sold, at, self._dialect.sold_count
        if self._track.worlds:
            track, reading = self._track.event(*said)
        else:
            stock = self.here - sum(self._open.values())
            track, reading = self._track.first_word(stock, *said, said_at=self._counted_at)
        self._keep(track)
        seen = [number for number, _ in reading.settled]
        for number in seen:
            self._open.pop(number, None)
        return seen

    def looked(self, number: int, count: int, at: float, *, applied: bool) -> Conclusion:
        sight = TrackSight(self._track, [n for n in self._track.open_writes if n == number])
        question = Question({number: [PLACE]}, {PLACE: sight})
        conclusion = question.conclude({PLACE: count}).get(number, Conclusion.EITHER)
        if conclusion is Conclusion.SOMETHING_ELSE:
            self._open.pop(number)
            self.here = count + sum(self._open.values())
            self._keep(self._track.corrected(count, at))
        else:
            self._keep(self._track.looked(count, at))
        return conclusion

    def compared(self, count: int, at: float) -> None:
        """A person compares with the cabinet and takes its count over."""
        self.here = count + sum(self._open.values())
        self._track = self._track.corrected(count, at)

    def _keep(self, track: Track) -> None:
        """As the services do: a changed sum of movements is a movement."""
        self.here += track.moved_total - self._track.moved_total
        self._track = track


class Naive:
    """What others do with a webhook; own movements count at once, and nothing is ever flagged."""

    def __init__(self, script: Script) -> None:
        self._dialect = script.dialect
        self.here = self._last = script.opening

    @property
    def flagged(self) -> bool:
        return False

    def counted(self, pieces: int) -> None:
        self.here = self._last = pieces

    def queued(self, number: int, pieces: int) -> None:
        self.here += pieces

    def sending(self, number: int, pieces: int, at: float) -> int | None:
        return self.here if self._dialect.count is CountMeaning.LEFT else None

    def ended(self, number: int, at: float, *, applied: bool) -> None:
        pass

    def restarted(self) -> None:
        pass

    def dropped(self, number: int, pieces: int) -> None:
        self.here -= pieces

    def event(self, count: int, sold: int | None, at: float) -> list[int]:
        self._count(count, sold)
        self._last = count
        return []

    def looked(self, number: int, count: int, at: float, *, applied: bool) -> Conclusion:
        return Conclusion.ARRIVED if applied else Conclusion.NOT_ARRIVED

    def _count(self, count: int, sold: int | None) -> None:
        raise NotImplementedError


class SetToCount(Naive):
    """The stock is what the event says."""

    def _count(self, count: int, sold: int | None) -> None:
        self.here = count


class SubtractSold(Naive):
    """The stock goes down by what the event says was sold."""

    def _count(self, count: int, sold: int | None) -> None:
        self.here -= sold or 0


class DifferenceToLast(Naive):
    """The stock moves by the difference to the count before."""

    def _count(self, count: int, sold: int | None) -> None:
        self.here += count - self._last


NAIVE_RULES = {
    "set stock to `count`": SetToCount,
    "subtract `soldCount`": SubtractSold,
    "difference to the last `count`": DifferenceToLast,
}
