"""The steps of an import in a line: which are done, which one is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

ROOM = 34
"""Pixels around the words of a step."""


class Step(IntEnum):
    """The steps in order."""

    FILE = 0
    COLUMNS = 1
    CHECK = 2
    SEND = 3


class ImportSteps(QWidget):
    """Steps that can be gone to are buttons that can be pressed."""

    chosen = Signal(int)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        self._names: Sequence[str] = [""] * count
        self._current = 0
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 7, 18, 7)
        line.setSpacing(4)
        for number in range(count):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("step", True)
            self._group.addButton(button, number)
            line.addWidget(button)
        line.addStretch(1)
        self._group.idClicked.connect(self._on_id_clicked)

    def button(self, number: int) -> QPushButton:
        """The button of a step."""
        found = self._group.button(number)
        assert isinstance(found, QPushButton)  # noqa: S101  # made above
        return found

    def set_words(self, names: Sequence[str]) -> None:
        """The names of the steps."""
        self._names = names
        self._show()

    def show_step(self, current: int, reachable: int) -> None:
        """Which one is looked at, and the last that can be gone to."""
        self._current = current
        for number in range(len(self._names)):
            self.button(number).setEnabled(number <= max(current, reachable))
        self._show()

    def _show(self) -> None:
        for number, name in enumerate(self._names):
            is_done = number < self._current
            button = self.button(number)
            button.setText(f"✓ {name}" if is_done else f"{number + 1} {name}")
            button.setAccessibleName(self.tr("{name}: done").format(name=name) if is_done else name)
            button.setChecked(number == self._current)
            # The one of now is bold, which the style sheet makes no room for.
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(button.text()) + ROOM)

    def _on_id_clicked(self, number: int) -> None:
        self.button(self._current).setChecked(True)  # whoever hears it decides whether it is gone to
        self.chosen.emit(number)
