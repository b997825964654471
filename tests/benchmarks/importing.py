"""From a file to a checked plan, and from the plan into the outbox."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.goods import text, workbook
from tests.benchmarks.measuring import Figure, at_most, printed_by

ROUNDS = 3
ROWS = 100_000
MANY_ROWS = 1_000_000
QUEUED_ROWS = 60_000
"""Four sizes of each of 15,000 products: as many deliveries."""

MOST_OF_CALAMINE = 4.0
LEAST_OF_SCRIPT = 5.0
MOST_SECONDS, MOST_MB = 60, 1000
MOST_PREVIEW_MS = 300
MOST_QUEUED_MS = 2000


def measure() -> list[Figure]:
    """The best of several rounds where two are compared: a busy machine only makes them longer."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        long = workbook(folder / "long.xlsx", ROWS)
        alone, script, polka = (_best(kind, long, ROWS) for kind in ("calamine", "script", "polka"))
        many = text(folder / "many.csv", MANY_ROWS)
        seconds, megabytes = _taken("polka", many, MANY_ROWS)
        shown = max(_taken("preview", file, 0)[0] for file in (long, many))
        queued = _best("queue", workbook(folder / "queued.xlsx", QUEUED_ROWS), QUEUED_ROWS)
    return [
        _times(f"{ROWS:,} rows of xlsx to a checked plan, against python-calamine alone", polka, alone),
        Figure(
            "The same against a script with openpyxl, pydantic and sqlite3",
            f"{polka:.2f} s",
            f"≥ {LEAST_OF_SCRIPT:.0f}x faster",
            script >= LEAST_OF_SCRIPT * polka,
            bare=f"{script:.2f} s",
            ratio=f"{script / polka:.1f}x faster",
        ),
        at_most(f"{MANY_ROWS:,} rows of CSV to a checked plan", seconds, MOST_SECONDS, "s"),
        at_most("Memory for that, at most", megabytes, MOST_MB, "MB"),
        at_most("A preview of the larger of the two files", shown * 1000, MOST_PREVIEW_MS, "ms"),
        at_most("A plan of 15,000 deliveries into the outbox", queued * 1000, MOST_QUEUED_MS, "ms"),
    ]


def _times(name: str, polka: float, bare: float) -> Figure:
    ratio = polka / bare
    return Figure(
        name,
        f"{polka:.2f} s",
        f"≤ {MOST_OF_CALAMINE:.0f}x",
        ratio <= MOST_OF_CALAMINE,
        bare=f"{bare:.2f} s",
        ratio=f"{ratio:.1f}x",
    )


def _best(kind: str, file: Path, count: int) -> float:
    return min(_taken(kind, file, count)[0] for _ in range(ROUNDS))


def _taken(kind: str, file: Path, count: int) -> tuple[float, float]:
    """(seconds, MB at most) in a process of its own."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        seconds, megabytes = json.loads(printed_by("import_child", kind, str(file), folder, str(count)))
    return seconds, megabytes
