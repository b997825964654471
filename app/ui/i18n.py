"""The language of the window, chosen by the system or by the person, changeable on the spot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

import app
from app.domain.text import Text
from app.ui.format import when

RESOURCES = Path(app.__file__).parents[1] / "resources"
LANGUAGES = ("ru", "en")


def translated(text: Text | None) -> str:
    """A sentence in the language of the window; nothing for None."""
    if text is None:
        return ""
    words = QCoreApplication.translate(text.context, text.source, text.comment or None, text.count)
    values = {name: _shown(value) for name, value in text.values.items()}
    return words.format(**values) if values else words


def translator_of(code: str) -> Callable[[Text], str]:
    """What says sentences in this language where no window runs, and so no application."""
    found = QTranslator()
    found.load(f"polka_{code}", str(RESOURCES / "translations"))

    def say(text: Text) -> str:
        words = found.translate(text.context, text.source, text.comment or None, text.count)
        values = {name: say(one) if isinstance(one, Text) else one for name, one in text.values.items()}
        return words.replace("%n", str(text.count)).format(**values) if words else str(text)

    return say


def _shown(value: object) -> object:
    if isinstance(value, datetime):
        return when(value)
    return translated(value) if isinstance(value, Text) else value


def system_language() -> str:
    """Russian where the system speaks it or a neighbouring language, else English."""
    language = QLocale.system().name()[:2]
    return "ru" if language in {"ru", "kk", "be", "uk", "ky", "uz", "C"} else "en"


class Language(QObject):
    """Installs the translations of one language at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.code = ""
        self._translators: list[QTranslator] = []

    def use(self, code: str) -> None:
        """Show everything in this language (`ru` or `en`), numbers and dates too."""
        if code == self.code:
            return
        self.code = code
        QLocale.setDefault(_locale(code))
        for old in self._translators:
            QCoreApplication.removeTranslator(old)
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        folders = ((qt, f"qtbase_{code}"), (RESOURCES / "translations", f"polka_{code}"))
        self._translators = [t for folder, name in folders if (t := self._loaded(folder, name))]
        for new in self._translators:
            QCoreApplication.installTranslator(new)

    def _loaded(self, folder: Path, name: str) -> QTranslator | None:
        translator = QTranslator(self)
        return translator if translator.load(name, str(folder)) else None


def _locale(code: str) -> QLocale:
    """The system's own locale where it speaks the language, for its number and date formats."""
    system = QLocale.system()
    if system.name().startswith(code):
        return system
    territory = QLocale.Country.Russia if code == "ru" else QLocale.Country.UnitedKingdom
    language = QLocale.Language.Russian if code == "ru" else QLocale.Language.English
    return QLocale(language, territory)
