"""What each column of a sheet holds, guessed from its first rows: by the headings and by the values."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from app.spreadsheet.catalogue_columns import Named, said_by_catalogue
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.content import Profile, content_kind, contradicts, profile
from app.spreadsheet.excel_dates import sizes_of_date
from app.spreadsheet.grouping import carries_down, has_sizes_below, texts_of
from app.spreadsheet.header_rows import (
    Header,
    Row,
    are_sizes_side_by_side,
    find_header,
    heading_labels,
    is_heading,
)
from app.spreadsheet.headings import Said, heading_kind, nearly_heading_kind
from app.spreadsheet.hidden_columns import marked_hidden, only_some, without_hidden
from app.spreadsheet.inner_sizes import has_inner_sizes
from app.spreadsheet.layout import Column, ColumnKind, Layout
from app.spreadsheet.row_words import is_total
from app.spreadsheet.sheet import Area, Cell
from app.spreadsheet.size_words import size_label
from app.spreadsheet.units import by_units
from app.spreadsheet.warehouses import with_places

ROWS_TO_GUESS = 200
"""More rows than that tell nothing new."""

_MOST_SAMPLES = 5
_MOST_PROFILED = 60
_NOTHING = Said(ColumnKind.IGNORE, 0)
_MOSTLY = 0.8
_SURELY_ARTICLE = 0.98
_OF_SEVERAL = 0.5
"""How sure a column is that is only the first of several with the same heading."""


def guess_layout(
    first_rows: Sequence[Row],
    merged: Sequence[Area] = (),
    named: Named | None = None,
    hidden: Collection[int] = (),
) -> Layout:
    """The layout of a sheet with these first rows; every column that is not empty has a kind.

    `named`: what of their texts the catalogue knows. `hidden`: columns that a person does not see.
    """
    rows = first_rows[:ROWS_TO_GUESS]
    header = find_header(rows, merged)
    first = (header.rows[-1] if header.rows else _rows_above(rows)) + 1
    data = [row for row in _own_rows(rows[first - 1 :], header) if not is_total(row)]
    values = _values(data, header)
    hidden = only_some(hidden, values)
    profiles = {index: profile(cells[:_MOST_PROFILED]) for index, cells in values.items()}
    columns = _columns(header, values, profiles, named or Named(), hidden)
    layout = with_places(Layout(header.rows, first, columns), data, header)
    return _grouped(layout, data, [area for area in merged if area.top >= first])


def _rows_above(rows: Sequence[Row]) -> int:
    return next((number for number, row in enumerate(rows) if any(map(cell_text, row))), 0)


def _own_rows(data: Sequence[Row], header: Header) -> Sequence[Row]:
    """The rows above the heading of another table, where there is one."""
    for number, row in enumerate(data):
        if header.rows and is_heading(row) and not _says_the_same(row, header):
            return data[:number]
    return data


def _says_the_same(row: Row, header: Header) -> bool:
    labels = heading_labels(row)
    return all(label.casefold() in header.label(index).casefold() for index, label in labels.items())


def _values(data: Sequence[Row], header: Header) -> dict[int, list[Cell]]:
    """The cells below the header that are not empty, by column."""
    width = max([*map(len, data), *header.upper, *header.lower], default=0)
    found: dict[int, list[Cell]] = {index: [] for index in range(1, width + 1)}
    for row in data:
        for index, cell in enumerate(row, 1):
            if cell != "":
                found[index].append(cell)
    return {index: cells for index, cells in found.items() if cells or header.label(index)}


def _columns(
    header: Header,
    values: Mapping[int, Sequence[Cell]],
    profiles: Mapping[int, Profile],
    named: Named,
    hidden: Collection[int],
) -> dict[int, Column]:
    wide = _sizes_side_by_side(header)
    others = [index for index in values if index not in wide]
    said = {index: _said(header, index, profiles[index]) for index in others}
    if wide:  # «Размер» above the articles means the headings beside it
        said = {index: _NOTHING if one.kind is ColumnKind.SIZE else one for index, one in said.items()}
    labels = {index: header.label(index) for index in said}
    said = said_by_catalogue(by_units(said, labels), values, named)
    said = _one_of_each(without_hidden(said, hidden, labels))
    said = _by_content(said, profiles, has_header=bool(header.rows), is_wide=bool(wide))
    said = _with_words(said, {index: _said(header, index, Profile()) for index in said}, profiles)
    columns: dict[int, Column] = {}
    for index, cells in values.items():
        samples = tuple(dict.fromkeys(text for cell in cells if (text := cell_text(cell))))[:_MOST_SAMPLES]
        label = header.label(index)
        if index in wide:
            columns[index] = Column(ColumnKind.ONE_OF_SIZES, label, samples, 0.95, wide[index])
        else:
            columns[index] = Column(said[index].kind, label, samples, said[index].confidence)
    return marked_hidden(columns, hidden)


def _sizes_side_by_side(header: Header) -> dict[int, str]:
    """The columns that are a size each. Where prices stand per size too, those columns are none."""
    block = {index: label for index, label in header.lower.items() if not _is_upper_price(header, index)}
    if not are_sizes_side_by_side(block):
        return {}
    return {index: size for index, label in block.items() if (size := _heading_size(label))}


def _heading_size(label: str) -> str | None:
    return size_label(label) or next(iter(sizes_of_date(label)), None)


def _is_upper_price(header: Header, index: int) -> bool:
    said = heading_kind(header.upper.get(index, ""))
    return said is not None and said.kind in {ColumnKind.PRICE, ColumnKind.IGNORE}


def _said(header: Header, index: int, found: Profile) -> Said:
    """What the heading says of a column, where its values do not contradict."""
    labels = (header.lower.get(index, ""), header.label(index), header.upper.get(index, ""))
    for kind_of in (heading_kind, nearly_heading_kind):
        said = [kind for label in labels if (kind := kind_of(label))]
        if said:
            surest = max(said, key=lambda one: one.confidence)
            return _NOTHING if contradicts(found, surest.kind) else surest
    return _NOTHING


def _one_of_each(said: Mapping[int, Said]) -> dict[int, Said]:
    """Only the surest column of each kind; the others are ignored. Of several alike none is sure."""
    best: dict[ColumnKind, int] = {}
    for index, one in said.items():
        if one.kind not in best or one.confidence > said[best[one.kind]].confidence:
            best[one.kind] = index
    found = {index: Said(ColumnKind.IGNORE, one.confidence) for index, one in said.items()}
    for kind, index in best.items():
        if kind is not ColumnKind.IGNORE:
            is_alone = list(said.values()).count(said[index]) == 1
            if (
                kind is ColumnKind.ARTICLE and said[index].confidence < _SURELY_ARTICLE
            ):  # «Код», and «Модель» too
                is_alone = [one.kind for one in said.values()].count(kind) == 1
            found[index] = said[index] if is_alone else Said(kind, _OF_SEVERAL)
    return found


def _by_content(
    said: dict[int, Said], profiles: Mapping[int, Profile], *, has_header: bool, is_wide: bool
) -> dict[int, Said]:
    """The kinds that no heading names, by the values of columns whose headings say nothing."""
    taken = {one.kind for one in said.values()}
    free = [index for index, one in said.items() if one == _NOTHING]
    if taken & {ColumnKind.QUANTITY, ColumnKind.STOCK, ColumnKind.PRICE} and has_header:
        taken |= {ColumnKind.QUANTITY, ColumnKind.STOCK, ColumnKind.PRICE}
    if is_wide:
        taken |= {ColumnKind.SIZE, ColumnKind.QUANTITY, ColumnKind.STOCK}
    guessed = {index: _told_apart(index, free, profiles) for index in free}
    for index in sorted(free, key=lambda one: -guessed[one].confidence):
        one = guessed[index]
        if one.kind not in taken:
            said[index] = one
            taken.add(one.kind)
    return _with_article(said, profiles)


def _with_words(
    said: dict[int, Said], headings: Mapping[int, Said], profiles: Mapping[int, Profile]
) -> dict[int, Said]:
    """The one column that is said to have numbers has them, though most are words: «много», «есть»."""
    found = dict(said)
    for kinds in ({ColumnKind.QUANTITY, ColumnKind.STOCK}, {ColumnKind.PRICE}):
        named = [index for index, one in headings.items() if one.kind in kinds]
        is_there = any(one.kind in kinds for one in said.values())
        if len(named) == 1 and not is_there and profiles[named[0]].codes < _MOSTLY:
            found[named[0]] = headings[named[0]]
    return found


def _told_apart(index: int, free: Sequence[int], profiles: Mapping[int, Profile]) -> Said:
    """By its values, and of several columns of numbers the highest are prices."""
    said = content_kind(profiles[index]) or _NOTHING
    if said.kind not in {ColumnKind.QUANTITY, ColumnKind.PRICE}:
        return said
    middles = [profiles[other].middle for other in free if profiles[other].numbers >= 0.8]
    if len(middles) > 1 and profiles[index].middle == max(middles) and max(middles) > 3 * min(middles):
        return Said(ColumnKind.PRICE, said.confidence)
    return said


def _with_article(said: dict[int, Said], profiles: Mapping[int, Profile]) -> dict[int, Said]:
    """Where nothing else can name the product, what looks most like it does."""
    kinds = {one.kind: index for index, one in said.items()}
    if ColumnKind.ARTICLE in kinds or ColumnKind.BARCODE in kinds:
        return said
    free = [i for i, one in said.items() if one == _NOTHING and profiles[i].different > 0.5]
    texts = [index for index in free if profiles[index].numbers < 0.5]
    found = kinds.get(ColumnKind.TITLE) or next(iter([*texts, *free]), None)
    return said if found is None else {**said, found: Said(ColumnKind.ARTICLE, 0.4)}


def _grouped(layout: Layout, data: Sequence[Row], merged: Sequence[Area]) -> Layout:
    article = layout.find(ColumnKind.ARTICLE)
    if article is None:
        return layout
    if layout.find(ColumnKind.SIZE) is None and not layout.wide and has_sizes_below(data, article):
        return replace(layout, carries=True, sizes_below=True)
    if layout.may_have_sizes_inside and has_inner_sizes(texts_of(data, article)):
        return replace(layout, sizes_inside=True)
    return replace(layout, carries=carries_down(data, layout, article, merged))
