"""The first rows of a sheet, as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from app.spreadsheet.layout import ColumnKind, Layout
from app.ui.format import plain_tip
from app.ui.models.headed_model import ROOT, Index, Role
from app.ui.theme import Theme

MOST_COLUMNS = 200
"""More are not looked at by anybody; the sheet may have them."""


class ImportSampleModel(QAbstractTableModel):
    """What is not read of the sheet is paler: rows above the first, columns that are not needed."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: Sequence[Sequence[str]] = ()
        self._layout = Layout((), 1, {})
        self._width = 0

    def show_rows(self, rows: Sequence[Sequence[str]], layout: Layout) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows, self._layout = rows, layout
        self._width = min(max([layout.width, *map(len, rows)]), MOST_COLUMNS)
        self.endResetModel()

    def titles(self) -> Iterator[tuple[int, int, int]]:
        """Rows that are one text alone, which has the room of the cells after it: row, column and width."""
        for number, row in enumerate(self._rows):
            filled = [place for place, text in enumerate(row[: self._width]) if text]
            if len(filled) == 1 and self._width - filled[0] > 1:
                yield number, filled[0], self._width - filled[0]

    def show_layout(self, layout: Layout) -> None:
        """The same rows, understood otherwise."""
        self._layout = layout
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
        if role != Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return column_letters(section + 1)

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
        if role == Role.ForegroundRole:
            return QColor(self._theme.color("mute")) if self._is_pale(index) else None
        return None

    def _is_pale(self, index: Index) -> bool:
        column = self._layout.columns.get(index.column() + 1)
        is_ignored = column is None or column.kind is ColumnKind.IGNORE
        return is_ignored or index.row() + 1 < self._layout.first_row


def column_letters(column: int) -> str:
    """«A» for 1, «AB» for 28, as spreadsheets count."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
