"""The rows of an import that were left out for an error, as a file that can be repaired and imported."""

from __future__ import annotations

from pathlib import Path

from app.domain.text import translate
from app.services.import_checking import CheckedImport
from app.services.import_rows import Part
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.table_file import Cell, Column, Say, Table, table_file
from app.spreadsheet.meaning import Meaning

_ARTICLE = Column(translate("Import", "Article"), 18)
_SIZE = Column(translate("Import", "Size"), 10)
_PIECES = Column(translate("Import", "Pieces"), 10)
_STOCK = Column(translate("Import", "Stock"), 10)
_PRICE = Column(translate("Import", "Price"), 12)
_REMARK = Column(translate("Import", "What is wrong"), 60)
_ROW = Column(translate("Import", "Row in the file"), 14)
_SHEET = translate("Import", "Errors")


def export_failed(_: Shop, path: Path, result: CheckedImport, say: Say, progress: Progress) -> int:
    """Write them; returns how many. Raises `StorageError` and `StoppedError`."""
    numbers = result.rows.numbers(Part.ERRORS)
    with table_file(path, _table(result.draft.meaning), say) as write:
        for done, number in enumerate(numbers):
            progress.advance(done, len(numbers))
            row = result.rows.row(number)
            remark = " ".join(say(problem.text) for problem in row.problems)
            cells: list[Cell] = [row.article, row.size, row.number, row.price, remark, row.row]
            if not result.draft.meaning.has_pieces:
                del cells[3]
            write(cells)
    return len(numbers)


def _table(meaning: Meaning) -> Table:
    if not meaning.has_pieces:
        return Table(_SHEET, (_ARTICLE, _SIZE, _PRICE, _REMARK, _ROW))
    number = _STOCK if meaning.is_count else _PIECES
    return Table(_SHEET, (_ARTICLE, _SIZE, number, _PRICE, _REMARK, _ROW))
