"""The columns whose values the catalogue knows, whatever stands above them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.spreadsheet.articles import plain_name
from app.spreadsheet.headings import Said
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.sheet import Cell
from app.spreadsheet.size_words import size_label

_MOST_LOOKED_AT = 60
_MOST_COLUMNS = 60
_MOST = 0.5
_SURE_OF_ANOTHER = 0.9
"""A heading that says so surely that its numbers are pieces is right, although articles may be numbers."""

_MAY_NAME = frozenset({ColumnKind.ARTICLE, ColumnKind.BARCODE, ColumnKind.TITLE, ColumnKind.IGNORE})


@dataclass(frozen=True, slots=True)
class Named:
    """Those of some texts that are articles of the catalogue, and those that are barcodes in it."""

    articles: Collection[str] = ()
    barcodes: Collection[str] = ()


def texts_to_look_up(rows: Iterable[Sequence[Cell]]) -> set[str]:
    """What may be an article or a barcode in these rows."""
    found: set[str] = set()
    for row in rows:
        found.update(name for cell in row[:_MOST_COLUMNS] if isinstance(name := plain_name(cell), str))
    return found


def said_by_catalogue(
    said: Mapping[int, Said], values: Mapping[int, Sequence[Cell]], named: Named
) -> dict[int, Said]:
    """What headings say, where the catalogue does not know better."""
    found = dict(said)
    for kind, known in ((ColumnKind.ARTICLE, named.articles), (ColumnKind.BARCODE, named.barcodes)):
        column = _column_of(found, values, known, kind)
        if column is None:
            continue
        for index, one in found.items():
            if index != column and one.kind is kind:
                found[index] = _what_else(found, values[index])
        found[column] = Said(kind, 1.0)
    return found


def _column_of(
    said: Mapping[int, Said], values: Mapping[int, Sequence[Cell]], known: Collection[str], kind: ColumnKind
) -> int | None:
    """The column that has most of these names; one whose heading says so comes first."""
    best: tuple[bool, int] = (False, 0)
    found: int | None = None
    for index, one in said.items() if known else ():
        if one.kind not in _MAY_NAME and one.confidence >= _SURE_OF_ANOTHER:
            continue
        names = [name for cell in values[index][:_MOST_LOOKED_AT] if (name := plain_name(cell))]
        texts = [
            name for name in names if isinstance(name, str) and (name in known or not size_label(name))
        ]
        hits = sum(name in known for name in texts)
        if hits > _MOST * len(texts) and (rank := (one.kind is kind, len(set(texts) & set(known)))) > best:
            best, found = rank, index
    return found


def _what_else(said: Mapping[int, Said], cells: Sequence[Cell]) -> Said:
    """«Модель» beside the known articles is what the product is called."""
    has_title = any(one.kind is ColumnKind.TITLE for one in said.values())
    texts = [str(cell) for cell in cells]
    is_title = bool(texts) and not any(map(str.isdecimal, "".join(texts)))
    return Said(ColumnKind.TITLE, 0.7) if is_title and not has_title else Said(ColumnKind.IGNORE, 1.0)
