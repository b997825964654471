"""*Overview*: what was sold and came back, what waits for a person, what runs out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.flow import Flow
from app.domain.span import Span
from app.services.ledger_views import LedgerFilter
from app.services.overview import overview
from app.services.overview_views import Overview, Part
from app.services.views import Change
from app.ui.context import UiContext
from app.ui.dialogs.ledger_dialog import LedgerDialog
from app.ui.tasks import Task
from app.ui.widgets.chart_card import ChartCard
from app.ui.widgets.figure_tile import FigureTile
from app.ui.widgets.first_steps import FirstSteps
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.scarce_card import ScarceCard
from app.ui.widgets.segmented import SegmentedControl
from app.ui.widgets.waiting_card import WaitingCard
from app.ui.words import flow_words

SIDE_WIDTH, SIDE_LEAST = 280, 200
LONGEST_WAIT = 24 * 3600


class OverviewPage(QWidget):
    """Read while it is shown: after a change, and when a new hour or day begins."""

    waiting_chosen = Signal(object)  # Waiting
    step_chosen = Signal(object)  # Step
    product_requested = Signal(int, int)  # product id, size id

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.overview = Overview()
        self.dialog: LedgerDialog | None = None
        self._task = Task.nothing()
        self._is_stale = True
        self._timer = QTimer(self, singleShot=True)  # until the next hour or day
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self._header = PageHeader()
        self.spans = SegmentedControl(list(Span))
        self.spans.choose(Span.TWO_WEEKS)
        self.ledger = QPushButton()
        with_its_room = self.ledger.sizePolicy()
        with_its_room.setRetainSizeWhenHidden(True)  # the header keeps its height
        self.ledger.setSizePolicy(with_its_room)
        self._header.add(self.spans)
        self._header.add_right(self.ledger)
        self.tiles = {flow: FigureTile() for flow in Flow}
        self.chart = ChartCard(self._context)
        self.waiting, self.scarce = WaitingCard(), ScarceCard(self._context.theme)
        self.steps = FirstSteps(self._context.theme)
        self._stack = QStackedWidget()
        for part in (QWidget(), self._figures(), self.steps):  # nothing until it is read
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._stack, 1)

    def _figures(self) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(18, 18, 18, 18)
        grid.setSpacing(14)
        for number, tile in enumerate(self.tiles.values()):
            grid.addWidget(tile, 0, number)
            grid.setColumnStretch(number, 1)
        grid.addWidget(self.chart, 1, 0, 1, len(self.tiles))
        side = QVBoxLayout()
        side.setSpacing(14)
        side.addWidget(self.waiting)
        side.addWidget(self.scarce, 1)
        grid.addLayout(side, 0, len(self.tiles), 2, 1)
        grid.setRowStretch(1, 1)
        for card in (self.waiting, self.scarce):
            card.setMinimumWidth(SIDE_LEAST)
            card.setMaximumWidth(SIDE_WIDTH)
        grid.setColumnStretch(len(self.tiles), 100)  # as wide as it may, before the others get more
        return whole

    def _connect(self) -> None:
        self.spans.chosen.connect(self._read)
        self.ledger.clicked.connect(lambda: self._open_ledger(LedgerFilter()))
        for flow, tile in self.tiles.items():
            tile.clicked.connect(self._opener(flow))
        self.chart.part_chosen.connect(self._on_part_chosen)
        self.waiting.waiting_chosen.connect(self.waiting_chosen)
        self.scarce.size_chosen.connect(self.product_requested)
        self.steps.step_chosen.connect(self.step_chosen)
        self._context.bridge.changed.connect(self._on_changed)
        self._timer.timeout.connect(self._read_if_shown)

    @property
    def is_new(self) -> bool:
        """Whether the first steps are shown."""
        return self._stack.currentWidget() is self.steps

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._header.set_title(self.tr("Overview"))
        self.spans.set_words((self.tr("Today"), self.tr("14 days"), self.tr("Month")))
        self.spans.setAccessibleName(self.tr("How far back"))
        self.ledger.setText(self.tr("Movements"))
        self.ledger.setToolTip(self.tr("Every change of stock, and the stock at any past moment"))
        for part in (self.chart, self.waiting, self.scarce, self.steps):
            part.retranslate()
        self._show_tiles()

    # Reading

    def _on_changed(self, _: Change) -> None:
        """The bridge tells changes once a second at most."""
        self._read_if_shown()

    def _read_if_shown(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._is_stale = False
        self._task.cancel()
        self._task = self._context.tasks.run(
            overview, self._context.shop, self.spans.value, done=self._on_read
        )

    def _on_read(self, read: Overview) -> None:
        self.overview = read
        self._show_tiles()
        for part in (self.chart, self.waiting, self.scarce):
            part.show_overview(read)
        self.steps.show_done(read.steps_done)
        self._stack.setCurrentIndex(2 if read.is_new else 1)
        self.spans.setHidden(read.is_new)
        self.ledger.setHidden(read.is_new)
        self._wait_for_next_part()

    def _wait_for_next_part(self) -> None:
        now = datetime.now().astimezone()
        ends = [part.end for part in self.overview.parts if part.end > now]
        seconds = (ends[0] - now).total_seconds() if ends else LONGEST_WAIT
        self._timer.start(round(1000 * min(seconds, LONGEST_WAIT)) + 1)

    def _show_tiles(self) -> None:
        tips = {
            Flow.ONLINE: self.tr("Pieces that the marketplace sold. Show the movements."),
            Flow.HERE: self.tr(
                "Pieces sold at the counter, without what was taken back. Show the movements."
            ),
            Flow.RETURNS: self.tr(
                "Returns online, and returns and cancellations here. Show the movements."
            ),
        }
        for flow, tile in self.tiles.items():
            tile.show_figure(flow_words(flow), self.overview.total(flow), self.tr("pcs"), tips[flow])

    # The ledger

    def _opener(self, flow: Flow) -> Callable[[], None]:
        return lambda: self._open_flow(flow)

    def _open_flow(self, flow: Flow) -> None:
        parts = self.overview.parts
        if parts:
            self._open_ledger(LedgerFilter(kind=flow, since=parts[0].start, until=parts[-1].end))

    def _on_part_chosen(self, part: Part) -> None:
        self._open_ledger(LedgerFilter(since=part.start, until=part.end))

    def _open_ledger(self, wanted: LedgerFilter) -> None:
        self.dialog = LedgerDialog(self._context, wanted, None, self)
        self.dialog.product_requested.connect(self.product_requested)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_dialog_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
