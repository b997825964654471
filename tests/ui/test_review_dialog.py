"""*Review and send*: what it says, what can be left out, and what it queues."""

from __future__ import annotations

import json
from dataclasses import asdict
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from app.domain.action import Action
from app.domain.dialect import CountMeaning
from app.domain.guard import Danger
from app.services import catalogue, editing, outbox
from app.services.calibration import Established
from app.services.delivery_views import DeliveryKind
from app.services.settings import CALIBRATION, ConnectionSettings, save_connection
from app.services.views import PendingChange, ProductDraft, SizeDraft
from app.storage import conflicts
from app.ui.context import UiContext
from app.ui.dialogs.review_dialog import HIDDEN_TOKEN, HIGHEST, ReviewDialog
from app.ui.dialogs.review_material import ReviewMaterial, assumption, read_review
from app.ui.models.review_model import DetailRole, ReviewModel, WarningRole

ADDRESS = "https://market.example/api/stock"
CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def typed(context: UiContext) -> ReviewMaterial:
    """A new price and a sale of one product, and a sale of more than there is of another."""
    shop = context.shop
    jacket = catalogue.add_product(
        shop, ProductDraft("A1", "Jacket", "", Decimal(82000), (SizeDraft("XL", opening=3),))
    )
    jumper = catalogue.add_product(
        shop, ProductDraft("B2", "Jumper", "", Decimal(34900), (SizeDraft("S", opening=1),))
    )
    xl, s = (row.sizes[0].id for row in catalogue.product_rows(shop, [jacket, jumper]))
    editing.set_pending(shop, {xl: PendingChange(Action.SOLD, 1), s: PendingChange(Action.SOLD, 4)})
    editing.set_new_prices(shop, {jacket: Decimal(76000)})
    return ReviewMaterial(read_review(shop).review, ADDRESS)


def shown(context: UiContext, material: ReviewMaterial, qtbot: QtBot) -> ReviewDialog:
    """The dialog on the screen."""
    dialog = ReviewDialog(context, material)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def test_every_item_says_in_words_what_happens(typed: ReviewMaterial) -> None:
    model = ReviewModel(typed.review)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    lines = [(model.index(row).data(), model.index(row).data(DetailRole)) for row in range(3)]
    tester.deleteLater()
    assert [line.split(" · ")[1] for line, _ in lines] == ["A1 Jacket", "A1 Jacket", "B2 Jumper"]
    assert [detail for _, detail in lines][1:] == ["XL: 3 → 2 (−1 pcs)", "S: 1 → −3 (−4 pcs)"]
    assert "→" in lines[0][1]


def test_a_stock_below_zero_is_warned_about(typed: ReviewMaterial) -> None:
    model = ReviewModel(typed.review)
    warnings = [model.index(row).data(WarningRole) for row in range(3)]
    assert warnings[:2] == ["", ""]
    assert "S" in warnings[2]


def test_what_is_left_out_stays_typed(context: UiContext, typed: ReviewMaterial, qtbot: QtBot) -> None:
    dialog = shown(context, typed, qtbot)
    dialog.model.setData(dialog.model.index(2), Qt.CheckState.Unchecked, CHECK)
    with qtbot.waitSignal(dialog.sent) as sent:
        dialog.send()
    assert sent.args == [2]
    assert outbox.delivery_count(context.shop, DeliveryKind.ALL) == 2
    assert editing.pending_summary(context.shop).changes == 1


def test_nothing_can_be_sent_when_everything_is_left_out(
    context: UiContext, typed: ReviewMaterial, qtbot: QtBot
) -> None:
    dialog = shown(context, typed, qtbot)
    dialog.model.choose_all(False)
    dialog.send()
    assert not dialog.can_send
    dialog.model.choose_all(True)
    assert dialog.can_send
    assert outbox.delivery_count(context.shop, DeliveryKind.ALL) == 0


