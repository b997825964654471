"""Figures of many races: how sizes end with the merge, and with the rules of others on the same days."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from app.domain.dialect import Dialect, SoldCountMeaning
from app.domain.worlds import WINDOW
from tests.simulation.race import Ending, Race, Verdict
from tests.simulation.race_rules import NAIVE_RULES, Merge, Rule, SubtractSold
from tests.simulation.race_script import DIALECTS, Script, Weather

NewRule = Callable[[Script], Rule]

WEATHERS = {
    "calm": Weather(duplicated=0, lost_answers=0, storms=0, refused=0),
    "rough": Weather(),  # delays, repeats, lost answers, crashes: nothing may be wrong in silence
    "unknown start": Weather(starts_unknown=True),
    "counted start": Weather(starts_unknown=True, counted=(-2 * WINDOW, 0)),
    "counted among sales": Weather(starts_unknown=True, counted=(0, 60)),
    "other start": Weather(starts_unknown=True, counted=(-2 * WINDOW, 0), differs=True),
    "hasty": Weather(hasty=0.5),
    "loss": Weather(lost=0.1),
    "reordering": Weather(reordered=True),
}
"""What the seeds are played in, by the names of the command line."""

MUST_NOT_BE_SILENT = frozenset({"calm", "rough", "unknown start", "counted start"})

TAIL = 3
"""Online moves that follow long after, where webhooks were lost or overtook each other."""


@dataclass(slots=True)
class Figures:
    """Of one dialect, or one rule. `silent`: seeds that ended wrong without a flag."""

    verdicts: Counter[Verdict] = field(default_factory=Counter[Verdict])
    asked: int = 0
    corrected: int = 0
    silent: list[int] = field(default_factory=list[int])
    seconds: float = 0.0

    @property
    def seeds(self) -> int:
        """How many were played."""
        return self.verdicts.total()

    def add(self, seed: int, ending: Ending) -> None:
        """Count one more."""
        self.verdicts[ending.verdict] += 1
        self.asked += ending.asked
        self.corrected += ending.corrected
        if ending.verdict is Verdict.SILENT:
            self.silent.append(seed)

    def add_all(self, other: Figures) -> None:
        """Count those of another part."""
        self.verdicts += other.verdicts
        self.asked += other.asked
        self.corrected += other.corrected
        self.silent += other.silent
        self.seconds += other.seconds

    def share(self, verdict: Verdict) -> float:
        """Percent."""
        return 100 * self.verdicts[verdict] / max(self.seeds, 1)


def run_race(seed: int, dialect: Dialect, weather: Weather, rule: NewRule = Merge, tail: int = 0) -> Ending:
    """One size's day, and `tail` online moves long after it."""
    script = Script.of(seed, dialect, weather).with_tail(tail)
    return Race(script, rule(script)).play()


def race_figures(
    seeds: Iterable[int], dialect: Dialect, weather: Weather, rule: NewRule = Merge, tail: int = 0
) -> Figures:
    """All of these seeds."""
    figures, started = Figures(), time.process_time()
    for seed in seeds:
        figures.add(seed, run_race(seed, dialect, weather, rule, tail))
    figures.seconds = time.process_time() - started
    return figures


def rules_table(seeds: range, weather: Weather) -> str:
    """Markdown: how sizes end with Polka, and the share that others end wrong in silence."""
    heads = ["dialect", "Polka: equal", "flagged", "wrong in silence", *NAIVE_RULES]
    lines = [_row(heads), "|---" * len(heads) + "|"]
    for name, dialect in DIALECTS.items():
        figures = race_figures(seeds, dialect, weather)
        ours = [f"{figures.share(verdict):.1f} %" for verdict in Verdict]
        others = [_silent_share(seeds, dialect, weather, rule) for rule in NAIVE_RULES.values()]
        lines.append(_row([name, *ours, *others]))
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _silent_share(seeds: range, dialect: Dialect, weather: Weather, rule: NewRule) -> str:
    if rule is SubtractSold and dialect.sold_count is not SoldCountMeaning.MOVED:
        return "—"  # there is nothing to subtract
    return f"{race_figures(seeds, dialect, weather, rule).share(Verdict.SILENT):.1f} %"
