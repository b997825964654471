"""What the window shows of an open shop: the pages and the navigation beside them. No logic lives here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import PolkaError
from app.domain.notices import Spot, Target
from app.services.batch_views import BatchPart
from app.services.delivery_views import DeliveryKind
from app.services.event_views import EventCounts, EventFilterKind
from app.services.folder_watch import Prepared
from app.services.inbox import event_counts
from app.services.overview_views import Step, Waiting
from app.services.pausing import resume
from app.services.progress import StoppedError
from app.services.status_views import Obstacle, Status
from app.services.views import Change, ProductKind
from app.ui.context import UiContext
from app.ui.folder_watch import FolderWatch
from app.ui.i18n import Language, translated
from app.ui.pages.deliveries_page import DeliveriesPage
from app.ui.pages.events_page import EventsPage
from app.ui.pages.import_page import ImportPage
from app.ui.pages.overview_page import OverviewPage
from app.ui.pages.products_page import ProductsPage
from app.ui.pages.settings_page import SettingsPage
from app.ui.widgets import status_lines
from app.ui.widgets.drop_area import FileDrop
from app.ui.widgets.message_line import ERROR, MessageLine
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.pause_strip import PauseStrip

OVERVIEW, PRODUCTS, IMPORT, DELIVERIES, EVENTS, SETTINGS = range(6)
COMPACT_BELOW = 1060
"""Pixels of the window's width under which the pages need the room of the navigation's words."""

READ = "events/read"
"""The newest event that was in sight, in the memory of the window."""

ICONS = ("overview", "products", "import", "deliveries", "events", "settings")


class MainView(QWidget):
    """Navigation and pages of an open shop; every page but that of the start is built when looked at."""

    events_counted = Signal(object)  # EventCounts

    def __init__(self, context: UiContext, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.navigation = Navigation(ICONS, context.theme)
        self._banner, self._stack = PauseStrip(), QStackedWidget()
        self._above = QWidget()
        self.message_line = MessageLine(self._stack)
        self._language = language
        self.folder_watch = FolderWatch(context, self)
        self._build()
        self._connect()
        self.retranslate()
        self.show_page(PRODUCTS)
        self._on_status_changed(context.bridge.status)
        self._count_events()

    @cached_property
    def overview(self) -> OverviewPage:
        """The page of the shop at a glance."""
        page = OverviewPage(self._context)
        page.product_requested.connect(self._on_product_requested)
        page.waiting_chosen.connect(self._on_waiting_chosen)
        page.step_chosen.connect(self._on_step_chosen)
        self._stack.addWidget(page)
        return page

    @cached_property
    def products(self) -> ProductsPage:
        """The page of products."""
        page = ProductsPage(self._context, self.message_line)
        page.deliveries_requested.connect(lambda: self.show_page(DELIVERIES))
        page.calibration_requested.connect(self._on_calibration_requested)
        self._stack.addWidget(page)
        return page

    @cached_property
    def importing(self) -> ImportPage:
        """The page of imports."""
        page = ImportPage(self._context, self.folder_watch)
        self.message_line.stay_above(page.bar)
        page.message.connect(self.show_message)
        page.batch_requested.connect(self._on_batch_requested)
        page.drafted.connect(self.show_changed_products)
        page.withdrawn.connect(self.message_line.withdraw)
        self._stack.addWidget(page)
        return page

    @cached_property
    def deliveries(self) -> DeliveriesPage:
        """The page of deliveries."""
        page = DeliveriesPage(self._context)
        page.message.connect(self.show_message)
        page.drafted.connect(self._on_drafted)
        page.settings_requested.connect(self._on_connection_requested)
        page.paused.clicked.connect(self._on_banner_clicked)
        page.paused.other_clicked.connect(self._on_resume_clicked)
        self._stack.addWidget(page)
        return page

    @cached_property
    def events(self) -> EventsPage:
        """The page of events."""
        page = EventsPage(self._context)
        page.message.connect(self.show_message)
        page.settings_requested.connect(self._on_receiving_requested)
        page.looked_at.connect(self._on_events_looked_at)
        self._stack.addWidget(page)
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        """The page of settings."""
        page = SettingsPage(self._context, self._language)
        self._stack.addWidget(page)
        return page

    def _page(self, number: int) -> QWidget:
        if number == OVERVIEW:
            return self.overview
        if number == PRODUCTS:
            return self.products
        if number == IMPORT:
            return self.importing
        if number == DELIVERIES:
            return self.deliveries
        return self.events if number == EVENTS else self.settings

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        above = QVBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self._banner)
        right.addWidget(self._above)
        right.addWidget(self._stack, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.navigation)
        line.addLayout(right, 1)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.show_page)
        self.navigation.status.chosen.connect(self._on_status_chosen)
        self._banner.clicked.connect(self._on_banner_clicked)
        self._banner.other_clicked.connect(self._on_resume_clicked)
        self._context.bridge.status_changed.connect(self._on_status_changed)
        self._context.bridge.changed.connect(self._on_changed)
        self._context.tasks.failed.connect(self._on_failed)
        for number in range(len(ICONS)):
            keys = QKeySequence(f"Ctrl+{number + 1}")
            QShortcut(keys, self, self._opener(number))
        QShortcut(QKeySequence.StandardKey.Find, self, self._on_find)
        FileDrop(self).dropped.connect(self._on_file_dropped)
        self.folder_watch.looked.connect(self._on_folder_looked)
        self.folder_watch.prepared.connect(self._on_prepared)

    def _opener(self, number: int) -> Callable[[], None]:
        return lambda: self.show_page(number)

    def show_page(self, number: int) -> None:
        """Show a page and mark it in the navigation."""
        self._stack.setCurrentWidget(self._page(number))
        self._above.setHidden(number == DELIVERIES)  # that page has room for it among others
        self.message_line.place()
        self.message_line.move_on()
        self.navigation.choose(number)

    def lead_to(self, spot: Spot) -> None:
        """Show the page and the row that a notice is about."""
        match spot:
            case Spot(Target.PRODUCT, int(product), int(size)):
                self.products.show_size(product, size)
                self.show_page(PRODUCTS)
            case Spot(Target.DELIVERY, int(number)):
                self.show_page(DELIVERIES)
                self.deliveries.show_delivery(number)
            case Spot(Target.EVENT, int(number)):
                self.show_page(EVENTS)
                self.events.show_line(number)
            case Spot(Target.RECEIVING):
                self._on_receiving_requested()
            case _:
                self.settings.show_connection()
                self.show_page(SETTINGS)

    def show_waiting_deliveries(self, kind: DeliveryKind = DeliveryKind.NEEDS_PERSON) -> None:
        """Show what waits for a person."""
        self.show_page(DELIVERIES)
        self.deliveries.show_kind(kind)

    def show_changed_products(self) -> None:
        """Show what is typed and not sent."""
        self.show_page(PRODUCTS)
        self.products.show_kind(ProductKind.CHANGED)

    def show_unlinked_events(self) -> None:
        """Show the events whose product nobody knows."""
        self.show_page(EVENTS)
        self.events.show_kind(EventFilterKind.UNLINKED)

    def show_message(self, words: str, link: str = "", follow: Callable[[], None] | None = None) -> None:
        """Say something for a while, over the bottom of the page; the link, if any, calls `follow`."""
        self.message_line.say(words, link, follow)

    def _on_drafted(self, product_id: int) -> None:
        words = self.tr("Typed on the page Products; review it and send it.")
        self.show_message(words, self.tr("Show it"), lambda: self._show_product(product_id))

    def _show_product(self, product_id: int) -> None:
        self.show_page(PRODUCTS)
        self.products.show_size(product_id, None)

    @property
    def message(self) -> str:
        """What is said over the bottom of the page."""
        return self.message_line.words

    @property
    def hindrance(self) -> str:
        """What stands in the way of everything."""
        return self._banner.words

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        names = (
            self.tr("Overview"),
            self.tr("Products"),
            self.tr("Import"),
            self.tr("Deliveries"),
            self.tr("Events"),
            self.tr("Settings"),
        )
        self.navigation.set_words(self.tr("Polka"), names)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.set_compact(self.width() < COMPACT_BELOW)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._on_status_changed(self._context.bridge.status)
            self._count_events()
        super().changeEvent(event)

    def _on_status_changed(self, status: Status) -> None:
        self.navigation.show_status(status)
        waiting = status.deliveries.needs_person
        meaning = self.tr("%n delivery(ies) wait(s) for you", "", waiting)
        self.navigation.set_count(DELIVERIES, waiting, "bad", meaning)
        self._banner.show_status(status)

    def _on_changed(self, change: Change) -> None:
        if change.events:
            self._count_events()

    def _count_events(self) -> None:
        read = int(str(self._context.memory.value(READ, 0)))
        self._context.tasks.run(event_counts, self._context.shop, read, done=self._on_events_counted)

    def _on_events_looked_at(self, newest: int) -> None:
        self._context.memory.setValue(READ, newest)
        self._count_events()

    def _on_events_counted(self, counts: EventCounts) -> None:
        tone, unread = "bad" if counts.unlinked else "info", counts.unread
        page = self._stack.currentWidget()
        if isinstance(page, EventsPage) and page.shows_all_new:
            unread = 0  # they are in the log in a moment
        unlinked = self.tr("%n event(s) not recognised: choose the product", "", counts.unlinked)
        meaning = unlinked if counts.unlinked else self.tr("%n new event(s) since you looked", "", unread)
        self.navigation.set_count(EVENTS, counts.unlinked or unread, tone, meaning)
        self.events_counted.emit(counts)

    def _on_failed(self, error: PolkaError) -> None:
        tone = "" if isinstance(error, StoppedError) else ERROR
        self.message_line.say(lambda: f"{translated(error.title)} {translated(error.advice)}", tone=tone)

    def _on_resume_clicked(self) -> None:
        self._context.tasks.run(resume, self._context.shop, lane="write")

    def _on_banner_clicked(self) -> None:
        status = self._context.bridge.status
        known = status.standstill if status.is_unconnected else None
        self._on_connection_requested(Obstacle.NO_TOKEN if known is None else known.obstacle)

    def _on_connection_requested(self, obstacle: Obstacle) -> None:
        self.show_page(SETTINGS)
        self.settings.show_connection(obstacle)

    def _on_receiving_requested(self) -> None:
        self.show_page(SETTINGS)
        self.settings.show_receiving(self._context.bridge.status.refused)

    def _on_status_chosen(self, line: int) -> None:
        if line == status_lines.LISTENER:
            self._on_receiving_requested()
        elif line == status_lines.DELIVERIES:
            needs_person = self._context.bridge.status.deliveries.needs_person
            self.show_waiting_deliveries(DeliveryKind.NEEDS_PERSON if needs_person else DeliveryKind.ALL)
        elif self._context.bridge.status.paused is not None:
            self._on_banner_clicked()
        else:
            self.show_page(SETTINGS)
            self.settings.show_connection()

    def _on_calibration_requested(self) -> None:
        self.show_page(SETTINGS)
        self.settings.show_calibration()

    def _on_product_requested(self, product_id: int, size_id: int) -> None:
        self.show_page(PRODUCTS)
        self.products.show_size(product_id, size_id)

    def _on_waiting_chosen(self, waiting: Waiting) -> None:
        if waiting is Waiting.UNLINKED:
            self.show_unlinked_events()
        elif waiting is Waiting.REFUSED:
            self._on_receiving_requested()
        elif waiting in {Waiting.OVERSOLD, Waiting.FLAGGED}:
            self.show_page(PRODUCTS)
            self.products.show_kind(ProductKind.FLAGGED)
        else:
            self.show_waiting_deliveries(DeliveryKind(waiting.value))

    def _on_step_chosen(self, step: Step) -> None:
        if step is Step.RECEIVE:
            self._on_receiving_requested()
        elif step is Step.CONNECT:
            self.show_page(SETTINGS)
            self.settings.show_connection()
        else:
            self.show_page(PRODUCTS)
            self.products.add_product()

    def _on_file_dropped(self, path: Path) -> None:
        self.show_page(IMPORT)
        self.importing.open(path)

    def _on_folder_looked(self) -> None:
        new = self.folder_watch.new
        meaning = self.tr("%n import(s) prepared from the watched folder", "", new)
        self.navigation.set_count(IMPORT, new, "info", meaning)

    def _on_prepared(self, prepared: Sequence[Prepared]) -> None:
        newest = prepared[-1]
        if (n := len(prepared)) > 1:
            words = self.tr(
                "%n imports prepared from the watched folder. Look at them and send them.", "", n
            )
        else:
            words = self.tr("Prepared for import from the watched folder: {name}. Look at it and send it.")
            words = words.format(name=newest.file)
        self.show_message(words, self.tr("Look at it"), lambda: self._take_up(newest.import_id))

    def _take_up(self, import_id: int) -> None:
        self.show_page(IMPORT)
        if not self.importing.flow.has_file:
            self.importing.take_up(import_id)

    def _on_batch_requested(self, batch_id: int) -> None:
        self.show_page(DELIVERIES)
        self.deliveries.show_part(BatchPart(batch_id))

    def _on_find(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, ProductsPage | EventsPage):
            page.focus_search()