def test_the_exact_request_is_shown_with_the_token_masked(
    context: UiContext, typed: ReviewMaterial, qtbot: QtBot
) -> None:
    context.shop.secrets.session_only("token", "a-very-secret-token")
    dialog = shown(context, typed, qtbot)
    assert not dialog.code.isVisible()
    dialog.show_request(True)
    text = dialog.code.toPlainText()
    assert dialog.code.isVisible()
    assert ADDRESS in text
    assert HIDDEN_TOKEN in text
    assert json.loads(text[text.index("{") :]) == json.loads(typed.review.items[0].body)
    assert "secret" not in text


def test_the_summary_counts_what_is_chosen(context: UiContext, typed: ReviewMaterial, qtbot: QtBot) -> None:
    dialog = shown(context, typed, qtbot)
    assert dialog.summary.text() == "2 products: 2 sales (5 pcs), 1 new price"
    dialog.model.setData(dialog.model.index(2), Qt.CheckState.Unchecked, CHECK)
    assert dialog.summary.text() == "1 product: 1 sale (1 pcs), 1 new price"
    dialog.model.choose_all(False)
    assert dialog.summary.text() == "Nothing is chosen"


def test_the_first_review_explains_what_is_assumed_and_later_ones_remind(
    context: UiContext, typed: ReviewMaterial, qtbot: QtBot
) -> None:
    first = shown(context, read_review(context.shop), qtbot)
    assert first.assumption.isVisible()
    assert "Settings → Connection → Advanced" in first.assumption_words.text()
    first.model.setData(first.model.index(2), Qt.CheckState.Unchecked, CHECK)
    with qtbot.waitSignal(first.sent):
        first.send()
    second = shown(context, read_review(context.shop), qtbot)
    assert second.assumption.isVisible()
    assert second.assumption_words.text().startswith("How the marketplace counts is assumed")
    save_connection(context.shop, ConnectionSettings())
    found = Established(CountMeaning.LEFT, 0.0, "anna", "A1", "XL", 3, 4)
    context.shop.save_setting(CALIBRATION, asdict(found))
    third = shown(context, read_review(context.shop), qtbot)
    assert not third.assumption.isVisible()


def test_the_assumption_names_what_is_set(context: UiContext) -> None:
    assert "the stock that is left" in assumption(CountMeaning.LEFT, is_first=True)
    assert "the quantity alone" in assumption(CountMeaning.MOVED, is_first=True)


def test_from_the_review_one_gets_to_the_check_and_nothing_is_sent(
    context: UiContext, typed: ReviewMaterial, qtbot: QtBot
) -> None:
    dialog = shown(context, read_review(context.shop), qtbot)
    with qtbot.waitSignal(dialog.calibration_requested):
        dialog.calibrate.click()
    assert not dialog.isVisible()
    assert outbox.delivery_count(context.shop, DeliveryKind.ALL) == 0
    assert editing.pending_summary(context.shop).changes == 3


def test_the_dialog_is_as_high_as_it_needs(context: UiContext, typed: ReviewMaterial, qtbot: QtBot) -> None:
    dialog = shown(context, typed, qtbot)
    low = dialog.height()
    assert low < 420
    dialog.show_request(True)
    assert low < dialog.height() <= HIGHEST
    dialog.show_request(False)
    assert dialog.height() == low


def test_without_an_address_it_says_that_everything_waits(
    context: UiContext, typed: ReviewMaterial, qtbot: QtBot
) -> None:
    dialog = shown(context, ReviewMaterial(typed.review, ""), qtbot)
    assert dialog.notice.isVisible()


def test_a_failure_is_told_and_nothing_is_lost(
    context: UiContext, typed: ReviewMaterial, qtbot: QtBot
) -> None:
    dialog = shown(context, typed, qtbot)
    with context.shop.database.read() as connection:
        event.listen(connection.engine, "checkout", forbid_writing)
    dialog.send()
    qtbot.waitUntil(lambda: dialog.problem_words != "")
    assert dialog.isVisible()
    assert dialog.can_send
    assert editing.pending_summary(context.shop).changes == 3


