"""The curve of a stock begins with the product and tells its figures in words too."""

from __future__ import annotations

from datetime import datetime, timedelta

from pytestqt.qtbot import QtBot

from app.ui.context import UiContext
from app.ui.widgets.sparkline import Sparkline

NOW = datetime.now().astimezone()


def test_before_the_first_movement_there_is_no_line(context: UiContext, qtbot: QtBot) -> None:
    curve = Sparkline(context.theme)
    qtbot.addWidget(curve)
    opened = NOW - timedelta(days=3)
    curve.set_points([(NOW - timedelta(days=30), 0), (opened, 3), (opened, 9), (NOW, 9)])

    assert curve.points == [(opened, 9), (NOW, 9)]


def test_a_stock_from_before_the_window_is_drawn_from_its_start(context: UiContext, qtbot: QtBot) -> None:
    curve = Sparkline(context.theme)
    qtbot.addWidget(curve)
    points = [(NOW - timedelta(days=30), 5), (NOW - timedelta(days=2), 4), (NOW, 4)]
    curve.set_points(points)

    assert curve.points == points
    assert "at least 4, at most 5, now 4" in curve.accessibleDescription()


def test_a_stock_below_zero_and_one_without_history_are_painted(context: UiContext, qtbot: QtBot) -> None:
    curve = Sparkline(context.theme)
    qtbot.addWidget(curve)
    for points in ([], [(NOW, 2)], [(NOW - timedelta(days=1), 1), (NOW, -2)]):
        curve.set_points(points)
        assert not curve.grab().isNull()
