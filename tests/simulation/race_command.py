"""The commands for both directions: many seeds on every core, as tables."""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat

from tests.simulation.both_ways import run_both_ways
from tests.simulation.ordinary import Asked, OrdinaryShop
from tests.simulation.race import Ending, Race, Verdict
from tests.simulation.race_figures import MUST_NOT_BE_SILENT, WEATHERS, Figures, race_figures, rules_table
from tests.simulation.race_rules import Merge
from tests.simulation.race_script import DIALECTS, Script

AT_ONCE = 250
SHOWN = 5
"""Broken seeds of one dialect whose command is printed."""


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """What can be typed after `python -m tests.simulation`."""
    both = commands.add_parser(
        "both-ways", help="sales here and online, six dialects, nothing wrong in silence"
    )
    both.add_argument("--seeds", type=int, default=500, help="how many for each dialect (default: 500)")
    both.add_argument("--start", type=int, default=0, help="the first one (default: 0)")
    both.add_argument("--seed", type=int, help="this one only, told step by step")
    both.add_argument("--dialect", choices=DIALECTS, nargs="*", help="these only")
    both.add_argument(
        "--weather", choices=WEATHERS, default="rough", help="what goes wrong (default: rough)"
    )
    both.add_argument("--tail", type=int, default=0, help="so many online moves follow long after")
    both.add_argument(
        "--services", action="store_true", help="the whole program on SQLite, not the rule alone"
    )
    both.add_argument("--rules", action="store_true", help="beside it what others do, as Markdown")
    both.set_defaults(run=_both_ways)
    ordinary = commands.add_parser("ordinary", help="how often an ordinary shop is asked in a week")
    ordinary.add_argument("--weeks", type=int, default=500, help="how many for each dialect (default: 500)")
    ordinary.add_argument(
        "--skew", type=float, default=0.0, help="0: evenly sold, 1: bestsellers (default: 0)"
    )
    ordinary.set_defaults(run=_ordinary)


def _both_ways(options: argparse.Namespace) -> int:
    names = options.dialect or list(DIALECTS)
    seeds = range(options.start, options.start + options.seeds)
    if options.seed is not None:
        for name in names:
            print(f"{name}: {_told(options.seed, name, options)}")
        return 0
    if options.rules:
        print(rules_table(seeds, WEATHERS[options.weather]))
        return 0
    print(f"{'dialect':14}{'seeds':>8}{'equal':>9}{'flagged':>9}{'silent':>9}{'asked':>7}{'ms/seed':>9}")
    all_silent = [_run(name, seeds, options).silent for name in names]
    return int(any(all_silent) and options.weather in MUST_NOT_BE_SILENT)


def _run(name: str, seeds: range, options: argparse.Namespace) -> Figures:
    parts = [seeds[n : n + AT_ONCE] for n in range(0, len(seeds), AT_ONCE)]
    figures = Figures()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for part in pool.map(
            _part,
            parts,
            repeat(name),
            repeat(options.weather),
            repeat(options.tail),
            repeat(options.services),
        ):
            figures.add_all(part)
    equal, flagged, silent = (f"{figures.share(verdict):.2f} %" for verdict in Verdict)
    took = figures.seconds / max(figures.seeds, 1) * 1000
    row = f"{name:14}{figures.seeds:8}{equal:>9}{flagged:>9}{silent:>9}{figures.asked:7}{took:9.2f}"
    print(row, flush=True)
    if options.weather in MUST_NOT_BE_SILENT:
        for seed in figures.silent[:SHOWN]:
            print(f"  {replay(seed, name, options.weather, services=options.services)}")
    return figures


def replay(seed: int, name: str, weather: str, *, services: bool = False) -> str:
    """How a seed is repeated."""
    mode = " --services" if services else ""
    return (
        f"python -m tests.simulation both-ways --seed {seed} --dialect {name} --weather {weather!r}{mode}"
    )


def _part(seeds: Sequence[int], name: str, weather: str, tail: int, services: bool) -> Figures:
    dialect = DIALECTS[name]
    if services:
        return run_both_ways(seeds, dialect, WEATHERS[weather])
    return race_figures(seeds, dialect, WEATHERS[weather], tail=tail)


def _told(seed: int, name: str, options: argparse.Namespace) -> Ending | Figures:
    """One seed step by step."""
    dialect, weather = DIALECTS[name], WEATHERS[options.weather]
    if options.services:
        return run_both_ways([seed], dialect, weather)
    script = Script.of(seed, dialect, weather).with_tail(options.tail)
    race = Race(script, Merge(script), log=[])
    ending = race.play()
    print(*(race.log or ()), sep="\n")
    return ending


def _ordinary(options: argparse.Namespace) -> int:
    print(f"{'dialect':14}{'weeks':>7}{'flags':>8}{'stayed':>8}{'unknown':>9}{'questions a week':>18}")
    for name in DIALECTS:
        asked = _weeks(name, options)
        counts = f"{asked.weeks:7}{asked.flagged:8}{asked.stayed:8}{asked.unknown:9}"
        print(f"{name:14}{counts}{asked.a_week:18.2f}", flush=True)
    return 0


def _weeks(name: str, options: argparse.Namespace) -> Asked:
    return OrdinaryShop(DIALECTS[name], random.Random(1), options.skew).live(options.weeks)
