"""The line that says that all sending is paused, why, and what ends it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.services.pausing import BY_PERSON
from app.services.status_views import Status
from app.ui.standstill_words import pause_words
from app.ui.widgets.banner import Banner


class PauseStrip(Banner):
    """`clicked`: to the settings. `other_clicked`: resume. Hidden while sending is not paused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = Status()

    def show_status(self, status: Status) -> None:
        """Show how it is now."""
        self._status = status
        resume = "" if status.is_unconnected else self.tr("Resume")
        settings = "" if status.paused == BY_PERSON else self.tr("To the settings")
        self.show_words(pause_words(status), settings, resume)

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.show_status(self._status)
