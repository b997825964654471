"""What was remembered of some headings, where the next file with them says itself what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.arriving_files import prepare_file
from app.services.import_checking import begin_import
from app.services.import_history import import_row
from app.services.import_keeping import remember
from app.services.import_memory import dump_choices, dump_layout
from app.services.import_views import Creating, ImportDraft, Told
from app.services.progress import Progress
from app.services.shop import Shop
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.meaning import Choices, Meaning
from app.storage import imports
from tests.services.import_support import write_csv
from tests.services.support import add_simple_product

TABLE = "Артикул;Размер;Кол-во\nJACKET;XL;2"


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    add_simple_product(shop, "JACKET", {"XL": 3, "L": 4})
    return shop


def draft_of(shop: Shop, path: Path) -> ImportDraft:
    return begin_import(shop, path, None, "", Progress()).draft


def say(shop: Shop, path: Path, meaning: Meaning) -> None:
    """What a person says of the columns and the meaning of this file."""
    draft = draft_of(shop, path)
    layout = draft.layout.with_column(2, ColumnKind.SIZE)
    remember(shop, ImportDraft(path, draft.content, layout, meaning, told=draft.told))


def understood(shop: Shop, path: Path) -> tuple[Meaning, bool]:
    """What the file is taken for, and whether that is asked."""
    draft = draft_of(shop, path)
    return draft.meaning, draft.told.is_in_doubt


def with_title(path: Path, title: str, name: str = "f.csv") -> Path:
    return write_csv(path / name, f"{title};;\n{TABLE}" if title else TABLE)


def prepared(shop: Shop, path: Path, meaning: Meaning | None = None) -> int:
    number = prepare_file(shop, path, Progress(), meaning)
    assert number is not None
    return number


@pytest.mark.parametrize(
    ("title", "name", "meaning"),
    [
        ("Отчёт о продажах за 25.11.2026", "f.csv", Meaning.SOLD),
        ("", "Продажи за 25.11.csv", Meaning.SOLD),
        ("Возврат поставщику № 3", "f.csv", Meaning.RECEIPTS),
        ("Перемещение товаров № 7", "f.csv", Meaning.RECEIPTS),
    ],
)
def test_a_file_that_says_something_else_is_asked_about(
    stocked: Shop, tmp_path: Path, title: str, name: str, meaning: Meaning
) -> None:
    say(stocked, with_title(tmp_path, ""), Meaning.RECEIPTS)
    assert understood(stocked, with_title(tmp_path, "")) == (Meaning.RECEIPTS, False)
    path = with_title(tmp_path, title, name)
    assert understood(stocked, path) == (meaning, True)
    row = import_row(stocked, prepared(stocked, path))
    assert row is not None
    assert (row.meaning, row.is_meaning_in_doubt) == (meaning, True)
    said = import_row(stocked, prepared(stocked, path, Meaning.RECEIPTS))
    assert said is not None
    assert not said.is_meaning_in_doubt, "a person has said so of the whole folder"


def test_what_was_said_of_a_title_is_not_asked_again(stocked: Shop, tmp_path: Path) -> None:
    say(stocked, with_title(tmp_path, "Реализация товаров № 7"), Meaning.RECEIPTS)
    assert understood(stocked, with_title(tmp_path, "Реализация товаров № 8")) == (Meaning.RECEIPTS, False)
    assert understood(stocked, with_title(tmp_path, "Приход № 8")) == (Meaning.RECEIPTS, False)
    assert understood(stocked, with_title(tmp_path, "Остатки")) == (Meaning.COUNT, True)


def test_a_meaning_that_the_title_said_is_asked_about_where_there_is_none(
    stocked: Shop, tmp_path: Path
) -> None:
    say(stocked, with_title(tmp_path, "Отчёт о продажах"), Meaning.SOLD)
    assert understood(stocked, with_title(tmp_path, "")) == (Meaning.SOLD, True)


def test_the_name_of_a_file_says_it_where_nothing_else_does(stocked: Shop, tmp_path: Path) -> None:
    assert understood(stocked, with_title(tmp_path, "", "Продажи.csv")) == (Meaning.SOLD, True)
    assert understood(stocked, with_title(tmp_path, "Накладная № 5", "Продажи.csv")) == (
        Meaning.RECEIPTS,
        False,
    )


def test_an_answer_about_hidden_rows_that_an_earlier_version_remembered_is_not_taken(
    stocked: Shop, tmp_path: Path
) -> None:
    path = with_title(tmp_path, "")
    draft = draft_of(stocked, path)
    with stocked.database.write() as connection:
        imports.put_layout(
            connection,
            fingerprint=draft.layout.fingerprint,
            used_at=stocked.clock(),
            meaning=Meaning.RECEIPTS,
            layout=dump_layout(draft.layout),
            choices=dump_choices(Choices(include_hidden=True), Creating(), Told()),
        )
    assert not draft_of(stocked, path).choices.include_hidden
