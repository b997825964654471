"""Sentences on the command line: in the language of `--language`, else in English, as scripts know them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from app.domain.text import Text

Say = Callable[[Text], str]


def speech(options: Namespace) -> Say:
    """What turns a sentence into words for this command."""
    language: str | None = getattr(options, "language", None)
    if language is None:
        return str
    from app.ui.i18n import translator_of  # Qt takes a while, and most scripts need none of it

    return translator_of(language)
