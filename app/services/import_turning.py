"""A table that lies on its side as an upright file of its own, which is imported in its place."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

from app.services.import_views import ImportDraft
from app.services.importing import PASTED, open_file
from app.services.progress import Progress
from app.services.shop import Shop
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.turning import turn


def turn_file(shop: Shop, draft: ImportDraft, progress: Progress) -> Path:
    """Write the chosen sheet upright beside what was pasted; returns where.

    Raises `SpreadsheetError` and `StoppedError`.
    """
    sheet = open_file(draft.path, progress, draft.encoding).sheets[draft.sheet]
    rows = turn(sheet, progress.advance)
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter="\t")
    writer.writerows([" ".join(cell_text(cell).split()) for cell in row] for row in rows)
    data = written.getvalue().encode("utf-8-sig")
    path = shop.folder / PASTED / f"{draft.path.stem} {hashlib.sha256(data).hexdigest()[:6]}.tsv"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path
