"""A size without the events of a link is what it would be had they never come, or it is flagged."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.domain.dialect import Dialect, SoldCountMeaning
from app.services.agreement import correct
from app.services.link_views import LinkKey
from app.services.linking import link, link_effect, unlink
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.storage import past_stock
from app.storage.secrets import session_secrets
from tests.services.support import add_simple_product
from tests.services.test_linking import arrive, flags, stock

KEPT, WRONG = 18, 17
SEEDS = 8


@dataclass(frozen=True)
class Step:
    """An event of a number, or a figure that a person read (no number)."""

    seconds: float
    number: int | None
    count: int
    sold: int


def story(chance: random.Random, meaning: SoldCountMeaning) -> list[Step]:
    """What the marketplace tells of its 20 pieces, between events of another product's size."""
    counts, totals = {KEPT: 20, WRONG: chance.choice([20, 7])}, {KEPT: 0, WRONG: 0}
    steps: list[Step] = []
    for _ in range(chance.randint(1, 7)):
        seconds = chance.choice([5, 120, 700])
        if chance.random() < 0.12:
            steps.append(Step(seconds, None, counts[KEPT], 0))
            continue
        number, pieces = chance.choice([KEPT, WRONG]), chance.choice([1, 1, 2, -1])
        counts[number] -= pieces
        totals[number] += pieces
        sold = totals[number] if meaning is SoldCountMeaning.TOTAL else abs(pieces)
        step = Step(seconds, number, counts[number], sold)
        steps += [step, replace(step, seconds=1)] if chance.random() < 0.15 else [step]
    return steps


def play(folder: Path, meaning: SoldCountMeaning, steps: Sequence[Step], *, is_undone: bool) -> str:
    """The size with all events and the link undone, or where the wrong ones never came."""
    now = [1_000_000.0]
    shop = Shop(folder, secrets=session_secrets(), clock=lambda: now[0])
    shop.open()
    save_connection(shop, ConnectionSettings(dialect=replace(Dialect(), sold_count=meaning)))
    product = add_simple_product(shop, "SS21CA2N", {"L": 20})
    for number in (KEPT, WRONG):
        link(shop, number, product)
    for step in steps:
        now[0] += step.seconds
        if step.number == WRONG and not is_undone:
            continue
        if step.number is not None:
            arrive(shop, "L", step.count, step.sold, number=step.number)
        else:
            with shop.database.write() as connection:
                correct(connection, {1: step.count}, at=now[0], who="anna")
    if is_undone:
        undo(shop)
    with shop.database.read() as connection:
        assert not past_stock.unequal(connection)
    found = f"{stock(shop, product)} {flags(shop, product)}"
    shop.close()
    return found


def undo(shop: Shop) -> None:
    """What is said before is what happens."""
    told = link_effect(shop, LinkKey(WRONG))
    before = stock(shop, 1)[0][0]
    unlink(shop, LinkKey(WRONG))
    assert {one.size: one.after for one in told.sizes}.get("L", before) == stock(shop, 1)[0][0]


@pytest.mark.parametrize("meaning", list(SoldCountMeaning))
@pytest.mark.parametrize("seed", range(SEEDS))
def test_it_is_as_if_the_wrong_events_had_never_come(
    tmp_path: Path, seed: int, meaning: SoldCountMeaning
) -> None:
    steps = story(random.Random(seed), meaning)
    undone = play(tmp_path / "undone", meaning, steps, is_undone=True)
    never = play(tmp_path / "never", meaning, steps, is_undone=False)
    assert undone == never or "['']" not in undone, steps
