"""The log of deliveries: states in words, what may be done, and what is asked before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.services import deciding
from app.services.catalogue import product_index, product_rows
from app.services.delivery_views import DeliveryKind
from app.services.editing import queue_action
from app.services.outbox import delivery_counts
from app.services.pausing import why_paused
from app.services.status_views import Status
from app.services.views import ProductFilter
from app.ui.context import UiContext
from app.ui.dialogs.resolve_dialog import ResolveDialog
from app.ui.dialogs.resolve_many_dialog import ResolveManyDialog
from app.ui.format import NO_BREAK
from app.ui.models.delivery_table_model import DeliveryColumn
from app.ui.pages.deliveries_page import DeliveriesPage
from app.ui.widgets.chip import ChipRole
from tests.services.support import JACKET, add_simple_product, connect, jacket_sandbox
from tests.services.test_doubts import two_of_one_size, unknown_sales

SECONDS = 10_000
ARTICLE = "SS21CA2N"


@pytest.fixture
def page(context: UiContext, qtbot: QtBot) -> DeliveriesPage:
    """The page, wide enough for the panel beside the log."""
    add_simple_product(context.shop, ARTICLE, JACKET)
    made = DeliveriesPage(context)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def send(context: UiContext) -> Iterator[Callable[..., None]]:
    """Sell one XL to a marketplace that misbehaves so, with the real engine."""
    with jacket_sandbox() as sandbox:
        connect(context.shop, sandbox)
        context.engine.start()

        def sell(*faults: str) -> None:
            sandbox.set_faults(list(faults))
            queue_action(context.shop, ARTICLE, Action.SOLD, {"XL": 1}, None, "anna")
            context.engine.wake()

        yield sell
        context.engine.stop()


def chosen(page: DeliveriesPage, qtbot: QtBot) -> None:
    """The newest delivery, with its details in the panel."""
    qtbot.waitUntil(lambda: page.model.rowCount() > 0 and page.model.row_at(0) is not None)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.delivery_id is not None)


def cell(page: DeliveriesPage, column: DeliveryColumn) -> str:
    index = page.model.index(0, column)
    chip = index.data(ChipRole)
    words = chip.text if chip is not None else str(index.data())
    return words.replace(NO_BREAK, " ")


def stock(context: UiContext) -> int:
    ids = list(product_index(context.shop, ProductFilter()).ids)
    return product_rows(context.shop, ids)[0].sizes[0].here


def question() -> QMessageBox:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def test_one_delivery_is_led_to_however_far_down_it_stands(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    numbers = [
        queue_action(context.shop, ARTICLE, Action.SOLD, {"L": 1}, None, "anna")[0] for _ in range(450)
    ]
    deciding.cancel(context.shop, numbers[3])
    qtbot.waitUntil(lambda: page.model.rowCount() == len(numbers))
    page.show_kind(DeliveryKind.QUEUED)
    page.show_delivery(numbers[2])
    qtbot.waitUntil(lambda: page.panel.delivery_id == numbers[2])
    assert page.shown is DeliveryKind.ALL
    assert page.table.visualRect(page.table.currentIndex()).isValid()


def test_an_empty_log_says_how_it_fills(page: DeliveriesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.empty_words.startswith("Nothing was sent yet"))
    assert page.panel.isHidden()
    page.show_kind(DeliveryKind.NEEDS_PERSON)
    qtbot.waitUntil(lambda: page.empty_words.startswith("Nothing here"))


def test_a_queued_sale_stands_in_the_log_and_can_be_taken_back(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    queue_action(context.shop, ARTICLE, Action.SOLD, {"XL": 1}, None, "anna")
    chosen(page, qtbot)
    assert cell(page, DeliveryColumn.PRODUCT) == ARTICLE
    assert cell(page, DeliveryColumn.ACTION) == "sold"
    assert cell(page, DeliveryColumn.STATE) == "queued"
    assert stock(context) == 2

    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    box = question()
    assert box.defaultButton() == box.button(QMessageBox.StandardButton.Cancel)
    accept = next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.AcceptRole)
    with qtbot.waitSignal(page.message):
        accept.click()
    qtbot.waitUntil(lambda: cell(page, DeliveryColumn.STATE) == "withdrawn")
    assert stock(context) == 3


def test_leaving_the_question_changes_nothing(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    queue_action(context.shop, ARTICLE, Action.SOLD, {"XL": 1}, None, "anna")
    chosen(page, qtbot)
    page.panel.cancel.click()
    question().reject()
    assert delivery_counts(context.shop).queued == 1
    assert stock(context) == 2


def test_a_delivered_sale_shows_figures_attempt_and_answer(
    context: UiContext, page: DeliveriesPage, send: Callable[..., None], qtbot: QtBot
) -> None:
    send()
    qtbot.waitUntil(lambda: delivery_counts(context.shop).delivered == 1, timeout=SECONDS)
    chosen(page, qtbot)
    qtbot.waitUntil(lambda: cell(page, DeliveryColumn.STATE) == "delivered", timeout=SECONDS)
    assert cell(page, DeliveryColumn.SIZES) == "XL: 3 → 2"
    assert page.panel.title.text() == f"{ARTICLE} · sold"
    assert re.search(r"· 200 · \d+ ms \(connecting \d+, sending \d+, waiting \d+\)", page.panel.attempts)
    assert page.panel.retry.isHidden()
    assert page.panel.cancel.isHidden()


def test_a_sale_without_an_answer_is_asked_about_and_answered(
    context: UiContext, page: DeliveriesPage, send: Callable[..., None], qtbot: QtBot
) -> None:
    send("cut-after:1")
    qtbot.waitUntil(lambda: delivery_counts(context.shop).needs_person == 1, timeout=SECONDS)
    chosen(page, qtbot)
    qtbot.waitUntil(lambda: not page.panel.resolve.isHidden(), timeout=SECONDS)
    assert "XL: if it arrived the cabinet shows 2, if not 3" in page.panel.words
    page.panel.resolve.click()
    assert isinstance(page.dialog, ResolveDialog)
    (field,) = page.dialog.fields.values()
    qtbot.keyClicks(field, "2")
    with qtbot.waitSignal(page.message) as told:
        page.dialog.resolve()
    assert "It arrived" in told.args[0]
    assert delivery_counts(context.shop).delivered == 1


def test_a_rejected_sale_says_what_the_marketplace_said_and_can_be_retried(
    context: UiContext, page: DeliveriesPage, send: Callable[..., None], qtbot: QtBot
) -> None:
    send("422:1")
    qtbot.waitUntil(lambda: delivery_counts(context.shop).needs_person == 1, timeout=SECONDS)
    chosen(page, qtbot)
    qtbot.waitUntil(lambda: not page.panel.retry.isHidden(), timeout=SECONDS)
    qtbot.waitUntil(lambda: cell(page, DeliveryColumn.STATE).startswith("rejected · "))
    page.panel.retry.click()
    qtbot.waitUntil(lambda: delivery_counts(context.shop).delivered == 1, timeout=SECONDS)


def test_an_answer_of_which_only_the_beginning_is_kept_says_so(
    page: DeliveriesPage, send: Callable[..., None], qtbot: QtBot
) -> None:
    send("huge:1")
    chosen(page, qtbot)
    beginning = "Answer: its beginning, the rest was too long to keep"
    qtbot.waitUntil(lambda: page.panel.answer_caption == beginning, timeout=SECONDS)
    send()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2, timeout=SECONDS)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.answer_caption == "Answer", timeout=SECONDS)


def test_pausing_and_resuming(context: UiContext, page: DeliveriesPage, qtbot: QtBot) -> None:
    page.pause.click()
    qtbot.waitUntil(lambda: why_paused(context.shop) is not None)


def test_the_panel_stands_below_a_narrow_log(
    page: DeliveriesPage, context: UiContext, qtbot: QtBot
) -> None:
    queue_action(context.shop, ARTICLE, Action.SOLD, {"XL": 1}, None, "anna")
    chosen(page, qtbot)
    assert page.panel.x() > page.table.x()
    page.resize(824, 580)
    qtbot.waitUntil(lambda: page.panel.width() > 800)
    assert page.table.columnWidth(DeliveryColumn.STATE) > 120


def test_an_export_that_cannot_be_written_is_told(
    context: UiContext, page: DeliveriesPage, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(context.tasks.failed) as failed:
        page.export_to(str(tmp_path / "no such folder" / "deliveries.csv"))
    assert "could not be written" in failed.args[0].title.source
    with qtbot.waitSignal(page.message):
        page.export_to(str(tmp_path / "deliveries.csv"))
    assert (tmp_path / "deliveries.csv").read_text(encoding="utf-8-sig").startswith("Created;")


def test_deliveries_without_an_answer_are_counted_above_the_log_and_asked_about_in_one_table(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    assert page.doubts.words == ""
    numbers = unknown_sales(context.shop, 3)
    context.bridge.status_changed.emit(Status(deliveries=delivery_counts(context.shop)))
    assert page.doubts.words.startswith("No answer came about 3 deliveries")
    qtbot.waitUntil(lambda: page.model.rowCount() == 3 and page.model.row_at(0) is not None)
    page.table.selectRow(0)
    assert page.doubts.chosen() == numbers[2:]
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    page.table.selectionModel().select(page.model.index(2, 0), flags)
    buttons = [button for button in page.doubts.findChildren(QPushButton) if button.isVisible()]
    asked = [asked_about(page, button, qtbot) for button in buttons]
    assert sorted(map(len, asked)) == [2, 3]
    assert set(numbers) in asked
    assert {numbers[0], numbers[2]} in asked
    assert "Check the chosen (2)…" in [b.text() for b in page.doubts.findChildren(QPushButton)]
    page.show_kind(DeliveryKind.DELIVERED)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert "Check the chosen (2)…" not in [b.text() for b in page.doubts.findChildren(QPushButton)]


def asked_about(page: DeliveriesPage, button: QPushButton, qtbot: QtBot) -> frozenset[int]:
    """The deliveries in the table that a button opens."""
    button.click()
    dialog = page.dialog
    assert isinstance(dialog, ResolveManyDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    found = dialog.model.deliveries
    dialog.reject()
    return found


def test_several_of_one_product_are_never_asked_about_alone(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    two_of_one_size(context.shop)
    page.model.refresh()
    chosen(page, qtbot)
    page.panel.resolve.click()
    dialog = page.dialog
    assert isinstance(dialog, ResolveManyDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)


def test_words_of_strangers_are_no_markup(context: UiContext, page: DeliveriesPage, qtbot: QtBot) -> None:
    add_simple_product(context.shop, "<b>A</b>", {"<i>S</i>": 1})
    queue_action(context.shop, "<b>A</b>", Action.SOLD, {"<i>S</i>": 1}, None, "anna")
    chosen(page, qtbot)
    tip = page.model.index(0, DeliveryColumn.PRODUCT).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<qt>&lt;b&gt;A&lt;/b&gt;</qt>"
    assert page.panel.title.textFormat() is Qt.TextFormat.PlainText


def test_an_attempt_without_an_answer_says_why(
    page: DeliveriesPage, send: Callable[..., None], qtbot: QtBot
) -> None:
    send("reset-before:1")
    chosen(page, qtbot)
    qtbot.waitUntil(lambda: " ms" in page.panel.attempts, timeout=SECONDS)
    assert re.search(r"[a-z)]: [A-Z][a-z]+ .+\.$", page.panel.attempts)


def test_what_was_never_sent_is_shown_as_what_would_be(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    for size in ("XL", "L"):
        queue_action(context.shop, ARTICLE, Action.SOLD, {size: 1}, None, "anna")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    chosen(page, qtbot)
    captions = [label.text() for label in page.panel.findChildren(QLabel) if label.isVisible()]
    assert {"Stock at the marketplace, if sent", "Request, if sent"} <= set(captions)
    page.table.selectAll()
    qtbot.waitUntil(lambda: page.panel.subtitle.text() == "anna · one of 2 chosen is shown")
    assert page.panel.undo.text() == "Undo the one shown…"
