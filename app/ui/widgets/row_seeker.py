"""Choosing a row of a log by its number, as soon as it is read."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer

from app.ui.models.window_model import WindowModel
from app.ui.widgets.log_table import LogTable

PATIENCE_MS = 3000
"""So long a row is waited for: later the person is elsewhere, and would be led away."""


class RowSeeker(QObject):
    """Finds a row among those that the model has read: the newest ones, and those looked at."""

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
        if place is not None:
            self._give_up()
            self._table.selectRow(place)
            self._table.setFocus()

    def _give_up(self) -> None:
        self._wanted = None
        self._timer.stop()
