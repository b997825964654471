"""Deliveries without an answer on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.services.delivery_views import DoubtRow
from app.services.exporting import DOUBT_COLUMNS
from app.ui.doubt_words import expected_text
from app.ui.i18n import translated
from app.ui.table_print import Paper
from app.ui.words import action_words


def doubt_paper() -> Paper:
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


def doubt_line(row: DoubtRow) -> Sequence[str]:
    """A row of it; the last cell is for the pen."""
    figures = (expected_text(row.if_not_arrived), expected_text(row.if_arrived), "")
    return (row.article, row.title, row.size or "—", action_words(row.action), *figures)
