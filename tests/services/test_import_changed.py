"""A file that is written anew while its import is under way, or was left: other rows stand in it then."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.errors import SpreadsheetError
from app.services.delivery_views import DeliveryKind
from app.services.import_checking import (
    ChangedFileError,
    begin_import,
    check_import,
    look_again,
    repeated,
)
from app.services.import_history import import_row
from app.services.import_keeping import prepare, save, take_up
from app.services.import_queue import AT_ONCE, AlreadyImportedError, queue_import
from app.services.import_views import Creating, ImportDraft, ImportState
from app.services.import_works import take_up_again
from app.services.importing import content_of
from app.services.outbox import delivery_count
from app.services.progress import Progress
from app.services.shop import Shop
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.meaning import Choices, Meaning, Missing
from tests.services.import_support import draft_of, imported, planned, write_csv
from tests.services.support import add_simple_product
from tests.services.test_import_queue import StopAfter, products

HEADINGS = "Артикул;Размер;Кол-во\n"
RECEIPTS = HEADINGS + "JACKET;XL;два\nCOAT;M;3"
SORTED = HEADINGS + "COAT;M;3\nJACKET;XL;2"
NAMES = [f"N{number:04}" for number in range(AT_ONCE + 10)]


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    add_simple_product(shop, "JACKET", {"XL": 3}, price=Decimal(82000))
    add_simple_product(shop, "COAT", {"M": 1}, price=Decimal(90000))
    return shop


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "f.csv", RECEIPTS)


def corrected(shop: Shop, path: Path) -> ImportDraft:
    """The file with its wrong cell corrected, and something that was said of all of it."""
    choices = Choices(edits={(2, 3): "200"}, missing=Missing.ERROR, include_hidden=True)
    return draft_of(shop, path, Meaning.RECEIPTS, choices=choices)


def receipts(shop: Shop, draft: ImportDraft) -> dict[str, int]:
    """The pieces of each product of the plan."""
    rows = check_import(shop, draft, None, Progress()).plan.rows
    return {row.article: row.quantity for row in rows}


def test_what_was_typed_into_its_cells_is_not_taken_for_other_rows(stocked: Shop, path: Path) -> None:
    number = prepare(stocked, corrected(stocked, path))
    assert take_up_again(stocked, number, Progress())[0].draft.choices.edits
    write_csv(path, SORTED)
    beginning, is_begun = take_up_again(stocked, number, Progress())
    assert (beginning.is_changed, beginning.dropped, is_begun) == (True, 1, False)
    assert beginning.draft.choices == Choices(missing=Missing.ERROR)
    assert receipts(stocked, beginning.draft) == {"COAT": 3, "JACKET": 2}


def test_columns_are_looked_for_anew_where_the_headings_are_others(stocked: Shop, path: Path) -> None:
    draft = corrected(stocked, path)
    number = prepare(stocked, replace(draft, layout=draft.layout.with_column(3, ColumnKind.STOCK)))
    write_csv(path, f"Приход за май\n{SORTED}")
    moved = take_up_again(stocked, number, Progress())[0].draft.layout
    assert (moved.header, moved.find(ColumnKind.STOCK)) == ((2,), 3)
    write_csv(path, "Размер;Артикул;Кол-во\nM;COAT;3")
    found = take_up_again(stocked, number, Progress())[0].draft
    assert (found.layout.find(ColumnKind.ARTICLE), found.layout.find(ColumnKind.QUANTITY)) == (2, 3)
    assert found.choices == Choices()


def test_a_file_that_is_saved_between_two_looks_at_it_is_looked_at_anew(stocked: Shop, path: Path) -> None:
    draft = begin_import(stocked, path, None, "", Progress()).draft
    draft = replace(draft, content=repeated(stocked, draft, None, Progress())[0])
    write_csv(path, SORTED)
    with pytest.raises(ChangedFileError):
        check_import(stocked, draft, None, Progress())
    again = look_again(stocked, draft, None, Progress())
    assert again.is_changed
    result = check_import(stocked, again.draft, None, Progress())
    assert result.draft.content == content_of(path)
    queue_import(stocked, prepare(stocked, result.draft), result.plan, result.checked)
    with pytest.raises(AlreadyImportedError):
        imported(stocked, draft_of(stocked, path, Meaning.RECEIPTS))


def receipt_of(names: list[str]) -> str:
    return HEADINGS + "\n".join(f"{name};M;1" for name in names)


def test_a_part_that_was_sent_is_never_sent_again_from_other_rows(shop: Shop, path: Path) -> None:
    write_csv(path, receipt_of(NAMES))
    draft = draft_of(shop, path, Meaning.RECEIPTS, Creating(products=True))
    number = imported(shop, draft, StopAfter(AT_ONCE))
    assert take_up_again(shop, number, Progress())[1]
    write_csv(path, receipt_of(NAMES[::-1]))
    changed = replace(draft, content=content_of(path))
    for late in (
        lambda: take_up(shop, number),
        lambda: look_again(shop, draft, number, Progress()),
        lambda: check_import(shop, changed, number, Progress()),
        lambda: save(shop, number, changed),
    ):
        with pytest.raises(SpreadsheetError) as told:
            late()
        assert str(told.value.title) == "f.csv was changed after a part of it was sent."
    write_csv(path, receipt_of(NAMES))
    checked, plan = planned(shop, take_up(shop, number).draft, number)
    queue_import(shop, number, plan, checked)
    row = import_row(shop, number)
    assert row is not None
    assert (row.state, row.queued) == (ImportState.QUEUED, len(NAMES))
    assert delivery_count(shop, DeliveryKind.ALL) == len(NAMES)
    assert {size.here for product in products(shop).values() for size in product.sizes} == {1}
