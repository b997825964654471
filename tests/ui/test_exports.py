"""Saving tables: where and as what, how far it is, and stopping it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.services.delivery_views import DeliveryKind
from app.services.exporting import export_deliveries
from app.services.progress import Progress
from app.ui.context import UiContext
from app.ui.exports import Exporter, ask_table_path
from app.ui.i18n import Language
from app.ui.long_work import LongWork
from tests.services.test_doubts import unknown_sales


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_chosen_kind_of_file_gives_the_suffix(parent: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ask_table_path(parent, "Export", "products", lambda _: None)
    workbook, text = dialog.nameFilters()
    assert dialog.defaultSuffix() == "xlsx"
    dialog.filterSelected.emit(text)
    assert dialog.defaultSuffix() == "csv"
    dialog.filterSelected.emit(workbook)
    assert dialog.defaultSuffix() == "xlsx"
    dialog.close()


def test_long_work_shows_how_far_it_is_and_can_be_stopped(
    context: UiContext,
    parent: QWidget,
    qtbot: QtBot,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    given_up = threading.Event()
    request.addfinalizer(given_up.set)

    def export(_shop: Any, _path: Path, _what: Any, _say: Any, progress: Progress) -> int:
        while not given_up.wait(0.01):  # until the person stops it
            progress.advance(3, 10)
        return 0

    exporter = Exporter(context.tasks, parent)
    exporter.write(export, context.shop, str(tmp_path / "table.csv"), None)
    work = parent.findChild(LongWork)
    assert work is not None
    assert work.dialog is None
    qtbot.waitUntil(lambda: work.dialog is not None)
    dialog = work.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: (dialog.bar.value(), dialog.bar.maximum()) == (3, 10))
    with qtbot.waitSignal(exporter.failed) as failed:
        dialog.stop.click()
    assert str(failed.args[0].title) == "Stopped."
    assert work.dialog is None


def test_headings_and_words_are_in_the_language_of_the_window(
    context: UiContext, language: Language, parent: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    language.use("ru")
    unknown_sales(context.shop, 1)
    exporter, path = Exporter(context.tasks, parent), tmp_path / "table.csv"
    with qtbot.waitSignal(exporter.saved):
        exporter.write(export_deliveries, context.shop, str(path), DeliveryKind.ALL)
    heads, row = path.read_text("utf-8-sig").splitlines()
    assert heads.startswith("Создано;Артикул;Название;Действие;Размер;")
    assert ";продажа;M;1;10;9;" in row
    assert "нет ответа" in row
