"""Deliveries without an answer on paper: a plain table with an empty column for a pen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QTextDocument

from app.services.delivery_views import DoubtRow
from app.services.exporting import DOUBT_COLUMNS
from app.ui.doubt_words import expected_text
from app.ui.i18n import translated
from app.ui.words import action_words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

POINTS = 9


def doubt_document(rows: Sequence[DoubtRow]) -> QTextDocument:
    """The table; its headings stand on every page."""
    document = QTextDocument()
    document.setDefaultFont(QFont("sans-serif", POINTS))
    document.setDefaultStyleSheet("th { text-align: left; } td.figure, th.figure { text-align: right; }")
    head = "".join(_cell("th", text, is_figure) for text, is_figure in _heads())
    body = "".join(f"<tr>{_line(row)}</tr>" for row in rows)
    document.setHtml(
        f"<h3>{escape(_title())}</h3><p>{escape(_advice())}</p>"
        f'<table width="100%" border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
    return document


def print_doubts(printer: QPrinter, rows: Sequence[DoubtRow]) -> None:
    """Put the table on the pages of a printer, or of a PDF file."""
    doubt_document(rows).print_(printer)


def _line(row: DoubtRow) -> str:
    texts = (row.article, row.title, row.size or "—", action_words(row.action))
    figures = (expected_text(row.if_not_arrived), expected_text(row.if_arrived), "")
    return _cells(texts, is_figure=False) + _cells(figures, is_figure=True)


def _cells(texts: Iterable[str], *, is_figure: bool) -> str:
    return "".join(_cell("td", text, is_figure) for text in texts)


def _cell(tag: str, text: str, is_figure: bool) -> str:  # noqa: FBT001  # one of three of a kind
    kind = ' class="figure" align="right"' if is_figure else ""
    return f"<{tag}{kind}>{escape(text)}</{tag}>"


def _heads() -> list[tuple[str, bool]]:
    """Those of the saved table, without the time."""
    article, title, size, action, _, *figures = (translated(c.heading) for c in DOUBT_COLUMNS)
    words = [(text, False) for text in (article, title, size, action)]
    return words + [(text, True) for text in figures]


def _title() -> str:
    return QCoreApplication.translate("DoubtPrint", "Check against the cabinet")


def _advice() -> str:
    return QCoreApplication.translate(
        "DoubtPrint", "Write into the last column what the marketplace's cabinet shows now."
    )
