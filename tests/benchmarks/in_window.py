"""Long work in the real window: an import of 100,000 rows, and 10,000 cells pasted at once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.goods import shop_with, workbook
from tests.benchmarks.measuring import Figure, at_most, printed_by

ROWS = 100_000
CELLS = 10_000
MOST_LATE_MS, MOST_STOPPED_MS, MOST_PASTED_MS = 16, 200, 500


def measure() -> list[Figure]:
    """Each in a window of its own, on a catalogue that has the goods of the file."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        shop_with(folder / "shop", ROWS).close()
        shutil.copytree(folder / "shop", folder / "other")
        file = workbook(folder / "long.xlsx", ROWS)
        importing = json.loads(printed_by("import_window_child", str(folder / "shop"), str(file)))
        pasting = json.loads(printed_by("paste_child", str(folder / "other"), str(CELLS)))
    return [
        *(
            at_most(f"{ROWS:,} rows {how}, UI thread late by", late, MOST_LATE_MS, "ms", _longest(longest))
            for how, (late, longest) in (
                ("read and checked", importing["checked"]),
                ("queued", importing["sent"]),
            )
        ),
        at_most("… a check stopped after", importing["stopped"], MOST_STOPPED_MS, "ms"),
        *(
            at_most(
                f"{CELLS:,} cells {how}", taken, MOST_PASTED_MS, "ms", f", UI thread busy {stop:.0f} ms"
            )
            for how, (taken, stop) in (("pasted", pasting["paste"]), ("taken back", pasting["undo"]))
        ),
    ]


def _longest(milliseconds: float) -> str:
    return f" p99, longest {milliseconds:.0f} ms"
