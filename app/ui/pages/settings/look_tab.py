"""Theme and language, changed on the spot."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.context import UiContext
from app.ui.i18n import LANGUAGES, Language
from app.ui.theme import CHOICES
from app.ui.widgets.segmented import SegmentedControl


class LookTab(QWidget):
    """Kept for the next start."""

    def __init__(self, context: UiContext, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._language = language
        self.themes, self.languages = SegmentedControl(CHOICES), SegmentedControl(LANGUAGES)
        self._theme_name, self._language_name = QLabel(), QLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for name, control in (
            (self._theme_name, self.themes),
            (self._language_name, self.languages),
        ):
            name.setProperty("fieldName", True)
            column.addWidget(name)
            column.addWidget(control)
            column.addSpacing(12)
        self.themes.choose(context.theme.choice)
        self.languages.choose(language.code)
        self.themes.chosen.connect(self._on_theme_chosen)
        self.languages.chosen.connect(self._on_language_chosen)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._theme_name.setText(self.tr("Colours"))
        self._language_name.setText(self.tr("Language"))
        self.themes.set_words((self.tr("As the system"), self.tr("Light"), self.tr("Dark")))
        self.languages.set_words(("Русский", "English"))

    def _on_theme_chosen(self, choice: str) -> None:
        self._context.memory.setValue("theme", choice)
        self._context.theme.use(choice)

    def _on_language_chosen(self, code: str) -> None:
        self._context.memory.setValue("language", code)
        self._language.use(code)
