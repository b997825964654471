"""Products, deliveries and events as files for a spreadsheet: read and written page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from app.domain.doubt import Figure
from app.domain.text import translate
from app.services import catalogue, inbox, outbox
from app.services.delivery_views import DeliveryRow, DoubtRow, LastAttempt
from app.services.event_views import EventFilter, EventRow
from app.services.log_pages import ROWS_AT_ONCE, log_pages
from app.services.outbox import Shown
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.table_file import Cell, Column, Say, Table, table_file
from app.services.views import ProductFilter, ProductRow
from app.services.words import ACTIONS, KINDS, STATES, WAITS_FOR

_ARTICLE = Column(translate("Export", "Article"), 18)
_TITLE = Column(translate("Export", "Title"), 36)
_SIZE = Column(translate("Export", "Size"), 9)
_BEFORE = Column(translate("Export", "Before"), 9)
_AFTER = Column(translate("Export", "After"), 9)
_PRICE = Column(translate("Export", "Price"), 12)

PRODUCT_SHEET = translate("Export", "Products")
PRODUCT_COLUMNS = (
    _ARTICLE,
    _TITLE,
    Column(translate("Export", "Brand"), 18),
    _SIZE,
    Column(translate("Export", "Barcode"), 16),
    Column(translate("Export", "Stock"), 10),
    Column(translate("Export", "Not sent"), 14),  # signed pieces
    _PRICE,
    Column(translate("Export", "New price"), 12),
)
DELIVERY_SHEET = translate("Export", "Deliveries")
DELIVERY_COLUMNS = (
    Column(translate("Export", "Created"), 17),
    _ARTICLE,
    _TITLE,
    Column(translate("Export", "Action"), 14),
    _SIZE,
    Column(translate("Export", "Quantity"), 12),
    Column(translate("Export", "At the marketplace before"), 16),
    Column(translate("Export", "At the marketplace after"), 16),
    Column(translate("Export", "Old price"), 12),
    _PRICE,
    Column(translate("Export", "State"), 26),
    Column(translate("Export", "Reason"), 48),
    Column(translate("Export", "Attempts"), 10),
    Column(translate("Export", "Last attempt"), 17),
    Column(translate("Export", "HTTP status"), 9),
    Column(translate("Export", "Connecting, ms"), 12),
    Column(translate("Export", "Sending, ms"), 12),
    Column(translate("Export", "Waiting, ms"), 12),
    Column(translate("Export", "Who"), 14),
    Column(translate("Export", "Batch"), 10),
)
EVENT_SHEET = translate("Export", "Events")
EVENT_COLUMNS = (
    Column(translate("Export", "Received"), 17),
    Column(translate("Export", "What it was"), 18),
    _ARTICLE,
    Column(translate("Export", "Number at the marketplace"), 14),
    _SIZE,
    _BEFORE,
    _AFTER,
    Column(translate("Export", "What it did"), 60),
)


DOUBT_SHEET = translate("Export", "Without an answer")
DOUBT_COLUMNS = (
    _ARTICLE,
    _TITLE,
    _SIZE,
    Column(translate("Export", "Action"), 14),
    Column(translate("Export", "Sent"), 17),
    Column(translate("Export", "If it did not arrive"), 20),
    Column(translate("Export", "If it arrived"), 20),
    Column(translate("Export", "In the cabinet now"), 20),
)


def export_products(
    shop: Shop, path: Path, wanted: ProductFilter, say: Say = str, progress: Progress | None = None
) -> int:
    """Write every size of a filter; returns the rows. Raises `StorageError` and `StoppedError`."""
    progress = progress or Progress()
    ids = catalogue.product_index(shop, wanted).ids
    count = 0
    with table_file(path, Table(PRODUCT_SHEET, PRODUCT_COLUMNS), say) as write:
        for start in range(0, len(ids), ROWS_AT_ONCE):
            progress.advance(start, len(ids))
            for product in catalogue.product_rows(shop, ids[start : start + ROWS_AT_ONCE]):
                for cells in _product_cells(product):
                    write(cells)
                    count += 1
    return count


def _product_cells(product: ProductRow) -> Iterator[tuple[Cell, ...]]:
    names, prices = (product.article, product.title, product.brand), (product.price, product.new_price)
    for size in product.sizes:
        not_sent = None if size.pending is None else size.pending.movement
        yield (*names, size.value, size.barcode, size.stock, not_sent, *prices)


def export_deliveries(
    shop: Shop, path: Path, shown: Shown, say: Say = str, progress: Progress | None = None
) -> int:
    """Write what the filter finds, newest first: a row a size, one for a price; returns the rows.

    Raises `StorageError` and `StoppedError`.
    """
    count, older = 0, partial(outbox.older_deliveries, shop, shown)
    with table_file(path, Table(DELIVERY_SHEET, DELIVERY_COLUMNS), say) as write:
        for page in log_pages(older, outbox.delivery_count(shop, shown), progress):
            tried = outbox.last_attempts(shop, [row.id for row in page])
            for row in page:
                for cells in _delivery_cells(row, tried.get(row.id), say):
                    write(cells)
                    count += 1
    return count


def _delivery_cells(row: DeliveryRow, last: LastAttempt | None, say: Say) -> Iterator[tuple[Cell, ...]]:
    names = (row.created_at, row.article, row.title, say(ACTIONS[row.action]))
    reason = None if row.reason is None else say(row.reason)
    state = STATES[row.state] if row.waits_for is None else WAITS_FOR[row.waits_for.state]
    tried = (row.attempts, *_attempt_cells(last))
    ending = (row.old_price, row.price, say(state), reason, *tried, row.who, row.batch_id)
    for line in row.lines:
        yield (*names, line.value, line.quantity, line.before, line.after, *ending)
    if not row.lines:
        yield (*names, None, None, None, None, *ending)


def _attempt_cells(last: LastAttempt | None) -> tuple[Cell, ...]:
    """When, the status, and the whole milliseconds of its parts."""
    if last is None:
        return (None,) * 5
    times = last.times
    parts = (None,) * 3 if times is None else (times.connecting, times.sending, times.waiting)
    return (last.at, last.status, *(None if part is None else round(part) for part in parts))


def export_events(
    shop: Shop, path: Path, wanted: EventFilter, say: Say = str, progress: Progress | None = None
) -> int:
    """Write what the filter finds, newest first; returns the rows.

    Raises `StorageError` and `StoppedError`.
    """
    count, older = 0, partial(inbox.older_events, shop, wanted)
    with table_file(path, Table(EVENT_SHEET, EVENT_COLUMNS), say) as write:
        for page in log_pages(older, inbox.event_count(shop, wanted), progress):
            for row in page:
                write(_event_cells(row, say))
            count += len(page)
    return count


def _event_cells(row: EventRow, say: Say) -> tuple[Cell, ...]:
    return (
        row.received_at,
        say(KINDS[row.kind]),
        row.article,
        row.marketplace_id,
        row.size,
        row.before,
        row.after,
        None if row.note is None else say(row.note),
    )


DoubtFigures = Sequence[tuple[DoubtRow, Figure | None]]
"""What is asked, and the figure of the cabinet where one is typed."""


def export_doubts(
    _: Shop, path: Path, doubts: DoubtFigures, say: Say = str, progress: Progress | None = None
) -> int:
    """Write what is asked about deliveries without an answer; returns the rows.

    Raises `StorageError` and `StoppedError`.
    """
    progress = progress or Progress()
    with table_file(path, Table(DOUBT_SHEET, DOUBT_COLUMNS), say) as write:
        for number, (row, typed) in enumerate(doubts):
            progress.advance(number, len(doubts))
            expected = (_expected(row.if_not_arrived), _expected(row.if_arrived))
            action = say(ACTIONS[row.action])
            write((row.article, row.title, row.size, action, row.sent_at, *expected, typed))
    return len(doubts)


def _expected(figures: Sequence[Figure]) -> Cell:
    """One figure is a number; several are a text."""
    return figures[0] if len(figures) == 1 else " / ".join(map(str, figures))
