"""*Deliveries*: every action with its state in words, and what to do about it."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.services import deciding, outbox
from app.services.batch_views import BatchPart
from app.services.delivery_views import DeliveryCounts, DeliveryDetails, DeliveryKind, DeliveryRow
from app.services.exporting import export_deliveries
from app.services.outbox import Shown
from app.services.pausing import pause, resume
from app.services.views import Change, Status
from app.ui import format as shown
from app.ui.batch_control import BatchControl
from app.ui.context import UiContext
from app.ui.dialogs.resolve_dialog import ResolveDialog
from app.ui.dialogs.resolve_many_dialog import ResolveManyDialog
from app.ui.exports import Exporter, ask_table_path
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
from app.ui.widgets.row_seeker import RowSeeker
from app.ui.widgets.segmented import SegmentedControl
from app.ui.widgets.with_panel import WithPanel

WIDTHS: dict[int, int] = {
    DeliveryColumn.TIME: 80,
    DeliveryColumn.PRODUCT: 96,
    DeliveryColumn.ACTION: 114,
    DeliveryColumn.SIZES: 132,
    DeliveryColumn.ATTEMPTS: 70,
}
TICK_MS = 1000


class DeliveriesPage(QWidget):
    """Filters, the batch under way, table, panel."""

    message = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._counts = DeliveryCounts()
        self._is_paused = False
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
        self.filters = SegmentedControl(list(DeliveryKind))
        self.pause, self._export = QPushButton(), QPushButton()
        self._header.add(self.filters)
        self._header.add_right(self.pause)
        self._header.add_right(self._export)
        self.table = LogTable(self._context.memory, "deliveries")
        self.table.setModel(self.model)
        chips = ChipDelegate(self._context.theme, self.table)
        self.table.setItemDelegateForColumn(DeliveryColumn.ACTION, chips)
        self.table.setItemDelegateForColumn(DeliveryColumn.STATE, chips)
        times = {int(DeliveryColumn.TIME): shown.longest_log_time}
        self.table.set_widths(WIDTHS, DeliveryColumn.STATE, times)
        self._seeker = RowSeeker(self.table, self.model)
        self._empty = EmptyState(self._context.theme, "deliveries")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._body = WithPanel(self._stack, self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.doubts = DoubtStrip(self.table, self.model)
        column.addWidget(self._header)
        column.addWidget(self.batch)
        column.addWidget(self.batch_filter)
        column.addWidget(self.doubts)
        column.addWidget(self._body, 1)

    def _connect(self) -> None:
        self.filters.chosen.connect(self._on_filter_chosen)
        self.pause.clicked.connect(self._on_pause_clicked)
        self.doubts.check_requested.connect(self.check_many)
        self._export.clicked.connect(self._on_export_clicked)
        self._exporter = Exporter(self._context.tasks, self)
        self._exporter.saved.connect(self._on_exported)
        self._exporter.failed.connect(self._context.tasks.failed)
        self.table.selectionModel().currentRowChanged.connect(self._read_details)
        self.table.entered.connect(lambda _: self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.table.deleted.connect(lambda _: self.panel.ask_cancel())
        self.panel.decided.connect(self._on_decided)
        self.panel.resolve_requested.connect(self._on_resolve_requested)
        self.panel.cancel_requested.connect(self._on_cancel_requested)
        self.panel.batch_requested.connect(self.show_part)
        self.batch.part_chosen.connect(self.show_part)
        self.batch_control.message.connect(self.message)
        self.batch_filter.left.connect(self._on_batch_left)
        self._context.bridge.changed.connect(self._on_changed)
        self._context.bridge.status_changed.connect(self._on_status_changed)
        self.model.page_arrived.connect(self._on_page_arrived)
        self.model.modelReset.connect(self._show_table_or_empty)
        self.model.rowsInserted.connect(self._show_table_or_empty)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.model.tick)

    def show_kind(self, kind: DeliveryKind) -> None:
        """Choose a filter."""
        self.filters.choose(kind)

    def show_delivery(self, number: int) -> None:
        """Lead to one of those that wait for a person."""
        self.show_kind(DeliveryKind.NEEDS_PERSON)
        self._seeker.seek(number)

    def show_part(self, part: BatchPart) -> None:
        """Show only deliveries of a batch."""
        self.filters.choose(DeliveryKind.ALL)
        self._show_only(part)

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
        self._export.setText(self.tr("Export report"))
        self.table.setAccessibleName(self.tr("Deliveries"))
        self._show_counts()
        self._show_table_or_empty()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(DeliveryColumn) - 1)
        self.table.retranslate()
        self.panel.retranslate()
        self.batch.retranslate()
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
        self.pause.setText(self.tr("Resume") if self._is_paused else self.tr("Pause"))

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
        self.batch_filter.show_part(shown if isinstance(shown, BatchPart) else None)
        self.model.show_only(shown)

    def _on_changed(self, change: Change) -> None:
        if change.deliveries:
            self.model.refresh()
            self._read_details()

    def _on_status_changed(self, status: Status) -> None:
        self._counts = status.deliveries
        self._is_paused = status.paused is not None
        self._show_counts()

    def _on_page_arrived(self) -> None:
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
        dialog.resolved.connect(self.message)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_decided(self, function: object, words: str) -> None:
        number = self.panel.delivery_id
        if number is not None and callable(function):
            self._context.tasks.run(
                function,
                self._context.shop,
                number,
                done=lambda _: self.message.emit(words),
                lane="write",
            )

    def _on_cancel_requested(self) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Do not send"),
            self.tr("The marketplace will not be told, and the stock here goes back to what it was."),
            QMessageBox.StandardButton.Cancel,
            self,
        )
        sure = box.addButton(self.tr("Do not send"), QMessageBox.ButtonRole.AcceptRole)
        words = self.tr("It will not be sent; the stock is what it was before.")
        sure.clicked.connect(partial(self._on_decided, deciding.cancel, words))
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.open()

    def _on_pause_clicked(self) -> None:
        self._context.tasks.run(resume if self._is_paused else pause, self._context.shop, lane="write")

    def _on_export_clicked(self) -> None:
        ask_table_path(self, self.tr("Export report"), self.tr("deliveries"), self.export_to).open()

    def export_to(self, path: str) -> None:
        """Write what the filter finds into a file."""
        self._exporter.write(export_deliveries, self._context.shop, path, self.shown)

    def _on_exported(self, rows: int) -> None:
        self.message.emit(self.tr("%n row(s) saved.", "", rows))
