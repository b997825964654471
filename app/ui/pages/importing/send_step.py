"""The last step: what will be sent in words, what to look at before, and afterwards what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.action import Action
from app.services.import_checking import CheckedImport
from app.services.import_summary import ActionTotal, ImportSummary
from app.services.import_views import Plan, PlannedDelivery
from app.services.reconciling import Verdict
from app.spreadsheet.lines import LeftOut
from app.spreadsheet.meaning import Meaning
from app.ui import format as shown
from app.ui.batch_control import BatchControl
from app.ui.context import UiContext
from app.ui.i18n import translated
from app.ui.import_flow import ImportFlow
from app.ui.models.planned_model import PlannedColumn, PlannedModel
from app.ui.widgets.batch_strip import BatchStrip
from app.ui.widgets.log_table import LogTable

WIDTHS: dict[int, int] = {
    PlannedColumn.ARTICLE: 150,
    PlannedColumn.ACTION: 120,
    PlannedColumn.PIECES: 80,
    PlannedColumn.CHANGES: 300,
}
SAMPLES: dict[int, Callable[[], str]] = {PlannedColumn.PIECES: lambda: shown.signed(8_888_888)}


class SendStep(QWidget):
    """Before: sentences, cautions and every delivery. After: the batch on its way."""

    message = Signal(str)

    def __init__(self, flow: ImportFlow, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = flow
        self.changed = 0  # deliveries that are others than those that were to be sent
        self.what, self.cautions, self.left_out = QLabel(), QLabel(), QLabel()
        self.what.setProperty("panelTitle", True)
        self.left_out.setProperty("muted", True)
        self.cautions.setObjectName("notice")
        self.cabinet, self.ours = QRadioButton(), QRadioButton()
        self.cabinet.setChecked(True)
        self.batch = BatchStrip()
        self.model = PlannedModel(context.theme, self)
        self.table = LogTable(context.memory, "planned")
        self.table.setModel(self.model)
        self.table.set_widths(WIDTHS, PlannedColumn.CHANGES, SAMPLES)
        self._verdicts = QFrame()
        self._build()
        self.batch_control = BatchControl(context, self.batch, self)
        self.batch_control.message.connect(self.message)
        flow.checked.connect(self.show_plan)
        flow.outdated.connect(self._on_outdated)
        flow.sent.connect(self._on_sent)
        self.retranslate()

    def _build(self) -> None:
        asked = QVBoxLayout(self._verdicts)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self.cabinet)
        asked.addWidget(self.ours)
        inner = QVBoxLayout()
        inner.setContentsMargins(18, 18, 18, 14)
        inner.setSpacing(12)
        for label in (self.what, self.cautions, self.left_out):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for part in (self.what, self._verdicts, self.cautions, self.left_out):
            inner.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.batch)
        column.addLayout(inner)
        shown = QVBoxLayout()
        shown.setContentsMargins(18, 0, 18, 6)
        shown.addWidget(self.table)
        column.addLayout(shown, 1)
        column.addStretch()

    @property
    def verdict(self) -> Verdict:
        """Who is right where the cabinet shows something else."""
        return Verdict.OURS if self.ours.isChecked() else Verdict.CABINET

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._flow.row is not None and self._flow.row.batch_id is not None:
            self.batch_control.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.batch_control.stop()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.cabinet.setText(self.tr("The cabinet is right: the stock here follows it"))
        self.ours.setText(self.tr("Polka is right: corrections are sent to the cabinet"))
        self.table.setAccessibleName(self.tr("What is sent"))
        self.table.retranslate()
        self.batch.retranslate()
        self.show_plan()

    def show_plan(self) -> None:
        """Say what will be done, or what was."""
        result, row = self._flow.result, self._flow.row
        if result is None:
            return
        is_sent = self._flow.is_sent
        words = self._words(result.plan, result.summary)
        if is_sent:
            words = self.tr("All of it was queued.") if result.plan.size else words
        elif row is not None:
            words = self.tr(
                "Stopped: {queued} of {planned} are on their way. The rest can go now or later."
            )
            words = words.format(queued=shown.number(row.queued), planned=shown.number(row.planned))
        self.what.setText(words)
        self._show_deliveries(result.plan.deliveries)
        self.table.setVisible(bool(result.plan.deliveries))
        self._verdicts.setVisible(result.draft.meaning is Meaning.CABINET and not is_sent)
        cautions = [] if is_sent else list(self._cautions(result.plan, result.summary))
        self.cautions.setText("\n".join(cautions))
        self.cautions.setVisible(bool(cautions))
        self.left_out.setText("\n".join(self._left_out(result)))
        has_batch = row is not None and row.batch_id is not None
        self.batch.setVisible(has_batch and self.batch.words != "")

    def _show_deliveries(self, deliveries: Sequence[PlannedDelivery]) -> None:
        if deliveries != self.model.rows:
            self.model.mark(())
            self.model.show_rows(deliveries)

    def _on_outdated(self, seen: Plan) -> None:
        """Mark what is not as the person saw it, and show the first of it."""
        before = {(one.article, one.action): one for one in seen.deliveries}
        rows = self.model.rows
        others = [n for n, one in enumerate(rows) if before.get((one.article, one.action)) != one]
        gone = before.keys() - {(one.article, one.action) for one in rows}
        self.changed = len(others) + len(gone)
        self.model.mark(others)
        if others:
            self.table.scrollTo(self.model.index(others[0], 0))

    def _words(self, plan: Plan, summary: ImportSummary) -> str:
        if not plan.size:
            return self.tr("There is nothing to send: everything is so already, or has errors.")
        if plan.counts:
            return self.tr("%n size(s) are compared with the cabinet.", "", len(plan.counts))
        if plan.links or plan.numbers:
            return self.tr("%n number(s) of the marketplace are noted.", "", plan.size)
        return "\n".join(map(self._sentence, summary.totals))

    def _sentence(self, total: ActionTotal) -> str:
        products = self.tr("%n product(s)", "", total.products)
        words = {
            Action.RECEIPTS: self.tr("Receipts: {pieces} pcs of {products}."),
            Action.SOLD: self.tr("Sold: {pieces} pcs of {products}."),
            Action.CANCEL: self.tr("Cancelled: {pieces} pcs of {products}."),
            Action.RETURN: self.tr("Returned: {pieces} pcs of {products}."),
            Action.PRICE: self.tr("New prices for {products}."),
        }
        return words[total.action].format(pieces=shown.number(total.pieces), products=products)

    def _cautions(self, plan: Plan, summary: ImportSummary) -> Iterator[str]:
        """Each kind once, with how many rows it is about."""
        if plan.is_many:
            yield self.tr("These are more products at once than usual.")
        for text, count in summary.cautions:
            rows = self.tr("%n row(s)", "", count)
            yield f"{translated(text)} {rows}."

    def _left_out(self, result: CheckedImport) -> Iterator[str]:
        plan, failed = result.plan, result.summary.failed
        beginning = self._flow.beginning
        if beginning is not None and beginning.other_sheets:
            yield self.tr(
                "%n sheet(s) that look like goods as well are left out.", "", len(beginning.other_sheets)
            )
        if plan.unnamed is not None and plan.unnamed.sizes:
            yield self.tr(
                "%n size(s) are not in the file or have no number there, and stay as they are.",
                "",
                plan.unnamed.sizes,
            )
        if plan.unchanged:
            yield self.tr("%n row(s) change nothing.", "", plan.unchanged)
        if failed:
            yield self.tr("%n row(s) with errors are left out.", "", failed)
        empty = len(result.checked.left_out.get(LeftOut.NOTHING, ()))
        if empty and plan.unnamed is None:
            yield self.tr("%n row(s) have no number, or 0, and are left out.", "", empty)
        if hidden := len(result.checked.left_out.get(LeftOut.HIDDEN, ())):
            yield self.tr("%n hidden row(s) are left out.", "", hidden)
        if struck := result.checked.set_aside(LeftOut.STRUCK):
            yield self.tr("What is struck out in %n row(s) is left out.", "", struck)
        if plan.without:
            yield self.tr(
                "%n row(s) name a product or a size that there is not, and are left out.",
                "",
                len(plan.without),
            )
        if result.rows.has_idle_prices:
            yield self.tr(
                "The prices in the file are not sent: they are kept for products that are created. "
                "To change prices, import the file once more as prices."
            )

    def _on_sent(self) -> None:
        row = self._flow.row
        if row is not None and row.batch_id is not None:
            self.batch_control.show_batch(row.batch_id)
            if self.isVisible():
                self.batch_control.start()
        self.show_plan()
