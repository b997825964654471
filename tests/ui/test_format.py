"""Figures and moments as a person reads them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from app.ui import format as shown
from app.ui.i18n import Language


@pytest.fixture(params=["en"])
def _language(request: pytest.FixtureRequest, language: Language) -> None:
    language.use(request.param)


def at_noon(days_ago: int) -> datetime:
    return datetime.now().astimezone().replace(hour=12, minute=4, second=33) - timedelta(days=days_ago)


@pytest.mark.usefixtures("_language")
def test_a_size_that_is_a_number_stands_apart_from_its_pieces() -> None:
    assert shown.size_change("42", 6, 4) == "42: 6 → 4"


@pytest.mark.usefixtures("_language")
def test_the_log_shows_seconds_today_and_the_day_before() -> None:
    assert shown.log_time(at_noon(0)) == "12:04:33"
    assert shown.log_time(at_noon(1)) == "yesterday 12:04"


@pytest.mark.usefixtures("_language")
@pytest.mark.parametrize("_language", ["en", "ru"], indirect=True)
def test_an_older_day_is_short_and_has_its_year_only_when_it_is_another(qapp: QApplication) -> None:
    now = datetime.now().astimezone()
    this_year = now.replace(month=1, day=1, hour=12, minute=4) if now.month > 1 else None
    last_year = now.replace(year=now.year - 1, month=12, day=31, hour=12, minute=4)
    if this_year is not None:
        assert str(now.year) not in shown.log_time(this_year)
    assert str(now.year - 1)[2:] in shown.log_time(last_year)


@pytest.mark.usefixtures("_language")
def test_pieces_carry_their_sign() -> None:
    assert shown.pieces(-2) == "−2 pcs"
    assert shown.pieces(3) == "+3 pcs"
