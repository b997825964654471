"""*Movements*: every change of stock with its cause, the stock at a past moment, whether it adds up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import PolkaError
from app.services import movements
from app.services.ledger_export import export_ledger, export_past_stock
from app.services.ledger_views import LedgerFilter, LedgerRow, PastFilter, PastRow, PastTotals, UnequalSize
from app.services.views import Change, ProductRow
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.exports import Exporter, ask_table_path
from app.ui.i18n import translated
from app.ui.models.ledger_table_model import LedgerColumn, LedgerTableModel
from app.ui.models.past_stock_model import PastColumn, PastStockModel
from app.ui.tasks import Task
from app.ui.widgets.chip import ChipDelegate
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.ledger_filters import LedgerFilters
from app.ui.widgets.log_table import LogTable
from app.ui.widgets.look import set_look
from app.ui.widgets.moment_field import MomentField
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import SegmentedControl

LEDGER_WIDTHS: dict[int, int] = {
    LedgerColumn.TIME: 80,
    LedgerColumn.PRODUCT: 108,
    LedgerColumn.SIZE: 64,
    LedgerColumn.CAUSE: 150,
    LedgerColumn.PIECES: 60,
    LedgerColumn.BEFORE: 60,
    LedgerColumn.AFTER: 60,
    LedgerColumn.WHO: 100,
}
_PIECES = 888_888
LEDGER_SAMPLES: dict[int, Callable[[], str]] = {
    LedgerColumn.TIME: shown.longest_log_time,
    LedgerColumn.PIECES: lambda: shown.signed(-_PIECES),
    LedgerColumn.BEFORE: lambda: shown.number(-_PIECES),
    LedgerColumn.AFTER: lambda: shown.number(-_PIECES),
}
PAST_WIDTHS: dict[int, int] = {
    PastColumn.SIZE: 110,
    PastColumn.THEN: 120,
    PastColumn.NOW: 120,
    PastColumn.CHANGE: 120,
}
NAMED = 3
"""Sizes that do not add up are named here up to so many; `polka doctor` names more."""


class View(StrEnum):
    """What the dialog shows."""

    MOVEMENTS = "movements"
    PAST = "past"


class LedgerDialog(QDialog):
    """Of one product, or of all. `product_requested`: (product id, size id) to go to."""

    product_requested = Signal(int, int)

    def __init__(
        self,
        context: UiContext,
        wanted: LedgerFilter,
        product: ProductRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._product = product
        self._totals_task = Task.nothing()
        self.model = LedgerTableModel(context, wanted, self)
        self.filters = LedgerFilters(wanted, product)
        self.moment = MomentField(datetime.now().astimezone())
        self.past_model = PastStockModel(context, self._past_filter(""), self)
        self.setWindowTitle(self.tr("Movements"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1040, 680)
        self._make_widgets()
        self._build()
        self._connect()
        self.model.refresh()
        self._read_persons()
        self._check()

    def _make_widgets(self) -> None:
        theme = self._context.theme
        self.views = SegmentedControl(list(View))
        self.views.set_words((self.tr("Movements"), self.tr("Stock at a moment")))
        self.views.setAccessibleName(self.tr("What to show"))
        self.search = SearchField(theme)
        self.search.setPlaceholderText(self.tr("Article, title or barcode"))
        self.search.setAccessibleName(self.tr("Search for products"))
        self.search.setMinimumWidth(self.search.sizeHint().width())
        self.search.setVisible(self._product is None)
        self.scope, self.leave = QLabel(), QPushButton(self.tr("Show all products"))
        self.scope.setProperty("strong", True)
        self.leave.setProperty("link", True)
        if self._product is not None:
            title = (self._product.article, self._product.title)
            self.scope.setText(" · ".join(part for part in title if part))
        self.export = QPushButton(self.tr("Export"))
        self.go, self.close_button = QPushButton(self.tr("Show the product")), QPushButton(self.tr("Close"))
        for button in (self.leave, self.export, self.go, self.close_button):
            button.setAutoDefault(False)
        self.go.setEnabled(False)
        self.moment.setAccessibleName(self.tr("Moment"))
        self.moment_name = QLabel(self.tr("At the moment"))
        self.totals, self.check, self.said = QLabel(), QLabel(), QLabel()
        for label in (self.check, self.said):
            label.setWordWrap(True)

    def _make_tables(self) -> None:
        self.table = self._table("ledger", self.model, LEDGER_WIDTHS, LedgerColumn.ORIGIN)
        self.table.setAccessibleName(self.tr("Movements"))
        chips = ChipDelegate(self._context.theme, self.table)
        self.table.setItemDelegateForColumn(LedgerColumn.CAUSE, chips)
        self.past_table = self._table("past_stock", self.past_model, PAST_WIDTHS, PastColumn.PRODUCT)
        self.past_table.setAccessibleName(self.tr("Stock at a moment"))

    def _build(self) -> None:
        self._make_tables()
        self.empty = EmptyState(self._context.theme, "search")
        self.empty.set_words(
            self.tr("Nothing found"), self.tr("Choose another cause or period, or clear the search.")
        )
        self.stack, self.tools = QStackedWidget(), QStackedWidget()
        for part in (self.table, self.past_table, self.empty):
            self.stack.addWidget(part)
        self.tools.addWidget(self.filters)
        self.tools.addWidget(_line(self.moment_name, self.moment, self.totals, None))
        self.tools.setFixedHeight(self.filters.sizeHint().height() + 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(_line(self.views, self.search, self.scope, self.leave, None, self.export))
        column.addWidget(self.tools)
        column.addWidget(self.stack, 1)
        column.addWidget(self.said)
        column.addLayout(self._ending())
        self.said.hide()
        for widget in (self.scope, self.leave):
            widget.setVisible(self._product is not None)

    def _ending(self) -> QHBoxLayout:
        ending = QHBoxLayout()
        ending.setSpacing(10)
        ending.addWidget(self.check, 1)
        ending.addWidget(self.go)
        ending.addWidget(self.close_button)
        return ending

    def _table(
        self,
        name: str,
        model: LedgerTableModel | PastStockModel,
        widths: dict[int, int],
        stretched: int,
    ) -> LogTable:
        table = LogTable(self._context.memory, name)
        table.setModel(model)
        table.set_widths(widths, stretched, LEDGER_SAMPLES if model is self.model else {})
        table.entered.connect(self._on_go)
        table.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        for signal in (model.modelReset, model.rowsInserted):
            signal.connect(self._show_table_or_empty)
        return table

    def _connect(self) -> None:
        self.views.chosen.connect(self._on_view_chosen)
        self.search.searched.connect(self._on_searched)
        self.search.moved_on.connect(lambda _: self._shown_table.setFocus())
        self.filters.filter_changed.connect(self._on_filter_changed)
        self.moment.moment_chosen.connect(self._show_past)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.export.clicked.connect(self._on_export_clicked)
        self.go.clicked.connect(self._on_go)
        self.close_button.clicked.connect(self.reject)
        self._exporter = Exporter(self._context.tasks, self)
        self._exporter.saved.connect(self._on_exported)
        self._exporter.failed.connect(self._on_failed)
        self._context.bridge.changed.connect(self._on_changed)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)

    # What is shown

    def _past_filter(self, search: str) -> PastFilter:
        product_id = None if self._product is None else self._product.id
        return PastFilter(self.moment.moment, search, product_id)

    def _on_view_chosen(self, view: View) -> None:
        self.tools.setCurrentIndex(list(View).index(view))
        self._show_table_or_empty()
        self._on_row_chosen()
        if view is View.PAST:
            self._show_past()

    def _on_searched(self, text: str) -> None:
        self.model.show_filter(replace(self.model.wanted, search=text))
        if self.views.value is View.PAST:
            self._show_past()

    def _on_filter_changed(self, wanted: LedgerFilter) -> None:
        self.model.show_filter(replace(wanted, search=self.search.text()))

    def _on_leave_clicked(self) -> None:
        self._product = None
        for widget, is_shown in ((self.scope, False), (self.leave, False), (self.search, True)):
            widget.setVisible(is_shown)
        self.filters.forget_product()
        self.search.setFocus()
        self._check()
        if self.views.value is View.PAST:
            self._show_past()

    def _show_past(self) -> None:
        self.past_model.show_filter(self._past_filter(self.search.text()))
        self._read_totals()

    def _on_changed(self, change: Change) -> None:
        if change.products == frozenset() and not change.structure:
            return
        self.model.refresh()
        self._check()
        if self.views.value is View.PAST:
            self.past_model.refresh()
            self._read_totals()

    def _show_table_or_empty(self) -> None:
        is_past = self.views.value is View.PAST
        model = self.past_model if is_past else self.model
        is_empty = model.is_loaded and model.rowCount() == 0
        self.stack.setCurrentIndex(2 if is_empty else int(is_past))

    def _read_persons(self) -> None:
        self._context.tasks.run(movements.movers, self._context.shop, done=self.filters.show_persons)

    def _read_totals(self) -> None:
        self._totals_task.cancel()
        self._totals_task = self._context.tasks.run(
            movements.past_totals, self._context.shop, self.past_model.wanted, done=self._on_totals_read
        )

    def _on_totals_read(self, totals: PastTotals) -> None:
        words = self.tr("%n size(s): {then} pcs then, {now} pcs now", "", totals.sizes)
        self.totals.setText(words.format(then=shown.number(totals.then), now=shown.number(totals.now)))

    # Whether it adds up

    def _check(self) -> None:
        product_id = None if self._product is None else self._product.id
        self._context.tasks.run(
            movements.unequal_sizes, self._context.shop, product_id, done=self._on_checked
        )

    def _on_checked(self, unequal: Sequence[UnequalSize]) -> None:
        set_look(self.check, "tone", "bad" if unequal else "ok")
        if not unequal:
            self.check.setText(self.tr("Checked: every stock is the sum of its movements."))
            return
        words = self.tr("%n size(s) whose stock is not the sum of the movements: {sizes}", "", len(unequal))
        each = self.tr("{article} {size} (stock {here}, sum {moved})")
        named = [
            each.format(article=one.article, size=one.size, here=one.here, moved=one.moved)
            for one in unequal[:NAMED]
        ]
        self.check.setText(words.format(sizes=", ".join(named) + (", …" if len(unequal) > NAMED else ".")))

    # What is done with it

    @property
    def _shown_table(self) -> LogTable:
        return self.past_table if self.views.value is View.PAST else self.table

    def _current(self) -> LedgerRow | PastRow | None:
        row = self._shown_table.currentIndex().data(Qt.ItemDataRole.UserRole)
        return row if isinstance(row, LedgerRow | PastRow) else None

    def _on_row_chosen(self) -> None:
        self.go.setEnabled(self._current() is not None)

    def _on_go(self) -> None:
        row = self._current()
        if row is not None:
            self.accept()
            self.product_requested.emit(row.product_id, row.size_id)

    def _on_export_clicked(self) -> None:
        is_past = self.views.value is View.PAST
        name = self.tr("stock") if is_past else self.tr("movements")
        ask_table_path(self, self.tr("Export"), name, self.export_to).open()

    def export_to(self, path: str) -> None:
        """Write what is shown into a file."""
        if self.views.value is View.PAST:
            self._exporter.write(export_past_stock, self._context.shop, path, self.past_model.wanted)
        else:
            self._exporter.write(export_ledger, self._context.shop, path, self.model.wanted)

    def _on_exported(self, rows: int) -> None:
        self._say(self.tr("%n row(s) saved.", "", rows), "ok")

    def _on_failed(self, error: PolkaError) -> None:
        self._say(f"{translated(error.title)} {translated(error.advice)}", "bad")

    def _say(self, words: str, tone: str) -> None:
        set_look(self.said, "tone", tone)
        self.said.setText(words)
        self.said.show()


def _line(*widgets: QWidget | None) -> QWidget:
    """Widgets in a row; None is the gap."""
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        else:
            line.addWidget(widget)
    return whole
