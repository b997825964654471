"""A table that lies on its side as an upright file of its own, which is imported in its place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.services.import_sheet import chosen_sheet
from app.services.import_views import ImportDraft
from app.services.importing import PASTED, open_file
from app.services.progress import Progress
from app.services.shop import Shop
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.reading.pasting import as_file
from app.spreadsheet.sheet import Cell
from app.spreadsheet.turning import turn


def turn_file(shop: Shop, draft: ImportDraft, progress: Progress) -> Path:
    """Write the chosen sheet upright beside what was pasted; returns where.

    Raises `SpreadsheetError` and `StoppedError`.
    """
    sheet = chosen_sheet(open_file(draft.path, progress, draft.encoding), draft)
    rows = turn(sheet, progress.advance)
    return keep_beside(shop, draft, rows)


def keep_beside(shop: Shop, draft: ImportDraft, rows: Iterable[Sequence[Cell]]) -> Path:
    """Write these rows as a file beside what was pasted; returns where."""
    data = as_file([" ".join(cell_text(cell).split()) for cell in row] for row in rows)
    path = shop.folder / PASTED / hashlib.sha256(data).hexdigest()[:12] / f"{draft.path.stem}.tsv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
