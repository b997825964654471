"""Which deliveries of a log are chosen, and what may be done with how many of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QObject, Signal

from app.domain.delivery import STEPS, Step
from app.services.deciding_many import Chosen, Spans, count_possible, ranges_of
from app.services.delivery_views import DeliveryRow
from app.services.outbox import Shown
from app.services.shop import Shop
from app.ui.context import UiContext
from app.ui.models.delivery_table_model import DeliveryTableModel
from app.ui.tasks import Task
from app.ui.widgets.delivery_panel import ChosenFigures
from app.ui.widgets.log_table import LogTable

ASKED = (Step.RETRY, Step.CANCEL)


class ChosenDeliveries(QObject):
    """The selected rows of a table; of very many only some are read already, the others are counted."""

    counted = Signal(object)  # ChosenFigures

    def __init__(self, context: UiContext, table: LogTable, model: DeliveryTableModel) -> None:
        super().__init__(table)
        self._context, self._table, self._model = context, table, model
        self._counting = Task.nothing()
        self._counted: Chosen = ()
        self._told = ChosenFigures()

    @property
    def count(self) -> int:
        """How many rows are selected."""
        return sum(last - first + 1 for first, last in self._places())

    def rows(self) -> list[DeliveryRow]:
        """Those that are read."""
        return [row for first, last in self._places() for row in self._model.loaded(first, last)]

    @property
    def what(self) -> Chosen:
        """Their numbers; where some are not read, what the figures were counted for."""
        rows = self.rows()
        return [row.id for row in rows] if len(rows) == self.count else self._counted

    def look(self, shown: Shown) -> None:
        """Tell the figures of what is selected now, at once or when they are counted."""
        selection, rows, count = self._table.selectionModel(), self.rows(), self.count
        if rows and not selection.currentIndex().isValid():  # all were chosen at once: show the first
            selection.setCurrentIndex(self._model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._counting.cancel()
        if len(rows) == count:
            retryable, cancellable = (sum(row.state in STEPS[step][0] for row in rows) for step in ASKED)
            self._tell(ChosenFigures(count, retryable, cancellable))
            return
        if count != self._told.total:
            self._tell(ChosenFigures(count))
        total = self._model.rowCount()
        what = shown if count == total else Spans(shown, total, self._places())
        self._counting = self._context.tasks.run(
            _count, self._context.shop, what, done=partial(self._on_counted, count)
        )

    def _on_counted(self, count: int, found: tuple[Chosen, list[int]]) -> None:
        self._counted, possible = found
        self._tell(ChosenFigures(count, *possible))

    def _tell(self, figures: ChosenFigures) -> None:
        self._told = figures
        self.counted.emit(figures)

    def _places(self) -> tuple[tuple[int, int], ...]:
        spans = self._table.selectionModel().selection().toList()
        return tuple((span.top(), span.bottom()) for span in spans)


def _count(shop: Shop, what: Shown | Spans) -> tuple[Chosen, list[int]]:
    chosen = ranges_of(shop, what) if isinstance(what, Spans) else what
    return chosen, count_possible(shop, chosen, ASKED)
