"""A list from which a person says once what something of the marketplace means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from app.domain.errors import PolkaError
from app.services.link_views import LinkEffect
from app.ui.context import UiContext
from app.ui.dialogs.confirmation import Confirmation
from app.ui.i18n import translated
from app.ui.link_words import LinkWords


class ChoiceDialog(QDialog):
    """Choosing applies everything that waited; those who inherit say what is chosen and link it."""

    linked = Signal(int)  # waiting lines that were applied

    def __init__(
        self, context: UiContext, model: QAbstractListModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.model = model
        model.setParent(self)
        self.intro, self.problem = QLabel(), QLabel()
        self.list = QListView()
        self.list.setModel(model)
        self.cancel, self.choose = QPushButton(), QPushButton()
        self.list.doubleClicked.connect(self.take)
        self.choose.clicked.connect(self.take)
        self.cancel.clicked.connect(self.reject)

    def take(self) -> None:
        """Link what is chosen, after the question where events were applied otherwise."""
        raise NotImplementedError

    def lay_out(self, parts: Sequence[QWidget]) -> None:
        """These one below the other, with the problem and the buttons at the end."""
        for label in (self.intro, self.problem):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty("tone", "bad")
        self.problem.hide()
        self.choose.setProperty("primary", True)
        self.choose.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for part in (*parts, self.problem):
            column.addWidget(part)
        column.addLayout(buttons)

    def read_effect(self, effect: Callable[..., Any], *what: object, done: Callable[[Any], None]) -> None:
        """Ask what the choice would change of what was applied."""
        self.choose.setEnabled(False)
        self._context.tasks.run(effect, self._context.shop, *what, done=done, failed=self._on_failed)

    def ask(self, title: str, effect: LinkEffect, then: str, agreed: Callable[[], None]) -> None:
        """Say what changes, before it is changed."""
        self.choose.setEnabled(True)
        words = LinkWords().effect(effect, then)
        Confirmation(self._context.theme, title, words, title, self).ask(agreed)

    def link(self, write: Callable[..., int], *what: object) -> None:
        """Write the link, and close."""
        self.choose.setEnabled(False)
        self._context.tasks.run(
            write, self._context.shop, *what, done=self._on_linked, failed=self._on_failed, lane="write"
        )

    def say(self, words: str) -> None:
        """Say what stands in the way."""
        self.problem.setText(words)
        self.problem.show()

    def _on_linked(self, applied: int) -> None:
        self.linked.emit(applied)
        self.accept()

    def _on_failed(self, error: PolkaError) -> None:
        self.say(f"{translated(error.title)} {translated(error.advice)}")
        self.choose.setEnabled(True)
