"""A cell as the text that a person sees in it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from app.spreadsheet.sheet import Cell

MOST_EXACT = 10**15
"""Excel keeps fifteen digits of a number; of a longer one the last digits are lost."""

TRUTH = frozenset({"TRUE", "FALSE", "ИСТИНА", "ЛОЖЬ"})
"""What Excel shows for yes and no."""

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


def cell_text(cell: Cell) -> str:
    """What the cell says, without spaces around it: whole numbers without a point, dates as ISO."""
    match cell:
        case str():
            return cell.strip() if cell.isascii() else _INVISIBLE.sub("", cell).strip()
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < MOST_EXACT else repr(cell)
        case datetime():
            return f"{cell:%Y-%m-%d}" if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M:%S}"
        case date() | time():
            return cell.isoformat()
        case int() | timedelta():
            return str(cell)