def forbid_writing(connection: object, *_: object) -> None:
    """From now on the database can only be read."""
    connection.execute("PRAGMA query_only=ON")  # type: ignore[attr-defined]


def test_the_guard_leaves_out_just_what_is_dangerous(
    context: UiContext, typed: ReviewMaterial, qtbot: QtBot
) -> None:
    dialog = shown(context, typed, qtbot)
    assert list(dialog.guard.lines) == [Danger.BELOW_ZERO]
    line = dialog.guard.lines[Danger.BELOW_ZERO]
    qtbot.mouseClick(line.leave_out, Qt.MouseButton.LeftButton)
    assert dialog.model.left_out == frozenset({2})
    assert line.words == "Left out (below zero): 1."
    assert not line.leave_out.isVisible()
    qtbot.mouseClick(line.put_back, Qt.MouseButton.LeftButton)
    assert dialog.model.left_out == frozenset()
    assert line.words == "1 action would take the stock below zero."


def test_a_warning_asks_again_about_what_a_person_puts_back(
    context: UiContext, typed: ReviewMaterial, qtbot: QtBot
) -> None:
    dialog = shown(context, typed, qtbot)
    line = dialog.guard.lines[Danger.BELOW_ZERO]
    dialog.model.setData(dialog.model.index(2), Qt.CheckState.Unchecked, CHECK)
    assert line.words == "Left out (below zero): 1."
    dialog.model.setData(dialog.model.index(2), Qt.CheckState.Checked, CHECK)
    assert "below zero" in line.words
    assert not line.put_back.isVisible()


def test_a_warning_leads_to_its_rows(context: UiContext, typed: ReviewMaterial, qtbot: QtBot) -> None:
    dialog = shown(context, typed, qtbot)
    assert dialog.current_row == 0
    qtbot.mouseClick(dialog.guard.lines[Danger.BELOW_ZERO].show_rows, Qt.MouseButton.LeftButton)
    assert dialog.current_row == 2


def test_nothing_dangerous_shows_no_guard(context: UiContext, qtbot: QtBot) -> None:
    number = catalogue.add_product(
        context.shop, ProductDraft("A1", "", "", Decimal(100), (SizeDraft("XL", opening=3),))
    )
    editing.set_new_prices(context.shop, {number: Decimal(110)})
    dialog = shown(context, read_review(context.shop), qtbot)
    assert not dialog.guard.isVisible()


@pytest.fixture
def corrected(context: UiContext) -> ReviewMaterial:
    """A correction of the XL, of which the marketplace has four and we have three, and a typed sale."""
    number = catalogue.add_product(
        context.shop,
        ProductDraft(
            "A1", "Jacket", "", Decimal(100), (SizeDraft("XL", opening=4), SizeDraft("S", opening=2))
        ),
    )
    xl, s = (size.id for size in catalogue.product_rows(context.shop, [number])[0].sizes)
    with context.shop.database.write() as connection:
        conflicts.draft(connection, xl, Action.SOLD, 1)
    editing.set_pending(context.shop, {s: PendingChange(Action.SOLD, 1)})
    return read_review(context.shop)


def withdraw(context: UiContext, material: ReviewMaterial) -> None:
    """An online sale has made the correction pointless."""
    (size_id,) = (line.size_id for item in material.review.items for line in item.lines if line.corrects)
    with context.shop.database.write() as connection:
        conflicts.withdraw(connection, [size_id])


def test_a_correction_says_whose_figures_it_shows(corrected: ReviewMaterial) -> None:
    model = ReviewModel(corrected.review)
    details = [model.index(row).data(DetailRole) for row in range(2)]
    assert details == ["S: 2 → 1 (−1 pcs)", "at the marketplace XL: 4 → 3 (−1 pcs)"]


