"""New rows on top of a log: seen as they come, or counted while a person reads further down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from app.ui.widgets.log_table import LogTable

TOP = 6
"""Pixels between the heading and the button."""


class LiveTail(QObject):
    """Follows while the first row is in sight, chosen rows or not; else all stays in place.

    A chosen row stays chosen and moves down with its neighbours. The table has its model already.
    """

    def __init__(self, table: LogTable) -> None:
        super().__init__(table)
        self._table = table
        self._new = 0
        self._is_following = True
        self.button = QPushButton(table)
        self.button.setObjectName("newRows")
        self.button.hide()
        self.button.clicked.connect(table.scrollToTop)
        model = table.model()
        model.rowsAboutToBeInserted.connect(self._on_rows_coming)
        model.rowsInserted.connect(self._on_rows_inserted)
        model.modelReset.connect(self._forget)
        table.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        table.installEventFilter(self)

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.button.setText(self.tr("↑ %n new", "", self._new))
        self._place()

    @property
    def would_follow(self) -> bool:
        """Whether rows that come now are in sight at once."""
        return self._table.verticalScrollBar().value() == 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _on_rows_coming(self) -> None:
        self._is_following = self.would_follow

    def _on_rows_inserted(self, _: QModelIndex, first: int, last: int) -> None:
        if self._is_following:
            return
        rows = last - first + 1
        self._new += rows
        self._table.keep_in_place(rows)
        self.button.show()
        self.retranslate()

    def _on_scrolled(self, value: int) -> None:
        if value == 0:
            self._forget()

    def _forget(self) -> None:
        self._new = 0
        self.button.hide()

    def _place(self) -> None:
        self.button.adjustSize()
        left = (self._table.width() - self.button.width()) // 2
        self.button.move(left, self._table.viewport().y() + TOP)
