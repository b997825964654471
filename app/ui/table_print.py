"""A plain table on paper, with an empty column for a pen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextDocument

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

POINTS = 9
TABLE = 'width="100%" border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse"'


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed. `words`: how many of the first columns are words; the others are figures."""

    title: str
    advice: str
    headings: Sequence[str]
    words: int

    def document(self, rows: Iterable[Sequence[str]]) -> QTextDocument:
        """The table; its headings stand on every page."""
        document = QTextDocument()
        document.setDefaultFont(QFont("sans-serif", POINTS))
        document.setDefaultStyleSheet(
            "th { text-align: left; } td.figure, th.figure { text-align: right; }"
        )
        body = "".join(self._line("td", row) for row in rows)
        document.setHtml(
            f"<h3>{escape(self.title)}</h3><p>{escape(self.advice)}</p>"
            f"<table {TABLE}>"
            f"<thead>{self._line('th', self.headings)}</thead><tbody>{body}</tbody></table>"
        )
        return document

    def print(self, printer: QPrinter, rows: Iterable[Sequence[str]]) -> None:
        """Put the table on the pages of a printer, or of a PDF file."""
        self.document(rows).print_(printer)

    def _line(self, tag: str, texts: Sequence[str]) -> str:
        figure = ' class="figure" align="right"'
        cells = (
            f"<{tag}{figure if number >= self.words else ''}>{escape(text)}</{tag}>"
            for number, text in enumerate(texts)
        )
        return f"<tr>{''.join(cells)}</tr>"
