"""Tables in which one column is filled in with what the cabinet shows: what is typed, and its undoing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from app.domain.doubt import Figure, Place, parse_figure
from app.domain.errors import InvalidValueError
from app.ui.doubt_words import figure_text
from app.ui.models.alignment import OF_FIGURES, OF_WORDS

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Typed = Mapping[Place, Figure | None]


class FigureModel(QAbstractTableModel):
    """A row a figure of the cabinet. What is typed stays where a row goes and comes back."""

    typed = Signal(object)  # Typed: what a person wants in the cells
    concluded = Signal()

    def __init__(self, shown: int, figures: frozenset[int], parent: QObject | None = None) -> None:
        """`shown`: the column that is filled in; `figures`: those that are aligned as figures."""
        super().__init__(parent)
        self.shown = shown
        self._of_figures = figures
        self._figures: dict[Place, Figure] = {}

    def place_at(self, row: int) -> Place:
        """Where the figure of a row stands in the cabinet."""
        raise NotImplementedError

    def conclude(self) -> None:
        """Work out anew what follows from the figures."""
        raise NotImplementedError

    def headings(self) -> Sequence[str]:
        """The words above the columns."""
        raise NotImplementedError

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        can_edit = index.isValid() and index.column() == self.shown
        return flags | Qt.ItemFlag.ItemIsEditable if can_edit else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid():
            return False
        try:
            figure = self.read(index.row(), str(value))
        except InvalidValueError:
            return False
        self.typed.emit({self.place_at(index.row()): figure})
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return self.alignment(section)
        return self.headings()[section] if role == Role.DisplayRole else None

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Figures to the right, words to the left."""
        return OF_FIGURES if column in self._of_figures else OF_WORDS

    def take(self, typed: Typed) -> None:
        """Show these figures in the cells; None empties a cell."""
        for place, figure in typed.items():
            if figure is None:
                self._figures.pop(place, None)
            else:
                self._figures[place] = figure
        self.announce()

    def announce(self) -> None:
        """What follows may be something else now."""
        self.conclude()
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, self.shown), last)
        self.concluded.emit()

    def now(self, places: Sequence[Place]) -> Typed:
        """What is in the cells now."""
        return {place: self._figures.get(place) for place in places}

    def read(self, row: int, text: str) -> Figure | None:
        """What a typed text means in a row; nothing means nothing. Raises `InvalidValueError`."""
        return parse_figure(self.place_at(row), text) if text.strip() else None

    def typed_text(self, place: Place) -> str:
        """The figure in a cell as it is shown."""
        figure = self._figures.get(place)
        return "" if figure is None else figure_text(figure)

    def edited(self, place: Place) -> str:
        """The figure in a cell as it is edited."""
        figure = self._figures.get(place)
        return "" if figure is None else str(figure)


class TypeFiguresCommand(QUndoCommand):
    """Typed figures: one cell, or a pasted column."""

    def __init__(self, model: FigureModel, after: Typed) -> None:
        super().__init__()
        self._model = model
        self._before, self._after = model.now(list(after)), after

    @override
    def redo(self) -> None:
        self._model.take(self._after)

    @override
    def undo(self) -> None:
        self._model.take(self._before)
