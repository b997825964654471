"""How far long work is, with a way to stop it.

Not a `QProgressDialog`: that one handles events whenever it is told a value, so that what it shows may
end in the middle of being shown.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

WIDTH = 360


class ProgressDialog(QDialog):
    """Stays until it is closed by who opened it; Escape and the close button mean *Stop*, too."""

    stopped = Signal()

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(WIDTH)
        self._words = QLabel(words)
        self._words.setWordWrap(True)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(words)
        self.show_progress(0, 0)
        buttons = QDialogButtonBox()
        self.stop = buttons.addButton(self.tr("Stop"), QDialogButtonBox.ButtonRole.RejectRole)
        self.stop.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        for part in (self._words, self.bar, buttons):
            column.addWidget(part)

    def show_progress(self, done: int, total: int) -> None:
        """So many of so many parts; a total of 0: not known yet."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    @override
    def reject(self) -> None:
        self.stop.setEnabled(False)
        self._words.setText(self.tr("Stopping…"))
        self.stopped.emit()
