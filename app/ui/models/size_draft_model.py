"""The sizes in the form of a product: an editable list that says what is wrong in which cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from app.domain.errors import InvalidValueError
from app.domain.money import MOST_PIECES, parse_quantity
from app.services.views import SizeDraft
from app.ui.i18n import translated
from app.ui.models.alignment import OF_FIGURES, OF_WORDS
from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

LONGEST_TEXT = 60
KEPT = "—"
"""In place of the stock of a size that is there already: the form does not change it."""

LARGEST_NUMBER = 2**53


class DraftColumn(IntEnum):
    """What is asked about a size."""

    VALUE = 0
    BARCODE = 1
    STOCK = 2
    MARKETPLACE_ID = 3


NUMBERS = frozenset({DraftColumn.STOCK, DraftColumn.MARKETPLACE_ID})


@dataclass(slots=True)
class _Row:
    size_id: int | None
    texts: list[str]
    problems: dict[DraftColumn, str] = field(default_factory=dict[DraftColumn, str])

    @classmethod
    def of(cls, size: SizeDraft) -> _Row:
        stock = "" if size.opening is None else str(size.opening)
        number = "" if size.marketplace_size_id is None else str(size.marketplace_size_id)
        return cls(size.id, [size.value, size.barcode, stock, number])

    @property
    def draft(self) -> SizeDraft:
        value, barcode, stock, number = self.texts
        return SizeDraft(
            value=value,
            barcode=barcode,
            opening=(_number(stock) or 0) if stock.strip() else None,
            marketplace_size_id=_number(number, LARGEST_NUMBER),
            id=self.size_id,
        )


class SizeDraftModel(QAbstractTableModel):
    """Typed texts stay as they are; what is wrong with one is shown in its cell."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[_Row] = []

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(DraftColumn)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], DraftColumn(index.column())
        if role == Role.DisplayRole and not self._can_edit(index):
            return KEPT
        if role in {Role.DisplayRole, Role.EditRole}:
            return row.texts[column]
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        if column not in row.problems:
            return None
        if role == Role.ToolTipRole:
            return row.problems[column]
        return QColor(self._theme.color("bad_bg")) if role == Role.BackgroundRole else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            return _alignment(DraftColumn(section))
        if role != Role.DisplayRole:
            return None
        return {
            DraftColumn.VALUE: self.tr("Size"),
            DraftColumn.BARCODE: self.tr("Barcode"),
            DraftColumn.STOCK: self.tr("In stock now"),
            DraftColumn.MARKETPLACE_ID: self.tr("Size number there"),
        }[DraftColumn(section)]

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._can_edit(index) else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not self._can_edit(index):
            return False
        self._rows[index.row()].texts[index.column()] = str(value).strip()
        self._check()
        return True

    def set_sizes(self, sizes: Iterable[SizeDraft]) -> None:
        """Show the sizes of a product."""
        self.beginResetModel()
        self._rows = [_Row.of(size) for size in sizes]
        self.endResetModel()
        self._check()

    def add(self, values: Iterable[str]) -> None:
        """Add sizes at the end; those that are here already are left out."""
        here = {row.texts[DraftColumn.VALUE].casefold() for row in self._rows}
        fresh = [value for value in values if not value or value.casefold() not in here]
        if not fresh:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._rows += [_Row.of(SizeDraft(value)) for value in fresh]
        self.endInsertRows()
        self._check()

    def remove(self, row: int) -> None:
        """Take a size out of the form."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()
        self._check()

    def move(self, row: int, step: int) -> bool:
        """Put a size one higher (-1) or one lower (1); False at the ends."""
        target = row + step
        if not 0 <= target < len(self._rows):
            return False
        before = target + 1 if step > 0 else target
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), before)
        self._rows.insert(target, self._rows.pop(row))
        self.endMoveRows()
        return True

    @property
    def has_new_sizes(self) -> bool:
        """Whether some sizes are not in the shop yet."""
        return any(row.size_id is None for row in self._rows)

    def problem(self) -> str:
        """The first problem, as a sentence; empty where all is well."""
        if not self._rows:
            return self.tr("Add at least one size. A product without sizes has one, for example ONE.")
        return next((text for row in self._rows for text in row.problems.values()), "")

    def sizes(self) -> tuple[SizeDraft, ...]:
        """The sizes as typed. To be asked only where there is no problem."""
        return tuple(row.draft for row in self._rows)

    def _can_edit(self, index: Index) -> bool:
        if not index.isValid():
            return False
        is_kept = self._rows[index.row()].size_id is not None
        return not (is_kept and index.column() == DraftColumn.STOCK)

    def _check(self) -> None:
        counts = Counter(row.texts[DraftColumn.VALUE].casefold() for row in self._rows)
        for row in self._rows:
            problems = {column: self._cell_problem(row, column) for column in DraftColumn}
            if counts[row.texts[DraftColumn.VALUE].casefold()] > 1:
                problems[DraftColumn.VALUE] = self.tr("This size is here twice.")
            row.problems = {column: text for column, text in problems.items() if text}
        if self._rows:
            corner = self.index(len(self._rows) - 1, len(DraftColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), corner)

    def _cell_problem(self, row: _Row, column: DraftColumn) -> str:
        text = row.texts[column]
        if column is DraftColumn.VALUE and not text:
            return self.tr("Type the size, for example XL or 42.")
        if len(text) > LONGEST_TEXT:
            return self.tr("At most {count} characters.").format(count=LONGEST_TEXT)
        if column not in NUMBERS or not text:
            return ""
        try:
            _number(text, MOST_PIECES if column is DraftColumn.STOCK else LARGEST_NUMBER)
        except InvalidValueError as error:
            return translated(error.title)
        return ""


def _number(text: str, most: int = MOST_PIECES) -> int | None:
    """Nothing or zero is fine here. Raises InvalidValueError."""
    return parse_quantity(text, most) if text.strip("0") else None


def _alignment(column: DraftColumn) -> Qt.AlignmentFlag:
    return OF_FIGURES if column in NUMBERS else OF_WORDS
