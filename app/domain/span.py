"""Stretches of time on the person's own clock: days and hours up to now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum


class Span(StrEnum):
    """How far back somebody looks."""

    TODAY = "today"
    TWO_WEEKS = "two_weeks"
    MONTH = "month"


DAYS = {Span.TODAY: 1, Span.TWO_WEEKS: 14, Span.MONTH: 30}
"""Calendar days, today among them."""

HOUR = 3600


def bounds(span: Span, now: datetime) -> Sequence[float]:
    """Where the parts of a span begin, and its end: hours of today, else days; seconds since 1970."""
    today = now.date()
    if span is Span.TODAY:
        start, end = midnight(today), midnight(today + timedelta(days=1))
        hours = round((end - start) / HOUR)  # 23 or 25 where the clocks are changed
        return [start + hour * HOUR for hour in range(hours + 1)]
    first = today - timedelta(days=DAYS[span] - 1)
    return [midnight(first + timedelta(days=number)) for number in range(DAYS[span] + 1)]


def midnight(day: date) -> float:
    """When the day begins on this computer's clock."""
    return datetime.combine(day, time()).astimezone().timestamp()
