"""The true reading is among those that are offered, and choosing it ends with the true stock."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.worlds import Track, WorldOutcome
from tests.simulation.race import Race
from tests.simulation.race_rules import Merge
from tests.simulation.race_script import DIALECTS, Script, Weather


class Choosing(Merge):
    """The rule with a person who knows which reading is true."""

    def has_several(self) -> bool:
        return self._track.explained and not self._track.is_certain

    def choose(self, true: int, there: int) -> None:
        track, _ = self._track.chosen(WorldOutcome(self._track.moved_total + true - self.here, there))
        self._keep(track)


def ended(name: str, seed: int) -> tuple[Race, Choosing]:
    """A dense day of one size, until nothing happens any more."""
    script = Script.of(seed, DIALECTS[name], Weather(duplicated=0.5))
    rule = Choosing(script)
    race = Race(script.with_tail(0), rule)
    race.play()
    return race, rule


@pytest.mark.parametrize("name", DIALECTS)
@given(seed=st.integers(0, 10**9))
def test_choosing_the_true_reading_ends_with_the_true_stock(name: str, seed: int) -> None:
    race, rule = ended(name, seed)
    if race.corrected or not rule.has_several():
        return
    rule.choose(race.true, race.there)
    assert not rule.has_several()
    assert (rule.here, rule.agreed) == (race.true, race.there)


def test_a_day_with_several_readings_is_no_rarity() -> None:
    found = [rule.has_several() for _, rule in (ended("left-moved", seed) for seed in range(100))]
    assert sum(found) > 5


def test_what_is_none_of_the_readings_cannot_be_chosen() -> None:
    with pytest.raises(ValueError, match="moved=3"):
        Track.start(4).chosen(WorldOutcome(3, 7))
