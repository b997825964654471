"""Both sides differ because our write overwrote an online sale: the correction, drafted, sent, declined."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.errors import InvalidValueError, OutdatedError
from app.sandbox import Sandbox
from app.services import deciding, inbox, outbox
from app.services.attending import ITSELF
from app.services.catalogue import product_details, product_index, product_rows
from app.services.conflicts import decline_all, drafted_corrections, save_corrects_alone
from app.services.delivery_views import DeliveryKind, DeliveryRow
from app.services.editing import (
    put_pending,
    queue_action,
    queue_review,
    set_pending,
    take_all_pending,
)
from app.services.engine import Engine
from app.services.event_views import EventFilter
from app.services.pausing import pause, resume
from app.services.reviewing import review
from app.services.shop import Shop
from app.services.undoing import draft_undo
from app.services.views import PendingChange, ProductFilter, ProductKind, SizeRow
from tests.services.support import JACKET, add_simple_product, connect, jacket_sandbox, wait_until
from tests.services.test_doubts import online_sale

ARTICLE = "SS21CA2N"
CORRECTION = PendingChange(Action.SOLD, 1, corrects=True)


@dataclass
class Scene:
    """A shop, its marketplace, and the L of the jacket, of which both have four."""

    shop: Shop
    sandbox: Sandbox

    @property
    def size(self) -> SizeRow:
        return product_rows(self.shop, [1])[0].sizes[1]

    @property
    def online(self) -> int:
        return self.sandbox.stock(ARTICLE, "L")

    def deliveries(self) -> list[DeliveryRow]:
        return list(outbox.delivery_rows(self.shop, DeliveryKind.ALL, 0, 100))

    def all_sent(self) -> bool:
        return all(row.state.is_final for row in self.deliveries())

    def sell(self) -> None:
        """One over the counter, which reaches the marketplace."""
        queue_action(self.shop, ARTICLE, Action.SOLD, {"L": 1}, None, "anna")
        wait_until(self.all_sent)

    def lose_a_sale(self) -> None:
        """The marketplace sells one; before its word arrives our own sale sets the count."""
        left = self.online - 1
        self.sandbox.sell(ARTICLE, "L")
        self.sell()
        online_sale(self.shop, "L", left)


@pytest.fixture
def scene(shop: Shop) -> Iterator[Scene]:
    with jacket_sandbox() as sandbox:
        add_simple_product(shop, ARTICLE, JACKET, marketplace_id=17)
        connect(shop, sandbox)
        engine = Engine(shop)
        engine.start()
        wait_until(lambda: engine.is_sender)
        yield Scene(shop, sandbox)
        engine.stop()


def send_all(scene: Scene) -> None:
    queue_review(scene.shop, review(scene.shop))
    wait_until(scene.all_sent)


def test_an_overwritten_sale_drafts_what_sets_the_marketplace_right(scene: Scene) -> None:
    scene.lose_a_sale()
    size = scene.size
    assert (size.here, size.agreed, scene.online) == (2, 3, 3)
    assert str(size.flag) == "The marketplace shows 3, here it is 2. Compare and correct."
    assert (size.pending, size.becomes) == (CORRECTION, 2)
    (item,) = review(scene.shop).items
    assert item.corrects
    assert [(line.before, line.after) for line in item.lines] == [(3, 2)]
    assert not item.warnings
    send_all(scene)
    size = scene.size
    assert (size.here, size.agreed, scene.online) == (2, 2, 2)
    assert (size.flag, size.pending) == (None, None)


def test_an_event_says_nothing_of_a_correction_that_polka_drafted(scene: Scene) -> None:
    scene.lose_a_sale()
    online_sale(scene.shop, "XL", 2)
    assert str(inbox.event_rows(scene.shop, EventFilter(), 0, 1)[0].note) == "Stock 3 → 2."
    online_sale(scene.shop, "L", scene.online - 1)  # of that size itself
    assert "change" not in str(inbox.event_rows(scene.shop, EventFilter(), 0, 1)[0].note)


def test_a_correction_cannot_be_undone_as_if_it_had_moved_our_stock(scene: Scene) -> None:
    scene.lose_a_sale()
    send_all(scene)
    correction, sale = scene.deliveries()
    details = [outbox.delivery_details(scene.shop, row.id) for row in (correction, sale)]
    assert [one is not None and one.can_undo for one in details] == [False, True]
    with pytest.raises(InvalidValueError, match="Only what"):
        draft_undo(scene.shop, correction.id)


def test_nothing_is_sent_before_a_person_says_so(scene: Scene) -> None:
    scene.lose_a_sale()
    assert drafted_corrections(scene.shop).sizes == [2]
    assert len(scene.deliveries()) == 1


def test_without_a_question_it_goes_by_itself_once_and_is_noted(scene: Scene) -> None:
    save_corrects_alone(scene.shop, is_on=True)
    scene.lose_a_sale()
    wait_until(lambda: len(scene.deliveries()) == 2 and scene.all_sent())
    assert (scene.size.here, scene.online, scene.size.flag) == (2, 2, None)
    online_sale(scene.shop, "XL", 2)  # other words of the marketplace do not start it again
    assert len(scene.deliveries()) == 2
    details = product_details(scene.shop, 1)
    assert details is not None
    assert any((row.who, row.quantity) == (ITSELF, 0) for row in details.timeline)


def test_turned_on_later_it_sends_what_waits(scene: Scene) -> None:
    scene.lose_a_sale()
    save_corrects_alone(scene.shop, is_on=True)
    wait_until(lambda: len(scene.deliveries()) == 2 and scene.all_sent())
    assert (scene.size.here, scene.online) == (2, 2)


def test_every_sale_lost_one_after_the_other_is_corrected_and_then_it_is_quiet(scene: Scene) -> None:
    save_corrects_alone(scene.shop, is_on=True)
    queue_action(scene.shop, ARTICLE, Action.RECEIPTS, {"L": 6}, None, "anna")
    wait_until(scene.all_sent)
    for number in range(1, 4):
        scene.lose_a_sale()
        wait_until(lambda number=number: len(scene.deliveries()) == 1 + 2 * number and scene.all_sent())
    assert (scene.size.here, scene.size.agreed, scene.online) == (4, 4, 4)
    sold = PendingChange(Action.SOLD, 1)
    set_pending(scene.shop, {1: sold})
    send_all(scene)
    assert len(scene.deliveries()) == 8


def test_a_correction_that_overwrites_a_sale_is_corrected_in_its_turn(scene: Scene) -> None:
    queue_action(scene.shop, ARTICLE, Action.RECEIPTS, {"L": 6}, None, "anna")
    wait_until(scene.all_sent)
    scene.lose_a_sale()
    left = scene.online - 1
    scene.sandbox.sell(ARTICLE, "L")
    send_all(scene)
    online_sale(scene.shop, "L", left)
    assert not scene.size.pending or scene.size.pending.corrects
    for _ in range(3):
        send_all(scene)
    size = scene.size
    assert size.flag is not None or (size.here, size.agreed) == (scene.online, scene.online)


def test_a_sale_that_nobody_overwrote_drafts_nothing(scene: Scene) -> None:
    scene.sandbox.sell(ARTICLE, "L")
    online_sale(scene.shop, "L", 3)
    scene.sell()
    assert (scene.size.here, scene.size.agreed, scene.online, scene.size.flag) == (2, 2, 2, None)
    assert not drafted_corrections(scene.shop).sizes


def test_a_first_word_that_differs_from_what_is_here_is_asked_about_and_not_corrected(shop: Shop) -> None:
    save_corrects_alone(shop, is_on=True)
    add_simple_product(shop, ARTICLE, JACKET, marketplace_id=17)
    with shop.database.write() as connection:
        connection.exec_driver_sql("UPDATE sizes SET agreed = NULL, track = NULL")
    online_sale(shop, "L", 7)
    size = product_rows(shop, [1])[0].sizes[1]
    assert (size.here, size.agreed, size.pending) == (4, 7, None)
    assert size.flag is not None


def test_what_a_person_typed_stays_and_the_correction_comes_after_it(scene: Scene) -> None:
    typed = PendingChange(Action.RECEIPTS, 5)
    set_pending(scene.shop, {2: typed})
    scene.lose_a_sale()
    assert scene.size.pending == typed
    set_pending(scene.shop, {2: None})
    assert scene.size.pending == CORRECTION


@pytest.mark.parametrize("away", ["cell", "banner", "reset"])
def test_a_declined_correction_stays_away_and_the_size_flagged(scene: Scene, away: str) -> None:
    scene.lose_a_sale()
    ways: dict[str, Callable[[], object]] = {
        "cell": lambda: set_pending(scene.shop, {2: None}),
        "banner": lambda: decline_all(scene.shop, [2]),
        "reset": lambda: take_all_pending(scene.shop),
    }
    ways[away]()
    scene.shop.save_setting("corrects_without_asking", True)
    set_pending(scene.shop, {1: PendingChange(Action.SOLD, 1)})
    send_all(scene)
    assert scene.size.pending is None
    assert scene.size.flag is not None
    assert len(scene.deliveries()) == 2


def test_taking_away_is_undone(scene: Scene) -> None:
    scene.lose_a_sale()
    taken = take_all_pending(scene.shop)
    put_pending(scene.shop, taken)
    assert scene.size.pending == CORRECTION
    set_pending(scene.shop, {2: None})
    set_pending(scene.shop, {2: CORRECTION})
    assert scene.size.pending == CORRECTION


def test_a_review_that_is_out_of_date_corrects_nothing(scene: Scene) -> None:
    scene.lose_a_sale()
    old = review(scene.shop)
    decline_all(scene.shop, [2])
    with pytest.raises(OutdatedError):
        queue_review(scene.shop, old)
    assert len(scene.deliveries()) == 1
    assert scene.size.flag is not None


def test_a_correction_that_is_not_sent_after_all_leaves_the_flag(scene: Scene) -> None:
    scene.lose_a_sale()
    scene.sandbox.set_faults(["422"])
    queue_review(scene.shop, review(scene.shop))
    wait_until(lambda: scene.deliveries()[0].state is State.REJECTED)
    assert scene.size.flag is None
    deciding.cancel(scene.shop, scene.deliveries()[0].id)
    assert (scene.size.here, scene.size.pending) == (2, None)
    assert scene.size.flag is not None


def test_an_oversale_is_flagged_and_found(scene: Scene) -> None:
    queue_action(scene.shop, ARTICLE, Action.SOLD, {"L": 5}, None, "anna")
    assert str(scene.size.flag).startswith("Sold more than there was")
    assert list(product_index(scene.shop, ProductFilter(kind=ProductKind.FLAGGED)).ids) == [1]
    wait_until(scene.all_sent)
    queue_action(scene.shop, ARTICLE, Action.CANCEL, {"L": 1}, None, "anna")
    assert scene.size.flag is None
    wait_until(scene.all_sent)
    assert not product_index(scene.shop, ProductFilter(kind=ProductKind.FLAGGED)).ids


def last_count(scene: Scene) -> int:
    """The count that the newest delivery sent."""
    details = outbox.delivery_details(scene.shop, scene.deliveries()[0].id)
    assert details is not None
    return int(json.loads(details.attempts[-1].request)["sizes"][0]["count"])


def lose_the_last_one(scene: Scene) -> None:
    """The last piece is sold here and online, and our sale sets the count."""
    queue_action(scene.shop, ARTICLE, Action.SOLD, {"L": 3}, None, "anna")
    wait_until(scene.all_sent)
    scene.lose_a_sale()
    assert (scene.size.here, scene.size.agreed, scene.online) == (-1, 0, 0)


@pytest.mark.parametrize(("action", "pieces"), [(Action.CANCEL, 1), (Action.RECEIPTS, 6)])
def test_after_an_oversale_nothing_is_on_sale_that_is_not_there(
    scene: Scene, action: Action, pieces: int
) -> None:
    lose_the_last_one(scene)
    assert scene.size.pending is None
    set_pending(scene.shop, {2: PendingChange(action, pieces)})
    (item,) = review(scene.shop).items
    assert json.loads(item.body)["sizes"][0]["count"] == pieces - 1
    queue_review(scene.shop, review(scene.shop))
    assert scene.size.flag is None
    wait_until(scene.all_sent)
    assert last_count(scene) == pieces - 1
    assert (scene.size.here, scene.size.agreed, scene.online) == (pieces - 1, pieces - 1, pieces - 1)
    assert (scene.size.flag, scene.size.pending) == (None, None)


def test_an_order_that_the_marketplace_takes_back_by_itself_is_looked_at(scene: Scene) -> None:
    lose_the_last_one(scene)
    scene.sandbox.state.move_online(ARTICLE, "L", -1)
    online_sale(scene.shop, "L", 1)
    assert (scene.size.here, scene.size.agreed) == (0, 1)
    assert scene.size.flag is not None  # our sale may have come after it


def test_an_action_that_covers_a_known_difference_does_not_carry_it_on(scene: Scene) -> None:
    scene.lose_a_sale()
    set_pending(scene.shop, {2: PendingChange(Action.RETURN, 1)})  # instead of the correction
    send_all(scene)
    assert last_count(scene) == 3
    assert (scene.size.here, scene.size.agreed, scene.online, scene.size.flag) == (3, 3, 3, None)


def test_an_action_after_a_declined_correction_leaves_the_difference_flagged(scene: Scene) -> None:
    scene.lose_a_sale()
    decline_all(scene.shop, [2])
    queue_action(scene.shop, ARTICLE, Action.RETURN, {"L": 1}, None, "anna")
    wait_until(scene.all_sent)
    assert (scene.size.here, scene.online) == (3, 4)
    assert scene.size.flag is not None


def test_a_count_below_zero_is_never_sent(scene: Scene) -> None:
    scene.sandbox.set_faults(["429=1:1"])
    queue_action(scene.shop, ARTICLE, Action.SOLD, {"L": 4}, None, "anna")
    wait_until(lambda: scene.deliveries()[0].state is State.WAITING)
    scene.sandbox.sell(ARTICLE, "L")
    online_sale(scene.shop, "L", 3)
    wait_until(scene.all_sent)
    assert last_count(scene) == 0
    assert (scene.size.here, scene.size.agreed, scene.online, scene.size.pending) == (-1, 0, 0, None)
    assert str(scene.size.flag).startswith("Sold more than there was")


def figures(scene: Scene) -> list[tuple[int | None, int | None]]:
    """Before and after at the marketplace of every delivery, oldest first."""
    lines = [row.lines[0] for row in reversed(scene.deliveries())]
    return [(line.before, line.after) for line in lines]


def test_a_delivery_that_waits_tells_what_will_be_sent(scene: Scene) -> None:
    lose_the_last_one(scene)
    pause(scene.shop)
    queue_action(scene.shop, ARTICLE, Action.CANCEL, {"L": 1}, None, "anna")
    queue_action(scene.shop, ARTICLE, Action.RECEIPTS, {"L": 3}, None, "anna")
    queue_action(scene.shop, ARTICLE, Action.SOLD, {"L": 1}, None, "anna")
    waiting = figures(scene)[-3:]
    assert waiting == [(0, 0), (0, 3), (3, 2)]
    details = outbox.delivery_details(scene.shop, scene.deliveries()[2].id)
    assert details is not None
    assert json.loads(details.preview)["sizes"][0]["count"] == 0
    resume(scene.shop)
    wait_until(scene.all_sent)
    assert figures(scene)[-3:] == waiting
