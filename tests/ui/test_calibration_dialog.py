"""The calibration as a person goes through it, against marketplaces of both kinds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.dialect import CountMeaning, Dialect
from app.sandbox import Sandbox
from app.services import calibration
from app.services.catalogue import product_rows
from app.services.editing import queue_action
from app.services.pausing import pause, resume
from app.services.settings import load_dialect
from app.ui.context import UiContext
from app.ui.dialogs.calibration_dialog import CalibrationDialog
from app.ui.i18n import Language
from tests.services.support import JACKET, add_simple_product, connect, jacket_sandbox

SECONDS = 10_000
MOVED = Dialect(count=CountMeaning.MOVED)
ARTICLE = "SS21CA2N"


@pytest.fixture
def running(context: UiContext) -> Iterator[UiContext]:
    """With the engine started."""
    context.engine.start()
    yield context
    context.engine.stop()


def opened(context: UiContext, qtbot: QtBot) -> CalibrationDialog:
    dialog = CalibrationDialog(context, calibration.standing(context.shop))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def prepared(context: UiContext, qtbot: QtBot, sandbox: Sandbox) -> CalibrationDialog:
    """Of the jacket, connected; the dialog asks for a size."""
    add_simple_product(context.shop, ARTICLE, JACKET)
    connect(context.shop, sandbox)
    context.engine.reload_connection()
    dialog = opened(context, qtbot)
    qtbot.waitUntil(lambda: dialog.choice.sizes.count() == len(JACKET))
    return dialog


def begin(dialog: CalibrationDialog, qtbot: QtBot, size: int = 0, before: str = "3") -> None:
    dialog.choice.sizes.setCurrentIndex(size)
    QTest.keyClicks(dialog.choice.figure, before)
    QTest.keyClick(dialog.choice.figure, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.trial.isVisible, timeout=SECONDS)


@pytest.mark.parametrize(("meant", "after"), [(Dialect(), "4"), (MOVED, "7")])
def test_from_the_size_to_the_finding_by_keyboard(
    running: UiContext, qtbot: QtBot, meant: Dialect, after: str
) -> None:
    with jacket_sandbox(meant) as sandbox:
        dialog = prepared(running, qtbot, sandbox)
        begin(dialog, qtbot)
        qtbot.waitUntil(dialog.trial.figure.isVisible, timeout=SECONDS)
        assert sandbox.stock(ARTICLE, "XL") == int(after)
        qtbot.waitUntil(dialog.trial.figure.hasFocus)
        QTest.keyClicks(dialog.trial.figure, after)
        assert dialog.trial.finding.text().startswith("“count” means")
        QTest.keyClick(dialog.trial.figure, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "The piece is back" in dialog.trial.finding.text(), timeout=SECONDS)
        assert load_dialect(running.shop).count is meant.count
        assert sandbox.stock(ARTICLE, "XL") == JACKET["XL"]
    assert dialog.go_on.text() == "Close"
    dialog.proceed()
    assert not dialog.isVisible()


def test_the_size_with_few_pieces_is_offered_and_too_few_are_refused(
    context: UiContext, qtbot: QtBot
) -> None:
    with jacket_sandbox() as sandbox:
        dialog = prepared(context, qtbot, sandbox)
    assert dialog.choice.sizes.currentText() == "M: here 2"
    assert not dialog.go_on.isEnabled()
    for figure, is_possible, words in (
        ("0", False, "fewer than two"),
        ("1", False, "fewer than two"),
        ("2", True, "shows 3"),
        ("40", True, "few pieces is better"),
    ):
        dialog.choice.figure.clear()
        QTest.keyClicks(dialog.choice.figure, figure)
        assert dialog.go_on.isEnabled() is is_possible
        assert words in dialog.choice.words.text()


def test_what_stands_in_the_way_is_said_and_nothing_is_sent(context: UiContext, qtbot: QtBot) -> None:
    with jacket_sandbox() as sandbox:
        dialog = prepared(context, qtbot, sandbox)
        queue_action(context.shop, ARTICLE, Action.SOLD, {"L": 1}, None, "test")
        QTest.keyClicks(dialog.choice.figure, "2")
        dialog.proceed()
        qtbot.waitUntil(lambda: "still on its way" in dialog.problem_words)
    assert dialog.choice.isVisible()
    qtbot.waitUntil(dialog.go_on.isEnabled)


@pytest.mark.parametrize(("figure", "words"), [("3", "Still the same"), ("5", "Neither meaning")])
def test_a_figure_that_proves_nothing_cannot_be_noted(
    running: UiContext, qtbot: QtBot, figure: str, words: str
) -> None:
    with jacket_sandbox() as sandbox:
        dialog = prepared(running, qtbot, sandbox)
        begin(dialog, qtbot)
        qtbot.waitUntil(dialog.trial.figure.isVisible, timeout=SECONDS)
        QTest.keyClicks(dialog.trial.figure, figure)
        assert words in dialog.trial.finding.text()
        assert not dialog.go_on.isEnabled()


def test_it_is_left_and_taken_up_again(running: UiContext, qtbot: QtBot, language: Language) -> None:
    with jacket_sandbox() as sandbox:
        pause(running.shop)
        dialog = prepared(running, qtbot, sandbox)
        begin(dialog, qtbot)
        qtbot.waitUntil(lambda: "Sending is paused" in dialog.trial.words.text())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        resume(running.shop)
        again = opened(running, qtbot)
        qtbot.waitUntil(again.trial.figure.isVisible, timeout=SECONDS)
        assert "the cabinet showed 3" in again.trial.heading.text()


def test_without_an_answer_it_can_be_sent_again(running: UiContext, qtbot: QtBot) -> None:
    with jacket_sandbox(faults=("cut-before:1",)) as sandbox:
        dialog = prepared(running, qtbot, sandbox)
        begin(dialog, qtbot)
        qtbot.waitUntil(dialog.trial.figure.isVisible, timeout=SECONDS)
        assert dialog.trial.words.text().startswith("No answer came")
        QTest.keyClicks(dialog.trial.figure, "3")
        assert "send again" in dialog.go_on.text()
        dialog.proceed()
        qtbot.waitUntil(
            lambda: dialog.trial.words.text().startswith("The marketplace took"), timeout=SECONDS
        )
        QTest.keyClicks(dialog.trial.figure, "4")
        assert dialog.go_on.isEnabled()


def test_a_refusal_is_told_and_ended(running: UiContext, qtbot: QtBot) -> None:
    with jacket_sandbox(faults=("422:1",)) as sandbox:
        dialog = prepared(running, qtbot, sandbox)
        begin(dialog, qtbot)
        qtbot.waitUntil(lambda: "refused the receipt" in dialog.trial.words.text(), timeout=SECONDS)
        assert not dialog.go_on.isVisible()
        end(dialog, qtbot, "nothing has moved")
        qtbot.waitUntil(dialog.choice.isVisible)
    assert [size.here for size in product_rows(running.shop, [1])[0].sizes] == list(JACKET.values())


def test_an_end_after_the_sending_says_what_is_left_to_do(running: UiContext, qtbot: QtBot) -> None:
    with jacket_sandbox() as sandbox:
        dialog = prepared(running, qtbot, sandbox)
        begin(dialog, qtbot)
        qtbot.waitUntil(dialog.trial.figure.isVisible, timeout=SECONDS)
        QTest.keyClicks(dialog.trial.figure, "9")
        end(dialog, qtbot, "In the cabinet set XL of SS21CA2N back to 3")
        qtbot.waitUntil(dialog.choice.isVisible)
    size = product_rows(running.shop, [1])[0].sizes[0]
    assert (size.here, size.agreed, size.state) == (3, 9, State.DELIVERED)
    assert size.flag is not None


def end(dialog: CalibrationDialog, qtbot: QtBot, words: str) -> None:
    """Choose the end and confirm it, once it has said what it leaves behind."""
    dialog.end.click()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert words in box.text()
    next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.AcceptRole).click()
