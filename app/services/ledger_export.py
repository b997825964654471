"""The ledger, and the stock at a past moment, as files for a spreadsheet: written page by page."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.domain.text import Text, translate
from app.services import movements
from app.services.ledger_views import LedgerFilter, LedgerRow, PastFilter
from app.services.log_pages import ROWS_AT_ONCE, log_pages
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.table_file import Cell, Column, Say, Table, table_file
from app.services.words import CAUSES

_ARTICLE = Column(translate("Export", "Article"), 18)
_SIZE = Column(translate("Export", "Size"), 9)
LEDGER_SHEET = translate("Export", "Movements")
LEDGER_COLUMNS = (
    Column(translate("Export", "When"), 17),
    _ARTICLE,
    Column(translate("Export", "Title"), 36),
    _SIZE,
    Column(translate("Export", "Cause"), 22),
    Column(translate("Export", "Pieces"), 9),  # signed
    Column(translate("Export", "Before"), 9),
    Column(translate("Export", "After"), 9),
    Column(translate("Export", "Who"), 14),
    Column(translate("Export", "From where"), 30),
)
PAST_SHEET = translate("Export", "Past stock")
PAST_COLUMNS = (
    _ARTICLE,
    _SIZE,
    Column(translate("Export", "Moment"), 17),
    Column(translate("Export", "Stock then"), 12),
    Column(translate("Export", "Stock now"), 12),
)


def origin_words(row: LedgerRow) -> Text | None:
    """Where a movement comes from: an event, a delivery, an imported file; None: it stands on its own."""
    if row.event_id is not None:
        return translate("Ledger", "event {number}").format(number=row.event_id)
    if row.delivery_id is None:
        return None
    if row.file and row.file_row is not None:
        words = translate("Ledger", "file {file}, row {row}, delivery {number}")
        return words.format(file=row.file, row=row.file_row, number=row.delivery_id)
    if row.file:
        words = translate("Ledger", "file {file}, delivery {number}")
        return words.format(file=row.file, number=row.delivery_id)
    return translate("Ledger", "delivery {number}").format(number=row.delivery_id)


def export_ledger(
    shop: Shop, path: Path, wanted: LedgerFilter, say: Say = str, progress: Progress | None = None
) -> int:
    """Write what the filter finds, newest first; returns the rows.

    Raises `StorageError` and `StoppedError`.
    """
    count, older = 0, partial(movements.older_movements, shop, wanted)
    with table_file(path, Table(LEDGER_SHEET, LEDGER_COLUMNS), say) as write:
        for page in log_pages(older, movements.movement_count(shop, wanted), progress):
            for row in page:
                write(_cells(row, say))
            count += len(page)
    return count


def _cells(row: LedgerRow, say: Say) -> tuple[Cell, ...]:
    origin = origin_words(row)
    return (
        row.at,
        row.article,
        row.title,
        row.size,
        say(CAUSES[row.cause]),
        row.quantity,
        row.here_before,
        row.here_after,
        row.who,
        None if origin is None else say(origin),
    )


def export_past_stock(
    shop: Shop, path: Path, wanted: PastFilter, say: Say = str, progress: Progress | None = None
) -> int:
    """Write the stock of each size at a moment; returns the rows. Raises `StorageError`, `StoppedError`."""
    progress = progress or Progress()
    total, count = movements.past_totals(shop, wanted).sizes, 0
    with table_file(path, Table(PAST_SHEET, PAST_COLUMNS), say) as write:
        while page := movements.past_rows(shop, wanted, count, ROWS_AT_ONCE):
            progress.advance(count, total)
            for row in page:
                write((row.article, row.size, wanted.at, row.then, row.now))
            count += len(page)
    return count
