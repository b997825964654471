"""A table with a column to fill in, as one fills it in: by keyboard, downwards, by columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from app.domain.doubt import Place
from app.domain.errors import InvalidValueError
from app.ui.context import UiContext
from app.ui.delegates.cell_delegate import CellDelegate
from app.ui.delegates.fill_delegate import FillDelegate
from app.ui.figure_words import FigureWords
from app.ui.i18n import translated
from app.ui.models.clipboard import lines_of
from app.ui.models.figure_model import FigureModel, Typed
from app.ui.models.size_table_model import Refusal
from app.ui.widgets.cell_bubble import CellBubble
from app.ui.widgets.column_widths import ColumnWidths

ROW_HEIGHT = 33
LEAST_STRETCHED = 140
"""Pixels of what follows from a row, before columns are left out for it."""


class FigureTable(QTableView):
    """A digit starts typing wherever in the row one is; Enter and Tab go down."""

    spare: Sequence[int] = ()  # the columns that a narrow table does without, in order

    told = Signal(str)  # what of a pasted column was left out
    left = Signal()  # no cell is open any more

    def __init__(
        self,
        context: UiContext,
        model: FigureModel[Any],
        widths: Mapping[int, int],
        stretched: int,
        key: str,
        parent: QWidget | None = None,
    ) -> None:
        """`stretched`: the column that takes the room that is left; `key`: of the remembered widths."""
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self._set_up()
        self.setItemDelegate(CellDelegate(context.theme, self))
        filling = FillDelegate(context.theme, self, self._check)
        filling.refused.connect(self._on_refused)
        self.setItemDelegateForColumn(model.shown, filling)
        self._filling = filling
        self._widths = ColumnWidths(self, widths, stretched, context.memory, key)
        self.bubble = CellBubble(self.viewport())
        self.verticalScrollBar().valueChanged.connect(self.bubble.hide)
        self.selectionModel().currentRowChanged.connect(self.viewport().update)

    def _set_up(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setObjectName("log")
        self.setProperty("framed", True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths.leave_out(self.spare, LEAST_STRETCHED)

    @property
    def is_editing(self) -> bool:
        """Whether somebody types into a cell."""
        return self.state() is QAbstractItemView.State.EditingState

    def go_to(self, row: int) -> None:
        """Stand at the cell of a row that is filled in."""
        index = self._model.index(row, self._model.shown)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    @property
    def place(self) -> Place | None:
        """The figure that the current row is about."""
        row = self.currentIndex().row()
        return self._model.place_at(row) if row >= 0 else None

    def go_to_place(self, place: Place | None) -> bool:
        """Stand at that figure; nowhere where it is gone, so that nothing is typed into another row."""
        places = [row.place for row in self._model.rows]
        if place in places:
            self.go_to(places.index(place))
            return True
        self.selectionModel().clear()
        return False

    def finish_typing(self) -> None:
        """Take what is typed in an open cell."""
        if self.is_editing:
            self.setFocus()

    def paste(self) -> None:
        """A column of the clipboard into the cells from the current one down."""
        lines = lines_of(QGuiApplication.clipboard().text())
        if any(len(line) > 1 for line in lines):
            self.told.emit(self.tr("Copy one column only: the figures that the cabinet shows."))
            return
        row = max(self.currentIndex().row(), 0)
        typed: dict[Place, object] = {}
        unread = 0
        for number, line in zip(range(row, self._model.rowCount()), lines, strict=False):
            try:
                figure = self._model.read(number, line[0])
            except InvalidValueError:
                unread += 1
                continue
            if figure is not None:
                typed[self._model.place_at(number)] = figure
        if typed:
            self._model.typed.emit(typed)
        left_over = len(lines) - (self._model.rowCount() - row)
        self.told.emit(FigureWords(self).left_out(unread, left_over))

    def _clear(self) -> None:
        rows = {index.row() for index in self.selectionModel().selectedIndexes()}
        typed: Typed = {self._model.place_at(row): None for row in rows}
        if any(figure is not None for figure in self._model.now(list(typed)).values()):
            self._model.typed.emit(typed)

    def _check(self, text: str) -> object:
        return self._model.read(self.currentIndex().row(), text)

    def _on_refused(self, refusal: Refusal) -> None:
        self.bubble.show_at(self.visualRect(refusal.index), translated(refusal.reason))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.bubble.hide()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & _HELD:
            self.go_to(self.currentIndex().row() + 1)
        else:
            if event.text().isdigit():
                self.go_to(self.currentIndex().row())
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters look for nothing here: they would move one away from the row."""

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        step = {
            QAbstractItemView.CursorAction.MoveNext: 1,
            QAbstractItemView.CursorAction.MovePrevious: -1,
        }.get(action)
        if step is None:
            return super().moveCursor(action, modifiers)
        row = min(max(self.currentIndex().row() + step, 0), self._model.rowCount() - 1)
        return self._model.index(row, self._model.shown)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self.bubble.hide()
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:  # Enter
            self.go_to(self.currentIndex().row() + 1)
        self.left.emit()


_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
