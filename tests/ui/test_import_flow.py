"""The work on an import: what is read again, what is not, and what ends at once."""

from __future__ import annotations

import gc
import weakref
from decimal import Decimal
from pathlib import Path

import pytest
import python_calamine
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.services.editing import queue_action
from app.services.import_history import import_rows
from app.services.import_views import Creating
from app.services.views import Change
from app.ui.context import UiContext
from app.ui.i18n import Language
from app.ui.import_flow import ImportFlow
from app.ui.main_window import IMPORT, MainView
from tests.services.import_support import write_csv
from tests.services.support import add_simple_product

DATA = Path(__file__).parents[1] / "data"
RECEIPTS = "Артикул;Размер;Кол-во\nJACKET;XL;2\nBOOTS;40;1"


@pytest.fixture
def flow(context: UiContext, qtbot: QtBot) -> ImportFlow:
    with qtbot.waitSignal(context.bridge.changed):
        add_simple_product(context.shop, "JACKET", {"XL": 3, "L": 4}, price=Decimal(82000))
    return ImportFlow(context)


def checked(flow: ImportFlow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(flow.begun):
        flow.open(path)
    with qtbot.waitSignals([flow.checked, flow.kept]):
        flow.check()


def test_what_may_be_created_and_the_stock_of_now_need_no_second_look_at_the_file(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    checked(flow, qtbot, path)
    path.unlink()
    with qtbot.waitSignal(flow.checked):
        flow.set_creating(Creating(products=True))
    assert flow.result is not None
    assert [row.article for row in flow.result.plan.rows] == ["JACKET", "BOOTS"]
    queue_action(context.shop, "JACKET", Action.RECEIPTS, {"XL": 1}, None, "anna")
    qtbot.waitUntil(lambda: not flow.is_checked)
    with qtbot.waitSignal(flow.checked):
        flow.check()
    assert [row.before for row in flow.result.plan.rows] == [4, 0]


def test_a_new_product_is_looked_for_in_the_file_once_more(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(flow, qtbot, write_csv(tmp_path / "f.csv", "Артикул;Размер;Кол-во\nBО0TS;40;1"))
    add_simple_product(context.shop, "BO0TS", {"40": 3})
    qtbot.waitUntil(lambda: not flow.is_checked)
    with qtbot.waitSignal(flow.checked):
        flow.check()
    assert flow.result is not None
    assert flow.result.checked.problems[0].proposed == "BO0TS"


def test_a_change_while_it_is_checked_is_not_overlooked(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(flow.begun):
        flow.open(write_csv(tmp_path / "f.csv", RECEIPTS))
    works: list[object] = []
    flow.busy_changed.connect(lambda: works.append(flow.progress))
    flow.check()
    context.bridge.changed.emit(Change(None))
    with qtbot.waitSignal(flow.checked):
        pass
    assert flow.is_checked
    assert len([work for work in works if work is not None]) == 2  # read and planned, planned once more


def test_reading_that_is_stopped_is_over_at_once(flow: ImportFlow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(flow.begun):
        flow.open(write_csv(tmp_path / "f.csv", RECEIPTS))
    flow.check()
    assert flow.progress is not None
    flow.stop()
    assert flow.progress is None
    assert flow.result is None
    with qtbot.waitSignal(flow.checked):
        flow.check()


def test_the_rows_of_an_import_that_was_left_take_no_memory(
    context: UiContext, language: Language, qtbot: QtBot, tmp_path: Path
) -> None:
    add_simple_product(context.shop, "JACKET", {"XL": 3, "L": 4}, price=Decimal(82000))
    view = MainView(context, language)
    qtbot.addWidget(view)
    view.show_page(IMPORT)
    page = view.importing
    checked(page.flow, qtbot, write_csv(tmp_path / "f.csv", RECEIPTS))
    page.go_on()
    page.go_on()
    page.go_on()
    assert page.flow.result is not None
    rows = weakref.ref(page.flow.result.rows)
    frozen = gc.get_freeze_count()
    assert frozen
    qtbot.waitUntil(lambda: page.flow.import_id is not None)
    page.flow.leave()
    assert gc.get_freeze_count() < frozen
    qtbot.waitUntil(lambda: rows() is None)


def test_what_is_left_while_it_is_being_kept_is_in_the_history_once_and_is_no_other_file(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    one, other = (write_csv(tmp_path / f"{name}.csv", f"{RECEIPTS}\n{name};S;1") for name in ("A1", "B2"))
    with qtbot.waitSignal(flow.begun):
        flow.open(one)
    with context.shop.database.write():  # who keeps it has to wait
        with qtbot.waitSignal(flow.checked):
            flow.check()
        flow.put_aside()
        with qtbot.waitSignal(flow.begun):
            flow.open(other)
    qtbot.waitUntil(lambda: context.tasks.is_idle)
    assert flow.import_id is None
    assert [row.file for row in import_rows(context.shop, 9)] == ["A1.csv"]


@pytest.mark.expects_log("failed by a bug")
def test_after_a_bug_the_flow_is_at_rest_and_says_so(
    flow: ImportFlow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("a bug of ours")

    monkeypatch.setattr(python_calamine, "load_workbook", stumble)
    with qtbot.waitSignal(flow.failed) as told:
        flow.open(DATA / "libreoffice.xlsx")
    assert "inside Polka" in str(told.args[0].title)
    assert flow.progress is None
