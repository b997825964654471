"""Many seeds on every core: python -m tests.simulation --seeds 100000 [--start N] | --seed N

Sending alone; `both-ways` and `ordinary` are for both directions.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, fields

from tests.simulation.deliveries import Report, run_seed
from tests.simulation.race_command import add_commands

AT_ONCE = 20


def main() -> int:
    """Run the seeds; 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seeds", type=int, default=500, help="how many (default: 500)")
    parser.add_argument("--start", type=int, default=0, help="the first one (default: 0)")
    parser.add_argument("--seed", type=int, help="this one only")
    add_commands(parser.add_subparsers(title="both directions"))
    options = parser.parse_args()
    if "run" in options:
        return int(options.run(options))
    if options.seed is not None:
        print(run_seed(options.seed))
        return 0
    started = time.perf_counter()
    total, broken = run_seeds(range(options.start, options.start + options.seeds))
    took = time.perf_counter() - started
    print(f"{options.seeds} seeds in {took:.0f} s, {len(broken)} broken: {total}")
    return 1 if broken else 0


def run_seeds(seeds: range) -> tuple[Report, list[int]]:
    """Every seed; each broken one is printed with the command that repeats it."""
    parts = [seeds[n : n + AT_ONCE] for n in range(0, len(seeds), AT_ONCE)]
    sums = [0.0] * len(fields(Report))
    broken: list[int] = []
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for seed, report in (pair for part in pool.map(_run_part, parts) for pair in part):
            if isinstance(report, str):
                broken.append(seed)
                print(f"{report}\n  repeat it with: python -m tests.simulation --seed {seed}", flush=True)
            else:
                sums = [a + b for a, b in zip(sums, astuple(report), strict=True)]
    return Report(*sums), broken  # type: ignore[arg-type]


def _run_part(seeds: range) -> list[tuple[int, Report | str]]:
    return list(_each(seeds))


def _each(seeds: range) -> Iterator[tuple[int, Report | str]]:
    for seed in seeds:
        try:
            yield seed, run_seed(seed)
        except Exception as error:  # noqa: BLE001  # told with its seed
            yield seed, f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    sys.exit(main())
