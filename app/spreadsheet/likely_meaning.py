"""What a file most likely means: by the headings of its numbers, else by what stands above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.spreadsheet.amounts import says_nothing
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.headings import heading_kind
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.numbers import likely_number
from app.spreadsheet.sheet import Cell
from app.spreadsheet.suited import movement_columns

_MOST_SIGNS = 2000
_SURE = 0.9

_WORDS = {
    Meaning.SOLD: re.compile(r"прода|реализ|расход|\bвыкуп|sold|sale|сатыл|сату\b|шығыс", re.IGNORECASE),
    Meaning.RETURN: re.compile(r"возвр|return|қайтар", re.IGNORECASE),
    Meaning.CANCEL: re.compile(r"отмен|cancel|бас тарт", re.IGNORECASE),
    Meaning.COUNT: re.compile(
        r"остат|налич|факт(?!ур)|stock|on hand|inventory|инвентар|пересч|қалды|түгенде", re.IGNORECASE
    ),
    Meaning.RECEIPTS: re.compile(
        r"приход|поступ|принят|получен|оприход|приёмк|приемк|receipt|receiv|кіріс|келді|қабылда|түсім",
        re.IGNORECASE,
    ),
}
_INVOICE = re.compile(r"накладн|invoice|жүкқұжат", re.IGNORECASE)
"""Goods come with one; they go with one as well, but then it says so."""

_ANOTHER = re.compile(
    r"перемещ|списан|возвр\w* (?:товар\w* )?поставщик|write-?off|stock transfer"
    r"|return to (?:the )?(?:supplier|vendor)",
    re.IGNORECASE,
)
_ORDER = re.compile(r"заказ\w* (?:товар\w* )?поставщик|purchase order", re.IGNORECASE)
"""Papers that are about something else than any meaning; an order only where nothing came of it yet."""

ANOTHER = "another"

_PRICES = re.compile(r"переоцен|прайс|price|баға", re.IGNORECASE)


class Likely(NamedTuple):
    """A meaning, and whether anything in the file says so."""

    meaning: Meaning
    is_sure: bool


def likely_meaning(layout: Layout, title: str = "", name: str = "") -> Likely:
    """What the file means. Receipts where nothing says so, which is not sure.

    `title` is what stands above the headings, `name` that of the file, which is only sure of receipts.
    """
    found = _likely(layout, title, name)
    return found._replace(is_sure=False) if _other_paper(title) else found


def said_by_file(title: str, name: str = "") -> tuple[str, ...]:
    """What the title says that the file means, else what its name says.

    A word that begins with `ANOTHER` is a paper that means nothing of all this.
    """
    for text in (title, name):
        paper = _other_paper(text)
        found = [*map(str, spoken_of(text)), *([f"{ANOTHER} {paper}"] if paper else [])]
        if found:
            return tuple(found)
    return ()


def is_of_other_paper(words: Iterable[str]) -> bool:
    """Whether some of what a file says is of a paper that means nothing of all this."""
    return any(word.startswith(ANOTHER) for word in words)


def _likely(layout: Layout, title: str, name: str) -> Likely:
    pieces = (
        layout.find(ColumnKind.QUANTITY) or layout.find(ColumnKind.STOCK) or next(iter(layout.wide), None)
    )
    if pieces is None:
        return _without_pieces(layout, title)
    is_stock = layout.columns[pieces].kind is ColumnKind.STOCK
    if is_stock and _is_sure(layout, ColumnKind.PRODUCT_ID) and _is_sure(layout, ColumnKind.SIZE_ID):
        return Likely(Meaning.CABINET, is_sure=True)  # nobody else has its numbers beside the stock
    of_title = spoken_of(title)
    of_heading = spoken_of(_headings_of_pieces(layout))
    if of_heading:
        likely = next((one for one in of_title if one in of_heading), of_heading[0])
        is_sure = len(of_heading) == 1 and of_title in ([], of_heading)
        return Likely(likely, is_sure=is_sure and (likely.is_count or not _has_other(layout, likely)))
    if layout.find(ColumnKind.PRICE) and _PRICES.search(title):
        return Likely(Meaning.PRICE, is_sure=False)
    if of_title:
        return Likely(of_title[0], is_sure=len(of_title) == 1)
    if is_stock:
        return Likely(Meaning.COUNT, is_sure=True)
    if _INVOICE.search(title):
        return Likely(Meaning.RECEIPTS, is_sure=True)
    of_name = spoken_of(name)
    return Likely(next(iter(of_name), Meaning.RECEIPTS), is_sure=of_name == [Meaning.RECEIPTS])


def _without_pieces(layout: Layout, title: str) -> Likely:
    has_ids = layout.find(ColumnKind.PRODUCT_ID) or layout.find(ColumnKind.SIZE_ID)
    if _has_unread_sizes(layout):
        return Likely(next(iter(spoken_of(title)), Meaning.RECEIPTS), is_sure=False)
    if layout.places:
        return Likely(Meaning.COUNT, is_sure=False)
    if layout.find(ColumnKind.PRICE):
        return Likely(Meaning.PRICE, is_sure=True)
    return Likely(Meaning.LINKS if has_ids else Meaning.RECEIPTS, is_sure=has_ids is not None)


def title_above(rows: Sequence[Sequence[Cell]], layout: Layout) -> str:
    """What stands above the headings."""
    above = rows[: layout.header[0] - 1] if layout.header else ()
    return "\n".join(text for row in above for cell in row if (text := cell_text(cell)))[:_MOST_SIGNS]


def _is_sure(layout: Layout, kind: ColumnKind) -> bool:
    index = layout.find(kind)
    return index is not None and layout.columns[index].confidence >= _SURE


def _has_unread_sizes(layout: Layout) -> bool:
    """Whether numbers stand below several headings that begin with «Размер», of sizes that nobody knows."""
    found = [
        column
        for column in layout.columns.values()
        if (said := heading_kind(column.label)) is not None
        and said.kind is ColumnKind.SIZE
        and column.samples
        and all(says_nothing(text) or likely_number(text) is not None for text in column.samples)
    ]
    return len(found) > 1


def _headings_of_pieces(layout: Layout) -> str:
    kinds = {ColumnKind.QUANTITY, ColumnKind.STOCK, ColumnKind.ONE_OF_SIZES}
    labels = {column.label: None for column in layout.columns.values() if column.kind in kinds}
    return "\n".join(labels)


def _has_other(layout: Layout, likely: Meaning) -> bool:
    """Whether other columns are of what came or went in another way: «Возвращено» beside «Продано»."""
    labels = [layout.columns[index].label for index in movement_columns(layout)]
    return any(said != [likely] for label in labels if (said := spoken_of(label)))


def _other_paper(text: str) -> str:
    """How the paper is called that a text is about, where it is none of the meanings."""
    found = _ANOTHER.search(text) or (None if spoken_of(text) else _ORDER.search(text))
    return found[0].casefold() if found else ""


def spoken_of(text: str) -> list[Meaning]:
    """The meanings of which the words of a text are."""
    return [meaning for meaning, words in _WORDS.items() if words.search(text)]
