"""Cells as an xlsx sheet has them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from xml.sax.saxutils import escape

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils.datetime import CALENDAR_WINDOWS_1900

_DAY = timedelta(days=1)


def text_cell(prefix: bytes, place: bytes, style: bytes, text: str) -> bytes:
    """A text cell, whatever it begins with: never a formula."""
    return b'<%bc r="%b" s="%b"%b' % (prefix, place, style, text_of_cell(prefix, text))


def text_of_cell(prefix: bytes, text: str) -> bytes:
    """The rest of a text cell, after its place and style."""
    written = escape(ILLEGAL_CHARACTERS_RE.sub("", text)).encode("utf-8", "replace")
    return b' t="inlineStr"><%bis><%bt xml:space="preserve">%b</%bt></%bis></%bc>' % (
        prefix, prefix, written, prefix, prefix, prefix,
    )  # fmt: skip


def number_cell(prefix: bytes, place: bytes, style: bytes, value: float | str) -> bytes:
    """A number; a text is one with a decimal point."""
    written = value if isinstance(value, str) else repr(value)
    return b'<%bc r="%b" s="%b"><%bv>%b</%bv></%bc>' % (
        prefix, place, style, prefix, written.encode(), prefix, prefix,
    )  # fmt: skip


def day_number(value: datetime | date | time | timedelta, epoch: datetime = CALENDAR_WINDOWS_1900) -> float:
    """How Excel counts: days since the epoch, or of a duration; local time where there is a zone."""
    match value:
        case datetime():
            local = value.astimezone().replace(tzinfo=None) if value.tzinfo else value
            days = (local.replace(microsecond=0) - epoch) / _DAY
        case date():
            days = float((value - epoch.date()).days)
        case time():
            days = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second) / _DAY
        case timedelta():
            days = value / _DAY
    return round(days, 9)
