"""A delivery without an answer: the figures of the cabinet say what became of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pytestqt.qtbot import QtBot

from app.domain.delivery import State
from app.services import deciding
from app.services.catalogue import product_rows
from app.services.outbox import delivery_details
from app.ui.context import UiContext
from app.ui.dialogs.resolve_dialog import ResolveDialog
from tests.services.test_deciding import state, unknown_sale
from tests.services.test_doubts import online_sale


def opened(context: UiContext, qtbot: QtBot) -> ResolveDialog:
    """The dialog of a sale of one XL of three and one L of four."""
    return opened_about(context, qtbot, unknown_sale(context.shop))


def opened_about(context: UiContext, qtbot: QtBot, number: int) -> ResolveDialog:
    details = delivery_details(context.shop, number)
    assert details is not None
    assert details.question is not None
    dialog = ResolveDialog(context, details.row, details.question)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def type_figures(dialog: ResolveDialog, qtbot: QtBot, figures: Sequence[str]) -> None:
    for field, text in zip(dialog.fields.values(), figures, strict=False):
        qtbot.keyClicks(field, text)


@pytest.mark.parametrize(
    ("figures", "words", "expected", "stock"),
    [
        (("2", "3"), "It arrived", State.DELIVERED, [2, 3, 2]),
        (("3", "4"), "did not arrive", State.QUEUED, [2, 3, 2]),
        (("2", "4"), "Something else", State.CORRECTED, [2, 4, 2]),
        (("0", "1"), "Something else", State.CORRECTED, [0, 1, 2]),
    ],
)
def test_what_the_cabinet_shows_decides(
    context: UiContext,
    qtbot: QtBot,
    figures: Sequence[str],
    words: str,
    expected: State,
    stock: Sequence[int],
) -> None:
    dialog = opened(context, qtbot)
    type_figures(dialog, qtbot, figures)
    assert words in dialog.conclusion.text()
    with qtbot.waitSignal(dialog.resolved):
        dialog.resolve()
    assert state(context.shop, 1) is expected
    assert [size.here for size in product_rows(context.shop, [1])[0].sizes] == stock


def test_one_can_type_at_once(context: UiContext, qtbot: QtBot) -> None:
    dialog = opened(context, qtbot)
    first = next(iter(dialog.fields.values()))
    qtbot.waitUntil(first.hasFocus)


def test_every_size_needs_a_figure(context: UiContext, qtbot: QtBot) -> None:
    dialog = opened(context, qtbot)
    type_figures(dialog, qtbot, ["2"])
    assert not dialog.note.isEnabled()
    dialog.resolve()
    assert state(context.shop, 1) is State.UNKNOWN
    type_figures(dialog, qtbot, ["", "-x"])  # no figure
    assert not dialog.note.isEnabled()


def test_a_figure_that_fits_both_leaves_it_to_the_person(context: UiContext, qtbot: QtBot) -> None:
    number = unknown_sale(context.shop)
    for size, count in (("XL", 2), ("L", 3)):
        online_sale(context.shop, size, count)
    dialog = opened_about(context, qtbot, number)
    assert dialog.not_arrived.isHidden()
    type_figures(dialog, qtbot, ["2", "3"])
    assert "fits both" in dialog.conclusion.text()
    assert not dialog.note.isEnabled()
    with qtbot.waitSignal(dialog.resolved):
        dialog.not_arrived.click()
    assert state(context.shop, number) is State.QUEUED


def test_what_another_person_answered_meanwhile_is_said(context: UiContext, qtbot: QtBot) -> None:
    dialog = opened(context, qtbot)
    type_figures(dialog, qtbot, ["2", "3"])
    deciding.resolve_not_arrived(context.shop, 1)
    dialog.resolve()
    qtbot.waitUntil(lambda: "meanwhile" in dialog.conclusion.text())
    assert state(context.shop, 1) is State.QUEUED
