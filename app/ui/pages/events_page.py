"""*Events*: the log of received webhooks, what each one changed, and those that wait for a product."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.services import inbox
from app.services.event_views import EventCounts, EventDetails, EventFilter, EventFilterKind, EventRow
from app.services.exporting import export_events
from app.services.link_views import LinkKey
from app.services.receiving import load_listener, save_listener
from app.services.reconciling import Scope
from app.services.shop import Shop
from app.services.views import Change
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.dialogs.choose_product_dialog import ChooseProductDialog
from app.ui.dialogs.choose_size_dialog import ChooseSizeDialog
from app.ui.dialogs.links_dialog import LinksDialog
from app.ui.dialogs.reconcile_dialog import ReconcileDialog
from app.ui.exports import Exporter, ask_table_path
from app.ui.models.event_table_model import EventColumn, EventTableModel, can_choose
from app.ui.tasks import Task
from app.ui.widgets.chip import ChipDelegate
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.event_filter import EventFilterLine, EventFilterMenu
from app.ui.widgets.event_panel import EventPanel
from app.ui.widgets.listener_card import ListenerCard
from app.ui.widgets.live_tail import LiveTail
from app.ui.widgets.log_table import LogTable
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.row_seeker import RowSeeker
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import SegmentedControl
from app.ui.widgets.with_panel import WithPanel

WIDTHS: dict[int, int] = {
    EventColumn.TIME: 80,
    EventColumn.KIND: 118,
    EventColumn.PRODUCT: 108,
    EventColumn.SIZE: 72,
    EventColumn.BEFORE: 62,
    EventColumn.AFTER: 66,
}


class EventsPage(QWidget):
    """Listener, filters, log, panel."""

    message = Signal(str)
    settings_requested = Signal()
    looked_at = Signal(int)  # the number of the newest line that is in sight now

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._filter = EventFilter()
        self._counts = EventCounts()
        self._details_task = Task.nothing()
        self._told = 0  # the newest line that was said to be in sight
        self.model = EventTableModel(context, self)
        self.panel = EventPanel(context.shop, context.tasks)
        self._build()
        self._connect()
        self._retranslate()
        self.card.show_status(context.bridge.status)
        self.model.refresh()
        self._count()

    def _build(self) -> None:
        self._header = PageHeader()
        self.search = SearchField(self._context.theme)
        self.filters = SegmentedControl(list(EventFilterKind))
        self.more_filters = EventFilterMenu()
        self.filter_line = EventFilterLine(self.more_filters)
        self._links, self._export = QPushButton(), QPushButton()
        self._header.add(self.search, 20)  # as wide as it may before the gap gets anything
        self._header.add(self.filters)
        self.filter_line.add_right(self._links)
        self._header.add_right(self._export)
        self.card = ListenerCard(self._context.theme)
        card_line = QHBoxLayout()
        card_line.setContentsMargins(18, 12, 18, 12)
        card_line.addWidget(self.card)
        self._make_table()
        self._body = WithPanel(self._stack, self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(card_line)
        column.addWidget(self.filter_line)
        column.addWidget(self._body, 1)

    def _make_table(self) -> None:
        self.table = LogTable(self._context.memory, "events")
        self.table.setModel(self.model)
        self.tail = LiveTail(self.table)
        chips = ChipDelegate(self._context.theme, self.table)
        self.table.setItemDelegateForColumn(EventColumn.KIND, chips)
        times = {int(EventColumn.TIME): shown.longest_log_time}
        self.table.set_widths(WIDTHS, EventColumn.RESULT, times)
        self._seeker = RowSeeker(self.table, self.model)
        self._empty = EmptyState(self._context.theme, "events")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.moved_on.connect(lambda _: self.table.setFocus())
        self.filters.chosen.connect(self._on_filter_chosen)
        self.more_filters.changed.connect(lambda: self._show_filter(self._filter))
        self._links.clicked.connect(lambda: self.open_links(""))
        self.panel.links_requested.connect(self.open_links)
        self.panel.told.connect(self.message)
        self.panel.reconcile_requested.connect(self._on_reconcile_requested)
        self._export.clicked.connect(self._on_export_clicked)
        self._exporter = Exporter(self._context.tasks, self)
        self._exporter.saved.connect(self._on_exported)
        self._exporter.failed.connect(self._context.tasks.failed)
        self.table.selectionModel().currentRowChanged.connect(self._read_details)
        self.table.entered.connect(lambda _: self._choose_product())
        self.table.clicked.connect(self._on_cell_clicked)
        self.card.switched.connect(self._on_switched)
        self.card.settings_requested.connect(self.settings_requested)
        self.card.copied.connect(lambda: self.message.emit(self.tr("The address is copied.")))
        self._context.bridge.changed.connect(self._on_changed)
        self._context.bridge.status_changed.connect(self.card.show_status)
        self.table.verticalScrollBar().valueChanged.connect(self._tell_what_is_in_sight)
        self.model.page_arrived.connect(self._on_page_arrived)
        self.model.modelReset.connect(self._show_table_or_empty)
        self.model.rowsInserted.connect(self._show_table_or_empty)

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus()
        self.search.selectAll()

    def show_line(self, number: int) -> None:
        """Lead to one line of all events."""
        self.show_kind(EventFilterKind.ALL)
        self._seeker.seek(number)

    def show_kind(self, kind: EventFilterKind) -> None:
        """Show all events of a kind, not narrowed otherwise."""
        self.search.clear_at_once()
        for _, leave in self.more_filters.words():
            leave()
        self.filters.choose(kind)

    @property
    def shows_all_new(self) -> bool:
        """Whether events that come now are in sight at once: nothing narrows the log or holds it."""
        return self._shows_everything and self.tail.would_follow

    @property
    def _shows_everything(self) -> bool:
        return self.isVisible() and not self.window().isMinimized() and self._filter == EventFilter()

    @property
    def empty_words(self) -> str:
        """What is said in place of an empty log; nothing while it has rows."""
        return self._empty.words if self._stack.currentWidget() is self._empty else ""

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_what_is_in_sight()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._header.set_title(self.tr("Events"))
        self.search.setPlaceholderText(self.tr("Product, size, text of the event"))
        self.search.setAccessibleName(self.tr("Search for events"))
        self._links.setText(self.tr("Links…"))
        self._export.setText(self.tr("Export"))
        self.table.setAccessibleName(self.tr("Events"))
        self.more_filters.retranslate()
        self._name_filters()
        self._show_counts()
        self._show_table_or_empty()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(EventColumn) - 1)
        self.table.retranslate()
        self.tail.retranslate()
        self.card.retranslate()
        self.panel.retranslate()

    def _show_counts(self) -> None:
        unlinked = shown.number(self._counts.unlinked) if self._counts.unlinked else ""
        self.filters.set_words(
            (
                self.tr("All"),
                self.tr("Sales"),
                self.tr("Returns"),
                self.tr("Not recognised {count}").format(count=unlinked).strip(),
            )
        )

    def _show_table_or_empty(self) -> None:
        self.filter_line.show_found(self.model.rowCount() if self.model.is_loaded else None)
        is_empty = self.model.is_loaded and self.model.rowCount() == 0
        self._stack.setCurrentIndex(int(is_empty))
        self._body.set_empty(is_empty)
        if self._filter == EventFilter():
            self._empty.set_words(
                self.tr("No events yet"),
                self.tr(
                    "Switch receiving on, copy the address and enter it in the marketplace's cabinet. "
                    "Online sales and returns will appear here."
                ),
            )
        else:
            self._empty.set_words(
                self.tr("Nothing found"), self.tr("Clear the search or choose another filter.")
            )

    def _on_searched(self, text: str) -> None:
        self._show_filter(replace(self._filter, search=text))

    def _on_filter_chosen(self, kind: EventFilterKind) -> None:
        self._show_filter(replace(self._filter, kind=kind))

    def _show_filter(self, wanted: EventFilter) -> None:
        self._filter = wanted = self.more_filters.narrowed(wanted)
        self._details_task.cancel()
        self.panel.show_details(None)
        self.model.show_filter(wanted)
        self._name_filters()

    def _name_filters(self) -> None:
        self.filter_line.show_filters(is_narrowed=self._filter != EventFilter())

    def _on_changed(self, change: Change) -> None:
        if change.events:
            self.model.refresh()
            self._count()
            self._read_details()

    def _count(self) -> None:
        self._context.tasks.run(inbox.event_counts, self._context.shop, done=self._on_counted)

    def _on_counted(self, counts: EventCounts) -> None:
        self._counts = counts
        self._show_counts()

    def _tell_what_is_in_sight(self) -> None:
        newest = self.model.row_at(0) if self.model.rowCount() else None
        is_at_top = self.table.verticalScrollBar().value() == 0
        if newest is not None and newest.id != self._told and is_at_top and self._shows_everything:
            self._told = newest.id
            self.looked_at.emit(newest.id)

    def _on_page_arrived(self) -> None:
        self._tell_what_is_in_sight()
        row = self.table.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(row, EventRow) and row.id != self.panel.line_id:
            self._read_details()

    def _read_details(self) -> None:
        row = self.table.currentIndex().data(Qt.ItemDataRole.UserRole)
        self.more_filters.choose_row(row if isinstance(row, EventRow) else None)
        number = row.id if isinstance(row, EventRow) else self.panel.line_id
        if number is not None:
            self._details_task.cancel()
            self._details_task = self._context.tasks.run(
                inbox.event_details, self._context.shop, number, done=self._on_details_read
            )

    def _on_details_read(self, details: EventDetails | None) -> None:
        self.panel.show_details(details)

    def _on_cell_clicked(self, index: QModelIndex) -> None:
        if index.column() == EventColumn.RESULT:
            self._choose_product()

    def _choose_product(self) -> None:
        row = self.table.currentIndex().data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, EventRow) or not can_choose(row) or row.marketplace_id is None:
            return
        dialog: ChooseProductDialog | ChooseSizeDialog
        if row.product_id is None:
            dialog = ChooseProductDialog(self._context, row.marketplace_id, self)
        else:
            dialog = ChooseSizeDialog(self._context, LinkKey(row.marketplace_id, row.size), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.linked.connect(self._on_linked)
        dialog.open()

    def open_links(self, search: str) -> None:
        """What the marketplace's numbers mean: all of them, or those that the search finds."""
        dialog = LinksDialog(self._context, search, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_reconcile_requested(self, size_id: int) -> None:
        dialog = ReconcileDialog(self._context, Scope(sizes=(size_id,)), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(lambda words, _: self.message.emit(words))
        dialog.open()

    def _on_linked(self, applied: int) -> None:
        words = self.tr("%n waiting event(s) applied.", "", applied)
        self.message.emit(words if applied else self.tr("Remembered. No events were waiting."))

    def _on_switched(self, is_on: bool) -> None:  # noqa: FBT001  # the signal's signature
        self._context.tasks.run(
            _switch,
            self._context.shop,
            is_on,
            done=lambda _: self._context.engine.restart_listener(),
            lane="write",
        )

    def _on_export_clicked(self) -> None:
        ask_table_path(self, self.tr("Export"), self.tr("events"), self.export_to).open()

    def export_to(self, path: str) -> None:
        """Write what the filter finds into a file."""
        self._exporter.write(export_events, self._context.shop, path, self._filter)

    def _on_exported(self, rows: int) -> None:
        self.message.emit(self.tr("%n row(s) saved.", "", rows))


def _switch(shop: Shop, is_on: bool) -> None:  # noqa: FBT001  # called by position on the pool
    save_listener(shop, replace(load_listener(shop), enabled=is_on))
