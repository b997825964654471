"""The line above the log that says why nothing is sent, or only slowly, and leads to what helps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.services.status_views import Obstacle, Status
from app.ui.standstill_words import slowed_words, standstill_words
from app.ui.widgets.banner import Banner


class StandstillStrip(Banner):
    """Hidden while everything goes, and during a pause, which is told above every page."""

    check_requested = Signal()
    settings_requested = Signal(object)  # Obstacle

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = Status()
        self.clicked.connect(self._on_clicked)

    @property
    @override
    def weight(self) -> int:
        """Where nothing waits for it, a silent marketplace is the least that there is to say."""
        return 1 if self._status.deliveries.moving else 5

    def show_status(self, status: Status) -> None:
        """Show how it is now."""
        self._status = status
        if status.standstill is None or status.paused is not None:
            self.show_words("" if status.paused is not None else slowed_words(status))
            return
        words = standstill_words(status.standstill, status.deliveries)
        is_asked = status.standstill.obstacle is Obstacle.SILENCE and status.standstill.asks_at is None
        button = self.tr("Checking…") if is_asked else self._button_words(status.standstill.obstacle)
        self.show_words(words, button, is_busy=is_asked)

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.show_status(self._status)

    def _button_words(self, obstacle: Obstacle) -> str:
        match obstacle:
            case Obstacle.NO_ADDRESS:
                return self.tr("Connect…")
            case Obstacle.NO_TOKEN:
                return self.tr("Enter the token")
            case Obstacle.SETTINGS:
                return self.tr("To the settings")
            case Obstacle.SILENCE:
                return self.tr("Check now")

    def _on_clicked(self) -> None:
        if self._status.standstill is None:
            return
        if self._status.standstill.obstacle is Obstacle.SILENCE:
            self.check_requested.emit()
        else:
            self.settings_requested.emit(self._status.standstill.obstacle)
