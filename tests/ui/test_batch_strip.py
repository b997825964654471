"""The strip of a batch on the page of deliveries: progress, what may be done, the result, the filter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.domain.delivery import State, Step
from app.services import batches, deciding
from app.services.batch_views import (
    BatchCounts,
    BatchPart,
    BatchProgress,
    BatchResult,
    BatchRow,
    BatchSource,
)
from app.services.batches import CANCELLED_AT_ONCE
from app.services.catalogue import product_index, product_rows
from app.services.delivery_views import DeliveryKind
from app.services.editing import queue_action, set_pending
from app.services.pausing import pause, pause_batch
from app.services.views import Change, PendingChange, ProductFilter
from app.storage import outbox
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.i18n import Language
from app.ui.pages.deliveries_page import DeliveriesPage
from app.ui.widgets.batch_strip import BatchStrip
from tests.services.support import add_simple_product
from tests.services.test_batches import rows, send_batch

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@pytest.fixture
def page(context: UiContext, qtbot: QtBot) -> DeliveriesPage:
    """The page, looked at."""
    made = DeliveriesPage(context)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def take(context: UiContext) -> Callable[..., None]:
    """Let a delivery take steps, and tell the pages."""

    def step(number: int, *steps: Step) -> None:
        with context.shop.database.write() as connection:
            for one in steps:
                outbox.take(connection, [number], one)
        context.shop.changes.publish(Change(None, deliveries=True))

    return step


def figures(page: DeliveriesPage) -> list[str]:
    return [link.text() for link in page.batch.links.values() if not link.isHidden()]


def answer(role: QMessageBox.ButtonRole) -> str:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.defaultButton() == box.button(QMessageBox.StandardButton.Cancel)
    words = box.text()
    next(button for button in box.buttons() if box.buttonRole(button) is role).click()
    return words


def asked() -> bool:
    return isinstance(QApplication.activeModalWidget(), QMessageBox)


def test_one_delivery_shows_no_strip(context: UiContext, page: DeliveriesPage, qtbot: QtBot) -> None:
    add_simple_product(context.shop, "A", {"S": 3})
    queue_action(context.shop, "A", Action.SOLD, {"S": 1}, None, "anna")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.batch.words == ""


def test_a_batch_shows_its_progress_and_then_its_result(
    context: UiContext, page: DeliveriesPage, take: Callable[..., None], qtbot: QtBot
) -> None:
    send_batch(context.shop, 4)
    qtbot.waitUntil(lambda: page.batch.words == "Sending 4 products")
    assert figures(page) == ["Waiting 4"]
    one, two, three, four = (row.id for row in rows(context.shop))
    take(one, Step.BEGIN, Step.ACCEPT)
    take(two, Step.BEGIN, Step.REFUSE)
    qtbot.waitUntil(lambda: figures(page) == ["Delivered 1", "Rejected 1", "Waiting 2"])
    assert (page.batch.bar.value(), page.batch.bar.maximum()) == (2, 4)
    take(three, Step.BEGIN, Step.LOSE)
    deciding.cancel(context.shop, four)
    ended = "Sending of 4 products has ended · 2 deliveries need your decision"
    qtbot.waitUntil(lambda: page.batch.words == ended)
    assert figures(page) == ["Delivered 1", "Rejected 1", "No answer 1", "Withdrawn 1"]
    assert page.batch.bar.isHidden()
    assert page.batch.pause.isHidden()
    assert page.batch.cancel.isHidden()


def test_a_result_tells_what_waits_for_an_earlier_one(
    context: UiContext, page: DeliveriesPage, take: Callable[..., None], qtbot: QtBot
) -> None:
    add_simple_product(context.shop, "A00000", {"S": 10})
    earlier = queue_action(context.shop, "A00000", Action.SOLD, {"S": 1}, None, "anna")[0]
    take(earlier, Step.BEGIN, Step.REFUSE)
    send_batch(context.shop, 2)
    other = rows(context.shop)[-1].id
    take(other, Step.BEGIN, Step.ACCEPT)
    qtbot.waitUntil(lambda: figures(page) == ["Delivered 1", "Waiting for an earlier one 1"])
    assert page.batch.words == "Sending of 2 products: the rest waits for you"
    assert not page.batch.cancel.isHidden()
    deciding.cancel(context.shop, earlier)
    qtbot.waitUntil(lambda: figures(page) == ["Delivered 1", "Waiting 1"])


def test_every_figure_leads_to_its_deliveries_and_back(
    context: UiContext, page: DeliveriesPage, take: Callable[..., None], qtbot: QtBot
) -> None:
    batch = send_batch(context.shop, 3)
    refused = rows(context.shop)[1].id
    take(refused, Step.BEGIN, Step.REFUSE)
    queue_action(context.shop, "A00000", Action.SOLD, {"S": 1}, None, "anna")
    page.show_kind(DeliveryKind.DELIVERED)
    qtbot.waitUntil(lambda: figures(page) == ["Rejected 1", "Waiting 2"])
    page.batch.links[BatchResult.REJECTED].click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and page.model.row_at(0) is not None)
    row = page.model.row_at(0)
    assert row is not None
    assert row.id == refused
    assert page.shown == BatchPart(batch, BatchResult.REJECTED)
    assert page.batch_filter.words == f"Shown: batch {batch} · rejected"
    page.batch_filter.leave.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert page.batch_filter.words == ""


def test_another_filter_leaves_the_batch(context: UiContext, page: DeliveriesPage, qtbot: QtBot) -> None:
    batch = send_batch(context.shop, 2)
    page.show_part(BatchPart(batch))
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.show_kind(DeliveryKind.NEEDS_PERSON)
    assert page.batch_filter.words == ""
    assert page.shown is DeliveryKind.NEEDS_PERSON
    qtbot.waitUntil(lambda: page.empty_words.startswith("Nothing here"))


def test_the_panel_says_which_batch_and_shows_just_that(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    batch = send_batch(context.shop, 2)
    later = queue_action(context.shop, "A00000", Action.SOLD, {"S": 1}, None, "anna")
    qtbot.waitUntil(lambda: page.model.rowCount() == 3 and page.model.row_at(0) is not None)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.delivery_id == later[0])
    assert page.panel.batch_words == ""
    assert not page.panel.show_batch.isVisible()
    page.table.selectRow(1)
    qtbot.waitUntil(lambda: page.panel.batch_words.startswith(f"Batch {batch}: 2 products"))
    page.panel.show_batch.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert page.batch_filter.words == f"Shown: batch {batch}"


def test_pausing_and_resuming_a_batch(context: UiContext, page: DeliveriesPage, qtbot: QtBot) -> None:
    batch = send_batch(context.shop, 2)
    qtbot.waitUntil(page.batch.isVisible)
    page.batch.pause.click()
    qtbot.waitUntil(lambda: page.batch.words.endswith("paused by you"))
    assert {row.state for row in rows(context.shop, batch)} == {State.HELD}
    assert page.batch.pause.text() == "Resume the batch"
    page.batch.pause.click()
    qtbot.waitUntil(lambda: page.batch.words == "Sending 2 products")
    assert {row.state for row in rows(context.shop, batch)} == {State.QUEUED}


def test_the_pause_of_everything_is_said(context: UiContext, page: DeliveriesPage, qtbot: QtBot) -> None:
    send_batch(context.shop, 2)
    pause(context.shop)
    qtbot.waitUntil(lambda: page.batch.words.endswith("all sending is paused"))
    assert page.batch.pause.text() == "Pause the batch"


def test_the_rest_is_cancelled_after_a_question_in_several_parts(
    context: UiContext, page: DeliveriesPage, take: Callable[..., None], qtbot: QtBot
) -> None:
    number = CANCELLED_AT_ONCE + 3
    batch = send_batch(context.shop, number)
    take(rows(context.shop)[0].id, Step.BEGIN)
    qtbot.waitUntil(page.batch.isVisible)
    page.batch.cancel.click()
    qtbot.waitUntil(asked)
    words = answer(QMessageBox.ButtonRole.RejectRole)
    assert words.startswith(f"{number - 1} deliveries will not be sent")
    assert words.endswith("1 more cannot be stopped: it may have arrived already.")
    assert batches.batch_row(context.shop, batch).counts.waiting == number

    qtbot.waitUntil(lambda: not asked() and not is_paused(context, batch))
    page.batch.cancel.click()
    qtbot.waitUntil(asked)
    with qtbot.waitSignal(page.message) as told:
        answer(QMessageBox.ButtonRole.AcceptRole)
    assert told.args[0].startswith(f"{number - 1} deliveries will not be sent")
    qtbot.waitUntil(lambda: figures(page) == [f"Withdrawn {number - 1}", "Waiting 1"])
    products = product_rows(context.shop, list(product_index(context.shop, ProductFilter()).ids))
    assert [product.here for product in products] == [9] + [10] * (number - 1)


def is_paused(context: UiContext, batch: int) -> bool:
    return batches.batch_row(context.shop, batch).is_paused


def test_the_batch_stands_still_while_the_question_is_open_and_goes_on_after_a_no(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    batch = send_batch(context.shop, 3)
    qtbot.waitUntil(page.batch.isVisible)
    page.batch.cancel.click()
    qtbot.waitUntil(asked)
    assert is_paused(context, batch)
    answer(QMessageBox.ButtonRole.RejectRole)
    qtbot.waitUntil(lambda: not is_paused(context, batch))


def test_a_batch_that_was_paused_before_the_question_stays_so(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    batch = send_batch(context.shop, 3)
    pause_batch(context.shop, batch)
    qtbot.waitUntil(lambda: page.batch.pause.text() == "Resume the batch")
    page.batch.cancel.click()
    qtbot.waitUntil(asked)
    answer(QMessageBox.ButtonRole.RejectRole)
    qtbot.waitUntil(lambda: not asked())
    written: list[int] = []
    context.tasks.run(lambda: 1, done=written.append, lane="write")  # after whatever the answer wrote
    qtbot.waitUntil(lambda: bool(written))
    assert is_paused(context, batch)


def test_a_person_who_types_meanwhile_does_not_wait_for_the_whole_cancellation(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    batch = send_batch(context.shop, 2 * CANCELLED_AT_ONCE)
    qtbot.waitUntil(page.batch.isVisible)
    page.batch.cancel.click()
    qtbot.waitUntil(asked)
    answer(QMessageBox.ButtonRole.AcceptRole)
    left: list[int] = []

    def type_and_look() -> None:
        set_pending(context.shop, {1: PendingChange(Action.SOLD, 1)})
        left.append(batches.batch_row(context.shop, batch).counts.waiting)

    context.tasks.run(type_and_look, lane="write")
    qtbot.waitUntil(lambda: bool(left))
    assert left == [CANCELLED_AT_ONCE]
    with qtbot.waitSignal(page.message):
        pass


def test_nothing_left_to_cancel_is_said(
    context: UiContext, page: DeliveriesPage, take: Callable[..., None], qtbot: QtBot
) -> None:
    batch = send_batch(context.shop, 2)
    for row in rows(context.shop):
        take(row.id, Step.BEGIN)
    qtbot.waitUntil(page.batch.isVisible)
    with qtbot.waitSignal(page.message) as told:
        page.batch.cancel.click()
    assert "nothing can be stopped" in told.args[0]
    qtbot.waitUntil(lambda: not is_paused(context, batch))


def test_a_result_is_dismissed(context: UiContext, page: DeliveriesPage, qtbot: QtBot) -> None:
    batch = send_batch(context.shop, 2)
    while batches.cancel_some(context.shop, batch):
        pass
    qtbot.waitUntil(lambda: page.batch.words == "Sending of 2 products has ended")
    page.batch.close_button.click()
    qtbot.waitUntil(lambda: page.batch.words == "")


def test_another_unfinished_batch_can_be_chosen(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    send_batch(context.shop, 2)
    send_batch(context.shop, 3)
    qtbot.waitUntil(lambda: page.batch.words == "Sending 3 products")
    (other,) = page.batch.others
    assert other.text().endswith("Sending 2 products")
    other.trigger()
    qtbot.waitUntil(lambda: page.batch.words == "Sending 2 products")
    assert page.batch.others[0].text().endswith("Sending 3 products")


@pytest.fixture
def strip(language: Language, qtbot: QtBot) -> BatchStrip:
    """A strip alone."""
    made = BatchStrip()
    qtbot.addWidget(made)
    return made


def progress(seconds_left: float | None) -> BatchProgress:
    row = BatchRow(
        7, NOON, "anna", BatchSource.IMPORT, "<b>приход</b>.xlsx", 214, False, BatchCounts(100, waiting=114)
    )
    return BatchProgress(row, (), seconds_left)


def test_a_batch_that_ends_keeps_its_height_and_brings_no_button_under_the_pointer(
    strip: BatchStrip, qtbot: QtBot
) -> None:
    strip.resize(900, strip.height())
    strip.show()
    qtbot.waitExposed(strip)
    strip.show_progress(progress(100.0))
    QApplication.processEvents()
    height, pause = strip.sizeHint().height(), strip.pause.geometry()
    done = BatchRow(7, NOON, "anna", BatchSource.IMPORT, "приход.xlsx", 214, True, BatchCounts(214))
    strip.show_progress(BatchProgress(done, (), None))
    QApplication.processEvents()
    assert strip.sizeHint().height() == height
    assert strip.close_button.isVisible()
    assert not strip.close_button.geometry().intersects(pause)


def test_time_left_and_the_file_are_said_in_the_persons_language(
    strip: BatchStrip, language: Language
) -> None:
    strip.show_progress(progress(100.0))
    assert strip.words == "Sending 214 products · <b>приход</b>.xlsx · about 2 min left"
    language.use("ru")
    strip.retranslate()
    assert strip.words == "Отправка 214 товаров · <b>приход</b>.xlsx · осталось около 2\xa0мин"
    strip.show_progress(progress(None))
    assert strip.words == "Отправка 214 товаров · <b>приход</b>.xlsx"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "less than a minute left"),
        (59.0, "less than a minute left"),
        (60.0, "about 1 min left"),
        (61.0, "about 2 min left"),
        (99 * 60, "about 99 min left"),
        (100 * 60, "about 2 h left"),
    ],
)
def test_time_left_in_words(language: Language, seconds: float, words: str) -> None:
    assert shown.time_left(seconds) == words
