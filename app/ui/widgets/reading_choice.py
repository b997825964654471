"""Several readings of a size's events, one button each; the person knows which is true."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.services.event_views import Choice, Readings
from app.ui import format as shown

MOST = 5
"""Among more, nobody chooses by their figures: the size is compared with the cabinet."""


class ReadingChoice(QWidget):
    """Empty where there is nothing to choose."""

    chosen = Signal(object, object)  # Readings, Choice

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = QLabel()
        self._question.setProperty("caption", True)
        self._question.setWordWrap(True)
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._question)
        self.hide()

    def show_readings(self, readings: Readings | None) -> None:
        """Ask between these, the likeliest first."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        if readings is not None and len(readings.choices) <= MOST:
            has_sides = any(choice.is_ours for choice in readings.choices)
            which = self.tr("Which is true? The likeliest is first.")
            self._question.setText(self.tr("Whose figure is right?") if has_sides else which)
            self.buttons = [self._button(readings, choice) for choice in readings.choices]
        for button in self.buttons:
            self._column.addWidget(button)
        self.setVisible(bool(self.buttons))

    def _button(self, readings: Readings, choice: Choice) -> QPushButton:
        if choice.is_ours:
            words = self.tr("Stock {here}; correct the marketplace’s {there}")
            tip = self.tr("A correction is prepared on the page Products: review it and send it.")
        else:
            words = self.tr("Stock {here}, at the marketplace {there}")
            tip = self.tr("Keep just this reading. Reconcile the size if it turns out wrong.")
        figures = {"here": shown.number(choice.here), "there": shown.number(choice.there)}
        button = QPushButton(words.format(**figures))
        button.setToolTip(f"{button.text()}. {tip}")
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # a panel is narrow
        button.clicked.connect(lambda _: self.chosen.emit(readings, choice))
        return button
