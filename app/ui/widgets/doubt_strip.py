"""The line above the log that says how many deliveries got no answer, and leads to their table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from app.domain.delivery import State
from app.ui.models.delivery_table_model import DeliveryTableModel
from app.ui.widgets.banner import Banner
from app.ui.widgets.log_table import LogTable


class DoubtStrip(Banner):
    """Where several rows of the log are chosen it can lead to just these."""

    check_requested = Signal(object)  # numbers of deliveries; None: all

    def __init__(self, table: LogTable, model: DeliveryTableModel) -> None:
        super().__init__()
        self._table, self._model = table, model
        self._count = 0
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.selectionModel().selectionChanged.connect(self._show)
        model.modelReset.connect(self._show)  # another list: its selection went without a signal
        self.clicked.connect(lambda: self.check_requested.emit(None))
        self.other_clicked.connect(lambda: self.check_requested.emit(self.chosen()))

    @property
    @override
    def weight(self) -> int:
        return 3

    def show_count(self, count: int) -> None:
        """So many deliveries have no answer; none hides the line."""
        self._count = count
        self._show()

    def chosen(self) -> list[int]:
        """The deliveries without an answer among the selected rows, where all of these are read."""
        spans = self._table.selectionModel().selection().toList()
        rows = [row for span in spans for row in self._model.loaded(span.top(), span.bottom())]
        if len(rows) < sum(span.height() for span in spans):
            return []  # some are not read yet: which of them have no answer nobody knows here
        return [row.id for row in rows if row.state is State.UNKNOWN]

    def _show(self) -> None:
        if not self._count:
            self.show_words("")
            return
        chosen = len(self.chosen())
        words = self.tr(
            "No answer came about %n delivery(s): it may have arrived, or not.", "", self._count
        )
        some = self.tr("Check the chosen (%n)…", "", chosen) if 1 < chosen < self._count else ""
        self.show_words(words, self.tr("Check against the cabinet…"), some)
