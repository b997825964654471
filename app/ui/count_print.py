"""The table of *Reconcile* on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.services.reconciling import COUNT_COLUMNS, CountRow
from app.ui import format as shown
from app.ui.i18n import translated
from app.ui.table_print import Paper


def count_paper() -> Paper:
    """The columns of the saved table."""
    return Paper(
        QCoreApplication.translate("CountPrint", "Reconcile with the cabinet"),
        QCoreApplication.translate(
            "CountPrint", "Write into the last column what the marketplace's cabinet shows now."
        ),
        [translated(column.heading) for column in COUNT_COLUMNS],
        words=3,
    )


def count_line(row: CountRow) -> Sequence[str]:
    """A row of it; the last cell is for the pen."""
    on_its_way = shown.signed(row.on_its_way) if row.on_its_way else ""
    return (
        row.article,
        row.title,
        row.size,
        shown.stock(row.stock),
        on_its_way,
        shown.stock(row.agreed),
        "",
    )
