"""The first rows of a sheet, as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.looks import AS_THEY_ARE, Looks
from app.spreadsheet.meaning import Choices
from app.spreadsheet.odd_cells import is_row_struck
from app.ui.format import plain_tip
from app.ui.models.headed_model import ROOT, Index, Role
from app.ui.theme import Theme

MOST_COLUMNS = 200
"""More are not looked at by anybody; the sheet may have them."""


class ImportSampleModel(QAbstractTableModel):
    """What is not read of the sheet is paler: rows above the first, hidden ones, columns not needed.

    What is struck out in the file is so here.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: Sequence[Sequence[str]] = ()
        self._layout = Layout((), 1, {})
        self._width = 0
        self._hidden: Collection[int] = frozenset()
        self._looks = AS_THEY_ARE
        self._choices = Choices()
        self._struck_font = QFont()
        self._struck_font.setStrikeOut(True)

    def show_rows(
        self,
        rows: Sequence[Sequence[str]],
        layout: Layout,
        hidden: Collection[int] = frozenset(),
        looks: Looks = AS_THEY_ARE,
    ) -> None:
        """Show these. `hidden`: numbers of those that the file hides."""
        self.beginResetModel()
        self._rows, self._layout, self._hidden, self._looks = rows, layout, hidden, looks
        self._width = min(max([layout.width, *map(len, rows)]), MOST_COLUMNS)
        self.endResetModel()

    def titles(self) -> Iterator[tuple[int, int, int]]:
        """Rows that are one text alone, which has the room of the cells after it: row, column and width."""
        for number, row in enumerate(self._rows):
            filled = [place for place, text in enumerate(row[: self._width]) if text]
            if len(filled) == 1 and self._width - filled[0] > 1:
                yield number, filled[0], self._width - filled[0]

    def show_layout(self, layout: Layout, choices: Choices) -> None:
        """The same rows, understood otherwise."""
        self._layout, self._choices = layout, choices
        if self._rows and self._width:
            last = self.index(len(self._rows) - 1, self._width - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._width

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._row_heading(section + 1, role)
        return column_letters(section + 1) if role == Role.DisplayRole else None

    def _row_heading(self, row: int, role: int) -> str | None:
        words, tip = "{row}", None
        if row in self._hidden:
            words, tip = self.tr("{row}, hidden"), self.tr("The row is hidden or filtered out in the file.")
        elif is_row_struck(row, self._looks, self._layout):
            words, tip = self.tr("{row}, struck out"), self.tr("Something is struck out in this row.")
        if role == Role.DisplayRole:
            return words.format(row=row)
        return tip if role == Role.ToolTipRole else None

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        if role == Role.DisplayRole:
            return text
        if role == Role.ToolTipRole:
            return plain_tip(text) if text else None
        if role == Role.FontRole:
            return self._struck_font if self._is_struck(index) else None
        if role == Role.ForegroundRole:
            return QColor(self._theme.color("mute")) if self._is_pale(index) else None
        return None

    def _is_pale(self, index: Index) -> bool:
        column = self._layout.columns.get(index.column() + 1)
        is_ignored = column is None or column.kind is ColumnKind.IGNORE
        row = index.row() + 1
        is_hidden = row in self._hidden and not self._choices.include_hidden
        is_left_out = is_hidden or (self._is_struck(index) and not self._choices.include_struck)
        return is_ignored or is_left_out or row < self._layout.first_row

    def _is_struck(self, index: Index) -> bool:
        return index.column() + 1 in self._looks.struck.get(index.row() + 1, ())


def column_letters(column: int) -> str:
    """«A» for 1, «AB» for 28, as spreadsheets count."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
