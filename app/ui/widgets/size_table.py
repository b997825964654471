"""The table of products in working order: rows, cells that can be filled, undo, copy and paste."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.action import Action
from app.ui import format as shown
from app.ui.commands import EditHistory
from app.ui.context import UiContext
from app.ui.delegates.cell_delegate import CellDelegate
from app.ui.delegates.fill_delegate import FillDelegate, PriceDelegate, QuantityDelegate
from app.ui.delegates.name_delegate import NameDelegate
from app.ui.delegates.state_delegate import StateDelegate
from app.ui.i18n import translated
from app.ui.models.block import CHOOSE_FIRST
from app.ui.models.size_cells import Column
from app.ui.models.size_table_model import Refusal, SizeTableModel
from app.ui.widgets.block_editing import BlockEditing
from app.ui.widgets.column_widths import ColumnWidths
from app.ui.widgets.size_table_view import SizeTableView

WIDTHS_KEY = "products/columns"
WIDTHS: dict[int, int] = {
    Column.STOCK: 70,
    Column.QUANTITY: 63,
    Column.BECOMES: 63,
    Column.PRICE: 80,
    Column.NEW_PRICE: 80,
    Column.STATE: 128,
}
_PIECES = 88_888
SAMPLES: dict[int, Callable[[], str]] = {
    Column.STOCK: lambda: shown.number(_PIECES),
    Column.QUANTITY: lambda: shown.signed(-_PIECES),
    Column.BECOMES: lambda: shown.number(-_PIECES),
}


@dataclass(frozen=True, slots=True)
class _Lost:
    """A cell that refused what was typed, the figure that stayed in it, and what was said."""

    index: QPersistentModelIndex
    figure: object
    words: str


class SizeTable(QWidget):
    """What is typed goes through the history; what is refused is said at the cell."""

    told = Signal(str)
    lost = Signal(str)  # why something typed was not taken
    amended = Signal(str)  # what was said then: the cell has another figure now
    failed = Signal(object)  # PolkaError

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model = SizeTableModel(context, self)
        self.view = SizeTableView(self.model)
        self.history = EditHistory(context, self.model, self)
        self.blocks = BlockEditing(context, self.model, self.view, self.history)
        self._lost: _Lost | None = None
        self._delegates = self._make_delegates()
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        memory = context.memory
        self._widths = ColumnWidths(self.view, WIDTHS, Column.NAME, memory, WIDTHS_KEY, SAMPLES)
        self.retranslate()

    def choose_action(self, action: Action) -> None:
        """From now on a typed quantity means this; a price is typed in the product's row."""
        self.finish_typing()
        self.model.set_action(action)
        row = self.view.current_row
        if row >= 0 and action is Action.PRICE:
            self.view.go_to(self.model.rows.first_row(row), Column.NEW_PRICE)
        self.view.setFocus()

    def finish_typing(self) -> None:
        """Take what is typed in an open cell."""
        if self.view.is_editing:
            self.view.setFocus()  # an editor that loses the focus hands its text over

    def current_product_id(self) -> int | None:
        """The product that the person is at."""
        return self.model.product_id_at(self.view.current_row)

    def retranslate(self) -> None:
        """The language or the colours are others now."""
        self.model.retranslate()
        self._widths.fit()
        self.view.setAccessibleName(self.tr("Products and their sizes"))

    def _make_delegates(self) -> list[CellDelegate]:
        theme, view = self._context.theme, self.view
        view.setItemDelegate(usual := CellDelegate(theme, view))
        by_column: dict[Column, CellDelegate] = {
            Column.NAME: NameDelegate(theme, view),
            Column.QUANTITY: QuantityDelegate(theme, view),
            Column.NEW_PRICE: PriceDelegate(theme, view),
            Column.STATE: StateDelegate(theme, view),
        }
        for column, delegate in by_column.items():
            view.setItemDelegateForColumn(column, delegate)
            if isinstance(delegate, FillDelegate):
                delegate.refused.connect(self._on_refused)
                delegate.opened.connect(lambda: self.model.hold(True))
        return [usual, *by_column.values()]

    def _connect(self) -> None:
        self.model.edited.connect(self.history.edit)
        self.model.refused.connect(self._on_lost)
        self.model.dataChanged.connect(self._on_data_changed)
        self.blocks.planned.connect(self.told)
        for part in (self.model, self.history, self.blocks):
            part.failed.connect(self.failed)
        self.view.unfillable_typed.connect(self._on_unfillable_typed)

    def _on_refused(self, refusal: Refusal) -> None:
        self.view.refuse(refusal.index, translated(refusal.reason))

    def _on_lost(self, refusal: Refusal) -> None:
        """The cell has closed over what cannot be taken: say so once whatever closed it is done."""
        words = self.tr("“{text}” was not taken. {reason}")
        sentence = words.format(text=refusal.text.strip(), reason=translated(refusal.reason))
        QTimer.singleShot(0, self, lambda: self.view.refuse(refusal.index, sentence))
        self._lost = _Lost(refusal.index, refusal.index.data(Qt.ItemDataRole.EditRole), sentence)
        self.lost.emit(sentence)

    def _on_data_changed(self) -> None:
        lost = self._lost
        if lost is not None and lost.index.data(Qt.ItemDataRole.EditRole) != lost.figure:
            self._lost = None
            self.amended.emit(lost.words)

    def _on_unfillable_typed(self) -> None:
        self.view.refuse(self.view.currentIndex(), translated(CHOOSE_FIRST))
