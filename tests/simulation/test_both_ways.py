"""Stock that two sides sell ends equal or flagged, never wrong in silence; and proof that a lie is caught.

Most seeds play the rule of the merge alone; some the whole program on SQLite.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.domain import merge, worlds
from app.domain.dialect import SoldCountMeaning
from app.domain.merge import World
from app.domain.worlds import Track
from app.services import agreement
from tests.simulation.both_ways import run_both_ways, run_one
from tests.simulation.ordinary import OrdinaryShop
from tests.simulation.race import Ending, Race, Verdict
from tests.simulation.race_command import replay
from tests.simulation.race_figures import MUST_NOT_BE_SILENT, WEATHERS, Figures, race_figures
from tests.simulation.race_rules import NAIVE_RULES, Merge
from tests.simulation.race_script import DIALECTS, Script, Weather

SEEDS = range(60)
WHOLE_SEEDS = range(2)
ROUGH = WEATHERS["rough"]

dialects = pytest.mark.parametrize("name", DIALECTS)


def must_not_be_silent(figures: Figures, name: str, weather: str, *, services: bool = False) -> None:
    assert figures.seeds
    wrong = [replay(seed, name, weather, services=services) for seed in figures.silent]
    assert not wrong, "\n".join(wrong)


@dialects
@pytest.mark.parametrize("weather", sorted(MUST_NOT_BE_SILENT))
def test_nothing_is_wrong_in_silence(name: str, weather: str) -> None:
    figures = race_figures(SEEDS, DIALECTS[name], WEATHERS[weather])
    must_not_be_silent(figures, name, weather)


@dialects
def test_nothing_is_wrong_in_silence_in_the_whole_program(name: str) -> None:
    figures = run_both_ways(WHOLE_SEEDS, DIALECTS[name], ROUGH)
    must_not_be_silent(figures, name, "rough", services=True)


def test_a_seed_of_the_whole_program_can_be_repeated() -> None:
    dialect = DIALECTS["left-moved"]
    assert run_one(7, dialect, ROUGH) == run_one(7, dialect, ROUGH)


@dialects
def test_most_sizes_end_equal_where_little_goes_wrong(name: str) -> None:
    """The later sale, long after the races, tells which of the readings was right."""
    mild = Weather(duplicated=0.01, lost_answers=0.01, storms=0, refused=0)
    figures = race_figures(SEEDS, DIALECTS[name], mild, tail=1)
    if DIALECTS[name].count == "moved":
        assert figures.share(Verdict.EQUAL) > 90
    must_not_be_silent(figures, name, "rough")


@pytest.mark.parametrize("rule", NAIVE_RULES.values(), ids=list(NAIVE_RULES))
def test_the_rules_of_others_are_wrong_on_the_same_days(rule: Callable[[Script], Any]) -> None:
    assert race_figures(SEEDS, DIALECTS["left-moved"], ROUGH, rule).share(Verdict.SILENT) > 30


@pytest.mark.parametrize("weather", ["loss", "reordering"])
@dialects
def test_a_later_event_that_contradicts_always_flags(name: str, weather: str) -> None:
    for seed in range(100):
        script = Script.of(seed, DIALECTS[name], WEATHERS[weather])
        ending, agreed = played(script.with_tail(0))
        if ending.verdict is Verdict.SILENT and contradicts(script, ending, agreed):
            later, _ = played(script.with_tail(1))
            assert later.verdict is not Verdict.SILENT, seed


def played(script: Script) -> tuple[Ending, int | None]:
    rule = Merge(script)
    return Race(script, rule).play(), rule.agreed


def contradicts(script: Script, ending: Ending, agreed: int | None) -> bool:
    """Whether no movement of the next event leads from what was taken for agreed to its count."""
    pieces = script.tail[0].pieces
    missing = ending.there + pieces - (agreed or 0)
    match script.dialect.sold_count:
        case SoldCountMeaning.MOVED:
            return abs(missing) != abs(pieces)
        case SoldCountMeaning.TOTAL:
            return missing != pieces
        case _:
            return missing == 0


@dialects
def test_an_ordinary_shop_is_asked_less_than_once_a_week(name: str) -> None:
    asked = OrdinaryShop(DIALECTS[name], random.Random(1)).live(6)
    assert asked.a_week < 1
    assert asked.wrong == 0


# Rules that lie.


def is_caught(*names: str) -> bool:
    parts = [range(start, start + 20) for start in range(0, 400, 20)]
    return any(race_figures(part, DIALECTS[name], ROUGH).silent for part in parts for name in names)


def test_a_rule_that_sets_the_stock_to_the_count_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def follow(self: Track, count: int, sold: int | None, at: float, meaning: Any) -> Any:
        moved = self.moved_total + count - (self.agreed or 0)
        told = replace(self, worlds=(World(count, len(self.writes), moved),))
        return told, worlds.Reading(worlds.ReadingKind.SALE, moved - self.moved_total, self.agreed, count)

    monkeypatch.setattr(Track, "event", follow)
    assert is_caught(*DIALECTS)


def test_a_rule_that_takes_the_likeliest_world_for_certain_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Track, "is_certain", property(lambda track: track.explained))
    assert is_caught("left-moved")


def test_a_rule_that_knows_no_repeats_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = merge.explain

    def forget(*args: Any, came_before: bool) -> Any:
        return honest(*args, came_before=False)

    monkeypatch.setattr(worlds, "explain", forget)
    assert is_caught("left-moved", "moved-moved", "moved-total")


def test_a_rule_that_takes_every_write_for_seen_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = merge._movements

    def hurry(world: World, writes: Any, event: Any, meaning: Any) -> Any:
        return [new for new in honest(world, writes, event, meaning) if new.place == len(writes)]

    monkeypatch.setattr(merge, "_movements", hurry)
    assert is_caught("left-moved", "left-total")


def test_a_rule_that_forgets_the_first_of_two_tries_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = Track.sending

    def forget(self: Track, delivery_id: int, sets: int | None, adds: int, at: float) -> Track:
        others = tuple(write for write in self.writes if write.delivery_id != delivery_id)
        return honest(replace(self, writes=others), delivery_id, sets, adds, at)

    monkeypatch.setattr(Track, "sending", forget)
    silent = race_figures([3161, 7782, 7906], DIALECTS["left-moved"], ROUGH).silent
    assert silent


def test_a_first_word_that_is_trusted_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Track, "doubted", lambda track: track)
    start = WEATHERS["unknown start"]
    assert race_figures(range(60), DIALECTS["left-moved"], start).silent


def test_services_that_never_flag_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, "flag_of", lambda *_: None)
    assert run_both_ways(WHOLE_SEEDS, DIALECTS["left-omitted"], ROUGH).silent
