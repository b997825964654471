"""The table of deliveries without an answer: what the cabinet may show, what it shows, what that means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QUndoCommand
from typing_extensions import override

from app.domain.doubt import Conclusion, Figure, Place, parse_figure
from app.domain.errors import InvalidValueError
from app.services.delivery_views import Answer, DoubtRow, OpenQuestion
from app.ui import format as shown
from app.ui.doubt_words import expected_text, figure_text, meaning, short_meaning
from app.ui.models.alignment import OF_FIGURES, OF_WORDS
from app.ui.models.size_cells import EditedRole
from app.ui.theme import Theme
from app.ui.words import action_words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

_TONES = {
    Conclusion.ARRIVED: "ok",
    Conclusion.NOT_ARRIVED: "acc",
    Conclusion.SOMETHING_ELSE: "warn",
    Conclusion.EITHER: "warn",
}


class DoubtColumn(IntEnum):
    """The columns in order."""

    ARTICLE = 0
    TITLE = 1
    SIZE = 2
    ACTION = 3
    SENT = 4
    NOT_ARRIVED = 5
    ARRIVED = 6
    SHOWN = 7
    MEANING = 8


FIGURES = frozenset({DoubtColumn.NOT_ARRIVED, DoubtColumn.ARRIVED, DoubtColumn.SHOWN})
Typed = Mapping[Place, Figure | None]


class DoubtModel(QAbstractTableModel):
    """A row a size, a row a price. What is typed stays where a question goes and comes back."""

    typed = Signal(object)  # Typed: what a person wants in the cells
    concluded = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._questions: Sequence[OpenQuestion] = ()
        self._rows: Sequence[DoubtRow] = ()
        self._figures: dict[Place, Figure] = {}
        self._conclusions: dict[int, Conclusion] = {}

    @property
    def rows(self) -> Sequence[DoubtRow]:
        """What is asked, in order."""
        return self._rows

    @property
    def doubts(self) -> list[tuple[DoubtRow, Figure | None]]:
        """What is asked, and the figures that are typed."""
        return [(row, self._figures.get(row.place)) for row in self._rows]

    @property
    def conclusions(self) -> Mapping[int, Conclusion]:
        """What follows, for each delivery whose figures are typed."""
        return self._conclusions

    @property
    def deliveries(self) -> frozenset[int]:
        """The deliveries that are asked about."""
        return frozenset(row.delivery_id for row in self._rows)

    def answers(self) -> list[Answer]:
        """What is typed and means something, by product."""
        found: list[Answer] = []
        for asked in self._questions:
            told = {
                number: self._conclusions[number]
                for number in asked.question.asked
                if self._conclusions.get(number, Conclusion.EITHER) is not Conclusion.EITHER
            }
            if told:
                figures = {p: self._figures[p] for p in asked.question.sights if p in self._figures}
                found.append(Answer(asked.product_id, figures, told))
        return found

    def show(self, questions: Sequence[OpenQuestion]) -> None:
        """Ask these; nothing changes on the screen where they are the same."""
        rows = tuple(row for asked in questions for row in asked.rows)
        if rows == self._rows:
            self._questions = questions
            return
        self.beginResetModel()
        self._questions, self._rows = questions, rows
        self._conclude()
        self.endResetModel()
        self.concluded.emit()

    def take(self, typed: Typed) -> None:
        """Show these figures in the cells; None empties a cell."""
        for place, figure in typed.items():
            if figure is None:
                self._figures.pop(place, None)
            else:
                self._figures[place] = figure
        self._conclude()
        if self._rows:
            last = self.index(len(self._rows) - 1, DoubtColumn.MEANING)
            self.dataChanged.emit(self.index(0, DoubtColumn.SHOWN), last)
        self.concluded.emit()

    def now(self, places: Sequence[Place]) -> Typed:
        """What is in the cells now."""
        return {place: self._figures.get(place) for place in places}

    def read(self, row: int, text: str) -> Figure | None:
        """What a typed text means in a row; nothing means nothing. Raises `InvalidValueError`."""
        return parse_figure(self._rows[row].place, text) if text.strip() else None

    def _conclude(self) -> None:
        self._conclusions = {}
        for asked in self._questions:
            if not self._figures.keys().isdisjoint(asked.question.sights):
                self._conclusions |= asked.question.conclude(self._figures)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(DoubtColumn)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        can_edit = index.isValid() and index.column() == DoubtColumn.SHOWN
        return flags | Qt.ItemFlag.ItemIsEditable if can_edit else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid():
            return False
        try:
            figure = self.read(index.row(), str(value))
        except InvalidValueError:
            return False
        self.typed.emit({self._rows[index.row()].place: figure})
        return True

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], DoubtColumn(index.column())
        match role:
            case Role.DisplayRole:
                return self._text(row, column)
            case Role.EditRole:
                return self._edited(row) if column is DoubtColumn.SHOWN else self._text(row, column)
            case Role.ToolTipRole:
                return shown.plain_tip(self._tip(row, column))
            case Role.TextAlignmentRole:
                return OF_FIGURES if column in FIGURES else OF_WORDS
            case Role.ForegroundRole:
                return self._color(row, column)
            case Role.UserRole:
                return row
            case _ if role == EditedRole:
                return column is DoubtColumn.SHOWN and row.place in self._figures
            case _:
                return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return OF_FIGURES if section in FIGURES else OF_WORDS
        if role != Role.DisplayRole:
            return None
        return (
            self.tr("Article"),
            self.tr("Title"),
            self.tr("Size"),
            self.tr("Action"),
            self.tr("Sent"),
            self.tr("If not arrived"),
            self.tr("If arrived"),
            self.tr("In the cabinet now"),
            self.tr("What follows"),
        )[section]

    def _text(self, row: DoubtRow, column: DoubtColumn) -> str:
        texts: Mapping[DoubtColumn, Callable[[], str]] = {
            DoubtColumn.ARTICLE: lambda: row.article,
            DoubtColumn.TITLE: lambda: row.title,
            DoubtColumn.SIZE: lambda: row.size or "—",
            DoubtColumn.ACTION: lambda: action_words(row.action),
            DoubtColumn.SENT: lambda: shown.log_time(row.sent_at),
            DoubtColumn.NOT_ARRIVED: lambda: expected_text(row.if_not_arrived),
            DoubtColumn.ARRIVED: lambda: expected_text(row.if_arrived),
            DoubtColumn.SHOWN: lambda: self._typed_text(row),
            DoubtColumn.MEANING: lambda: self._meaning(row),
        }
        return texts[column]()

    def _typed_text(self, row: DoubtRow) -> str:
        figure = self._figures.get(row.place)
        return "" if figure is None else figure_text(figure)

    def _edited(self, row: DoubtRow) -> str:
        figure = self._figures.get(row.place)
        return "" if figure is None else str(figure)

    def _meaning(self, row: DoubtRow) -> str:
        figure, conclusion = self._figures.get(row.place), self._conclusions.get(row.delivery_id)
        if figure is None:
            return ""
        if conclusion is None:
            return self.tr("type the other sizes, too")
        return short_meaning(conclusion, figure)

    def _tip(self, row: DoubtRow, column: DoubtColumn) -> str:
        conclusion = self._conclusions.get(row.delivery_id)
        if column is DoubtColumn.MEANING and conclusion is not None and row.place in self._figures:
            return meaning(conclusion)
        return self._text(row, column)

    def _color(self, row: DoubtRow, column: DoubtColumn) -> QColor | None:
        if column in {DoubtColumn.TITLE, DoubtColumn.SENT}:
            return QColor(self._theme.color("mute"))
        if column is not DoubtColumn.MEANING:
            return None
        conclusion = self._conclusions.get(row.delivery_id)
        return QColor(self._theme.color("mute" if conclusion is None else _TONES[conclusion]))


class TypeFiguresCommand(QUndoCommand):
    """Typed figures: one cell, or a pasted column."""

    def __init__(self, model: DoubtModel, after: Typed) -> None:
        super().__init__()
        self._model = model
        self._before, self._after = model.now(list(after)), after

    @override
    def redo(self) -> None:
        self._model.take(self._after)

    @override
    def undo(self) -> None:
        self._model.take(self._before)
