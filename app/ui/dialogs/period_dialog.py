"""*Period*: from which day to which."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

FORMAT = "dd.MM.yyyy"

Days = tuple[date, date]
"""The first day and the last, both included."""


class PeriodDialog(QDialog):
    """Digits and arrows change the part of a date that the cursor is in; Enter shows the days."""

    days_chosen = Signal(object)  # Days

    def __init__(self, days: Days | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Period"))
        today = datetime.now().astimezone().date()
        first, last = days or (today - timedelta(6), today)
        self.first, self.last = _day_field(first), _day_field(last)
        self.cancel, self.show_days = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Show"))
        self.show_days.setProperty("primary", True)
        self.show_days.setDefault(True)
        self.cancel.setAutoDefault(False)
        self.show_days.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        fields = QFormLayout()
        fields.setSpacing(10)
        fields.addRow(self.tr("First day"), self.first)
        fields.addRow(self.tr("Last day"), self.last)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.show_days)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(14)
        column.addLayout(fields)
        column.addLayout(buttons)

    def _take(self) -> None:
        """In whichever order the days were typed."""
        first, last = sorted(_day(field) for field in (self.first, self.last))
        self.days_chosen.emit((first, last))
        self.accept()


def _day_field(day: date) -> QDateEdit:
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setDisplayFormat(FORMAT)
    field.setCalendarPopup(True)
    field.setMinimumWidth(148)
    return field


def _day(field: QDateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())
