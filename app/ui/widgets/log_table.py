"""The table view of logs: rows of one height, widths remembered, nothing measured over all rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from app.ui.widgets.column_widths import ColumnWidths

ROW_HEIGHT = 33
LEAST_STRETCHED = 150
"""Pixels in which a remark still says something."""


class LogTable(QTableView):
    """`entered`: Enter or a double click on a row. `deleted`: the Delete key."""

    entered = Signal(int)
    deleted = Signal(int)

    def __init__(self, memory: QSettings, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._key = f"widths/{name}"
        self._widths: ColumnWidths | None = None
        self.spare: Sequence[int] = ()  # columns that go, in order, where the stretched one gets no room
        self.setObjectName("log")
        self.setProperty("framed", True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        # Scrolling then moves what is painted already and paints only the rows that come into sight.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.entered.emit(index.row()))

    def set_widths(
        self,
        widths: Mapping[int, int],
        stretched: int,
        samples: Mapping[int, Callable[[], str]],
        growing: Mapping[int, int] | None = None,
    ) -> None:
        """The widths of the columns in pixels, at least; one takes the rest.

        A column is wider where its heading or the longest text of its sample needs that, and as a
        person left it where one changed it. `growing`: the parts that columns get of the room left over.
        """
        self._widths = ColumnWidths(self, widths, stretched, self._memory, self._key, samples, growing)

    @property
    def least_width(self) -> int:
        """Pixels in which every column has the room that it needs."""
        columns = 0 if self._widths is None else self._widths.least_width
        return columns + self.verticalScrollBar().sizeHint().width()

    def retranslate(self) -> None:
        """The headings have other words now, perhaps longer ones."""
        if self._widths is not None:
            self._widths.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._widths is not None:
            self._widths.grow()
            self._widths.leave_out(self.spare, LEAST_STRETCHED)

    def keep_in_place(self, rows: int) -> None:
        """So many rows were inserted on top: what was in sight stays there."""
        self.updateGeometries()  # the scroll bar has room for them only then
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + rows * self.verticalHeader().defaultSectionSize())

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        viewport = self.viewport()
        QPainter(viewport).fillRect(e.rect(), viewport.palette().brush(viewport.backgroundRole()))
        super().paintEvent(e)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.deleted.emit(row)
        else:
            super().keyPressEvent(event)
