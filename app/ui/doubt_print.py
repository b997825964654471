"""Deliveries without an answer on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextDocument

from app.services.delivery_views import DoubtRow
from app.services.exporting import DOUBT_COLUMNS
from app.ui.doubt_words import expected_text
from app.ui.i18n import translated
from app.ui.table_print import Paper
from app.ui.words import action_words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def doubt_document(rows: Sequence[DoubtRow]) -> QTextDocument:
    """The table; its headings stand on every page."""
    return _paper().document(map(_line, rows))


def print_doubts(printer: QPrinter, rows: Sequence[DoubtRow]) -> None:
    """Put the table on the pages of a printer, or of a PDF file."""
    _paper().print(printer, map(_line, rows))


def _line(row: DoubtRow) -> tuple[str, ...]:
    figures = (expected_text(row.if_not_arrived), expected_text(row.if_arrived), "")
    return (row.article, row.title, row.size or "—", action_words(row.action), *figures)


def _paper() -> Paper:
    """The columns of the saved table, without the time."""
    article, title, size, action, _, *figures = (translated(c.heading) for c in DOUBT_COLUMNS)
    return Paper(
        QCoreApplication.translate("DoubtPrint", "Check against the cabinet"),
        QCoreApplication.translate(
            "DoubtPrint", "Write into the last column what the marketplace's cabinet shows now."
        ),
        (article, title, size, action, *figures),
        words=4,
    )
