"""The page *Overview*: figures and where they lead, the chart by keyboard, the first steps."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.flow import Flow
from app.domain.movement import Cause
from app.domain.refusal import Refusal
from app.domain.span import Span
from app.domain.text import translate
from app.services.delivery_views import DeliveryKind
from app.services.editing import queue_action
from app.services.event_views import EventFilterKind
from app.services.overview_views import Overview, Part, Step, Waiting
from app.services.views import Change, ProductKind
from app.storage import ledger
from app.storage.tables import deliveries, sizes
from app.ui.context import UiContext
from app.ui.i18n import Language
from app.ui.main_window import OVERVIEW, MainView
from app.ui.models.parts_model import PartsModel
from app.ui.models.scarce_model import ScarceColumn, ScarceModel
from app.ui.pages.overview_page import OverviewPage
from app.ui.widgets.chart_scale import scale_of
from tests.services.support import JACKET, add_simple_product
from tests.services.test_doubts import online_sale

ARTICLE = "SS21CA2N"
NOON = datetime(2026, 11, 25, 12).astimezone()


def move(context: UiContext, cause: Cause, pieces: int, *, size: int = 1, days_ago: float = 0) -> None:
    with context.shop.database.write() as connection:
        ledger.move(connection, size, pieces, cause, at=time.time() - days_ago * 86400, who="anna")
    context.shop.changes.publish(Change(frozenset({1})))


@pytest.fixture
def view(context: UiContext, language: Language, qtbot: QtBot) -> MainView:
    """The window over a shop that sold 2 XL here three days ago, and 1 L online yesterday."""
    add_simple_product(context.shop, ARTICLE, JACKET)
    move(context, Cause.SOLD, -2, days_ago=3)
    move(context, Cause.ONLINE_SALE, -1, size=2, days_ago=1)
    made = MainView(context, language)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_page(OVERVIEW)
    qtbot.waitUntil(lambda: bool(made.overview.overview.parts))
    return made


@pytest.fixture
def page(view: MainView) -> OverviewPage:
    return view.overview


def figures(page: OverviewPage) -> list[str]:
    return [tile.accessibleName() for tile in page.tiles.values()]


def part(*pieces: int, day: int = 0) -> Part:
    start = NOON.replace(hour=0) + timedelta(days=day)
    return Part(start, start + timedelta(days=1), dict(zip(Flow, pieces, strict=True)))


def test_the_figures_of_a_span_are_in_the_tiles(page: OverviewPage, qtbot: QtBot) -> None:
    assert figures(page) == ["Sold online: 1 pcs", "Sold here: 2 pcs", "Returns: 0 pcs"]
    page.spans.choose(Span.TODAY)
    qtbot.waitUntil(lambda: figures(page)[1] == "Sold here: 0 pcs")


def test_what_is_sold_meanwhile_is_counted(context: UiContext, page: OverviewPage, qtbot: QtBot) -> None:
    move(context, Cause.ONLINE_SALE, -1, size=2)
    qtbot.waitUntil(lambda: figures(page)[0] == "Sold online: 2 pcs")


def test_nothing_is_read_while_another_page_is_shown(
    context: UiContext, view: MainView, page: OverviewPage, qtbot: QtBot
) -> None:
    view.show_page(OVERVIEW + 1)
    before = page.overview
    with qtbot.waitSignal(context.bridge.changed):
        move(context, Cause.ONLINE_SALE, -1, size=2)
    assert page.overview is before
    view.show_page(OVERVIEW)
    qtbot.waitUntil(lambda: figures(page)[0] == "Sold online: 2 pcs")


def test_a_tile_leads_to_its_movements(page: OverviewPage, qtbot: QtBot) -> None:
    page.tiles[Flow.HERE].click()
    assert page.dialog is not None
    model = page.dialog.model
    qtbot.waitUntil(lambda: model.rowCount() == 1 and model.row_at(0) is not None)
    row = model.row_at(0)
    assert row is not None
    assert (row.cause, row.quantity) == (Cause.SOLD, -2)
    page.dialog.reject()
    assert page.dialog is None


def test_a_day_is_told_and_opened_by_keyboard(page: OverviewPage, qtbot: QtBot) -> None:
    chart = page.chart.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert "sold online 1, sold here 0, returns 0" in chart.accessibleDescription()
    assert page.chart.told.accessibleName() == chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.current == 0
    for _ in range(3):
        QTest.keyClick(chart, Qt.Key.Key_End)
        QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    dialog = page.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    dialog.reject()


def test_a_day_is_told_and_opened_by_mouse(page: OverviewPage, qtbot: QtBot) -> None:
    chart = page.chart.chart
    QTest.mouseMove(chart, QPoint(chart.width() - 10, chart.height() // 2))
    assert chart.current == 13
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(40, chart.height() // 2))
    assert page.dialog is not None
    assert page.dialog.model.wanted.since == page.overview.parts[0].start
    page.dialog.reject()


def test_the_figures_behind_the_chart_are_a_table(page: OverviewPage, qtbot: QtBot) -> None:
    page.chart.switch.click()
    model = page.chart.model
    rows = [[model.index(row, column).data() for column in range(1, 4)] for row in range(14)]
    assert rows[1] == ["1", "0", "0"]
    assert rows[3] == ["0", "2", "0"]
    page.chart.table.selectRow(3)
    QTest.keyClick(page.chart.table, Qt.Key.Key_Return)
    assert page.dialog is not None
    assert page.dialog.model.wanted.since == page.overview.parts[-4].start
    page.dialog.reject()


def waiting(context: UiContext, states: dict[str, State]) -> None:
    """Deliveries in these states, an event of a number that nobody knows, a size with a flag."""
    numbers = {
        size: queue_action(context.shop, ARTICLE, Action.SOLD, {size: 1}, None, "anna")[0]
        for size in states
    }
    with context.shop.database.write() as connection:
        for size, state in states.items():
            found = deliveries.c.id == numbers[size]
            connection.execute(update(deliveries).where(found).values(state=state))
        connection.exec_driver_sql("INSERT INTO links VALUES (18, 1, 0, 'person', 'anna')")
        flag = translate("Stock", "Compare the stock with the cabinet.").dumps()
        connection.execute(update(sizes).where(sizes.c.value == "M").values(flag=flag))
    online_sale(context.shop, "M", 1)


def test_what_waits_leads_to_its_rows(
    context: UiContext, view: MainView, page: OverviewPage, qtbot: QtBot
) -> None:
    waiting(context, {"XL": State.UNKNOWN, "L": State.REJECTED})
    expected = [
        "1 delivery without an answer",
        "1 delivery rejected",
        "1 event not recognised",
        "1 size to compare",
    ]
    qtbot.waitUntil(lambda: page.waiting.words == expected)
    page.waiting.lines[Waiting.UNKNOWN].click()
    assert view.deliveries.isVisible()
    assert view.deliveries.shown is DeliveryKind.UNKNOWN
    assert view.deliveries.batch_filter.words == "Shown: no answer, please check"
    qtbot.waitUntil(lambda: view.deliveries.model.rowCount() == 1)
    page.waiting.lines[Waiting.REJECTED].click()
    qtbot.waitUntil(lambda: view.deliveries.batch_filter.words == "Shown: rejected")
    view.deliveries.batch_filter.leave.click()
    qtbot.waitUntil(lambda: view.deliveries.model.rowCount() == 2)
    page.waiting.lines[Waiting.UNLINKED].click()
    assert view.events.filters.value is EventFilterKind.UNLINKED
    page.waiting.lines[Waiting.FLAGGED].click()
    assert view.products.header.kinds.value is ProductKind.FLAGGED
    assert view.products.isVisible()


def test_a_size_that_runs_out_leads_to_it(
    context: UiContext, view: MainView, page: OverviewPage, qtbot: QtBot
) -> None:
    model = page.scarce.model
    assert [model.index(row, ScarceColumn.SIZE).data() for row in range(model.rowCount())] == [
        "SS21CA2N · XL"
    ]
    assert (
        model.index(0, ScarceColumn.LEFT).data(Qt.ItemDataRole.ToolTipRole) == "1 left, 2 sold in 14 days."
    )
    page.scarce.table.selectRow(0)
    QTest.keyClick(page.scarce.table, Qt.Key.Key_Return)
    assert view.products.isVisible()
    qtbot.waitUntil(lambda: view.products.table.view.currentIndex().row() == 1)


def test_the_models_keep_what_qt_asks_of_them(context: UiContext) -> None:
    parts, scarce = PartsModel(), ScarceModel(context.theme)
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (parts, scarce)
    ]
    for days in (2, 2, 3, 0):
        parts.show_parts([part(1, 2, 3, day=day) for day in range(days)])
        assert parts.rowCount() == days
    scarce.show_sizes(())
    assert len(testers) == 2


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        ((0, 0, 0), [0, 1]),
        ((3, 1, 0), [0, 1, 2, 3]),
        ((16, 4, 7), [-5, 0, 5, 10, 15, 20]),
        ((-2, 0, 3), [-3, -2, -1, 0, 1]),
        ((1234, 5, 0), [0, 500, 1000, 1500]),
    ],
)
def test_a_scale_has_round_lines_and_room_for_all(pieces: tuple[int, int, int], lines: list[int]) -> None:
    scale = scale_of([part(*pieces)])
    assert list(scale.lines()) == lines
    assert scale.above >= max(pieces[:2])
    assert scale.below >= pieces[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_chart_can_be_painted(context: UiContext, page: OverviewPage, theme: str) -> None:
    context.theme.use(theme)
    charts: list[list[Part]] = [
        [],
        [part(0, 0, 0)],
        [part(-3, 2, 1)],
        [part(9, 9, 9, day=d) for d in range(30)],
    ]
    for parts in charts:
        page.chart.show_overview(Overview(parts=tuple(parts)))
        assert not page.chart.grab().isNull()


@pytest.fixture
def new_page(context: UiContext, qtbot: QtBot) -> Callable[[], OverviewPage]:
    def make() -> OverviewPage:
        made = OverviewPage(context)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        qtbot.waitUntil(lambda: made.is_new)
        return made

    return make


def test_a_new_shop_sees_its_first_steps(
    context: UiContext, new_page: Callable[[], OverviewPage], qtbot: QtBot
) -> None:
    page = new_page()
    lines = page.steps.lines
    assert not any(line.is_done for line in lines.values())
    for step, line in lines.items():
        with qtbot.waitSignal(page.step_chosen) as told:
            line.button.click()
        assert told.args == [step]
    add_simple_product(context.shop, ARTICLE, JACKET)
    qtbot.waitUntil(lambda: lines[Step.ADD].is_done)
    move(context, Cause.SOLD, -1)
    qtbot.waitUntil(lambda: not page.is_new)


def test_the_steps_lead_to_where_they_are_done(view: MainView, page: OverviewPage) -> None:
    page.step_chosen.emit(Step.CONNECT)
    assert view.settings.connection.isVisible()
    page.step_chosen.emit(Step.RECEIVE)
    assert view.settings.receiving.isVisible()
    page.step_chosen.emit(Step.ADD)
    assert view.products.dialog is not None
    view.products.dialog.reject()


def test_the_page_speaks_the_language_of_now(page: OverviewPage, language: Language, qtbot: QtBot) -> None:
    language.use("ru")
    qtbot.waitUntil(lambda: figures(page)[0] == "Продано онлайн: 1 шт.")
    assert "продано онлайн" in page.chart.chart.accessibleDescription()


def test_refused_events_wait_for_a_person_and_lead_to_the_settings(view: MainView, qtbot: QtBot) -> None:
    card = view.overview.waiting
    refused = Overview(waiting={Waiting.REFUSED: 1}, refused=Refusal.SENDER)
    card.show_overview(refused)
    line = card.lines[Waiting.REFUSED]
    assert card.words == ["Events are refused"]
    assert "address is not allowed" in line.toolTip()
    assert line.accessibleDescription() == line.toolTip()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert view.settings.receiving.isVisible()
