"""Tables in which one column is filled in with what the cabinet shows: what is typed, and its undoing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QUndoCommand
from typing_extensions import override

from app.domain.doubt import Figure, Place, parse_figure
from app.domain.errors import InvalidValueError
from app.ui import format as shown
from app.ui.doubt_words import figure_text
from app.ui.models.headed_model import ROOT, HeadedModel, Index, Role
from app.ui.models.size_cells import EditedRole
from app.ui.theme import Theme

Typed = Mapping[Place, Figure | None]


class _Placed(Protocol):
    @property
    def place(self) -> Place: ...


Row = TypeVar("Row", bound=_Placed)


class FigureModel(HeadedModel, Generic[Row]):
    """A row a figure of the cabinet. What is typed stays where a row goes and comes back."""

    typed = Signal(object)  # Typed: what a person wants in the cells
    concluded = Signal()
    shown: ClassVar[int]
    """The column that is filled in."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: Sequence[Row] = ()
        self._figures: dict[Place, Figure] = {}

    # What those who inherit give

    def conclude(self) -> None:
        """Work out anew what follows from the figures."""
        raise NotImplementedError

    def text(self, row: Row, column: int) -> str:
        """What a cell shows."""
        raise NotImplementedError

    def tip(self, row: Row, column: int) -> str:
        """What is said of a cell that is pointed at."""
        raise NotImplementedError

    def tone(self, row: Row, column: int) -> str | None:
        """The theme's colour of a cell's words; None: as usual."""
        raise NotImplementedError

    # What is the same for all

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, in order."""
        return self._rows

    @property
    def is_filled(self) -> bool:
        """Whether a figure is typed in a row that is shown."""
        return any(row.place in self._figures for row in self._rows)

    def place_at(self, row: int) -> Place:
        """Where the figure of a row stands in the cabinet."""
        return self._rows[row].place

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Role.DisplayRole:
                return self.text(row, column)
            case Role.EditRole:
                return self._edited(row.place) if column == self.shown else self.text(row, column)
            case Role.ToolTipRole:
                return shown.plain_tip(self.tip(row, column))
            case Role.TextAlignmentRole:
                return self.alignment(column)
            case Role.ForegroundRole:
                tone = self.tone(row, column)
                return None if tone is None else QColor(self._theme.color(tone))
            case Role.UserRole:
                return row
            case _ if role == EditedRole:
                return column == self.shown and row.place in self._figures
            case _:
                return None

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

    def _edited(self, place: Place) -> str:
        """The figure in a cell as it is edited."""
        figure = self._figures.get(place)
        return "" if figure is None else str(figure)


class TypeFiguresCommand(QUndoCommand):
    """Typed figures: one cell, or a pasted column."""

    def __init__(self, model: FigureModel[Any], after: Typed) -> None:
        super().__init__()
        self._model = model
        self._before, self._after = model.now(list(after)), after

    @override
    def redo(self) -> None:
        self._model.take(self._after)

    @override
    def undo(self) -> None:
        self._model.take(self._before)
