"""Which deliveries of a log are chosen."""

from __future__ import annotations

from app.services.deciding_many import Chosen
from app.services.delivery_views import DeliveryRow
from app.services.outbox import Shown
from app.ui.models.delivery_table_model import DeliveryTableModel
from app.ui.widgets.log_table import LogTable


class ChosenDeliveries:
    """The selected rows of a table; of very many only some are read already."""

    def __init__(self, table: LogTable, model: DeliveryTableModel) -> None:
        self._table, self._model = table, model

    @property
    def count(self) -> int:
        """How many rows are selected."""
        return sum(span.height() for span in self._table.selectionModel().selection().toList())

    def rows(self) -> list[DeliveryRow]:
        """Those that are read."""
        spans = self._table.selectionModel().selection().toList()
        return [row for span in spans for row in self._model.loaded(span.top(), span.bottom())]

    def what(self, shown: Shown) -> Chosen:
        """Their numbers; where every row is selected and some are not read, all that the list shows."""
        rows = self.rows()
        if len(rows) < self.count == self._model.rowCount():
            return shown
        return [row.id for row in rows]
