"""The translator's Russian, without the window that shows it."""

from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from app.domain.text import Text

_FILE = Path(__file__).parents[2] / "resources" / "translations" / "polka_ru.ts"


def in_russian(text: Text) -> str:
    """A sentence without placeholders and plurals."""
    return _sentences()[text.context, text.source]


@cache
def _sentences() -> dict[tuple[str, str], str]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in ET.parse(_FILE).getroot().iter("context")
        for message in context.iter("message")
    }
