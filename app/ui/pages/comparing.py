"""From the products to *Reconcile*, and what is offered about flagged sizes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from app.domain.action import Action
from app.services.choosing import choose
from app.services.event_views import Choice, Readings
from app.services.reconciling import Scope
from app.services.views import PendingChange, ProductRow
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.dialogs.reconcile_dialog import ReconcileDialog
from app.ui.models.edits import Edit, EditStep
from app.ui.widgets.attention_card import AttentionCard
from app.ui.widgets.conflict_strip import ConflictStrip
from app.ui.widgets.message_line import MessageLine
from app.ui.widgets.products_header import ProductsHeader
from app.ui.widgets.size_table import SizeTable


class Comparing(QObject):
    """Makes the comparison of a size, a product, chosen rows, or all that is shown."""

    dialog_made = Signal(object)  # ReconcileDialog, to be opened
    review_requested = Signal()
    failed = Signal(object)  # PolkaError

    def __init__(
        self, context: UiContext, header: ProductsHeader, table: SizeTable, message: MessageLine
    ) -> None:
        super().__init__(table)
        self._context = context
        self._header = header
        self._table = table
        self._message = message
        header.reconcile_clicked.connect(self._on_shown_asked)

    def answer(self, attention: AttentionCard, conflicts: ConflictStrip) -> None:
        """Do what is chosen in these about flagged sizes."""
        attention.reconcile_requested.connect(self._on_sizes_asked)
        attention.reading_chosen.connect(self._on_reading_chosen)
        attention.cancel_requested.connect(self._on_cancel_asked)
        conflicts.clicked.connect(self.review_requested)
        conflicts.declined.connect(self._on_declined)
        conflicts.failed.connect(self.failed)

    def add_to(self, menu: QMenu, product: ProductRow) -> None:
        """What can be compared from a row."""
        scope = self._chosen()
        count = len(scope.sizes) + len(scope.products)
        if count > 1:
            words = self.tr("Reconcile the chosen rows…")
            menu.addAction(words, partial(self._open, scope))
            return
        if scope.sizes:
            menu.addAction(self.tr("Reconcile this size…"), partial(self._open, scope))
        scope = Scope(products=(product.id,))
        menu.addAction(self.tr("Reconcile the product…"), partial(self._open, scope))

    def compare_chosen(self) -> None:
        """Compare the chosen rows, or the one that the person is at."""
        scope = self._chosen()
        if scope.sizes or scope.products:
            self._open(scope)

    def _open(self, scope: Scope) -> None:
        self._table.finish_typing()
        dialog = ReconcileDialog(self._context, scope, self._table)
        dialog.written.connect(self._on_written)
        self.dialog_made.emit(dialog)

    def _chosen(self) -> Scope:
        """A product's own row means all its sizes."""
        table = self._table
        rows = sorted({index.row() for index in table.view.selectionModel().selectedIndexes()})
        sizes: dict[int, int] = {}
        products: dict[int, None] = {}
        for row in rows or [table.view.current_row]:
            product_id, size = table.model.product_id_at(row), table.model.size_at(row)
            if size is not None:
                sizes[size.id] = size.product_id
            elif product_id is not None:
                products[product_id] = None
        alone = tuple(size for size, product_id in sizes.items() if product_id not in products)
        return Scope(alone, tuple(products))

    def _on_shown_asked(self) -> None:
        self._open(Scope(filter=self._header.product_filter))

    def _on_sizes_asked(self, sizes: tuple[int, ...]) -> None:
        self._open(Scope(sizes))

    def _on_reading_chosen(self, readings: Readings, choice: Choice) -> None:
        words = self.tr("Chosen: the stock is {here}.").format(here=shown.number(choice.here))
        self._context.tasks.run(
            choose,
            self._context.shop,
            readings,
            choice,
            done=lambda _: self._message.say(words),
            failed=self.failed.emit,
            lane="write",
        )

    def _on_cancel_asked(self, size_id: int, pieces: int) -> None:
        change = PendingChange(Action.CANCEL, pieces)
        self._table.history.edit(EditStep(Edit({size_id: None}), Edit({size_id: change})))

    def _on_declined(self, sizes: tuple[int, ...]) -> None:
        self._message.say(
            self.tr("%n correction(s) taken away. The sizes stay marked until they agree.", "", len(sizes))
        )

    def _on_written(self, words: str, drafted: int) -> None:
        if drafted:
            self._message.say(words, self.tr("Review and send"), self.review_requested.emit)
        else:
            self._message.say(words)
