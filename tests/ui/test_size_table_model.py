"""The table of products as a model: rows, typed values, and what happens around them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from app.domain.action import Action
from app.services import catalogue, editing
from app.services.views import PendingChange, ProductDraft, ProductFilter, ProductKind, SizeDraft
from app.ui.commands import EditHistory
from app.ui.context import UiContext
from app.ui.models.size_cells import Column, EditedRole
from app.ui.models.size_table_model import Refusal, SizeTableModel

EDITABLE = Qt.ItemFlag.ItemIsEditable


def add(context: UiContext, article: str, **sizes: int) -> int:
    """A product with so many pieces of each size."""
    drafts = tuple(SizeDraft(value, opening=pieces) for value, pieces in sizes.items())
    return catalogue.add_product(
        context.shop, ProductDraft(article, f"Title of {article}", "", Decimal(1000), drafts)
    )


@pytest.fixture
def model(context: UiContext, qtbot: QtBot) -> Iterator[SizeTableModel]:
    """A model, watched by Qt's tester before anything is in it."""
    made = SizeTableModel(context)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    context.bridge.changed.connect(made.refresh)
    yield made
    tester.deleteLater()
    made.deleteLater()


@pytest.fixture
def history(context: UiContext, model: SizeTableModel) -> EditHistory:
    """What is typed into the model is done by this."""
    made = EditHistory(context, model, model)
    model.edited.connect(made.edit)
    return made


def show(model: SizeTableModel, qtbot: QtBot, wanted: ProductFilter | None = None) -> None:
    """List the products of a filter and wait for them."""
    with qtbot.waitSignal(model.listed):
        model.set_filter(wanted or ProductFilter())


def texts(model: SizeTableModel, column: Column) -> list[str | None]:
    """A column as shown."""
    return [model.index(row, column).data() for row in range(model.rowCount())]


def type_into(model: SizeTableModel, row: int, column: Column, text: str) -> bool:
    """Give a cell a text as an editor does."""
    return model.setData(model.index(row, column), text)


def pending(context: UiContext, product_id: int) -> list[PendingChange | None]:
    """What the database has as typed for a product's sizes."""
    return [size.pending for size in catalogue.product_rows(context.shop, [product_id])[0].sizes]


def test_a_product_stands_above_its_sizes_in_order(
    context: UiContext, model: SizeTableModel, qtbot: QtBot
) -> None:
    add(context, "B2", S=6, M=11)
    add(context, "A1", XL=3)
    show(model, qtbot)
    assert texts(model, Column.NAME) == ["A1", "XL", "B2", "S", "M"]
    assert texts(model, Column.STOCK) == ["3", "3", "17", "6", "11"]


def test_rows_that_are_not_loaded_are_blank_and_fill_in_when_they_are_looked_at(
    context: UiContext, model: SizeTableModel, qtbot: QtBot
) -> None:
    for number in range(120):
        add(context, f"P{number:03}", S=1)
    show(model, qtbot)
    last = model.index(model.rowCount() - 2, Column.NAME)
    assert model.rowCount() == 240
    assert last.data() is None
    assert not model.flags(model.index(model.rowCount() - 1, Column.QUANTITY)) & EDITABLE
    qtbot.waitUntil(lambda: last.data() == "P119")


def test_a_typed_quantity_is_shown_at_once_and_kept(
    context: UiContext, model: SizeTableModel, history: EditHistory, qtbot: QtBot
) -> None:
    product_id = add(context, "A1", XL=3)
    show(model, qtbot)
    assert type_into(model, 1, Column.QUANTITY, "1")
    assert texts(model, Column.QUANTITY)[1] == "−1"
    assert texts(model, Column.BECOMES)[1] == "2"
    assert model.index(1, Column.QUANTITY).data(EditedRole)
    qtbot.waitUntil(lambda: pending(context, product_id) == [PendingChange(Action.SOLD, 1)])


def test_the_chosen_action_gives_the_direction(
    context: UiContext, model: SizeTableModel, history: EditHistory, qtbot: QtBot
) -> None:
    add(context, "A1", XL=3)
    show(model, qtbot)
    model.set_action(Action.RECEIPTS)
    assert type_into(model, 1, Column.QUANTITY, "4")
    assert texts(model, Column.QUANTITY)[1] == "+4"
    assert texts(model, Column.BECOMES)[1] == "7"


