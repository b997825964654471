"""A watched folder in the real window: set in its dialog, told of on the page *Import*, never sent."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
import python_calamine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services.delivery_views import DeliveryKind
from app.services.folder_watch import WatchedFolder, look_into, save_watched
from app.services.import_checking import check_import
from app.services.import_history import import_rows
from app.services.import_keeping import take_up
from app.services.import_queue import queue_import
from app.services.import_results import WantedResults, save_results
from app.services.import_views import ImportState
from app.services.outbox import delivery_rows
from app.services.progress import Progress, StoppedError
from app.spreadsheet.meaning import Meaning
from app.ui.context import UiContext
from app.ui.i18n import Language
from app.ui.main_window import PRODUCTS, MainView
from app.ui.pages.import_page import ImportPage
from app.ui.widgets.folder_line import FolderLine
from app.ui.widgets.import_steps import Step
from tests.services.import_support import write_csv
from tests.services.support import add_simple_product
from tests.ui.import_window import import_window

DATA = Path(__file__).parents[1] / "data"
RECEIPTS = "Артикул;Размер;Кол-во\nJACKET;XL;2"


def stumble(*_: object) -> None:
    raise RuntimeError("a bug of ours")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "from 1C"
    made.mkdir()
    return made


@pytest.fixture
def view(context: UiContext, language: Language, qtbot: QtBot) -> MainView:
    add_simple_product(context.shop, "JACKET", {"XL": 3}, price=Decimal(82000))
    return import_window(context, language, qtbot)


@pytest.fixture
def page(view: MainView) -> ImportPage:
    return view.importing


def watched(view: MainView, context: UiContext, qtbot: QtBot, folder: Path) -> FolderLine:
    save_watched(context.shop, WatchedFolder(str(folder), is_on=True))
    qtbot.waitUntil(lambda: view.folder_watch.sight.watched.is_on)
    return view.importing.start.folder


def look(view: MainView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.folder_watch.looked):
        view.folder_watch.look()


def test_a_folder_is_chosen_and_its_files_get_the_meaning_that_was_said(
    view: MainView, page: ImportPage, context: UiContext, qtbot: QtBot, folder: Path
) -> None:
    line = page.start.folder
    assert "1C" in line.words
    assert not view.folder_watch.timer.isActive()
    QTest.mouseClick(line.change, Qt.MouseButton.LeftButton)
    dialog = line.dialog
    assert dialog is not None
    dialog.folder.setText(str(folder / "wrong"))
    dialog.meanings.choose(Meaning.RETURN)
    QTest.keyClick(dialog.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "no such folder" in dialog.problem.text()
    dialog.folder.setText(str(folder))
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(view.folder_watch.timer.isActive)
    assert str(folder) in line.words
    assert "no table" in line.words
    write_csv(folder / "f.csv", RECEIPTS)
    look(view, qtbot)
    look(view, qtbot)
    assert [row.meaning for row in import_rows(context.shop, 9)] == [Meaning.RETURN]


def test_a_file_is_prepared_once_it_is_whole_and_never_sent(
    view: MainView, page: ImportPage, context: UiContext, qtbot: QtBot, folder: Path
) -> None:
    line = watched(view, context, qtbot, folder)
    view.show_page(PRODUCTS)
    path = write_csv(folder / "приход.csv", RECEIPTS)
    look(view, qtbot)
    assert "приход.csv is still being written" in line.words
    write_csv(path, RECEIPTS + "\nJACKET;XL;1")
    look(view, qtbot)
    assert not import_rows(context.shop, 9)
    look(view, qtbot)
    assert view.message.startswith("Prepared for import from the watched folder: приход.csv")
    assert view.folder_watch.new == 1
    assert [row.state for row in import_rows(context.shop, 9)] == [ImportState.PREPARED]
    view.message_line.findChildren(type(page.anew))[0].click()
    qtbot.waitUntil(lambda: page.step is Step.CHECK)
    assert page.flow.draft.path == path
    assert view.folder_watch.new == 0
    assert not delivery_rows(context.shop, DeliveryKind.ALL, 0, 9)
    look(view, qtbot)
    assert len(import_rows(context.shop, 9)) == 1


def test_results_that_are_saved_into_the_folder_are_not_imported_by_themselves(
    view: MainView, context: UiContext, qtbot: QtBot, folder: Path
) -> None:
    line = watched(view, context, qtbot, folder)
    write_csv(folder / "f.csv", RECEIPTS)
    look(view, qtbot)
    look(view, qtbot)
    number = import_rows(context.shop, 9)[0].id
    checked = check_import(context.shop, take_up(context.shop, number).draft, number, Progress())
    queue_import(context.shop, number, checked.plan, checked.checked)
    save_results(context.shop, folder / "f results.xlsx", WantedResults(number), str, Progress())
    look(view, qtbot)
    look(view, qtbot)
    assert "nothing new" in line.words
    assert len(import_rows(context.shop, 9)) == 1


def test_what_is_wrong_with_the_folder_is_said_and_over_once_it_is_mended(
    view: MainView, context: UiContext, qtbot: QtBot, folder: Path
) -> None:
    line = watched(view, context, qtbot, folder)
    shutil.rmtree(folder)
    look(view, qtbot)
    assert "is not there. Put it back" in line.words
    folder.mkdir()
    look(view, qtbot)
    assert "no table" in line.words


def test_a_file_that_cannot_be_read_is_named_until_it_is_written_anew(
    view: MainView, context: UiContext, qtbot: QtBot, folder: Path
) -> None:
    line = watched(view, context, qtbot, folder)
    (folder / "broken.xlsx").write_bytes(b"PK\x03\x04 cut")
    write_csv(folder / "whole.csv", RECEIPTS)
    look(view, qtbot)
    look(view, qtbot)
    assert line.words.startswith("broken.xlsx: ")
    assert [row.file for row in import_rows(context.shop, 9)] == ["whole.csv"]
    look(view, qtbot)
    assert line.words.startswith("broken.xlsx: ")
    (folder / "broken.xlsx").unlink()
    look(view, qtbot)
    assert "nothing new" in line.words


def test_several_files_that_are_still_being_written_are_told_as_several(
    view: MainView, context: UiContext, qtbot: QtBot, folder: Path
) -> None:
    line = watched(view, context, qtbot, folder)
    for name in ("a", "b", "c", "d"):
        write_csv(folder / f"{name}.csv", RECEIPTS)
    look(view, qtbot)
    assert "a.csv, b.csv, c.csv… are still being written" in line.words


@pytest.mark.expects_log("was not read, by a bug")
def test_a_file_over_which_polka_stumbles_is_named_and_the_others_are_prepared(
    view: MainView, context: UiContext, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(python_calamine, "load_workbook", stumble)
    broke: list[Exception] = []
    context.tasks.broke.connect(broke.append)
    line = watched(view, context, qtbot, folder)
    shutil.copy(DATA / "libreoffice.xlsx", folder / "a.xlsx")
    write_csv(folder / "b.csv", RECEIPTS)
    look(view, qtbot)
    look(view, qtbot)
    assert line.words.startswith("a.xlsx: Something went wrong inside Polka")
    assert [row.file for row in import_rows(context.shop, 9)] == ["b.csv"]
    assert isinstance(broke[0], RuntimeError)


def test_closing_does_not_wait_for_a_large_file(
    view: MainView, context: UiContext, qtbot: QtBot, folder: Path
) -> None:
    watched(view, context, qtbot, folder)
    (folder / "large.csv").write_text("Артикул;Кол-во\n" + "JACKET;1\n" * 300, encoding="utf-8")
    look(view, qtbot)
    context.tasks.closing.emit()
    with pytest.raises(StoppedError):
        look_into(context.shop, view.folder_watch.sight, view.folder_watch.progress)


def test_many_files_at_once_are_counted(
    view: MainView, page: ImportPage, context: UiContext, qtbot: QtBot, folder: Path
) -> None:
    watched(view, context, qtbot, folder)
    for number in range(5):
        write_csv(folder / f"{number}.csv", f"{RECEIPTS}{number}")
    look(view, qtbot)
    look(view, qtbot)
    assert view.message == "5 imports prepared from the watched folder. Look at them and send them."
