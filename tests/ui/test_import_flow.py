"""The work on an import: what is read again, what is not, and what ends at once."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import python_calamine
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.services.editing import queue_action
from app.services.import_history import import_rows
from app.services.import_keeping import prepare
from app.services.import_queue import begin
from app.services.import_views import Creating
from app.services.views import Change
from app.spreadsheet.meaning import Choices, Meaning
from app.ui.context import UiContext
from app.ui.i18n import Language
from app.ui.import_flow import ImportFlow
from app.ui.main_window import IMPORT, MainView
from tests.services.import_support import draft_of, planned, write_csv
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


def outdated(flow: ImportFlow, context: UiContext, qtbot: QtBot) -> None:
    """Another person sells one of what the plan is made for."""
    queue_action(context.shop, "JACKET", Action.SOLD, {"XL": 1}, None, "anna")
    qtbot.waitUntil(lambda: not flow.is_checked)


def test_a_change_while_it_is_only_planned_anew_is_seen_at_the_next_look(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(flow, qtbot, write_csv(tmp_path / "f.csv", RECEIPTS))
    outdated(flow, context, qtbot)
    with qtbot.waitSignal(flow.checked):
        flow.check()
        context.bridge.changed.emit(Change(None))
    assert not flow.is_checked
    with qtbot.waitSignal(flow.checked):
        flow.check()
    assert flow.is_checked


def test_a_change_while_something_else_is_begun_and_stopped_is_not_overlooked(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    checked(flow, qtbot, path)
    flow.open(path)
    context.bridge.changed.emit(Change(None))
    flow.stop()
    assert not flow.is_checked


def test_what_was_stopped_before_it_was_sent_is_not_sent_by_a_look_at_it(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(flow, qtbot, write_csv(tmp_path / "f.csv", RECEIPTS))
    outdated(flow, context, qtbot)
    queue_action(context.shop, "JACKET", Action.RECEIPTS, {"XL": 1}, None, "anna")  # as it was
    qtbot.waitUntil(lambda: context.tasks.is_idle)
    flow.send()
    flow.stop()
    with qtbot.waitSignal(flow.checked), qtbot.assertNotEmitted(flow.sent, wait=0):
        flow.check()
    assert flow.progress is None
    assert flow.row is None


def test_what_could_not_be_read_again_is_not_sent_by_a_later_look_at_it(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    checked(flow, qtbot, path)
    with qtbot.waitSignal(context.bridge.changed):
        add_simple_product(context.shop, "COAT", {"M": 1})
    path.unlink()
    with qtbot.waitSignal(flow.failed):
        flow.send()
    write_csv(path, RECEIPTS)
    with qtbot.waitSignal(flow.checked):
        flow.check()
    assert flow.progress is None
    assert flow.row is None


def test_a_file_that_is_saved_meanwhile_is_looked_at_anew_without_what_was_typed(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    checked(flow, qtbot, path)
    number = flow.import_id
    write_csv(path, "Артикул;Размер;Кол-во\nBOOTS;40;1\nJACKET;XL;2")
    with qtbot.waitSignal(flow.begun), qtbot.assertNotEmitted(flow.failed):
        flow.set_choices(Choices(edits={(2, 3): "200"}))
    assert flow.beginning is not None
    assert (flow.beginning.is_changed, flow.beginning.dropped) == (True, 1)
    assert flow.result is None
    assert flow.import_id == number
    with qtbot.waitSignals([flow.checked, flow.kept]):
        flow.check()
    assert flow.result is not None
    assert [(row.article, row.quantity) for row in flow.result.plan.rows] == [("JACKET", 2)]


def test_only_the_answer_for_the_meaning_of_now_tells_of_an_earlier_import(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignals([flow.begun, flow.repetition_known, flow.sampled]):
        flow.open(write_csv(tmp_path / "f.csv", RECEIPTS))
    answers: list[Meaning] = []
    flow.repetition_known.connect(lambda: answers.append(flow.draft.meaning))
    context.tasks.hold()
    flow.set_meaning(Meaning.SOLD)
    flow.set_meaning(Meaning.RETURN)
    context.tasks.release()
    qtbot.waitUntil(lambda: context.tasks.is_idle)
    assert answers == [Meaning.RETURN]


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


def kept_late(flow: ImportFlow, qtbot: QtBot, path: Path) -> None:
    """Checked, while whoever keeps it has to wait for another who writes."""
    with qtbot.waitSignal(flow.begun):
        flow.open(path)
    with qtbot.waitSignal(flow.checked):
        flow.check()


def test_what_is_left_while_it_is_being_kept_is_there_as_it_was_understood_last(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    with context.shop.database.write():
        kept_late(flow, qtbot, write_csv(tmp_path / "f.csv", RECEIPTS))
        flow.change(replace(flow.draft, meaning=Meaning.SOLD))
        flow.put_aside()
    qtbot.waitUntil(lambda: context.tasks.is_idle)
    assert [row.meaning for row in import_rows(context.shop, 9)] == [Meaning.SOLD]


def test_nothing_is_sent_before_the_history_has_it_as_it_is_understood(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(flow.kept):
        kept_late(flow, qtbot, write_csv(tmp_path / "f.csv", RECEIPTS))
    with context.shop.database.write():
        for meaning in (Meaning.CANCEL, Meaning.RETURN):
            flow.set_meaning(meaning)
            with qtbot.waitSignal(flow.checked):
                flow.check()
        flow.send()
        assert flow.progress is None
        assert not flow.is_kept
    qtbot.waitUntil(lambda: flow.is_kept)
    with qtbot.waitSignal(flow.sent):
        flow.send()
    assert [row.meaning for row in import_rows(context.shop, 9)] == [Meaning.RETURN]


def test_a_file_that_is_read_otherwise_while_it_is_being_kept_is_in_the_history_once(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    with context.shop.database.write():
        kept_late(flow, qtbot, path)
        with qtbot.waitSignal(flow.begun):
            flow.open(path, 0, "utf-8")
        with qtbot.waitSignal(flow.checked):
            flow.check()
    qtbot.waitUntil(lambda: context.tasks.is_idle)
    assert len(import_rows(context.shop, 9)) == 1
    assert flow.import_id is not None


def test_another_sheet_of_what_is_sent_in_part_is_an_import_of_its_own(
    flow: ImportFlow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    shop = context.shop
    draft = draft_of(shop, path, Meaning.RECEIPTS)
    number = prepare(shop, draft)
    found, plan = planned(shop, draft)
    begin(shop, number, plan, found, anyway=False)
    with qtbot.waitSignal(flow.taken_up):
        flow.take_up(number)
    with qtbot.waitSignal(flow.begun):
        flow.open(path, 0)
    assert flow.import_id is None


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
