"""What the check of the connection found, and whether it is to be saved although the server refused it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.text import Text
from app.services.status_views import Lamp
from app.ui.i18n import translated
from app.ui.theme import Theme
from app.ui.widgets.chip import Chip, ChipLabel


class AnswerCard(QFrame):
    """Hidden until it has something to say."""

    saving_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._answer: tuple[Lamp, Sequence[Text]] | None = None
        self._chip, self.words, self.save = ChipLabel(theme), QLabel(), QPushButton()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.save.clicked.connect(self.saving_wanted)
        self.save.hide()
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.words)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 13, 16, 13)
        line.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        self.hide()

    @property
    def is_bad_news(self) -> bool:
        """Whether it says that something does not work."""
        return self._answer is not None and self._answer[0] in {Lamp.BAD, Lamp.WARNING}

    def say(self, lamp: Lamp, *sentences: Text, asks: bool = False) -> None:
        """Say this. `asks`: whether what was checked is to be saved all the same."""
        self._answer = lamp, sentences
        self.save.setVisible(asks)
        self._show()

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.save.setText(self.tr("Save all the same"))
        if self._answer is not None and not self.isHidden():
            self._show()

    def _show(self) -> None:
        if self._answer is None:
            return
        lamp, sentences = self._answer
        chips = {
            Lamp.GOOD: Chip(self.tr("Connected"), "ok"),
            Lamp.WORKING: Chip(self.tr("Checking"), "info"),
            Lamp.WARNING: Chip(self.tr("Attention"), "warn"),
            Lamp.BAD: Chip(self.tr("Does not work"), "bad"),
        }
        self._chip.show_chip(chips[lamp])
        self.words.setText(" ".join(map(translated, sentences)))
        self.show()
