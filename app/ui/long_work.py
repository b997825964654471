"""Work that may take long: after a second it shows how far it is, and can be stopped."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.services.progress import Progress
from app.ui.dialogs.progress_dialog import ProgressDialog

SHOWN_AFTER_MS = 1000
READ_EVERY_MS = 100


class LongWork(QObject):
    """Watches a `Progress` until `end` is called; lives as long as its parent."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.progress = Progress()
        self.dialog: ProgressDialog | None = None
        self._words = words
        self._parent = parent
        self._late = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._late.timeout.connect(self._show)
        self._reading = QTimer(self, interval=READ_EVERY_MS)
        self._reading.timeout.connect(self._read)
        self._late.start()

    def end(self) -> None:
        """It is done, or has failed."""
        self._late.stop()
        self._reading.stop()
        if self.dialog is not None:
            self.dialog.hide()
            self.dialog.deleteLater()
            self.dialog = None
        self.deleteLater()

    def _show(self) -> None:
        self.dialog = ProgressDialog(self._words, self._parent)
        self.dialog.stopped.connect(self.progress.stop)
        self._read()
        self.dialog.show()
        self._reading.start()

    def _read(self) -> None:
        if self.dialog is not None:
            self.dialog.show_progress(self.progress.done, self.progress.total)
