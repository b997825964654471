"""Columns as wide as their headings need, or as a person made them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

HEADING_PIXELS = 12
SPACE = 2 * 10 + 3
"""Pixels left and right of a text."""


class ColumnWidths(QObject):
    """One column takes the room that the others leave.

    `growing`: others that get some of it, too, {column: parts}, until a person sets a width.
    """

    def __init__(
        self,
        table: QTableView,
        widths: Mapping[int, int],
        stretched: int,
        memory: QSettings,
        key: str,
        samples: Mapping[int, Callable[[], str]] | None = None,
        growing: Mapping[int, int] | None = None,
    ) -> None:
        super().__init__(table)
        self._samples = samples or {}
        self._growing = growing or {}
        self._table = table
        self._header = table.horizontalHeader()
        self._widths, self._stretched = widths, stretched
        self._memory, self._key = memory, key
        self._is_fitting = False
        self._header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        self.fit()
        self._header.sectionResized.connect(self._on_section_resized)
        self._header.sectionMoved.connect(self._remember)

    def fit(self) -> None:
        """As the person left them, else as they are made."""
        self._is_fitting = True
        state = self._memory.value(self._key)
        if state is None or not self._header.restoreState(state):  # pyright: ignore
            for column, width in self._widths.items():
                self._header.resizeSection(column, max(width, self._needed(column)))
        self._is_fitting = False
        self.grow()

    def grow(self) -> None:
        """Share out the room that is there now."""
        if not self._growing or self._memory.value(self._key) is not None:
            return
        least = self._least()
        spare = max(self._table.viewport().width() - sum(least.values()), 0)
        parts = sum(self._growing.values())
        self._is_fitting = True
        for column, part in self._growing.items():
            if column != self._stretched:  # it takes what is left, and that is its part
                self._header.resizeSection(column, least[column] + spare * part // parts)
        self._is_fitting = False

    def leave_out(self, columns: Sequence[int], least: int) -> None:
        """Hide of these, in order, as many as it takes to leave the stretched column so many pixels."""
        self._is_fitting = True
        for column in columns:
            self._header.showSection(column)
        for column in columns:
            others = (n for n in self._widths if n != self._stretched)
            if sum(map(self._header.sectionSize, others)) + least <= self._table.viewport().width():
                break
            self._header.hideSection(column)
        self._is_fitting = False

    @property
    def least_width(self) -> int:
        """Pixels of all columns together before there is anything to share out."""
        return sum(self._least().values())

    def _least(self) -> dict[int, int]:
        return {column: max(width, self._needed(column)) for column, width in self._widths.items()}

    def _needed(self, column: int) -> int:
        """Pixels for the heading, and for the sample where there is one."""
        heading = self._header.model().headerData(column, Qt.Orientation.Horizontal)
        needed = QFontMetrics(self._heading_font()).horizontalAdvance(str(heading))
        if (sample := self._samples.get(column)) is not None:
            needed = max(needed, self._table.fontMetrics().horizontalAdvance(sample()))
        return needed + SPACE

    def _heading_font(self) -> QFont:
        """As the style sheet says; the header itself knows it only when it is shown."""
        font = QFont(self._header.font())
        font.setPixelSize(HEADING_PIXELS)
        font.setWeight(QFont.Weight.Medium)
        return font

    def _on_section_resized(self, column: int) -> None:
        if column != self._stretched and not self._is_fitting:
            self._remember()

    def _remember(self) -> None:
        self._memory.setValue(self._key, self._header.saveState())
