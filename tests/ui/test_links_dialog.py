"""What the marketplace's numbers mean: seen, searched, changed and undone after a question."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.services.catalogue import product_rows
from app.services.link_views import LinkKey, Suggestion
from app.services.linking import link, unlink
from app.services.shop import Shop
from app.ui.context import UiContext
from app.ui.dialogs.choose_product_dialog import ChooseProductDialog
from app.ui.dialogs.choose_size_dialog import ChooseSizeDialog
from app.ui.dialogs.links_dialog import LinksDialog
from app.ui.link_words import LinkWords
from app.ui.models.link_table_model import LinkColumn
from app.ui.models.suggestion_model import EvidenceRole
from app.ui.pages.events_page import EventsPage
from app.ui.pages.products_page import ProductsPage
from tests.services.support import JACKET, add_simple_product
from tests.services.test_linking import arrive

Open = Callable[..., LinksDialog]
Fatal = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def jackets(shop: Shop) -> tuple[int, int]:
    """Number 17 means the first jacket, and two events of it have come."""
    first = add_simple_product(shop, "SS21CA2N", JACKET)
    second = add_simple_product(shop, "SS21CA3N", {"XL": 8, "L": 8, "M": 8})
    link(shop, 17, first)
    arrive(shop, "L", 3)
    arrive(shop, "ХL", 2)  # Cyrillic
    return first, second


@pytest.fixture
def opened(context: UiContext, qtbot: QtBot) -> Open:
    def open_dialog(search: str = "", rows: int = 2) -> LinksDialog:
        dialog = LinksDialog(context, search)
        QAbstractItemModelTester(dialog.model, Fatal, dialog)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: dialog.model.rowCount() == rows)
        return dialog

    return open_dialog


def texts(dialog: LinksDialog, row: int) -> list[str]:
    return [str(dialog.model.index(row, column).data() or "") for column in LinkColumn]


def stock(shop: Shop, product: int) -> list[int]:
    return [size.here for size in product_rows(shop, [product])[0].sizes]


def question(dialog: QDialog, qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: dialog.findChild(QMessageBox) is not None)
    box = dialog.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    return box


def agree(box: QMessageBox, words: str) -> None:
    (button,) = [b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def go_to(dialog: LinksDialog, key: LinkKey) -> None:
    row = dialog.model.row_of(key)
    assert row is not None
    dialog.table.selectRow(row)


def test_every_link_says_what_it_means_how_by_whom_and_of_how_many_events(
    shop: Shop, jackets: tuple[int, int], opened: Open
) -> None:
    dialog = opened()
    spelling, number = texts(dialog, 0), texts(dialog, 1)
    assert number[:3] == ["17", "SS21CA2N", ""]
    assert number[3:5] == ["chosen by a person", shop.who]
    assert number[6] == "2"
    assert spelling[:5] == ["17", "SS21CA2N", "ХL → XL", "by its spelling", ""]
    assert spelling[6] == "1"


def test_a_search_narrows_the_links_and_says_when_nothing_is_found(
    jackets: tuple[int, int], opened: Open, qtbot: QtBot
) -> None:
    dialog = opened("по имени", rows=0)
    qtbot.waitUntil(lambda: dialog.empty.words.startswith("Nothing found"))
    assert dialog.stack.currentWidget() is dialog.empty
    assert not dialog.undo.isEnabled()
    dialog.search.setText("ca2n")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    assert dialog.stack.currentWidget() is dialog.table
    assert dialog.undo.isEnabled()


def test_no_links_yet_say_how_one_comes(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(rows=0)
    qtbot.waitUntil(lambda: dialog.empty.words.startswith("No links yet"))


def test_a_link_is_undone_by_keyboard_after_a_question_with_figures(
    shop: Shop, jackets: tuple[int, int], opened: Open, qtbot: QtBot
) -> None:
    dialog = opened()
    go_to(dialog, LinkKey(17))
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    box = question(dialog, qtbot)
    words = box.text().replace("\u00a0", " ")
    assert words.startswith("2 events will be taken back. The stock of SS21CA2N here becomes: ")
    assert "XL: 2 → 3" in words
    assert "L: 3 → 4" in words
    assert stock(shop, jackets[0]) == [2, 3, 2], "nothing is done before the answer"
    agree(box, "Undo the link")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    assert stock(shop, jackets[0]) == [3, 4, 2]
    assert "undone" in dialog.notice.text()


def test_a_question_that_is_declined_changes_nothing(
    shop: Shop, jackets: tuple[int, int], opened: Open, qtbot: QtBot
) -> None:
    dialog = opened()
    go_to(dialog, LinkKey(17))
    dialog.undo.click()
    box = question(dialog, qtbot)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not box.isVisible())
    assert dialog.model.rowCount() == 2
    assert stock(shop, jackets[0]) == [2, 3, 2]


def test_a_link_is_changed_to_another_product(
    shop: Shop, jackets: tuple[int, int], opened: Open, qtbot: QtBot
) -> None:
    dialog = opened()
    go_to(dialog, LinkKey(17))
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    choice = dialog.findChild(ChooseProductDialog)
    assert isinstance(choice, ChooseProductDialog)
    QTest.keyClicks(choice.search, "CA3N")
    qtbot.waitUntil(lambda: choice.articles == ["SS21CA3N"])
    choice.choose.click()
    box = question(choice, qtbot)
    assert "Then number 17 means SS21CA3N" in box.text()
    agree(box, "Change the link")
    qtbot.waitUntil(lambda: texts(dialog, 1)[1] == "SS21CA3N")
    assert stock(shop, jackets[0]) == [3, 4, 2]
    assert "2 events applied" in dialog.notice.text()


def test_a_size_is_changed_to_another_one(
    shop: Shop, jackets: tuple[int, int], opened: Open, qtbot: QtBot
) -> None:
    dialog = opened()
    go_to(dialog, LinkKey(17, "ХL"))
    dialog.change.click()
    choice = dialog.findChild(ChooseSizeDialog)
    assert isinstance(choice, ChooseSizeDialog)
    QAbstractItemModelTester(choice.model, Fatal, choice)
    qtbot.waitUntil(lambda: choice.chosen is not None)
    assert choice.chosen is not None
    assert choice.chosen.value == "XL", "what it is by its spelling"
    choice.list.setCurrentIndex(choice.model.index(2))
    choice.choose.click()
    box = question(choice, qtbot)
    assert "Then they are applied to size M" in box.text()
    agree(box, "Change the size")
    qtbot.waitUntil(lambda: texts(dialog, 0)[2] == "ХL → M")
    assert stock(shop, jackets[0]) == [3, 3, 2]
    assert texts(dialog, 0)[3] == "chosen by a person"


def test_a_waiting_size_is_chosen_on_the_page_of_events(
    context: UiContext, jackets: tuple[int, int], qtbot: QtBot
) -> None:
    arrive(context.shop, "size L!", 2)
    page = EventsPage(context)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3 and page.model.row_at(0) is not None)
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    choice = page.findChild(ChooseSizeDialog)
    assert isinstance(choice, ChooseSizeDialog)
    qtbot.waitUntil(lambda: choice.model.rowCount() == 3)
    choice.list.setCurrentIndex(choice.model.index(1))
    with qtbot.waitSignal(page.message) as told:
        QTest.keyClick(choice.list, Qt.Key.Key_Return)
    assert told.args == ["1 waiting event applied."]
    assert stock(context.shop, jackets[0]) == [2, 2, 2]


def test_no_size_is_taken_that_is_not_shown_as_chosen(
    context: UiContext, jackets: tuple[int, int], qtbot: QtBot
) -> None:
    choice = ChooseSizeDialog(context, LinkKey(17, "one of many"))
    qtbot.addWidget(choice)
    choice.show()
    choice.activateWindow()
    qtbot.waitUntil(lambda: choice.model.rowCount() == 3 and choice.list.hasFocus())
    QTest.keyClick(choice.list, Qt.Key.Key_Tab)
    QTest.keyClick(choice.focusWidget(), Qt.Key.Key_Backtab)  # makes the first line current
    assert choice.list.selectionModel().selectedIndexes() == []
    assert choice.chosen is None
    assert not choice.choose.isEnabled()
    QTest.keyClick(choice.list, Qt.Key.Key_Down)
    assert choice.chosen is not None
    assert choice.choose.isEnabled()


def test_a_size_of_a_number_without_a_product_cannot_be_chosen(
    context: UiContext, jackets: tuple[int, int], qtbot: QtBot
) -> None:
    unlink(context.shop, LinkKey(17))
    choice = ChooseSizeDialog(context, LinkKey(17, "ХL"))
    qtbot.addWidget(choice)
    qtbot.waitUntil(lambda: "no product any more" in choice.problem.text())
    assert not choice.choose.isEnabled()


def test_what_speaks_for_a_product_is_said(
    context: UiContext, jackets: tuple[int, int], qtbot: QtBot
) -> None:
    arrive(context.shop, "XL", 7, number=20)
    arrive(context.shop, "S", 7, number=20)
    choice = ChooseProductDialog(context, 20)
    qtbot.addWidget(choice)
    qtbot.waitUntil(lambda: choice.articles == ["SS21CA3N", "SS21CA2N"])
    model = choice.list.model()
    words = [model.index(row, 0).data(EvidenceRole) for row in range(2)]
    assert words == [
        "possible · 1 size of 2 matches · the stock fits",
        "possible · 1 size of 2 matches · already linked to 17",
    ]
    assert words[0] in model.index(0, 0).data()


@pytest.mark.parametrize(
    ("numbered", "found", "fitting", "word"),
    [
        (1, 2, 0, "almost certain"),
        (0, 2, 2, "likely"),
        (0, 2, 1, "possible"),
        (0, 1, 1, "possible"),
        (0, 0, 0, "unlikely"),
    ],
)
def test_how_likely_a_product_is_is_one_word(
    context: UiContext, jackets: tuple[int, int], numbered: int, found: int, fitting: int, word: str
) -> None:
    (product,) = product_rows(context.shop, [jackets[0]])
    one = Suggestion(product, 2, found, numbered, fitting, likeness=0.0)
    assert LinkWords().evidence(one, 20).startswith(f"{word} · ")


def test_the_panels_open_the_links_of_what_they_show(
    context: UiContext, jackets: tuple[int, int], qtbot: QtBot
) -> None:
    events, products = EventsPage(context), ProductsPage(context)
    for page in (events, products):
        qtbot.addWidget(page)
    qtbot.waitUntil(lambda: events.model.rowCount() == 2 and events.model.row_at(0) is not None)
    events.table.selectRow(0)
    qtbot.waitUntil(lambda: events.panel.line_id is not None)
    events.panel.link.click()
    of_event = events.findChild(LinksDialog)
    assert isinstance(of_event, LinksDialog)
    assert of_event.search.text() == "17"
    of_event.close()
    qtbot.waitUntil(lambda: products.panel.article == "SS21CA2N")
    products.panel.links.click()
    assert isinstance(products.dialog, LinksDialog)
    assert products.dialog.search.text() == "SS21CA2N"
    products.dialog.close()