def test_what_changed_meanwhile_is_shown_before_anything_is_sent(
    context: UiContext, corrected: ReviewMaterial, qtbot: QtBot
) -> None:
    dialog = shown(context, corrected, qtbot)
    tester = QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    withdraw(context, corrected)  # and the window has not heard of it
    dialog.send()
    qtbot.waitUntil(dialog.change.isVisible)
    assert outbox.delivery_count(context.shop, DeliveryKind.ALL) == 0
    assert dialog.summary.text() == "1 product: 1 sale (1 pcs)"
    assert "nothing was sent" in dialog.problem_words
    with qtbot.waitSignal(dialog.sent) as sent:
        dialog.send()
    assert sent.args == [1]
    assert outbox.delivery_count(context.shop, DeliveryKind.ALL) == 1
    tester.deleteLater()


def test_what_is_heard_of_is_shown_at_once_and_what_was_left_out_stays_out(
    context: UiContext, corrected: ReviewMaterial, qtbot: QtBot
) -> None:
    dialog = shown(context, corrected, qtbot)
    dialog.model.setData(dialog.model.index(0), Qt.CheckState.Unchecked, CHECK)
    withdraw(context, corrected)
    editing.set_new_prices(context.shop, {1: Decimal(10)})
    qtbot.waitUntil(dialog.change.isVisible)
    assert dialog.summary.text() == "1 product: 1 new price"
    assert list(dialog.guard.lines) == [Danger.PRICE_JUMP]
    assert dialog.guard.isVisible()


def test_a_change_elsewhere_says_nothing(
    context: UiContext, corrected: ReviewMaterial, qtbot: QtBot
) -> None:
    dialog = shown(context, corrected, qtbot)
    with qtbot.waitSignal(context.bridge.changed):
        catalogue.add_product(context.shop, ProductDraft("Z9", "Coat", sizes=(SizeDraft("M"),)))
    read: list[object] = []
    context.tasks.run(read_review, context.shop, done=read.append, lane="write")  # after the dialog's own
    qtbot.waitUntil(lambda: bool(read))
    assert not dialog.change.isVisible()


@pytest.fixture
def many(context: UiContext) -> list[int]:
    """Thirty products with a sale typed for each; their numbers by article."""
    numbers = [
        catalogue.add_product(
            context.shop, ProductDraft(f"A{n:02}", "", "", Decimal(100), (SizeDraft("XL", opening=9),))
        )
        for n in range(30)
    ]
    sizes = [row.sizes[0].id for row in catalogue.product_rows(context.shop, numbers)]
    editing.set_pending(context.shop, {size: PendingChange(Action.SOLD, 1) for size in sizes})
    return numbers


def test_rows_keep_their_places_when_data_change(context: UiContext, many: list[int], qtbot: QtBot) -> None:
    dialog = shown(context, read_review(context.shop), qtbot)
    tester = QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = dialog.findChild(QListView)
    assert rows is not None
    rows.setCurrentIndex(dialog.model.index(20))
    rows.setFocus()
    dialog.model.setData(dialog.model.index(19), Qt.CheckState.Unchecked, CHECK)

    def seen() -> list[object]:
        current = rows.currentIndex()
        at = rows.viewport().mapTo(dialog, rows.visualRect(current).topLeft())
        return [current.data(), at, dialog.size(), dialog.focusWidget()]

    before = seen()
    editing.set_new_prices(context.shop, {many[25]: Decimal(101)})
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 31)
    assert dialog.change.isVisible()
    assert seen() == before
    (gone,) = (size.id for size in catalogue.product_rows(context.shop, [many[5]])[0].sizes)
    editing.set_pending(context.shop, {gone: None})
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 30)
    assert (seen()[0], dialog.current_row) == (before[0], 19)
    assert dialog.model.left_out == frozenset({18})
    tester.deleteLater()


def test_a_refused_sending_gives_the_focus_back(context: UiContext, many: list[int], qtbot: QtBot) -> None:
    dialog = shown(context, read_review(context.shop), qtbot)
    dialog.activateWindow()
    rows = dialog.findChild(QListView)
    assert rows is not None
    rows.setFocus()
    with context.shop.database.read() as connection:
        event.listen(connection.engine, "checkout", forbid_writing)
    dialog.send()
    qtbot.waitUntil(lambda: dialog.problem_words != "")
    assert dialog.focusWidget() is rows
