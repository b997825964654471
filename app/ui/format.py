"""Numbers, money, times and dates in the person's locale."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from html import escape
from math import ceil

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime
from PySide6.QtGui import Qt

MINUS = "−"
UNKNOWN = "—"
NO_BREAK = "\u00a0"
SHORT_DAY = "d MMM"


def number(value: int) -> str:
    """A whole number with the locale's groups."""
    return QLocale().toString(value).replace("-", MINUS)


def stock(value: int | None) -> str:
    """A stock; the dash where nobody knows it."""
    return UNKNOWN if value is None else number(value)


def signed(value: int) -> str:
    """A movement with its sign."""
    return f"+{number(value)}" if value > 0 else number(value)


def money(value: Decimal) -> str:
    """A price: exact, without decimals where there are none."""
    whole = int(value)
    shown = QLocale().toString(whole).replace("-", MINUS)
    if value == whole:
        return shown
    cents = f"{abs(value) % 1:.2f}"[2:]
    return f"{shown}{QLocale().decimalPoint()}{cents}"


def clock(moment: datetime) -> str:
    """The time of day to the second, on the clock of this computer."""
    local = moment.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute, local.second), "HH:mm:ss")


def short_clock(moment: datetime) -> str:
    """The time of day to the minute."""
    local = moment.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), "HH:mm")


def day(moment: datetime) -> str:
    """Today is the empty word, yesterday its word, else the short date."""
    local, today = moment.astimezone().date(), datetime.now().astimezone().date()
    if local == today:
        return ""
    if local == today - timedelta(days=1):
        return _yesterday()
    date = QDate(local.year, local.month, local.day)
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)


def when(moment: datetime) -> str:
    """The time today, the day and the time before."""
    return f"{day(moment)} {clock(moment)}".strip()


def log_time(moment: datetime) -> str:
    """For a column: seconds today, minutes before."""
    return f"{_short_day(moment)} {short_clock(moment)}" if day(moment) else clock(moment)


def longest_log_time() -> str:
    """What a column of such times has to have room for."""
    return f"{longest_day()} 00:00"


def longest_day() -> str:
    """What a column has to have room for where the day stands above the time."""
    days = [QLocale().toString(QDate(2000, month, 28), SHORT_DAY) for month in range(1, 13)]
    return max((*days, _yesterday()), key=len)


def short_when(moment: datetime) -> str:
    """The time to the minute today, only the day before."""
    return _short_day(moment) or short_clock(moment)


def size_change(size: str, before: int | None, after: int) -> str:
    """«42: 6 → 4»: the colon keeps a size that is a number apart from the pieces."""
    return f"{size}: {stock(before)} → {number(after)}"


def whole_day(day: date) -> str:
    """«12.11.2026», as dates are written where the person is."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def day_of_month(moment: datetime) -> str:
    """«12 Nov», whichever year."""
    local = moment.astimezone()
    return QLocale().toString(QDate(local.year, local.month, local.day), SHORT_DAY)


def plain_tip(text: str) -> str:
    """Text for a tool tip, which takes `<b>` in a stranger's words for markup."""
    return f"<qt>{escape(text)}</qt>" if Qt.mightBeRichText(text) else text


def pieces(movement: int) -> str:
    """«−2 pcs»."""
    return QCoreApplication.translate("Format", "{count} pcs").format(count=signed(movement))


def _yesterday() -> str:
    return QCoreApplication.translate("Format", "yesterday")


def _short_day(moment: datetime) -> str:
    """As `day`, with the year only where it is another one: «12 Nov»."""
    local, now = moment.astimezone(), datetime.now().astimezone()
    if (now.date() - local.date()).days < 2 or local.year != now.year:
        return day(moment)
    return day_of_month(moment)


def time_left(seconds: float) -> str:
    """«about 2 min left», rounded up, for an estimate."""
    minutes = ceil(seconds / 60)
    if seconds < 60:
        return QCoreApplication.translate("Format", "less than a minute left")
    if minutes < 100:
        return QCoreApplication.translate("Format", "about {minutes} min left").format(minutes=minutes)
    hours = ceil(minutes / 60)
    return QCoreApplication.translate("Format", "about {hours} h left").format(hours=number(hours))


def countdown(seconds: float) -> str:
    """«0:42», «1:05:00»."""
    left = max(round(seconds), 0)
    hours, minutes = divmod(left // 60, 60)
    if hours:
        return f"{hours}:{minutes:02}:{left % 60:02}"
    return f"{minutes}:{left % 60:02}"
