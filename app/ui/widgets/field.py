"""A field of a form: its name above, a hint or what is wrong with it below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import InvalidValueError
from app.ui.i18n import translated
from app.ui.widgets.look import set_look

Value = TypeVar("Value")


class Field(QWidget):
    """The hint makes way for the problem, and comes back as soon as somebody types."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self.problem = ""
        label = QLabel(name)
        label.setProperty("fieldName", True)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.textEdited.connect(self._on_edited)
        self.setFocusProxy(self.edit)
        self._below = QLabel()
        self._below.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (label, self.edit, self._below):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.set_problem("")

    @property
    def text(self) -> str:
        """What is typed, without spaces around."""
        return self.edit.text().strip()

    def value(self, parse: Callable[[str], Value]) -> Value | None:
        """What the text means; None where there is none, or where it has a problem now."""
        self.set_problem("")
        if not self.text:
            return None
        try:
            return parse(self.text)
        except InvalidValueError as error:
            self.set_problem(translated(error.title))
            return None

    def set_problem(self, problem: str) -> None:
        """Say what is wrong with the field; nothing where all is well."""
        self.problem = problem
        self._below.setText(problem or self._hint)
        self._below.setVisible(bool(problem or self._hint))
        set_look(self._below, "tone", "bad" if problem else "hint")
        set_look(self.edit, "invalid", bool(problem))
        self.edit.setAccessibleDescription(problem or self._hint)

    def _on_edited(self) -> None:
        self.set_problem("")
