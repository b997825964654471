"""Going to one delivery in the log of all, wherever it stands."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView

from app.services.outbox import delivery_place
from app.ui.context import UiContext
from app.ui.models.delivery_table_model import DeliveryColumn, DeliveryTableModel
from app.ui.widgets.log_table import LogTable


class DeliveryFinder(QObject):
    """Chooses the row as soon as it is known where it is, and the log has read it."""

    def __init__(self, context: UiContext, table: LogTable, model: DeliveryTableModel) -> None:
        super().__init__(table)
        self._context = context
        self._table, self._model = table, model
        self._sought: int | None = None
        model.page_arrived.connect(self._look)

    def go_to(self, delivery_id: int) -> None:
        """Choose this delivery."""
        self._sought = delivery_id
        self._look()

    def _look(self) -> None:
        if self._sought is not None:
            self._context.tasks.run(
                delivery_place, self._context.shop, self._sought, done=self._on_place_known
            )

    def _on_place_known(self, row: int) -> None:
        """A row that is not read yet is read now, and its arrival makes this look once more."""
        found = self._model.row_at(row) if row < self._model.rowCount() else None
        if found is None or found.id != self._sought:
            return
        self._sought = None
        self._table.selectRow(row)
        index = self._model.index(row, DeliveryColumn.PRODUCT)
        self._table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
