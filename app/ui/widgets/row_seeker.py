"""Choosing a row of a log by its number, wherever it stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

from app.ui.models.window_model import WindowModel
from app.ui.widgets.log_table import LogTable

PATIENCE_MS = 5000
"""So long a row is waited for: later the person is elsewhere, and would be led away."""


class RowSeeker(QObject):
    """Looks again whenever rows are read: the log may have moved on meanwhile."""

    def __init__(self, table: LogTable, model: WindowModel[Any]) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._wanted: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self._give_up)
        model.page_arrived.connect(self._look)

    def seek(self, number: int) -> None:
        """Choose the row of that number, now or when it is read."""
        self._wanted = number
        self._timer.start()
        self._look()

    def _look(self) -> None:
        if self._wanted is None:
            return
        place = self._model.place_of(self._wanted)
        if place is None:
            self._model.look_up(self._wanted, self._on_place_known)
        else:
            self._give_up()
            self._table.selectRow(place)
            index = self._table.currentIndex()
            self._table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            self._table.setFocus()

    def _on_place_known(self, place: int | None) -> None:
        """A row that is not read yet is read now, and its arrival makes this look once more."""
        if self._wanted is not None and place is not None and place < self._model.rowCount():
            self._model.row_at(place)

    def _give_up(self) -> None:
        self._wanted = None
        self._timer.stop()
