"""Layouts and choices as JSON: kept with each import, and for the next file with the same headings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.services.import_views import Creating, Told
from app.spreadsheet.flaws import Flaw
from app.spreadsheet.layout import Column, ColumnKind, Layout
from app.spreadsheet.meaning import Choices, Missing
from app.spreadsheet.numbers import Reading


def dump_layout(layout: Layout) -> str:
    """The whole layout."""
    return json.dumps(
        {
            "header": layout.header,
            "first_row": layout.first_row,
            "columns": {index: _column(column) for index, column in layout.columns.items()},
            "carries": layout.carries,
            "sizes_below": layout.sizes_below,
            "sizes_inside": layout.sizes_inside,
        },
        ensure_ascii=False,
    )


def _column(column: Column) -> dict[str, Any]:
    return {
        "kind": column.kind,
        "label": column.label,
        "samples": column.samples,
        "confidence": column.confidence,
        "size": column.size,
        "is_hidden": column.is_hidden,
    }


def load_layout(stored: str) -> Layout:
    """What `dump_layout` wrote."""
    data: Mapping[str, Any] = json.loads(stored)
    columns = {
        int(index): Column(
            ColumnKind(one["kind"]),
            one["label"],
            tuple(one["samples"]),
            one["confidence"],
            one["size"],
            one.get("is_hidden", False),
        )
        for index, one in data["columns"].items()
    }
    flags = (data["carries"], data["sizes_below"], data.get("sizes_inside", False))
    return Layout(tuple(data["header"]), data["first_row"], columns, *flags)


def as_remembered(guessed: Layout, remembered: Layout) -> Layout:
    """The layout of a new file, its columns as a person said of an earlier one with the same headings."""
    columns = {
        index: replace(
            column,
            kind=remembered.columns[index].kind,
            size=remembered.columns[index].size,
            confidence=1.0,
        )
        if index in remembered.columns
        else column
        for index, column in guessed.columns.items()
    }
    return replace(
        guessed,
        columns=columns,
        carries=remembered.carries,
        sizes_below=remembered.sizes_below,
        sizes_inside=remembered.sizes_inside,
    )


def dump_choices(choices: Choices, creating: Creating, told: Told) -> str:
    """What a person chose, and what the file says itself."""
    return json.dumps(
        {
            "readings": choices.readings,
            "missing": choices.missing,
            "sum_duplicates": choices.sum_duplicates,
            "include_hidden": choices.include_hidden,
            "edits": [[row, column, text] for (row, column), text in choices.edits.items()],
            "fixes": sorted(choices.fixes),
            "products": creating.products,
            "sizes": creating.sizes,
            "told": told.words,
            "in_doubt": told.is_in_doubt,
        },
        ensure_ascii=False,
    )


def load_choices(stored: str) -> tuple[Choices, Creating]:
    """What `dump_choices` wrote."""
    data: Mapping[str, Any] = json.loads(stored)
    choices = Choices(
        readings={int(column): Reading(reading) for column, reading in data["readings"].items()},
        missing=Missing(data["missing"]),
        sum_duplicates=data["sum_duplicates"],
        include_hidden=data["include_hidden"],
        edits={(row, column): text for row, column, text in data["edits"]},
        fixes=frozenset(map(Flaw, data["fixes"])),
    )
    return choices, Creating(data["products"], data["sizes"])


def load_told(stored: str) -> Told:
    """What `dump_choices` wrote of what the file says itself."""
    data = json.loads(stored)
    words = data.get("told")
    return Told(None if words is None else tuple(words), data.get("in_doubt", False))
