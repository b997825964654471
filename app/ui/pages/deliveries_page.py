"""*Deliveries*: every action with its state in words, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.delivery import State
from app.services import outbox
from app.services.batch_views import BatchPart
from app.services.delivery_views import DeliveryCounts, DeliveryDetails, DeliveryKind, DeliveryRow
from app.services.outbox import Shown
from app.services.pausing import pause, resume
from app.services.status_views import Status
from app.services.views import Change
from app.ui import format as shown
from app.ui.batch_control import BatchControl
from app.ui.chosen_deliveries import ChosenDeliveries
from app.ui.context import UiContext
from app.ui.delegates.article_delegate import ArticleDelegate
from app.ui.delegates.sizes_delegate import SizesDelegate
from app.ui.delivery_decisions import DeliveryDecisions
from app.ui.delivery_export import DeliveryExport, at_corner
from app.ui.dialogs.resolve_dialog import ResolveDialog
from app.ui.dialogs.resolve_many_dialog import ResolveManyDialog
from app.ui.i18n import translated
from app.ui.models.delivery_table_model import DeliveryColumn, DeliveryTableModel
from app.ui.tasks import Task
from app.ui.widgets.batch_filter import BatchFilter
from app.ui.widgets.batch_strip import BatchStrip
from app.ui.widgets.chip import ChipDelegate
from app.ui.widgets.delivery_panel import DeliveryPanel
from app.ui.widgets.doubt_strip import DoubtStrip
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.log_table import LogTable
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.pause_strip import PauseStrip
from app.ui.widgets.row_seeker import RowSeeker
from app.ui.widgets.segmented import SegmentedControl
from app.ui.widgets.standstill_strip import StandstillStrip
from app.ui.widgets.strip_room import StripRoom
from app.ui.widgets.with_panel import WithPanel
from app.ui.words import state_words

WIDTHS: dict[int, int] = {
    DeliveryColumn.TIME: 70,
    DeliveryColumn.PRODUCT: 164,
    DeliveryColumn.ACTION: 108,
    DeliveryColumn.SIZES: 88,
    DeliveryColumn.STATE: 160,
    DeliveryColumn.ATTEMPTS: 70,
}
GROWING: dict[int, int] = {DeliveryColumn.SIZES: 4, DeliveryColumn.PRODUCT: 4, DeliveryColumn.STATE: 2}
SAMPLES: dict[int, Callable[[], str]] = {
    DeliveryColumn.TIME: lambda: max("00:00:00", shown.longest_day(), key=len),
    DeliveryColumn.SIZES: lambda: shown.size_change("ONE", 23, 22),
    DeliveryColumn.STATE: lambda: max(map(state_words, State), key=len) + "  ",  # a chip is wider
}
ROW_HEIGHT = 46
FILTERS = (DeliveryKind.ALL, DeliveryKind.NEEDS_PERSON, DeliveryKind.QUEUED, DeliveryKind.DELIVERED)
TICK_MS = 1000


class DeliveriesPage(QWidget):
    """Filters, the batch under way, table, panel."""

    message = Signal(str)
    drafted = Signal(int)  # the product for which an undo is typed now
    settings_requested = Signal(object)  # Obstacle

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._counts = DeliveryCounts()
        self._is_paused = False
        self.paused, self.standstill = PauseStrip(), StandstillStrip()
        self.shown: Shown = DeliveryKind.ALL
        self.dialog: ResolveDialog | ResolveManyDialog | None = None  # the question that is open
        self._details_task = Task.nothing()
        self.model = DeliveryTableModel(context, self)
        self.panel = DeliveryPanel(context.shop, context.tasks)
        self.batch = BatchStrip()
        self.batch_filter = BatchFilter()
        self._build()
        self.batch_control = BatchControl(context, self.batch, self)
        self._connect()
        self._retranslate()
        self._on_status_changed(context.bridge.status)
        self.model.refresh()

    def _build(self) -> None:
        self._header = PageHeader()
        self.filters = SegmentedControl(FILTERS)
        self.pause, self.export_button = QPushButton(), QPushButton()
        self._header.add(self.filters)
        self._header.add_right(self.pause)
        self._header.add_right(self.export_button)
        self._build_table()
        self._empty = EmptyState(self._context.theme, "deliveries")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._body = WithPanel(self._stack, self.panel, lambda: self.table.least_width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.doubts = DoubtStrip(self.table, self.model)
        self.room = StripRoom((self.paused, self.standstill, self.doubts), self.batch, self)
        # What comes and goes by itself stands below what a person may be about to press.
        for part in (self._header, self.room, self.batch_filter):
            column.addWidget(part)
        column.addWidget(self._body, 1)

    def _build_table(self) -> None:
        self.table = LogTable(self._context.memory, "deliveries")
        self.table.setModel(self.model)
        chips = ChipDelegate(self._context.theme, self.table)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.setWordWrap(True)
        articles = ArticleDelegate(self._context.theme, self.table)
        self.table.setItemDelegateForColumn(DeliveryColumn.PRODUCT, articles)
        self.table.setItemDelegateForColumn(DeliveryColumn.ACTION, chips)
        self.table.setItemDelegateForColumn(DeliveryColumn.SIZES, SizesDelegate(self.table))
        self.table.setItemDelegateForColumn(DeliveryColumn.STATE, chips)
        self.table.set_widths(WIDTHS, DeliveryColumn.STATE, SAMPLES, GROWING)

    def _connect(self) -> None:
        self.filters.chosen.connect(self._on_filter_chosen)
        self.pause.clicked.connect(self._on_pause_clicked)
        self.doubts.check_requested.connect(self.check_many)
        self.standstill.check_requested.connect(self._context.engine.wake)
        self.standstill.settings_requested.connect(self.settings_requested)
        self.export_button.clicked.connect(self._on_export_clicked)
        self.exporter = DeliveryExport(self._context, self)
        self.exporter.message.connect(self.message)
        self._connect_table()
        self._connect_panel()
        self.batch.part_chosen.connect(self.show_part)
        self.batch_control.message.connect(self.message)
        self.batch_filter.left.connect(self._on_batch_left)
        self._context.bridge.changed.connect(self._on_changed)
        self._context.bridge.status_changed.connect(self._on_status_changed)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.model.tick)

    def _connect_table(self) -> None:
        self._chosen = ChosenDeliveries(self._context, self.table, self.model)
        self._chosen.counted.connect(self.panel.show_chosen)
        self._seeker = RowSeeker(self.table, self.model)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.table.selectionModel().currentRowChanged.connect(self._read_details)
        self.table.entered.connect(lambda _: self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.table.deleted.connect(lambda _: self.panel.ask_cancel())
        self.model.page_arrived.connect(self._on_page_arrived)
        self.model.modelReset.connect(self._show_table_or_empty)
        self.model.rowsInserted.connect(self._show_table_or_empty)

    def _connect_panel(self) -> None:
        self._decisions = DeliveryDecisions(self._context, self)
        self._decisions.message.connect(self._on_decided)
        self._decisions.drafted.connect(self.drafted)
        self.panel.arrived_told.connect(self._decisions.arrived)
        self.panel.not_arrived_told.connect(self._decisions.not_arrived)
        self.panel.undo_requested.connect(self._decisions.undo)
        self.panel.retry_requested.connect(self._on_retry_requested)
        self.panel.cancel_requested.connect(self._on_cancel_requested)
        self.panel.resolve_requested.connect(self._on_resolve_requested)
        self.panel.earlier_requested.connect(self.show_delivery)
        self.panel.batch_requested.connect(self.show_part)

    def show_kind(self, kind: DeliveryKind) -> None:
        """Choose a filter, or show only deliveries in one state."""
        self.filters.choose(kind if kind in FILTERS else DeliveryKind.ALL)
        if self.shown is not kind:
            self._show_only(kind)

    def show_part(self, part: BatchPart) -> None:
        """Show only deliveries of a batch."""
        self.filters.choose(DeliveryKind.ALL)
        self._show_only(part)

    def show_delivery(self, delivery_id: int) -> None:
        """Choose one delivery among all."""
        if self.shown is not DeliveryKind.ALL:
            self.filters.choose(DeliveryKind.ALL)
            self._show_only(DeliveryKind.ALL)
        self._seeker.seek(delivery_id)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.batch_control.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.batch_control.stop()

    @property
    def empty_words(self) -> str:
        """What is said in place of an empty log; nothing while it has rows."""
        return self._empty.words if self._stack.currentWidget() is self._empty else ""

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._header.set_title(self.tr("Deliveries"))
        self.export_button.setText(self.tr("Export report"))
        self.table.setAccessibleName(self.tr("Deliveries"))
        self._show_counts()
        self._show_table_or_empty()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(DeliveryColumn) - 1)
        self.table.retranslate()
        self.panel.retranslate()
        self.paused.retranslate()
        self.standstill.retranslate()
        self.batch.retranslate()
        self.room.arrange()
        self._say_calmly()
        self.batch_filter.retranslate()

    def _show_counts(self) -> None:
        counts = self._counts
        self.doubts.show_count(counts.unknown)
        self.filters.set_words(
            (
                self.tr("All {count}").format(count=shown.number(counts.total)),
                self.tr("Wait for you {count}").format(count=shown.number(counts.needs_person)),
                self.tr("On their way {count}").format(count=shown.number(counts.queued)),
                self.tr("Delivered"),
            )
        )
        self.pause.setText(self.tr("Resume all") if self._is_paused else self.tr("Pause all"))

    def _show_table_or_empty(self) -> None:
        is_empty = self.model.is_loaded and self.model.rowCount() == 0
        self._stack.setCurrentIndex(int(is_empty))
        self._body.set_empty(is_empty)
        if self.shown is DeliveryKind.ALL:
            self._empty.set_words(
                self.tr("Nothing was sent yet"),
                self.tr("Type quantities or prices on the page Products, then choose “Review and send”."),
            )
        else:
            self._empty.set_words(
                self.tr("Nothing here"), self.tr("No delivery is in this state. That is all right.")
            )

    def _on_filter_chosen(self, kind: DeliveryKind) -> None:
        self._show_only(kind)

    def _on_batch_left(self) -> None:
        self._show_only(DeliveryKind.ALL)

    def _show_only(self, shown: Shown) -> None:
        self.shown = shown
        self._details_task.cancel()
        self.panel.show_details(None)
        self.batch_filter.show_part(None if shown in FILTERS else shown)
        self.model.show_only(shown)

    def _on_changed(self, change: Change) -> None:
        if change.deliveries:
            self._look_again()

    def _on_status_changed(self, status: Status) -> None:
        self._counts = status.deliveries
        self._is_paused = status.paused is not None
        self._show_counts()
        self.pause.setVisible(not self._is_paused or status.is_unconnected)  # else *Resume* stands above
        self.paused.show_status(status)
        self.standstill.show_status(status)
        self.room.arrange()
        self._say_calmly()
        self.panel.show_status(status)
        self.model.show_obstacle(None if status.standstill is None else status.standstill.obstacle)

    def _say_calmly(self) -> None:
        words = self._context.bridge.status.marketplace_words
        self.room.say_calmly("" if words is None else translated(words))

    def _show_chosen(self) -> None:
        self._chosen.look(self.shown)

    def _on_page_arrived(self) -> None:
        self._show_chosen()
        row = self.table.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(row, DeliveryRow) and row.id != self.panel.delivery_id:
            self._read_details()

    def _read_details(self) -> None:
        row = self.table.currentIndex().data(Qt.ItemDataRole.UserRole)
        number = row.id if isinstance(row, DeliveryRow) else self.panel.delivery_id
        if number is None:
            return
        self._details_task.cancel()  # what is decided below must mean the row that is chosen now
        self._details_task = self._context.tasks.run(
            outbox.delivery_details, self._context.shop, number, done=self._on_details_read
        )

    def _on_details_read(self, details: DeliveryDetails | None) -> None:
        self.panel.show_details(details)

    def _on_resolve_requested(self, details: DeliveryDetails) -> None:
        asked = details.question
        if asked is None or len(asked.question.asked) > 1:  # read together, so asked together
            self.check_many([details.row.id])
        else:
            self._open(ResolveDialog(self._context, details.row, asked, self))

    def check_many(self, delivery_ids: Collection[int] | None = None) -> None:
        """Ask about these deliveries without an answer, or about all, in one table."""
        self._open(ResolveManyDialog(self._context, delivery_ids, self))

    def _open(self, dialog: ResolveDialog | ResolveManyDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.resolved.connect(self._on_decided)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_decided(self, words: str) -> None:
        """Shown without waiting for the next word of changes: what is decided must not be asked again."""
        self.message.emit(words)
        self._look_again()

    def _look_again(self) -> None:
        self.model.refresh()
        self._read_details()

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_retry_requested(self) -> None:
        if self._chosen.count > 1:
            self._decisions.retry_many(self._chosen.what, self._chosen.count)
        elif self.panel.delivery_id is not None:
            self._decisions.retry(self.panel.delivery_id)

    def _on_cancel_requested(self) -> None:
        if self._chosen.count > 1:
            self._decisions.ask_cancel_many(self._chosen.what, self._chosen.count)
        elif self.panel.delivery_id is not None:
            self._decisions.ask_cancel(self.panel.delivery_id)

    def _on_pause_clicked(self) -> None:
        self._context.tasks.run(resume if self._is_paused else pause, self._context.shop, lane="write")

    def _on_export_clicked(self) -> None:
        place = at_corner(self.export_button)
        count, total = self.model.rowCount(), self._counts.total
        self.exporter.ask(self.shown, self._shown_words(), count, total, place)

    def _shown_words(self) -> str:
        """What the log is narrowed to; nothing for all."""
        match self.shown:
            case DeliveryKind.ALL:
                return ""
            case DeliveryKind.NEEDS_PERSON:
                return self.tr("Wait for you")
            case DeliveryKind.QUEUED:
                return self.tr("On their way")
            case DeliveryKind.DELIVERED:
                return self.tr("Delivered")
            case _:
                return self.batch_filter.part_words

    def export_to(self, path: str) -> None:
        """Write what the filter finds into a file."""
        self.exporter.write(self.shown, path)
