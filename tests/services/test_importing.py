"""An import is left and taken up again, remembered for the next file, undone, and prepared by a folder."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import update
from typing_extensions import override

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.errors import InvalidValueError, OutdatedError, SpreadsheetError
from app.services.arriving_files import Look, known_files, new_files, prepare_file
from app.services.batch_views import BatchPart
from app.services.editing import pending_summary, set_pending
from app.services.import_applying import apply_counts, apply_links
from app.services.import_checking import begin_import, repeated
from app.services.import_history import earlier_import, import_row, import_rows, undo_import
from app.services.import_keeping import drop, prepare, remember, save, take_up
from app.services.import_views import Creating, ImportState, Undone
from app.services.import_works import take_up_again
from app.services.importing import content_of, guess, keep_pasted, open_file
from app.services.link_views import LinkKey
from app.services.linking import link, link_rows
from app.services.outbox import delivery_rows
from app.services.progress import Progress
from app.services.reconciling import Verdict
from app.services.reviewing import review
from app.services.shop import Shop
from app.services.views import PendingChange
from app.spreadsheet.flaws import Flaw
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.meaning import Choices, Meaning, Missing
from app.spreadsheet.numbers import Reading
from app.storage import tables
from tests.services.import_support import draft_of, imported, planned, write_csv
from tests.services.support import add_simple_product
from tests.services.test_import_queue import products, stock

RECEIPTS = "Артикул;Размер;Кол-во\nJACKET;XL;2\nJACKET;L;1\nCOAT;M;3"


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    add_simple_product(shop, "JACKET", {"XL": 3, "L": 4}, price=Decimal(82000))
    add_simple_product(shop, "COAT", {"M": 1}, price=Decimal(90000), marketplace_id=18)
    return shop


def set_states(shop: Shop, states: dict[str, State]) -> None:
    """What became of the newest delivery of each product."""
    ids = {row.article: row.id for row in reversed(delivery_rows(shop, BatchPart(1), 0, 99))}
    with shop.database.write() as connection:
        for article, state in states.items():
            connection.execute(
                update(tables.deliveries)
                .where(tables.deliveries.c.id == ids[article])
                .values(state=state, attempts=1)
            )


def test_an_import_that_was_left_is_taken_up_as_it_was(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    choices = Choices(
        readings={3: Reading.COMMA},
        missing=Missing.ZERO,
        sum_duplicates=False,
        include_hidden=True,
        edits={(2, 3): "7"},
        fixes=frozenset({Flaw.INEXACT}),
    )
    draft = draft_of(stocked, path, Meaning.SOLD, Creating(sizes=True), choices)
    number = prepare(stocked, draft)
    stocked.close()
    stocked.open()
    taken = take_up(stocked, number)
    assert taken.draft == replace(draft, path=path.resolve())
    assert not taken.is_changed


def test_a_file_that_changed_meanwhile_is_told(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    number = prepare(stocked, draft_of(stocked, path, Meaning.RECEIPTS))
    write_csv(path, RECEIPTS + "\nCOAT;M;1")
    assert take_up(stocked, number).is_changed
    path.unlink()
    with pytest.raises(SpreadsheetError):
        take_up(stocked, number)


def test_what_is_changed_about_an_import_is_kept_until_it_is_dropped(stocked: Shop, tmp_path: Path) -> None:
    draft = draft_of(stocked, write_csv(tmp_path / "f.csv", RECEIPTS), Meaning.RECEIPTS)
    number = prepare(stocked, draft)
    save(stocked, number, replace(draft, meaning=Meaning.SOLD))
    assert take_up(stocked, number).draft.meaning is Meaning.SOLD
    drop(stocked, number)
    for late in (lambda: take_up(stocked, number), lambda: save(stocked, number, draft)):
        with pytest.raises(OutdatedError):
            late()
    assert [row.state for row in import_rows(stocked, 9)] == [ImportState.DROPPED]


def test_corrected_columns_are_remembered_for_the_next_file_of_that_layout(
    stocked: Shop, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "may.csv", "Артикул;Размер;Резерв;Кол-во\nJACKET;XL;9;2\nCOAT;M;8;3")
    draft = draft_of(stocked, path, Meaning.SOLD)
    assert draft.layout.find(ColumnKind.QUANTITY) == 4
    corrected = replace(
        draft,
        layout=draft.layout.with_column(3, ColumnKind.QUANTITY),
        choices=Choices(edits={(2, 3): "1"}, missing=Missing.ERROR),
    )
    remember(stocked, corrected)
    june = write_csv(tmp_path / "june.csv", "Отчёт\nАртикул;Размер;РЕЗЕРВ;Кол-во\nCOAT;M;7;1\nCOAT;L;2;1")
    found = guess(stocked, open_file(june).sheets[0])
    assert found.is_remembered
    assert (found.layout.find(ColumnKind.QUANTITY), found.layout.header) == (3, (2,))
    assert (found.meaning, found.choices) == (Meaning.SOLD, Choices(missing=Missing.ERROR))


def test_a_pasted_block_can_be_taken_up_again_too(stocked: Shop) -> None:
    path = keep_pasted(stocked, "Артикул\tРазмер\tКол-во\nJACKET\tXL\t2\n", "pasted")
    number = prepare(stocked, draft_of(stocked, path, Meaning.RECEIPTS))
    assert len(planned(stocked, take_up(stocked, number).draft)[1].rows) == 1


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Куртка; синяя\tXL\nПальто; белое\tM\n", [["Куртка; синяя", "XL"], ["Пальто; белое", "M"]]),
        ('Артикул\tРазмер\nJACKET\t"XL\n', [["Артикул", "Размер"], ["JACKET", '"XL']]),
        ('"две\nстроки"\t5"\n', [["две\nстроки", '5"']]),
        ("<table>\tXL\n%PDF\t\x01\n", [["<table>", "XL"], ["%PDF", "\x01"]]),
        ("JACKET\ud83d\tXL\n", [["JACKET?", "XL"]]),
        ("COAT\n", [["COAT"]]),
    ],
)
def test_a_pasted_block_is_kept_cell_by_cell(stocked: Shop, text: str, rows: list[list[str]]) -> None:
    sheet = open_file(keep_pasted(stocked, text, "pasted")).sheets[0]
    assert [list(row) for row in sheet.rows()] == rows


def test_a_chosen_sheet_that_is_gone_is_said_to_be(stocked: Shop, tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    workbook = Workbook()
    for sheet in (workbook.worksheets[0], workbook.create_sheet("second")):
        sheet.append(["Артикул", "Размер", "Кол-во"])
        sheet.append(["JACKET", "XL", 2])
    workbook.save(path)
    number = prepare(stocked, begin_import(stocked, path, 1, "", Progress()).draft)
    workbook.remove(workbook["second"])
    workbook.save(path)
    with pytest.raises(SpreadsheetError, match="has no sheet 2 any more"):
        take_up_again(stocked, number, Progress())


def test_a_link_that_leads_to_itself_does_not_hide_the_other_files_of_a_folder(
    stocked: Shop, tmp_path: Path
) -> None:
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    path = write_csv(tmp_path / "whole.csv", RECEIPTS)
    assert new_files(tmp_path, (), new_files(tmp_path, ())).ready == (path,)


def test_who_imported_the_same_earlier_is_told(stocked: Shop, tmp_path: Path) -> None:
    draft = draft_of(stocked, write_csv(tmp_path / "f.csv", RECEIPTS), Meaning.RECEIPTS)
    assert earlier_import(stocked, draft) is None
    number = imported(stocked, draft)
    earlier = earlier_import(stocked, draft)
    assert earlier is not None
    assert (earlier.id, earlier.who) == (number, stocked.who)
    assert earlier_import(stocked, draft, number) is None
    second = imported(stocked, draft, anyway=True)
    assert repeated(stocked, draft, second, Progress()) == (draft.content, import_row(stocked, number))


def test_undo_cancels_what_waits_and_drafts_what_was_delivered(stocked: Shop, tmp_path: Path) -> None:
    draft = draft_of(stocked, write_csv(tmp_path / "f.csv", RECEIPTS), Meaning.RECEIPTS)
    number = imported(stocked, draft)
    set_states(stocked, {"JACKET": State.DELIVERED})
    assert undo_import(stocked, number) == Undone(cancelled=1, drafted=1, left=0)
    assert stock(stocked, "COAT") == {"M": 1}
    drafted = [(item.article, item.action, len(item.lines)) for item in review(stocked).items]
    assert drafted == [("JACKET", Action.SOLD, 2)]
    row = import_row(stocked, number)
    assert row is not None
    assert row.state is ImportState.UNDONE
    with pytest.raises(InvalidValueError):
        undo_import(stocked, number)
    assert earlier_import(stocked, draft) is None


def test_undo_tells_how_many_a_person_has_to_look_at(stocked: Shop, tmp_path: Path) -> None:
    number = imported(stocked, draft_of(stocked, write_csv(tmp_path / "f.csv", RECEIPTS), Meaning.RECEIPTS))
    set_states(stocked, {"JACKET": State.DELIVERED, "COAT": State.UNKNOWN})
    size = products(stocked)["JACKET"].sizes[0].id
    set_pending(stocked, {size: PendingChange(Action.RECEIPTS, 1)})
    assert undo_import(stocked, number) == Undone(cancelled=0, drafted=0, left=2)
    assert pending_summary(stocked).changes == 1


def test_links_and_numbers_of_sizes_are_written(stocked: Shop, tmp_path: Path) -> None:
    link(stocked, 30, products(stocked)["JACKET"].id)
    text = "Артикул;Размер;ID товара;ID размера\nJACKET;XL;17;101\nCOAT;M;30;102"
    draft = draft_of(stocked, write_csv(tmp_path / "f.csv", text), Meaning.LINKS)
    number = prepare(stocked, draft)
    checked, plan = planned(stocked, draft)
    assert [one.before for one in plan.links] == [None, "JACKET"]
    assert apply_links(stocked, number, plan, checked) == 4
    meant = {row.key: row.article for row in link_rows(stocked, "")}
    assert meant == {LinkKey(17): "JACKET", LinkKey(18): "COAT", LinkKey(30): "COAT"}
    assert products(stocked)["JACKET"].sizes[0].marketplace_size_id == 101
    again = planned(stocked, draft)[1]
    assert (again.size, again.unchanged) == (0, 2)
    row = import_row(stocked, number)
    assert row is not None
    assert (row.state, row.planned, row.queued) == (ImportState.QUEUED, 4, 4)


class DropMeanwhile(Progress):
    """Somebody drops the import in another window as soon as it is under way."""

    def __init__(self, shop: Shop, import_id: int) -> None:
        self._shop, self._import_id = shop, import_id
        super().__init__()

    @property
    @override
    def is_stopped(self) -> bool:
        row = import_row(self._shop, self._import_id)
        if row is not None and row.state.is_open:
            drop(self._shop, self._import_id)
        return False


def test_an_import_that_is_dropped_while_it_is_applied_stays_dropped(stocked: Shop, tmp_path: Path) -> None:
    text = "Артикул;Размер;ID товара;ID размера\nJACKET;XL;17;101"
    draft = draft_of(stocked, write_csv(tmp_path / "f.csv", text), Meaning.LINKS)
    number = prepare(stocked, draft)
    checked, plan = planned(stocked, draft)
    with pytest.raises(OutdatedError):
        apply_links(stocked, number, plan, checked, DropMeanwhile(stocked, number))
    row = import_row(stocked, number)
    assert row is not None
    assert (row.state, row.queued) == (ImportState.DROPPED, 0)


def test_the_cabinets_counts_are_taken_over(stocked: Shop, tmp_path: Path) -> None:
    text = "Артикул;Размер;Остаток\nJACKET;XL;3\nJACKET;L;1\nCOAT;M;1"
    draft = draft_of(stocked, write_csv(tmp_path / "f.csv", text), Meaning.CABINET)
    number = prepare(stocked, draft)
    checked, plan = planned(stocked, draft)
    written = apply_counts(stocked, number, plan, checked, Verdict.CABINET)
    assert (len(written.equal), len(written.followed)) == (2, 1)
    assert stock(stocked, "JACKET") == {"XL": 3, "L": 1}


def test_a_watched_folder_prepares_whole_files_once(stocked: Shop, tmp_path: Path) -> None:
    folder = tmp_path / "from 1C"
    folder.mkdir()
    path = write_csv(folder / "export.csv", RECEIPTS)
    (folder / "~$export.xlsx").write_bytes(b"lock")
    (folder / "readme.pdf").write_bytes(b"%PDF")
    (folder / "gone.csv").symlink_to(folder / "nowhere.csv")
    first = new_files(folder, known_files(stocked, folder))
    assert first.ready == ()
    write_csv(path, RECEIPTS + "\nCOAT;M;1")  # it is still growing
    second = new_files(folder, known_files(stocked, folder), first)
    assert second.ready == ()
    third = new_files(folder, known_files(stocked, folder), second)
    assert third.ready == (path,)

    prepare_file(stocked, path, Progress())
    assert not guess(stocked, open_file(path).sheets[0]).is_remembered  # nobody said so
    assert [(row.file, row.state) for row in import_rows(stocked, 9)] == [
        ("export.csv", ImportState.PREPARED)
    ]
    assert new_files(folder, known_files(stocked, folder), third).ready == ()


def test_a_file_that_is_written_anew_under_its_name_is_new(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "export.csv", RECEIPTS)
    prepare_file(stocked, path, Progress())
    write_csv(path, RECEIPTS + "\nCOAT;M;1")
    before = new_files(tmp_path, known_files(stocked, tmp_path))
    assert new_files(tmp_path, known_files(stocked, tmp_path), before).ready == (path,)


def test_a_watched_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(SpreadsheetError, match="gone"):
        new_files(tmp_path / "gone", (), Look())


def test_the_content_is_the_same_whatever_the_name(tmp_path: Path) -> None:
    one, two = (content_of(write_csv(tmp_path / name, RECEIPTS)) for name in ("a.csv", "b.csv"))
    assert one.digest == two.digest
