"""A row of joined buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class SegmentedControl(QWidget):
    """`values` are the options in order; their words come with `set_words`."""

    chosen = Signal(object)

    def __init__(self, values: Sequence[object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._values = list(values)
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(1, 1, 1, 1)
        line.setSpacing(0)
        for number in range(len(self._values)):
            line.addWidget(self._button(number))
        self._group.idToggled.connect(self._on_id_toggled)
        self._group.button(0).setChecked(True)

    def _button(self, number: int) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.setProperty("segment", True)
        button.setProperty("first", number == 0)
        button.setProperty("last", number == len(self._values) - 1)
        self._group.addButton(button, number)
        return button

    @property
    def value(self) -> object:
        """The chosen option."""
        return self._values[self._group.checkedId()]

    def choose(self, value: object) -> None:
        """Choose an option; `chosen` is told if it is another one."""
        self._group.button(self._values.index(value)).setChecked(True)

    def set_words(self, words: Sequence[str]) -> None:
        """The words of the options, in order."""
        for number, text in enumerate(words):
            button = self._group.button(number)
            button.setText(text)
            # The chosen one is bold: without room for that the row would move at every click.
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(text) + 34)

    def button(self, value: object) -> QPushButton:
        """The button of an option."""
        button = self._group.button(self._values.index(value))
        assert isinstance(button, QPushButton)  # noqa: S101  # made above
        return button

    def _on_id_toggled(self, number: int, is_chosen: bool) -> None:  # noqa: FBT001  # Qt's signature
        # Tab goes to the chosen one, arrows to the others.
        policy = Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus
        self._group.button(number).setFocusPolicy(policy)
        if is_chosen:
            self.chosen.emit(self._values[number])
