"""The list of those whom the listener sent away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.refusals import RefusalRow, forget_refusals, refusal_rows
from app.services.views import Change
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.models.refusal_table_model import RefusalColumn, RefusalTableModel
from app.ui.widgets.log_table import ROW_HEIGHT, LogTable

ROWS_SHOWN = 6
WIDTHS: dict[int, int] = {
    RefusalColumn.LAST: 80,
    RefusalColumn.SENDER: 112,
    RefusalColumn.TIMES: 60,
    RefusalColumn.FIRST: 80,
}


class RefusalsCard(QWidget):
    """A heading, the table or a word that it is empty, and a way to begin anew."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model = RefusalTableModel(self)
        self.table = LogTable(context.memory, "refusals")
        self.table.setModel(self.model)
        times = {
            int(column): shown.longest_log_time for column in (RefusalColumn.LAST, RefusalColumn.FIRST)
        }
        self.table.set_widths(WIDTHS, RefusalColumn.REASON, times)
        self._title, self._empty, self.clear = QLabel(), QLabel(), QPushButton()
        self._lay_out()
        self.clear.clicked.connect(self._on_clear_clicked)
        context.bridge.changed.connect(self._on_changed)
        self._retranslate()
        self._on_read(())
        self._read()

    def _lay_out(self) -> None:
        self._title.setProperty("fieldName", True)
        self._empty.setProperty("caption", True)
        self._empty.setWordWrap(True)
        self.clear.setProperty("link", True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.table)

    @property
    def empty_words(self) -> str:
        """What is said in place of an empty list; nothing while it has rows."""
        return "" if self._empty.isHidden() else self._empty.text()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Refused"))
        self.table.setAccessibleName(self.tr("Who was refused, why and how often"))
        self._empty.setText(
            self.tr(
                "Nobody was refused. Whoever posts to a wrong address, without the token or too often is "
                "listed here; nothing of what they sent is kept."
            )
        )
        self.clear.setText(self.tr("Clear the list"))
        self.table.retranslate()

    def _read(self) -> None:
        self._context.tasks.run(refusal_rows, self._context.shop, done=self._on_read)

    def _on_read(self, rows: Sequence[RefusalRow]) -> None:
        self.model.show_rows(rows)
        for widget in (self.table, self.clear):
            widget.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(header + min(len(rows), ROWS_SHOWN) * ROW_HEIGHT + 2)

    def _on_changed(self, change: Change) -> None:
        if change.refusals:
            self._read()

    def _on_clear_clicked(self) -> None:
        self._context.tasks.run(forget_refusals, self._context.shop, lane="write")
