"""From the page of products to *Reconcile*, and what is offered about flagged sizes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
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

if TYPE_CHECKING:
    from app.ui.pages.products_page import ProductsPage


class Comparing(QObject):
    """Opens the comparison of a size, a product, chosen rows, or all that is shown."""

    def __init__(self, context: UiContext, page: ProductsPage) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        page.header.reconcile_clicked.connect(self._on_shown_asked)
        page.panel.attention.reconcile_requested.connect(self._on_sizes_asked)
        page.panel.attention.reading_chosen.connect(self._on_reading_chosen)
        page.panel.attention.cancel_requested.connect(self._on_cancel_asked)
        page.conflicts.clicked.connect(page.open_review)
        page.conflicts.declined.connect(self._on_declined)
        page.conflicts.failed.connect(page.report)

    def add_to(self, menu: QMenu, product: ProductRow) -> None:
        """What can be compared from a row."""
        scope = self._chosen()
        count = len(scope.sizes) + len(scope.products)
        if count > 1:
            words = self.tr("Reconcile the chosen rows…")
            menu.addAction(words, partial(self.open, scope))
            return
        if scope.sizes:
            menu.addAction(self.tr("Reconcile this size…"), partial(self.open, scope))
        scope = Scope(products=(product.id,))
        menu.addAction(self.tr("Reconcile the product…"), partial(self.open, scope))

    def compare_chosen(self) -> None:
        """Compare the chosen rows, or the one that the person is at."""
        scope = self._chosen()
        if scope.sizes or scope.products:
            self.open(scope)

    def open(self, scope: Scope) -> None:
        """Open the comparison."""
        page = self._page
        page.table.finish_typing()
        if page.dialog is None:
            dialog = ReconcileDialog(self._context, scope, page)
            dialog.written.connect(self._on_written)
            page.open_dialog(dialog)

    def _chosen(self) -> Scope:
        """A product's own row means all its sizes."""
        table = self._page.table
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
        self.open(Scope(filter=self._page.header.product_filter))

    def _on_sizes_asked(self, sizes: tuple[int, ...]) -> None:
        self.open(Scope(sizes))

    def _on_reading_chosen(self, readings: Readings, choice: Choice) -> None:
        words = self.tr("Chosen: the stock is {here}.").format(here=shown.number(choice.here))
        tasks, page = self._context.tasks, self._page
        tasks.run(
            choose,
            self._context.shop,
            readings,
            choice,
            done=lambda _: page.message.say(words),
            failed=page.report,
            lane="write",
        )

    def _on_cancel_asked(self, size_id: int, pieces: int) -> None:
        change = PendingChange(Action.CANCEL, pieces)
        self._page.table.history.edit(EditStep(Edit({size_id: None}), Edit({size_id: change})))

    def _on_declined(self, sizes: tuple[int, ...]) -> None:
        self._page.message.say(
            self.tr("%n correction(s) taken away. The sizes stay marked until they agree.", "", len(sizes))
        )

    def _on_written(self, words: str, drafted: int) -> None:
        page = self._page
        if drafted:
            page.message.say(words, self.tr("Review and send"), page.open_review)
        else:
            page.message.say(words)