@pytest.mark.parametrize("text", ["-1", "1.5", "1000000000000", "two", "0"])
def test_a_quantity_that_cannot_be_is_refused_and_the_row_left_alone(
    context: UiContext, model: SizeTableModel, history: EditHistory, qtbot: QtBot, text: str
) -> None:
    add(context, "A1", XL=3)
    show(model, qtbot)
    refusals: list[Refusal] = []
    model.refused.connect(refusals.append)
    type_into(model, 1, Column.QUANTITY, "2")
    assert not type_into(model, 1, Column.QUANTITY, text)
    assert texts(model, Column.QUANTITY)[1] == "−2"
    assert [str(refusal.reason) for refusal in refusals] != [""]
    assert len(refusals) == 1


def test_a_price_is_typed_as_people_write_it(
    context: UiContext, model: SizeTableModel, history: EditHistory, qtbot: QtBot
) -> None:
    product_id = add(context, "A1", XL=3)
    show(model, qtbot)
    assert type_into(model, 0, Column.NEW_PRICE, "76 000,50")
    assert model.index(0, Column.NEW_PRICE).data(Qt.ItemDataRole.EditRole) == "76000.50"
    assert not type_into(model, 0, Column.NEW_PRICE, "cheap")
    qtbot.waitUntil(
        lambda: catalogue.product_rows(context.shop, [product_id])[0].new_price == Decimal("76000.50")
    )


def test_an_empty_text_takes_the_edit_away(
    context: UiContext, model: SizeTableModel, history: EditHistory, qtbot: QtBot
) -> None:
    product_id = add(context, "A1", XL=3)
    show(model, qtbot)
    type_into(model, 1, Column.QUANTITY, "2")
    assert type_into(model, 1, Column.QUANTITY, "")
    assert texts(model, Column.QUANTITY)[1] == ""
    context.tasks.run(list, lane="write", done=lambda _: None)
    qtbot.waitUntil(lambda: pending(context, product_id) == [None])


def test_only_cells_that_can_be_filled_are_editable(
    context: UiContext, model: SizeTableModel, qtbot: QtBot
) -> None:
    add(context, "A1", XL=3)
    show(model, qtbot)
    cells = [(row, column) for row in range(2) for column in Column]
    fillable = [cell for cell in cells if model.flags(model.index(*cell)) & EDITABLE]
    assert fillable == [(0, Column.NEW_PRICE), (1, Column.QUANTITY)]
    model.set_action(Action.PRICE)
    assert not model.flags(model.index(1, Column.QUANTITY)) & EDITABLE


def test_undo_and_redo_follow_what_was_typed(
    context: UiContext, model: SizeTableModel, history: EditHistory, qtbot: QtBot
) -> None:
    product_id = add(context, "A1", XL=3)
    show(model, qtbot)
    type_into(model, 1, Column.QUANTITY, "1")
    type_into(model, 1, Column.QUANTITY, "2")
    history.undo()
    assert texts(model, Column.QUANTITY)[1] == "−1"
    history.undo()
    assert texts(model, Column.QUANTITY)[1] == ""
    assert not history.can_undo
    history.redo()
    assert texts(model, Column.QUANTITY)[1] == "−1"
    qtbot.waitUntil(lambda: pending(context, product_id) == [PendingChange(Action.SOLD, 1)])


def test_reset_all_can_be_undone(
    context: UiContext, model: SizeTableModel, history: EditHistory, qtbot: QtBot
) -> None:
    first, second = add(context, "A1", XL=3), add(context, "B2", S=6)
    show(model, qtbot)
    type_into(model, 1, Column.QUANTITY, "1")
    type_into(model, 3, Column.QUANTITY, "5")
    history.reset_all()
    qtbot.waitUntil(lambda: texts(model, Column.QUANTITY) == [""] * 4)
    history.undo()
    qtbot.waitUntil(lambda: texts(model, Column.QUANTITY)[1::2] == ["−1", "−5"])
    assert pending(context, first) + pending(context, second) == [
        PendingChange(Action.SOLD, 1),
        PendingChange(Action.SOLD, 5),
    ]


def test_an_edit_that_cannot_be_written_is_taken_back_and_told(
    context: UiContext, model: SizeTableModel, history: EditHistory, qtbot: QtBot
) -> None:
    add(context, "A1", XL=3)
    show(model, qtbot)
    with context.shop.database.read() as connection:
        event.listen(connection.engine, "checkout", forbid_writing)
    with qtbot.waitSignal(history.failed):
        type_into(model, 1, Column.QUANTITY, "1")
        assert texts(model, Column.QUANTITY)[1] == "−1"
    qtbot.waitUntil(lambda: texts(model, Column.QUANTITY)[1] == "")
    assert not history.can_undo


