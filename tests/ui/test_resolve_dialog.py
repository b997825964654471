"""A delivery without an answer: the figures of the cabinet say what became of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pytestqt.qtbot import QtBot

from app.domain.delivery import State
from app.services.catalogue import product_rows
from app.services.outbox import delivery_details
from app.ui.context import UiContext
from app.ui.dialogs.resolve_dialog import ResolveDialog
from tests.services.test_deciding import state, unknown_sale


def opened(context: UiContext, qtbot: QtBot) -> ResolveDialog:
    """The dialog of a sale of one XL of three and one L of four."""
    details = delivery_details(context.shop, unknown_sale(context.shop))
    assert details is not None
    dialog = ResolveDialog(context, details)
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
        (("2", "4"), "Something else", State.DELIVERED, [2, 4, 2]),
        (("0", "1"), "Something else", State.DELIVERED, [0, 1, 2]),
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


def test_every_size_needs_a_figure(context: UiContext, qtbot: QtBot) -> None:
    dialog = opened(context, qtbot)
    type_figures(dialog, qtbot, ["2"])
    assert not dialog.note.isEnabled()
    dialog.resolve()
    assert state(context.shop, 1) is State.UNKNOWN
    type_figures(dialog, qtbot, ["", "-x"])  # no figure
    assert not dialog.note.isEnabled()
