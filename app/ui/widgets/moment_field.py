"""A field for a day and a time on this computer's clock."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit, QWidget
from typing_extensions import override

FORMAT = "dd.MM.yyyy HH:mm"
PAUSE_MS = 250


class MomentField(QDateTimeEdit):
    """Arrows change the part that the cursor is in.

    `moment_chosen` comes a moment after the last key, and at once with Enter.
    """

    moment_chosen = Signal()

    def __init__(self, moment: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat(FORMAT)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setMinimumWidth(148)
        self.set_moment(moment)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.moment_chosen)
        self.dateTimeChanged.connect(lambda _: self._timer.start())

    @property
    def moment(self) -> datetime:
        """What is shown."""
        return datetime.fromtimestamp(self.dateTime().toSecsSinceEpoch(), UTC).astimezone()

    def set_moment(self, moment: datetime) -> None:
        """Show a moment, to the minute."""
        self.setDateTime(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # what is under the pointer while a list scrolls stays as it is

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._timer.stop()
            self.moment_chosen.emit()
            event.accept()  # a dialog would press its first button
