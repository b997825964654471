"""The page of products: the table, what is typed into it, and the way to *Review and send*."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import PolkaError
from app.services import catalogue, editing
from app.services.exporting import export_products
from app.services.ledger_views import LedgerFilter
from app.services.scanning import find_scanned
from app.services.views import Change, ProductDraft, ProductKind, ProductRow
from app.ui.context import UiContext
from app.ui.dialogs.ledger_dialog import LedgerDialog
from app.ui.dialogs.links_dialog import LinksDialog
from app.ui.dialogs.product_dialog import ProductDialog
from app.ui.dialogs.review_dialog import ReviewDialog
from app.ui.dialogs.review_material import ReviewMaterial, read_review
from app.ui.exports import Exporter, ask_table_path
from app.ui.i18n import translated
from app.ui.models.size_cells import Column
from app.ui.pages.comparing import Comparing
from app.ui.tasks import Task
from app.ui.widgets.chip import ChipRole
from app.ui.widgets.conflict_strip import ConflictStrip
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.message_line import ERROR, MessageLine
from app.ui.widgets.nothing_found import NothingFound
from app.ui.widgets.panel_over import PanelOver
from app.ui.widgets.pending_bar import PendingBar
from app.ui.widgets.product_panel import ProductPanel
from app.ui.widgets.products_header import ProductsHeader
from app.ui.widgets.size_table import SizeTable

PANEL_PAUSE = 60
"""Milliseconds on a product until the panel reads it: running down the table reads nothing."""


class ProductsPage(QWidget):
    """Nothing leaves this page but through the review."""

    deliveries_requested = Signal()
    calibration_requested = Signal()

    def __init__(
        self, context: UiContext, message: MessageLine | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.header = ProductsHeader(context.theme)
        self.table = SizeTable(context)
        self.bar, self._stack = PendingBar(), QStackedWidget()
        self.message = message or MessageLine(self)
        self.message.stay_above(self.bar)
        self.conflicts = ConflictStrip(context)
        self.panel = ProductPanel(context.theme)
        self._comparing = Comparing(context, self.header, self.table, self.message)
        self.dialog: QDialog | None = None  # the one that is open
        self._no_products = EmptyState(context.theme, "products")
        self._not_found = NothingFound(context.theme)
        self._details_task: Task | None = None
        self._find_later: tuple[int, int | None] | None = None
        self._panel_timer = QTimer(self, singleShot=True, interval=PANEL_PAUSE)
        self._build()
        self._connect()
        self._add_shortcuts()
        self.retranslate()
        self.table.model.set_filter(self.header.product_filter)
        self._read_summary()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Products")

    def focus_search(self) -> None:
        """Ready to type a search."""
        self.header.search.setFocus()
        self.header.search.selectAll()

    def show_kind(self, kind: ProductKind) -> None:
        """Choose a filter; a search is taken away."""
        self.header.search.clear()
        self.header.kinds.choose(kind)

    def show_size(self, product_id: int, size_id: int | None) -> None:
        """Go to a size among all products."""
        self._find_later = (product_id, size_id)
        self.header.show_all()
        self.table.model.set_filter(self.header.product_filter, product_id)

    def add_product(self) -> None:
        """Open the form of a new product."""
        self._open_product(None)

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self._no_products.set_words(
            self.tr("No products yet"),
            self.tr("Add your first product with its sizes. Then type what arrives and what is sold."),
            self.tr("Add a product"),
        )
        self._not_found.show_for(self.header.product_filter)
        for part in (self.header, self.table, self.bar, self.panel, self.conflicts):
            part.retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        for part in (self.table, self._no_products, self._not_found):
            self._stack.addWidget(part)
        content = QWidget()
        content.setFocusProxy(self.table.view)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)
        self.body = PanelOver(content, self.panel)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.header)
        page.addWidget(self.conflicts)
        page.addWidget(self.body, 1)

    def _connect(self) -> None:
        self._context.bridge.changed.connect(self._on_changed)
        self._context.theme.theme_changed.connect(self.table.retranslate)
        self._no_products.clicked.connect(self.add_product)
        self._not_found.clicked.connect(self.header.show_all)
        self._exporter = Exporter(self._context.tasks, self)
        self._exporter.saved.connect(self._on_exported)
        self._exporter.failed.connect(self.report)
        self.bar.undo_clicked.connect(self.table.history.undo)
        self.bar.reset_clicked.connect(self._reset_all)
        self.bar.review_clicked.connect(self.open_review)
        self._panel_timer.timeout.connect(self._read_details)
        self.panel.links_requested.connect(self._open_links)
        self.panel.ledger_requested.connect(self._open_ledger)
        self._connect_header()
        self._connect_table()
        self._comparing.answer(self.panel.attention, self.conflicts)
        self._comparing.dialog_made.connect(self.open_dialog)
        self._comparing.review_requested.connect(self.open_review)
        self._comparing.failed.connect(self.report)

    def _connect_header(self) -> None:
        self.header.filter_changed.connect(self._on_filter_changed)
        self.header.moved_on.connect(self.table.view.setFocus)
        self.header.scanned.connect(self._on_scanned)
        self.header.action_chosen.connect(self.table.choose_action)
        self.header.export_clicked.connect(self._ask_export_path)
        self.header.add_clicked.connect(self.add_product)

    def _connect_table(self) -> None:
        self.table.model.listed.connect(self._on_listed)
        self.table.told.connect(self.message.say)
        self.table.lost.connect(self._on_lost)
        self.table.amended.connect(self.message.withdraw)
        self.table.failed.connect(self.report)
        self.table.history.changed.connect(self._on_history_changed)
        view = self.table.view
        view.letters_typed.connect(self._on_letters_typed)
        view.current_product_changed.connect(self._on_current_product_changed)
        view.clicked.connect(self._on_clicked)
        view.doubleClicked.connect(self._on_double_clicked)
        view.customContextMenuRequested.connect(self._open_menu)

    def _add_shortcuts(self) -> None:
        history = self.table.history
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+Z": self._undo,
            "Ctrl+Shift+Z": history.redo,
            "Ctrl+Y": history.redo,
            "Ctrl+Return": self.open_review,
            "Ctrl+Enter": self.open_review,
            "Ctrl+N": self.add_product,
            "Ctrl+E": self.edit_current,
            "Ctrl+R": self._comparing.compare_chosen,
            "F4": self.body.show_panel,
        }
        for text, slot in keys.items():
            shortcut = QShortcut(QKeySequence(text), self, slot)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # The table

    def _on_filter_changed(self) -> None:
        self.table.model.set_filter(self.header.product_filter, self.table.current_product_id())

    def _on_letters_typed(self, letters: str) -> None:
        self.header.search.setFocus()
        self.header.search.setText(letters)

    def _on_listed(self) -> None:
        is_empty = not self.table.model.rows.product_count
        wanted = self.header.product_filter
        is_whole = not wanted.search and wanted.kind is ProductKind.ALL
        self._not_found.show_for(wanted)
        empty = self._no_products if is_whole else self._not_found
        self._stack.setCurrentWidget(empty if is_empty else self.table)
        if self._find_later is not None:
            (product_id, size_id), self._find_later = self._find_later, None
            self._go_to_size(product_id, size_id)
        self._on_current_product_changed()

    def _on_scanned(self, text: str) -> None:
        self._context.tasks.run(find_scanned, self._context.shop, text, done=self._on_size_found)

    def _on_size_found(self, found: tuple[int, int] | None) -> None:
        if found is None:
            if self.table.model.rows.product_count:
                self.table.view.setFocus()
            return
        self.show_size(*found)

    def _go_to_size(self, product_id: int, size_id: int | None) -> None:
        row = self.table.model.row_of_size(product_id, size_id)
        if row is not None:
            self.table.view.go_to(row)
            self.table.view.setFocus()

    def _on_changed(self, change: Change) -> None:
        self.table.model.refresh(change)
        if change.products != frozenset() or change.structure:
            self._read_summary()
            self.conflicts.read()
        product_id = self.table.current_product_id()
        if change.products is None or product_id in change.products:
            self._panel_timer.start()

    def _undo(self) -> None:
        if self.table.history.can_undo:
            self.table.history.undo()
            return
        words = self.tr("There is no edit to undo. What was sent stands in Deliveries.")
        self.message.say(words, self.tr("Open deliveries"), self.deliveries_requested.emit)

    def _on_history_changed(self) -> None:
        self.bar.set_can_undo(self.table.history.can_undo)

    def report(self, error: PolkaError) -> None:
        """Say what went wrong, and what helps."""
        self.message.say(lambda: f"{translated(error.title)} {translated(error.advice)}", tone=ERROR)

    def _on_lost(self, words: str) -> None:
        self.message.say(words, tone=ERROR)

    # The panel and the bar

    def _on_current_product_changed(self) -> None:
        self._panel_timer.start()

    def _read_details(self) -> None:
        product_id = self.table.current_product_id()
        self.table.model.set_anchor(product_id)
        if self._details_task is not None:
            self._details_task.cancel()
        if product_id is None:
            self.panel.show_details(None)
            return
        self._details_task = self._context.tasks.run(
            catalogue.product_details, self._context.shop, product_id, done=self.panel.show_details
        )

    def _read_summary(self) -> None:
        self._context.tasks.run(editing.pending_summary, self._context.shop, done=self.bar.show_summary)

    def _reset_all(self) -> None:
        self.table.history.reset_all()
        self.message.say(self.tr("All edits are taken away."), self.tr("Undo"), self.table.history.undo)

    # Dialogs

    def open_review(self) -> None:
        """Show what is typed as it would be sent."""
        self.table.finish_typing()
        self._context.tasks.run(
            read_review,
            self._context.shop,
            done=self._on_review_read,
            failed=self.report,
            lane="write",  # after what was typed before it
        )

    def _on_review_read(self, material: ReviewMaterial) -> None:
        if not material.review.items or self.dialog is not None:
            return
        dialog = ReviewDialog(self._context, material, self)
        dialog.sent.connect(self._on_sent)
        dialog.calibration_requested.connect(self.calibration_requested)
        self.open_dialog(dialog)

    def _on_sent(self, count: int) -> None:
        self.table.history.forget()
        self._context.engine.wake()
        self.message.say(
            self.tr("%n action(s) on the way to the marketplace.", "", count),
            self.tr("Open deliveries"),
            self.deliveries_requested.emit,
        )

    def edit_current(self) -> None:
        """Open the form of the product that the person is at."""
        product_id = self.table.current_product_id()
        if product_id is not None:
            self._edit(product_id)

    def _on_clicked(self, index: QModelIndex) -> None:
        """On a mark: why it is there, and what can be done."""
        if index.column() == Column.STATE and index.data(ChipRole) is not None:
            self.body.show_panel()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        """On a name: the form of the product. A cell that can be filled opens by itself."""
        if index.column() == Column.NAME:
            self.edit_current()

    def _edit(self, product_id: int) -> None:
        self._context.tasks.run(
            catalogue.product_draft,
            self._context.shop,
            product_id,
            done=self._open_product,
            failed=self.report,
        )

    def _open_product(self, draft: ProductDraft | None) -> None:
        dialog = ProductDialog(self._context, draft, self)
        dialog.saved.connect(self._on_product_saved)
        self.open_dialog(dialog)

    def _on_product_saved(self, product_id: int) -> None:
        if isinstance(self.dialog, ProductDialog):
            self.table.history.product_saved(self.dialog.before, product_id)
        self.show_size(product_id, None)

    def _open_ledger(self, product: ProductRow) -> None:
        dialog = LedgerDialog(self._context, LedgerFilter(product_id=product.id), product, self)
        dialog.product_requested.connect(self.show_size)
        self.open_dialog(dialog)

    def _open_links(self, article: str) -> None:
        self.open_dialog(LinksDialog(self._context, article, self))

    def open_dialog(self, dialog: QDialog) -> None:
        """Open a dialog over the page; the table has the focus afterwards."""
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self.dialog = None
        self.table.view.setFocus()

    def _remove(self, product_id: int, article: str) -> None:
        self.table.history.remove_product(product_id)
        self.message.say(
            self.tr("{article} is out of the table; its history stays.").format(article=article),
            self.tr("Undo"),
            self.table.history.undo,
        )

    def _open_menu(self, position: QPoint) -> None:
        product = self.table.model.product_at(self.table.view.rowAt(position.y()))
        if product is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Change the product and its sizes…"), partial(self._edit, product.id))
        menu.addAction(self.tr("Details and what to do"), self.body.show_panel).setShortcut("F4")
        menu.addAction(self.tr("Movements…"), partial(self._open_ledger, product))
        self._comparing.add_to(menu, product)
        menu.addAction(self.tr("Open deliveries"), self.deliveries_requested.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Remove the product"), partial(self._remove, product.id, product.article))
        menu.popup(self.table.view.viewport().mapToGlobal(position))

    # Export

    def _ask_export_path(self) -> None:
        self.open_dialog(ask_table_path(self, self.tr("Export"), self.tr("products"), self.export_to))

    def export_to(self, path: str) -> None:
        """Write the products shown into a file."""
        self._exporter.write(export_products, self._context.shop, path, self.header.product_filter)

    def _on_exported(self, count: int) -> None:
        self.message.say(self.tr("%n size(s) saved.", "", count))
