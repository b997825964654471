"""Work that may take long: after a second it shows how far it is, and can be stopped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from app.services.progress import Progress

SHOWN_AFTER_MS = 1000
READ_EVERY_MS = 100


class LongWork(QObject):
    """Watches a `Progress` until `end` is called; lives as long as its parent."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.progress = Progress()
        self.dialog: QProgressDialog | None = None
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
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None
        self.deleteLater()

    def _show(self) -> None:
        dialog = QProgressDialog(self._words, self.tr("Stop"), 0, 0, self._parent)
        dialog.setWindowTitle(self._words)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.setMinimumDuration(0)
        dialog.canceled.connect(self.progress.stop)
        self.dialog = dialog
        self._read()
        dialog.show()
        self._reading.start()

    def _read(self) -> None:
        if self.dialog is not None:
            self.dialog.setMaximum(self.progress.total)
            self.dialog.setValue(self.progress.done)