def forbid_writing(connection: object, *_: object) -> None:
    """From now on the database can only be read."""
    connection.execute("PRAGMA query_only=ON")  # type: ignore[attr-defined]


def test_a_sale_from_elsewhere_appears_by_itself(
    context: UiContext, model: SizeTableModel, qtbot: QtBot
) -> None:
    add(context, "A1", XL=3)
    show(model, qtbot)
    editing.queue_action(context.shop, "A1", Action.SOLD, {"XL": 2}, None, "script")
    qtbot.waitUntil(lambda: texts(model, Column.STOCK) == ["1", "1"])


def test_rows_neither_come_nor_go_while_somebody_types(
    context: UiContext, model: SizeTableModel, qtbot: QtBot
) -> None:
    add(context, "B2", XL=3)
    show(model, qtbot)
    model.hold(True)
    with qtbot.waitSignal(context.bridge.changed):
        add(context, "A1", S=1)
    context.tasks.run(list, done=lambda _: None)
    assert model.rowCount() == 2
    model.hold(False)
    qtbot.waitUntil(lambda: texts(model, Column.NAME) == ["A1", "S", "B2", "XL"])


def test_what_was_sold_while_somebody_typed_stays_sold_afterwards(
    context: UiContext, model: SizeTableModel, qtbot: QtBot
) -> None:
    add(context, "B2", XL=3)
    show(model, qtbot)
    model.hold(True)
    with qtbot.waitSignal(context.bridge.changed):
        add(context, "A1", S=1)
    editing.queue_action(context.shop, "B2", Action.SOLD, {"XL": 2}, None, "script")
    qtbot.waitUntil(lambda: texts(model, Column.STOCK) == ["1", "1"])
    model.hold(False)
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    assert texts(model, Column.STOCK) == ["1", "1", "1", "1"]


def test_a_filter_shows_what_runs_low_and_what_is_changed(
    context: UiContext, model: SizeTableModel, history: EditHistory, qtbot: QtBot
) -> None:
    add(context, "A1", XL=1)
    add(context, "B2", S=60)
    show(model, qtbot, ProductFilter(kind=ProductKind.LOW))
    assert texts(model, Column.NAME) == ["A1", "XL"]
    show(model, qtbot, ProductFilter("b2"))
    type_into(model, 1, Column.QUANTITY, "1")
    qtbot.waitUntil(lambda: editing.pending_summary(context.shop).changes == 1)
    show(model, qtbot, ProductFilter(kind=ProductKind.CHANGED))
    assert texts(model, Column.NAME) == ["B2", "S"]


def test_a_removed_product_comes_back_by_undo(
    context: UiContext, model: SizeTableModel, history: EditHistory, qtbot: QtBot
) -> None:
    product_id = add(context, "A1", XL=1)
    show(model, qtbot)
    history.remove_product(product_id)
    qtbot.waitUntil(lambda: model.rowCount() == 0)
    history.undo()
    qtbot.waitUntil(lambda: model.rowCount() == 2)


def test_an_unlisted_size_has_no_row(context: UiContext, model: SizeTableModel, qtbot: QtBot) -> None:
    product_id = add(context, "A1", S=1, XL=1)
    show(model, qtbot)
    size_id = catalogue.product_rows(context.shop, [product_id])[0].sizes[1].id
    assert model.row_of_size(product_id, size_id) == 2
    assert model.row_of_size(product_id + 1, size_id) is None


def test_a_stock_that_nobody_has_said_is_a_dash_that_says_what_to_do(
    context: UiContext, model: SizeTableModel, qtbot: QtBot
) -> None:
    sizes = (SizeDraft("S"), SizeDraft("M", opening=0))
    catalogue.add_product(context.shop, ProductDraft("A1", sizes=sizes))
    show(model, qtbot)
    assert texts(model, Column.STOCK) == ["0", "—", "0"]
    untold, none_left = model.index(1, Column.STOCK), model.index(2, Column.STOCK)
    assert untold.data(Qt.ItemDataRole.ForegroundRole) is None
    assert none_left.data(Qt.ItemDataRole.ForegroundRole).name() == context.theme.color("bad")
    assert "Reconcile" in untold.data(Qt.ItemDataRole.ToolTipRole)
    assert "S" in model.index(0, Column.STOCK).data(Qt.ItemDataRole.ToolTipRole)
