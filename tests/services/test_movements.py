"""The ledger: what moved a stock and who, the stock of any past moment, and the sum that must fit."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.domain.action import Action
from app.domain.flow import Flow
from app.domain.movement import Cause
from app.services import deciding, reading
from app.services.catalogue import remove_product
from app.services.editing import queue_action
from app.services.health import health_problems
from app.services.ledger_export import export_ledger, export_past_stock
from app.services.ledger_views import LedgerFilter, LedgerRow, PastFilter, PastTotals, UnequalSize
from app.services.movements import (
    movement_count,
    movement_rows,
    movers,
    older_movements,
    past_rows,
    past_totals,
    unequal_sizes,
)
from app.services.shop import Shop
from app.storage import inbox
from tests.services.support import JACKET, add_simple_product

NOON = datetime(2026, 11, 25, 12, 30).astimezone()
DAY = timedelta(days=1)
ARTICLE = "SS21CA2N"


def at(shop: Shop, moment: datetime) -> None:
    shop.clock = moment.timestamp


@pytest.fixture
def story(shop: Shop) -> Shop:
    """Five days: opening, a sale by Anna, one by Boris that is not sent, a sale online, a removal."""
    at(shop, NOON - 5 * DAY)
    add_simple_product(shop, ARTICLE, JACKET, marketplace_id=17)
    add_simple_product(shop, "AC01BAG7", {"ONE": 5})
    at(shop, NOON - 3 * DAY)
    queue_action(shop, ARTICLE, Action.SOLD, {"XL": 2}, None, "anna")
    at(shop, NOON - 2 * DAY)
    (number,) = queue_action(shop, ARTICLE, Action.SOLD, {"L": 1}, None, "boris")
    deciding.cancel(shop, number)
    at(shop, NOON - DAY)
    body = {"products": [{"id": 17, "sizes": [{"value": "M", "count": 1, "soldCount": 1}]}]}
    with shop.database.write() as connection:
        row = {"received_at": shop.clock(), "sender": "", "headers": "[]", "state": "new"}
        inbox.keep(connection, [row | {"body": json.dumps(body).encode()}])
    reading.read_new(shop)
    at(shop, NOON)
    return shop


def found(shop: Shop, wanted: LedgerFilter) -> list[LedgerRow]:
    rows = movement_rows(shop, wanted, 0, 100)
    assert movement_count(shop, wanted) == len(rows)
    return rows


def causes(rows: Sequence[LedgerRow]) -> list[Cause]:
    return [row.cause for row in rows]


def test_each_movement_says_what_it_came_from_and_who_it_was(story: Shop) -> None:
    online, back, boris, anna, *openings = found(story, LedgerFilter())
    assert (online.cause, online.event_id, online.who) == (Cause.ONLINE_SALE, 1, "")
    assert (online.here_before, online.quantity, online.here_after) == (2, -1, 1)
    assert (back.cause, back.delivery_id) == (Cause.CORRECTION, boris.delivery_id)
    assert (boris.who, boris.size, anna.who, anna.size) == ("boris", "L", "anna", "XL")
    assert set(causes(openings)) == {Cause.OPENING}
    assert movers(story) == sorted({"", "anna", "boris", story.who})


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (LedgerFilter(kind=Flow.ONLINE), [Cause.ONLINE_SALE]),
        (LedgerFilter(kind=Flow.HERE), [Cause.CORRECTION, Cause.SOLD, Cause.SOLD]),
        (LedgerFilter(kind=Flow.RETURNS), []),
        (LedgerFilter(kind=Cause.CORRECTION), [Cause.CORRECTION]),
        (LedgerFilter(who="anna"), [Cause.SOLD]),
        (LedgerFilter(size_id=3), [Cause.ONLINE_SALE, Cause.OPENING]),
        (LedgerFilter(product_id=2), [Cause.OPENING]),
        (LedgerFilter("c01b"), [Cause.OPENING]),
        (LedgerFilter("нет такого"), []),
        (LedgerFilter(since=NOON - DAY), [Cause.ONLINE_SALE]),
        (LedgerFilter(since=NOON - 3 * DAY, until=NOON - 2 * DAY), [Cause.SOLD]),
        (LedgerFilter(product_id=1, kind=Flow.HERE, who="boris"), [Cause.SOLD]),
    ],
)
def test_a_filter_finds_just_its_movements(
    story: Shop, wanted: LedgerFilter, expected: list[Cause]
) -> None:
    assert causes(found(story, wanted)) == expected


def test_the_log_is_read_in_windows_and_from_a_number_on(story: Shop) -> None:
    rows = found(story, LedgerFilter())
    assert movement_rows(story, LedgerFilter(), 2, 3) == rows[2:5]
    assert older_movements(story, LedgerFilter(), rows[2].id, 3) == rows[3:6]


@pytest.mark.parametrize(
    ("moment", "stock"),
    [
        (NOON - 6 * DAY, [0, 0, 0, 0]),
        (NOON - 4 * DAY, [5, 3, 4, 2]),
        (NOON - 3 * DAY, [5, 1, 4, 2]),
        (NOON - DAY, [5, 1, 4, 1]),
    ],
)
def test_the_stock_of_a_past_moment(story: Shop, moment: datetime, stock: list[int]) -> None:
    rows = past_rows(story, PastFilter(moment), 0, 100)
    assert [row.then for row in rows] == stock
    assert [row.now for row in rows] == [5, 1, 4, 1]
    assert past_totals(story, PastFilter(moment)) == PastTotals(4, sum(stock), 11)


def test_the_past_of_one_product_or_of_what_is_searched(story: Shop) -> None:
    then = NOON - 4 * DAY
    assert [row.size for row in past_rows(story, PastFilter(then, "", 1), 1, 2)] == ["L", "M"]
    assert past_totals(story, PastFilter(then, "ac01")) == PastTotals(1, 5, 5)


def test_a_removed_product_had_its_stock_before(story: Shop) -> None:
    remove_product(story, 2)
    at(story, NOON + DAY)
    assert past_totals(story, PastFilter(NOON - DAY)).sizes == 4
    assert past_totals(story, PastFilter(NOON + DAY)).sizes == 3


def test_a_stock_that_its_movements_do_not_explain_is_named(story: Shop) -> None:
    assert unequal_sizes(story) == []
    assert health_problems(story) == []
    with story.database.write() as connection:
        connection.exec_driver_sql("UPDATE sizes SET here = here + 2 WHERE value = 'M'")
    assert unequal_sizes(story) == [UnequalSize(ARTICLE, "M", 3, 1)]
    assert unequal_sizes(story, 2) == []
    assert "SS21CA2N, size M: stock 3, sum of the movements 1." in map(str, health_problems(story))


def test_the_ledger_as_a_table(story: Shop, tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    assert export_ledger(story, path, LedgerFilter(product_id=1)) == 7
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, online, *_, sold, _, _, _ = csv.reader(file, delimiter=";")
    assert head[:4] == ["When", "Article", "Title", "Size"]
    assert online[3:] == ["M", "online sale", "-1", "2", "1", "", "event 1"]
    assert sold[3:] == ["XL", "sold", "-2", "3", "1", "anna", "delivery 1"]


def test_the_stock_of_a_moment_as_a_table(story: Shop, tmp_path: Path) -> None:
    path = tmp_path / "stock.csv"
    assert export_past_stock(story, path, PastFilter(NOON - 4 * DAY)) == 4
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert [row[:2] + row[3:] for row in rows[2:3]] == [[ARTICLE, "XL", "3", "1"]]
