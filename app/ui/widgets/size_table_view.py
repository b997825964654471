"""The table of products as one works in it: by keyboard, with blocks, without losing one's place."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from app.ui.models.clipboard import PRICES
from app.ui.models.row_map import Place, RowMap
from app.ui.models.size_cells import Column
from app.ui.models.size_table_model import SizeTableModel
from app.ui.widgets.cell_bubble import CellBubble
from app.ui.widgets.typed_ahead import TypedAhead

ROW_HEIGHT = 33


class _Standpoint(NamedTuple):
    """Where the person is: the product and size of the current row, and how far down it stands."""

    product_id: int
    size: int
    column: int
    below_top: int


class SizeTableView(QTableView):
    """Enter goes down, Tab goes right, a digit starts editing, a letter starts searching."""

    clear_requested = Signal()
    copy_requested = Signal()
    paste_requested = Signal()
    letters_typed = Signal(str)
    unfillable_typed = Signal()  # a digit where nothing can be filled in now
    current_product_changed = Signal()

    def __init__(self, model: SizeTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._standpoint: _Standpoint | None = None
        self._set_up()
        model.modelAboutToBeReset.connect(self._remember_standpoint)
        self.setModel(model)
        model.modelReset.connect(self._restore_standpoint)
        self._ahead = TypedAhead(self)
        self.bubble = CellBubble(self.viewport())
        self.verticalScrollBar().valueChanged.connect(self.bubble.hide)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def _set_up(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setObjectName("log")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionsMovable(True)
        columns.setFirstSectionMovable(False)
        columns.setMinimumSectionSize(48)

    # Where the person is

    @property
    def current_row(self) -> int:
        """The row of the person; -1 for none."""
        return self.currentIndex().row()

    @property
    def is_editing(self) -> bool:
        """Whether somebody types into a cell."""
        return self.state() is QAbstractItemView.State.EditingState

    def go_to(self, row: int, column: int = Column.QUANTITY) -> None:
        """Make a cell the current one and bring it into view."""
        index = self._model.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def refuse(self, index: QModelIndex | QPersistentModelIndex, sentence: str) -> None:
        """Say at a cell why what was typed was not taken."""
        self.bubble.show_at(self.visualRect(index), sentence)

    def _remember_standpoint(self) -> None:
        rows, current = self._model.rows, self.currentIndex()
        if not current.isValid() or not rows.row_count:
            self._standpoint = None
            return
        place = rows.place(current.row())
        below_top = current.row() - self.rowAt(0)
        is_in_view = 0 <= below_top <= self.viewport().height() // ROW_HEIGHT
        self._standpoint = _Standpoint(
            rows.index.ids[place.ordinal],
            place.size,
            current.column(),
            below_top if is_in_view else 0,
        )

    def _restore_standpoint(self) -> None:
        rows, was = self._model.rows, self._standpoint
        if not rows.row_count:
            return
        ordinal = None if was is None else rows.ordinals.get(was.product_id)
        if was is None or ordinal is None:
            self.go_to(0, Column.QUANTITY if was is None else was.column)
            self.verticalScrollBar().setValue(0)
            return
        row = rows.row(Place(ordinal, was.size))
        self.verticalScrollBar().setValue(row - was.below_top)
        self.go_to(row, was.column)

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.bubble.hide()
        if current.row() != previous.row():
            for row in (current.row(), previous.row()):
                self._repaint_row(row)
            self.current_product_changed.emit()

    def _repaint_row(self, row: int) -> None:
        if row >= 0:
            y = self.rowViewportPosition(row)
            self.viewport().update(0, y, self.viewport().width(), ROW_HEIGHT)

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.bubble.hide()
        if event.key() == Qt.Key.Key_Escape:
            self._ahead.forget()
        if self._ahead.take(event):
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear_requested.emit()
        elif _is_plain_enter(event):
            self._go_down()
        else:
            self._prepare_typing(event.text())
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        if not search.isdigit():
            self.letters_typed.emit(search)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        if action is QAbstractItemView.CursorAction.MoveNext:
            return self._next_fillable(1)
        if action is QAbstractItemView.CursorAction.MovePrevious:
            return self._next_fillable(-1)
        return super().moveCursor(action, modifiers)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self.bubble.hide()
        super().closeEditor(editor, hint)
        self._model.hold(False)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:  # Enter
            self._go_down()

    @property
    def _fills_prices(self) -> bool:
        """Whether one types prices now: only where that was chosen, or where one is at a price.

        A quantity that is meant for a size must never become the price of a product.
        """
        if not self._model.action.moves_stock:
            return True
        is_product = self.current_row >= 0 and self._model.rows.place(self.current_row).is_product
        return is_product and self.currentIndex().column() in PRICES

    def _prepare_typing(self, text: str) -> None:
        """A digit goes to the cell of the row that can be filled, wherever in the row one is."""
        if not text.isdigit() or self.current_row < 0:
            return
        rows, row = self._model.rows, self.current_row
        place = rows.place(row)
        if place.is_product and not self._fills_prices:
            sizes = rows.rows_of(place.ordinal)[1:]
            if len(sizes) != 1:
                self.refuse(
                    self.currentIndex(), self.tr("Choose a size below: quantities belong to sizes.")
                )
                return
            row, place = sizes[0], rows.place(sizes[0])
        column = Column.NEW_PRICE if place.is_product else Column.QUANTITY
        if (row, column) != (self.current_row, self.currentIndex().column()):
            self.go_to(row, column)
        if not self._model.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable:
            self.unfillable_typed.emit()

    def _go_down(self) -> None:
        rows = self._model.rows
        row = below(rows, self.current_row)
        if row is not None:
            self.go_to(row, self.currentIndex().column())

    def _next_fillable(self, step: int) -> QModelIndex:
        """The next cell of the kind that is filled in: one in a row, so mostly in another row."""
        rows, prices = self._model.rows, self._fills_prices
        row, column = self.current_row, self.currentIndex().column()
        own = Column.NEW_PRICE if prices else Column.QUANTITY
        is_before = column < own if step > 0 else column > own
        target = row if is_before else row + step
        while 0 <= target < rows.row_count and rows.place(target).is_product is not prices:
            target += step
        return self._model.index(target, own) if 0 <= target < rows.row_count else self.currentIndex()


def below(rows: RowMap, row: int) -> int | None:
    """The next row of the same kind: from a product to the next product, from a size to the next."""
    if not 0 <= row < rows.row_count:
        return None
    ordinal, size = rows.place(row)
    if size < 0:
        ordinal += 1
        return rows.starts[ordinal] if ordinal < rows.product_count else None
    row += 1
    while row < rows.row_count and rows.place(row).is_product:
        row += 1
    return row if row < rows.row_count else None


def _is_plain_enter(event: QKeyEvent) -> bool:
    plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() in plain
