"""Calibration against marketplaces of both kinds: the meaning is found, both sides end as they began."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.action import Action
from app.domain.calibration import Finding
from app.domain.delivery import State
from app.domain.dialect import CountMeaning, Dialect
from app.domain.errors import InvalidValueError
from app.domain.movement import Cause
from app.sandbox import Sandbox
from app.services import calibration, deciding
from app.services.catalogue import product_rows
from app.services.delivery_views import DeliveryKind
from app.services.editing import queue_action
from app.services.engine import Engine
from app.services.outbox import delivery_rows
from app.services.pausing import pause
from app.services.settings import load_connection, load_dialect, save_address, save_dialect
from app.services.shop import Shop
from app.storage import ledger, past_stock
from app.storage.secrets import session_secrets
from tests.services.support import JACKET, add_simple_product, connect, jacket_sandbox, wait_until

LEFT, MOVED = Dialect(), Dialect(count=CountMeaning.MOVED)
ARTICLE = "SS21CA2N"


@pytest.fixture
def engine(shop: Shop) -> Iterator[Engine]:
    made = Engine(shop)
    made.start()
    yield made
    made.stop()


def xl(shop: Shop) -> int:
    return product_rows(shop, [1])[0].sizes[0].id


def begin(shop: Shop, sandbox: Sandbox, assumed: Dialect, before: int = JACKET["XL"]) -> None:
    add_simple_product(shop, ARTICLE, JACKET)
    connect(shop, sandbox, assumed)
    calibration.start(shop, xl(shop), before)


def trial_state(shop: Shop) -> State | None:
    trial = calibration.standing(shop).trial
    return None if trial is None else trial.progress.state


def sides(shop: Shop) -> tuple[int, int | None, bool]:
    size = product_rows(shop, [1])[0].sizes[0]
    return size.here, size.agreed, size.flag is not None


@pytest.mark.parametrize("assumed", [LEFT, MOVED])
@pytest.mark.parametrize("meant", [LEFT, MOVED])
def test_the_meaning_is_found_and_both_sides_end_where_they_began(
    shop: Shop, engine: Engine, assumed: Dialect, meant: Dialect
) -> None:
    with jacket_sandbox(meant) as sandbox:
        begin(shop, sandbox, assumed)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.DELIVERED)
        finding = calibration.answer(shop, sandbox.stock(ARTICLE, "XL"))
        assert finding.meaning is meant.count
        assert load_dialect(shop).count is meant.count
        wait_until(lambda: _is_back(shop))
        assert [sandbox.stock(ARTICLE, size) for size in JACKET] == list(JACKET.values())
    assert sides(shop) == (3, 3, False)
    found = calibration.standing(shop)
    assert not found.is_assumed
    assert found.trial is None
    assert found.established is not None
    assert (found.established.who, found.established.size) == (shop.who, "XL")
    with shop.database.read() as connection:
        assert not past_stock.unequal(connection)


def _is_back(shop: Shop) -> bool:
    back = calibration.standing(shop).back
    return back is not None and back.state is State.DELIVERED


def test_a_stock_of_our_own_that_differs_stays_ours(shop: Shop, engine: Engine) -> None:
    with jacket_sandbox(MOVED) as sandbox:
        sandbox.state.products[ARTICLE].sizes["XL"].stock = 6
        begin(shop, sandbox, LEFT, before=6)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.DELIVERED)
        assert sandbox.stock(ARTICLE, "XL") == 13
        assert calibration.answer(shop, 13) is Finding.MOVED
        wait_until(lambda: _is_back(shop))
        assert sandbox.stock(ARTICLE, "XL") == 6
    assert sides(shop) == (3, 6, True)  # as before, and now it is known


def test_how_many_products_were_told_in_the_other_meaning(shop: Shop, engine: Engine) -> None:
    with jacket_sandbox(MOVED) as sandbox:
        add_simple_product(shop, ARTICLE, JACKET)
        connect(shop, sandbox, LEFT)
        engine.reload_connection()
        queue_action(shop, ARTICLE, Action.SOLD, {"L": 1}, None, "test")
        wait_until(lambda: delivery_rows(shop, DeliveryKind.ALL, 0, 1)[0].state is State.DELIVERED)
        calibration.start(shop, xl(shop), 3)
        wait_until(lambda: trial_state(shop) is State.DELIVERED)
        calibration.answer(shop, 7)
    established = calibration.standing(shop).established
    assert established is not None
    assert established.told == 1


def test_it_survives_a_restart_in_the_middle(tmp_path: Path) -> None:
    secrets = session_secrets()
    with jacket_sandbox(MOVED) as sandbox:
        for step in range(3):
            shop = Shop(tmp_path / "shop", secrets=secrets)
            shop.open()
            engine = Engine(shop)
            if step == 0:
                begin(shop, sandbox, LEFT)
            elif step == 1:
                engine.start()
                wait_until(lambda shop=shop: trial_state(shop) is State.DELIVERED)
            else:
                trial = calibration.standing(shop).trial
                assert trial is not None
                assert (trial.before, trial.article, trial.size) == (3, ARTICLE, "XL")
                assert calibration.answer(shop, 7) is Finding.MOVED
                engine.start()
                wait_until(lambda shop=shop: _is_back(shop))
            engine.stop()
            shop.close()
        assert sandbox.stock(ARTICLE, "XL") == 3


@pytest.mark.parametrize("after", [3, 5, 0])
def test_a_figure_that_proves_nothing_changes_nothing(shop: Shop, engine: Engine, after: int) -> None:
    with jacket_sandbox() as sandbox:
        begin(shop, sandbox, LEFT)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.DELIVERED)
        before = sides(shop)
        assert calibration.answer(shop, after).meaning is None
        assert trial_state(shop) is State.DELIVERED
        assert sides(shop) == before
        assert calibration.standing(shop).is_assumed
        assert calibration.answer(shop, 4) is Finding.LEFT  # looked at again, later


@pytest.mark.parametrize("before", [0, 1])
def test_too_few_pieces_are_refused_before_anything_is_sent(shop: Shop, before: int) -> None:
    with jacket_sandbox() as sandbox, pytest.raises(InvalidValueError):
        begin(shop, sandbox, LEFT, before)
    assert calibration.standing(shop).trial is None
    assert delivery_rows(shop, DeliveryKind.ALL, 0, 1) == []


def test_a_product_with_something_on_its_way_is_refused(shop: Shop) -> None:
    with jacket_sandbox() as sandbox:
        add_simple_product(shop, ARTICLE, JACKET)
        connect(shop, sandbox)
        queue_action(shop, ARTICLE, Action.SOLD, {"L": 1}, None, "test")
        with pytest.raises(InvalidValueError, match="on its way"):
            calibration.start(shop, xl(shop), 3)


def test_without_a_connection_nothing_begins(shop: Shop) -> None:
    add_simple_product(shop, ARTICLE, JACKET)
    with pytest.raises(InvalidValueError, match="not connected"):
        calibration.start(shop, xl(shop), 3)


@pytest.mark.parametrize("meant", [LEFT, MOVED])
def test_without_an_answer_the_cabinet_says_whether_it_arrived(
    shop: Shop, engine: Engine, meant: Dialect
) -> None:
    with jacket_sandbox(meant, faults=("cut-after:1",)) as sandbox:
        begin(shop, sandbox, LEFT)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.UNKNOWN)
        assert calibration.answer(shop, sandbox.stock(ARTICLE, "XL")).meaning is meant.count
        wait_until(lambda: _is_back(shop))
        assert sandbox.stock(ARTICLE, "XL") == 3
    assert sides(shop) == (3, 3, False)


def test_what_did_not_arrive_is_sent_again(shop: Shop, engine: Engine) -> None:
    with jacket_sandbox(MOVED, faults=("cut-before:1",)) as sandbox:
        begin(shop, sandbox, LEFT)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.UNKNOWN)
        assert calibration.answer(shop, 3) is Finding.UNCHANGED
        calibration.send_again(shop)
        wait_until(lambda: trial_state(shop) is State.DELIVERED)
        assert calibration.answer(shop, 7) is Finding.MOVED


def test_one_that_did_not_arrive_can_be_ended_with_nothing_left_over(shop: Shop, engine: Engine) -> None:
    with jacket_sandbox(faults=("cut-before:1",)) as sandbox:
        begin(shop, sandbox, LEFT)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.UNKNOWN)
        calibration.end(shop, 3)
        assert sandbox.stock(ARTICLE, "XL") == 3
    assert sides(shop) == (3, 3, False)
    assert delivery_rows(shop, DeliveryKind.ALL, 0, 1)[0].state is State.CANCELLED


def test_a_refused_receipt_is_ended_and_nothing_has_moved(shop: Shop, engine: Engine) -> None:
    with jacket_sandbox(faults=("422:1",)) as sandbox:
        begin(shop, sandbox, LEFT)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.REJECTED)
        with pytest.raises(InvalidValueError):
            calibration.answer(shop, 4)
        calibration.end(shop)
    assert calibration.standing(shop).trial is None
    assert sides(shop) == (3, 3, False)


def test_one_that_has_not_left_is_taken_back(shop: Shop) -> None:
    pause(shop)
    with jacket_sandbox() as sandbox:
        begin(shop, sandbox, LEFT)
    assert trial_state(shop) is State.HELD
    calibration.end(shop)
    assert calibration.standing(shop).trial is None
    assert sides(shop) == (3, 3, False)


def test_one_that_was_sent_is_ended_flagged_and_nothing_more_is_sent(shop: Shop, engine: Engine) -> None:
    with jacket_sandbox(MOVED) as sandbox:
        begin(shop, sandbox, LEFT)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.DELIVERED)
        calibration.end(shop, 7)
        assert len(delivery_rows(shop, DeliveryKind.ALL, 0, 9)) == 1
    assert sides(shop) == (3, 7, True)
    assert calibration.standing(shop).is_assumed


def test_unknown_and_ended_without_a_figure_it_stays_to_be_resolved(shop: Shop, engine: Engine) -> None:
    with jacket_sandbox(faults=("cut-after:1",)) as sandbox:
        begin(shop, sandbox, LEFT)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.UNKNOWN)
        calibration.end(shop)
    assert calibration.standing(shop).trial is None
    assert delivery_rows(shop, DeliveryKind.NEEDS_PERSON, 0, 1)[0].state is State.UNKNOWN


def test_another_delivery_of_the_product_spoils_the_figures(shop: Shop, engine: Engine) -> None:
    with jacket_sandbox() as sandbox:
        begin(shop, sandbox, LEFT)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.DELIVERED)
        queue_action(shop, ARTICLE, Action.SOLD, {"XL": 1}, None, "test")
        with pytest.raises(InvalidValueError):
            calibration.answer(shop, 4)
        assert calibration.standing(shop).is_assumed


def test_a_figure_does_not_hold_while_something_else_moves(shop: Shop, engine: Engine) -> None:
    with jacket_sandbox() as sandbox:
        begin(shop, sandbox, LEFT)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.DELIVERED)
        pause(shop)
        queue_action(shop, ARTICLE, Action.SOLD, {"XL": 1}, None, "test")
        calibration.end(shop, 9)
    assert sides(shop) == (2, 4, True)  # the sale is still to be sent, and the size is marked


def test_an_online_sale_in_between_spoils_the_figures(shop: Shop, engine: Engine) -> None:
    with jacket_sandbox() as sandbox:
        begin(shop, sandbox, LEFT)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.DELIVERED)
        with shop.database.write() as connection:
            ledger.move(connection, xl(shop), -1, Cause.ONLINE_SALE, at=shop.clock(), event_id=1)
        trial = calibration.standing(shop).trial
        assert trial is not None
        assert trial.is_disturbed
        with pytest.raises(InvalidValueError):
            calibration.answer(shop, 4)


def test_it_is_forgotten_with_the_address_and_with_a_change_by_hand(shop: Shop, engine: Engine) -> None:
    with jacket_sandbox() as sandbox:
        begin(shop, sandbox, LEFT)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.DELIVERED)
        calibration.answer(shop, 4)
        wait_until(lambda: _is_back(shop))
    save_dialect(shop, MOVED, None)
    assert calibration.standing(shop).is_assumed  # somebody chose otherwise
    save_dialect(shop, replace(LEFT, repeat_is_harmless=True), None)
    assert not calibration.standing(shop).is_assumed
    save_address(shop, load_connection(shop).url, plain_http_confirmed=False)
    assert not calibration.standing(shop).is_assumed
    save_address(shop, "https://other.example/api", plain_http_confirmed=False)
    assert calibration.standing(shop).established is None


def test_with_another_address_the_figure_tells_nothing(shop: Shop, engine: Engine) -> None:
    with jacket_sandbox() as sandbox:
        begin(shop, sandbox, LEFT)
        engine.reload_connection()
        wait_until(lambda: trial_state(shop) is State.DELIVERED)
        save_address(shop, "https://other.example/api", plain_http_confirmed=False)
        with pytest.raises(InvalidValueError):
            calibration.answer(shop, 4)


def test_a_delivery_cancelled_elsewhere_ends_it(shop: Shop) -> None:
    pause(shop)
    with jacket_sandbox() as sandbox:
        begin(shop, sandbox, LEFT)
    deciding.cancel(shop, 1)
    assert trial_state(shop) is State.CANCELLED
    calibration.end(shop)
    assert sides(shop) == (3, 3, False)


def test_small_stocks_that_can_tell_come_first(shop: Shop) -> None:
    add_simple_product(shop, "A", {"S": 40})
    add_simple_product(shop, "B", {"S": 0, "M": 1})
    add_simple_product(shop, "C", {"S": 0, "M": 2})
    assert [row.article for row in calibration.suggestions(shop, "")] == ["C", "A", "B"]
