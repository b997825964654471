"""A combo box over values of Python."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from app.ui.widgets.combo_box import ComboBox


class ChoiceBox(ComboBox):
    """The values are kept here: Qt would hand words of an enumeration back as plain text."""

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.currentIndexChanged.connect(lambda _: self.chosen.emit())

    @property
    def value(self) -> object:
        """The chosen one."""
        return self._values[self.currentIndex()]

    def offer(self, choices: Iterable[tuple[str, object]], chosen: object) -> None:
        """(words, value) of what can be chosen; the first is chosen where `chosen` is not there."""
        with QSignalBlocker(self):
            self.clear()
            self._values = []
            for words, value in choices:
                self.addItem(words)
                self._values.append(value)
            self.setCurrentIndex(self._place(chosen))

    def choose(self, value: object) -> None:
        """Choose a value; `chosen` is told if it is another one."""
        self.setCurrentIndex(self._place(value))

    def _place(self, value: object) -> int:
        return self._values.index(value) if value in self._values else 0
