"""The README's worked examples are played, so that they stay true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.domain.action import Action
from app.domain.delivery import AttemptOutcome
from app.domain.dialect import CountMeaning, Dialect
from app.services.catalogue import add_product
from app.services.editing import queue_action
from app.services.event_views import EventKind
from app.services.shop import Shop
from app.services.views import ProductDraft, SizeDraft
from tests.services.test_event_words import jacket, receive, send

README = Path(__file__).parents[2] / "README.md"
EVENT = re.compile(r"(?:event )?(\d+), (\d+)")
SENT = re.compile(r"(sold|receipts) (\d+) \(`(left|moved)`\)(, no answer)?")
HOUR = "an hour"
NOBODY_TOLD = "–"


def examples() -> list[tuple[str, str, str, str]]:
    """(name, before, event, sentence) of each row."""
    _, _, section = README.read_text("utf-8").partition("## How Polka counts\n")
    rows = [
        line.strip("| \n").split("|") for line in section.partition("\n## ")[0].splitlines() if "|" in line
    ]
    return [(row[0].strip(), row[1].strip(), row[2].strip(), row[3].strip()) for row in rows[2:]]


def begin(shop: Shop, steps: list[str]) -> None:
    """A jacket's XL: five on both sides, or nobody has told."""
    if steps[:1] == [NOBODY_TOLD]:
        del steps[0]
        add_product(shop, ProductDraft("SS21CA2N", sizes=(SizeDraft("XL"),), marketplace_id=17))
    else:
        jacket(shop)


def happen(shop: Shop, step: str) -> None:
    """Something that came before the event."""
    if found := SENT.fullmatch(step):
        outcome = AttemptOutcome.NO_ANSWER if found[4] else AttemptOutcome.ACCEPTED
        send(shop, Dialect(CountMeaning(found[3])), int(found[2]), outcome, Action(found[1]))
    elif step == HOUR:
        clock = shop.clock
        shop.clock = lambda: clock() + 3600
    elif found := EVENT.fullmatch(step):
        receive(shop, int(found[1]), int(found[2]))
    else:
        action, pieces = step.split()
        queue_action(shop, "SS21CA2N", Action(action), {"XL": int(pieces)}, None, "test")


@pytest.mark.parametrize(("name", "before", "event", "sentence"), examples())
def test_the_readme_tells_how_polka_counts(
    shop: Shop, name: str, before: str, event: str, sentence: str
) -> None:
    steps = [step.strip() for step in before.split(";") if step.strip()]
    begin(shop, steps)
    for step in steps:
        happen(shop, step)
    count, sold = event.split(", ")
    assert receive(shop, int(count), int(sold))[1] == sentence


def test_every_kind_of_result_has_an_example(shop: Shop) -> None:
    names = {name.partition(",")[0] for name, *_ in examples()}
    kinds = {
        EventKind.SALE: "sale",
        EventKind.RETURN: "return",
        EventKind.ALREADY_COUNTED: "repeat",
        EventKind.OVERWRITTEN: "overwritten",
        EventKind.SEVERAL: "several readings",
        EventKind.UNEXPLAINED: "does not fit",
        EventKind.BASELINE: "first word",
    }
    read = set(EventKind) - {EventKind.NEW, EventKind.UNLINKED, EventKind.UNREADABLE}
    assert {kinds[kind] for kind in read} <= names
