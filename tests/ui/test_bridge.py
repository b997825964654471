"""What is told of many changes, and how often."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.services.views import Change
from app.ui import bridge
from app.ui.context import UiContext

EVENT = Change(frozenset({1}), events=True)


@pytest.fixture
def told(context: UiContext, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[Change]:
    """What the bridge has told, after a first change; only what cannot wait is told from then on."""
    monkeypatch.setattr(bridge, "BUSY_MS", 600_000)
    changes: list[Change] = []
    context.bridge.changed.connect(changes.append)
    context.shop.changes.publish(EVENT)
    qtbot.waitUntil(lambda: changes == [EVENT])
    changes.clear()
    return changes


def test_what_pours_in_is_told_together_with_what_a_person_did(
    told: list[Change], context: UiContext, qtbot: QtBot
) -> None:
    for product in range(2, 50):
        context.shop.changes.publish(Change(frozenset({product}), events=True))
    context.shop.changes.publish(Change(frozenset({50}), structure=True))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Change(frozenset(range(2, 51)), structure=True, events=True)]


def test_a_person_who_goes_on_changing_is_told_of_meanwhile(
    told: list[Change], context: UiContext, qtbot: QtBot
) -> None:
    for _ in range(2):
        context.shop.changes.publish(Change(settings=True))
        qtbot.waitUntil(lambda: told == [Change(settings=True)])
        told.clear()
