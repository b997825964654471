"""The ways to read a text file whose encoding is in doubt, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from app.spreadsheet.reading.book import TextReading

MOST_LINES = 3


class EncodingChoice(QFrame):
    """Hidden where there is no doubt."""

    chosen = Signal(str)  # encoding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guard")
        self._question = QLabel()
        self._question.setProperty("strong", True)
        self._line = QHBoxLayout()
        self._line.setSpacing(24)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self._question)
        column.addLayout(self._line)
        self.buttons: list[QRadioButton] = []
        self._columns: list[QWidget] = []
        self.hide()

    def show_readings(self, readings: Sequence[TextReading], used: str) -> None:
        """Ask which of these is right; `used` is the one in use."""
        for old in self._columns:
            old.hide()
            old.deleteLater()
        self.buttons = []
        self._columns = [self._column(reading, used) for reading in readings]
        for widget in self._columns:
            self._line.addWidget(widget, 1)
        self.retranslate()
        self.setVisible(len(readings) > 1)

    def _column(self, reading: TextReading, used: str) -> QWidget:
        widget, button, sample = QWidget(), QRadioButton(reading.name), QLabel()
        sample.setTextFormat(Qt.TextFormat.PlainText)
        sample.setText("\n".join(line.strip() for line in reading.lines[:MOST_LINES]))
        button.setChecked(reading.encoding == used)
        button.setAccessibleDescription(sample.text())
        button.clicked.connect(lambda: self.chosen.emit(reading.encoding))
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(button)
        column.addWidget(sample)
        self.buttons.append(button)
        return widget

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self._question.setText(self.tr("Where are the words right?"))
