"""The line that says what is being worked on, how far it is, and stops it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.services.progress import Progress

SHOWN_AFTER_MS = 300
READ_EVERY_MS = 100
BAR_HEIGHT = 8


class WorkLine(QWidget):
    """Empty, but as high as always, while nothing takes long."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self._words = QLabel()
        self._words.setProperty("muted", True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(BAR_HEIGHT)
        self.stop = QPushButton()
        self.stop.clicked.connect(self.stopped)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._words)
        line.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.stop)
        self._late = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._late.timeout.connect(self._show)
        self._reading = QTimer(self, interval=READ_EVERY_MS)
        self._reading.timeout.connect(self._read)
        self.hide()

    def watch(self, progress: Progress | None, words: str) -> None:
        """Watch this work; None: it has ended."""
        self._progress = progress
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        self.stop.setText(self.tr("Stop"))
        if progress is None:
            self._late.stop()
            self._reading.stop()
            self.hide()
        elif self.isHidden():
            self._late.start()
        else:
            self._read()

    def _show(self) -> None:
        self._read()
        self._reading.start()
        self.show()

    def _read(self) -> None:
        if self._progress is not None:
            self.bar.setMaximum(self._progress.total)
            self.bar.setValue(self._progress.done)
