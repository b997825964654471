"""The tour: drives the real window through the main job and saves a picture of every page and dialog."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from app.domain.action import Action
from app.services.editing import queue_action
from app.services.inbox import event_counts
from app.services.outbox import delivery_counts
from app.services.shop import Shop
from app.services.views import EventFilterKind, Lamp
from app.ui.application import PolkaWindow, make_application
from app.ui.dialogs.choose_product_dialog import ChooseProductDialog
from app.ui.dialogs.review_dialog import ReviewDialog
from app.ui.main_window import DELIVERIES, EVENTS, PRODUCTS, SETTINGS, MainView
from app.ui.models.size_cells import Column
from app.ui.pages.settings_page import CONNECTION, DATA, LOOK, RECEIVING

log = logging.getLogger(__name__)

TICK_MS = 25
SETTLE_SECONDS = 0.35
PATIENCE_SECONDS = 20.0
LOOKS = (("ru", "light"), ("ru", "dark"), ("en", "light"), ("en", "dark"))

Condition = Callable[[], bool]


class TourMarketplace(Protocol):
    """What the tour needs of the simulated marketplace."""

    token: str

    @property
    def api_url(self) -> str:
        """The address to type."""
        ...

    def sell(self, article: str, size: str, pieces: int = 1) -> None:
        """Sell on the site; a negative number is a return."""
        ...

    def set_faults(self, faults: list[str]) -> None:
        """Misbehave so."""
        ...


def take_tour(shop: Shop, marketplace: TourMarketplace, folder: Path) -> int:
    """Take the tour; 0 where every step went as expected."""
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    window = PolkaWindow(shop, language="ru", theme="light")
    tour = Tour(window, marketplace, folder)
    tour.finished = application.quit
    window.frame.show()
    tour.start()
    application.exec()
    window.close()
    return 0 if tour.problem is None else 1


class Tour(QObject):
    """Steps with conditions between them; the event loop goes on all the while."""

    def __init__(self, window: PolkaWindow, marketplace: TourMarketplace, folder: Path) -> None:
        super().__init__()
        self._window = window
        self._marketplace = marketplace
        self._folder = folder
        self._steps = self._all_steps()
        self._until: Condition = lambda: True
        self._deadline = time.monotonic() + PATIENCE_SECONDS
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self.problem: str | None = None
        self.finished: Callable[[], object] = lambda: None

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    def _on_tick(self) -> None:
        try:
            if self._until():
                self._until = next(self._steps)
                self._deadline = time.monotonic() + PATIENCE_SECONDS
            elif time.monotonic() > self._deadline:
                self._end("a step of the tour did not come to its end")
        except StopIteration:
            self._end(None)
        except Exception as error:
            log.exception("the tour broke")
            self._end(str(error))

    def _end(self, problem: str | None) -> None:
        if problem is not None:
            log.error("%s", problem)
            self._window.frame.grab().save(str(self._folder / "where-it-stopped.png"))
        self.problem = problem
        self._timer.stop()
        self.finished()

    @property
    def _view(self) -> MainView:
        view = self._window.view
        if view is None:
            message = "the shop is not open"
            raise RuntimeError(message)
        return view

    def _all_steps(self) -> Iterator[Condition]:
        yield self._is_open
        yield from self._connect()
        yield from self._edit_and_send()
        yield from self._trouble()
        yield from self._sell_online()
        yield from self._type("SS22JN07", 2, Column.QUANTITY, "2")
        yield from self._type("AC01BAG7", 0, Column.NEW_PRICE, "39 500")
        for language, theme in LOOKS:
            yield from self._pictures(language, theme)
        yield from self._choose_product()

    def _is_open(self) -> bool:
        return self._window.view is not None

    def _connect(self) -> Iterator[Condition]:
        tab = self._view.settings.connection
        self._view.show_page(SETTINGS)
        yield settled()
        QTest.keyClicks(tab.url, self._marketplace.api_url)
        QTest.keyClicks(tab.token, f"Bearer {self._marketplace.token}")
        click(tab.check)
        yield tab.forget.isEnabled
        self._view.settings.show_receiving()
        yield settled()
        click(self._view.settings.receiving.enabled)
        yield (
            lambda: self._window.engine is not None and (self._window.engine.status().listener is Lamp.GOOD)
        )

    def _edit_and_send(self) -> Iterator[Condition]:
        self._view.show_page(PRODUCTS)
        yield from self._type("SS21CA2N", 1, Column.QUANTITY, "1")
        yield from self._type("FW20KT11", 0, Column.NEW_PRICE, "33 900")
        yield from self._open_review()
        review = self._dialog()
        QTest.keyClick(review, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        yield gone(review)
        yield lambda: delivery_counts(self._window.shop).delivered == 2

    def _trouble(self) -> Iterator[Condition]:
        """One delivery that is refused and one without an answer, as they happen."""
        shop = self._window.shop
        self._marketplace.set_faults(["422:1"])
        queue_action(shop, "SS22JN04", Action.SOLD, {"44": 1}, None, "polka")
        yield lambda: delivery_counts(shop).needs_person == 1
        self._marketplace.set_faults(["cut-after:1"])
        queue_action(shop, "FW23CT02", Action.RECEIPTS, {"M": 2}, None, "polka")
        yield lambda: delivery_counts(shop).needs_person == 2
        self._marketplace.set_faults([])

    def _sell_online(self) -> Iterator[Condition]:
        sales = (("SS21CA2N", "L", 1), ("FW23SW14", "S", 1), ("SS24TS01", "M", -1), ("AC05SCF2", "ONE", 1))
        for article, size, pieces in sales:
            self._marketplace.sell(article, size, pieces)
        yield lambda: event_counts(self._window.shop).total == len(sales)

    def _type(self, article: str, row: int, column: Column, text: str) -> Iterator[Condition]:
        """Find a product, type into a cell of its rows, show all again."""
        products = self._view.products
        products.header.search.setText(article)
        yield lambda: products.table.model.rows.row_count > 0 and products.table.model.rowCount() < 12
        yield settled()
        products.table.view.go_to(row, column)
        products.table.view.setFocus()
        for key in text:  # the first key opens the editor, which has the focus then
            QTest.keyClicks(self._window.frame.focusWidget(), key)
        QTest.keyClick(self._window.frame.focusWidget(), Qt.Key.Key_Return)
        yield settled()
        products.header.search.clear()
        yield lambda: products.table.model.rowCount() > 12
        yield settled()

    def _open_review(self) -> Iterator[Condition]:
        self._view.products.bar.review_clicked.emit()
        yield lambda: isinstance(self._view.products.dialog, ReviewDialog)
        yield self._is_dialog_open

    def _dialog(self) -> QDialog:
        dialog = self._view.products.dialog
        if dialog is None:
            message = "no dialog is open"
            raise RuntimeError(message)
        return dialog

    def _is_dialog_open(self) -> bool:
        return self._dialog().isVisible()

    def _pictures(self, language: str, theme: str) -> Iterator[Condition]:
        look = self._view.settings.look
        look.languages.choose(language)
        look.themes.choose(theme)
        end = f"{language}-{theme}"
        self._view.show_page(PRODUCTS)
        self._view.products.table.view.go_to(1)
        yield settled()
        self._save("products", end)
        yield from self._open_review()
        yield from self._save_dialog("review", end, self._dialog())
        self._view.products.header.add_clicked.emit()
        yield self._is_dialog_open
        yield from self._save_dialog("product", end, self._dialog())
        self._view.show_page(DELIVERIES)
        self._view.deliveries.table.selectRow(1)
        yield settled()
        self._save("deliveries", end)
        yield from self._event_pictures(end)
        yield from self._settings_pictures(end)

    def _event_pictures(self, end: str) -> Iterator[Condition]:
        events = self._view.events
        self._view.show_page(EVENTS)
        events.table.selectRow(events.model.rowCount() - 1)
        yield settled()
        self._save("events", end)
        dialog = yield from self._open_choice()
        yield from self._save_dialog("choose-product", end, dialog)

    def _open_choice(self) -> Generator[Condition, None, ChooseProductDialog]:
        events = self._view.events
        events.filters.choose(EventFilterKind.UNLINKED)
        yield lambda: events.model.rowCount() == 1 and events.model.row_at(0) is not None
        events.table.selectRow(0)
        events.table.entered.emit(0)
        yield lambda: events.findChild(ChooseProductDialog) is not None
        yield settled()
        events.filters.choose(EventFilterKind.ALL)
        dialog = events.findChild(ChooseProductDialog)
        if not isinstance(dialog, ChooseProductDialog):
            message = "the dialog did not open"
            raise TypeError(message)
        return dialog

    def _settings_pictures(self, end: str) -> Iterator[Condition]:
        settings = self._view.settings
        self._view.show_page(SETTINGS)
        for tab, name in (
            (CONNECTION, "connection"),
            (RECEIVING, "receiving"),
            (LOOK, "look"),
            (DATA, "data"),
        ):
            settings.tabs.choose(tab)
            yield settled()
            self._save(f"settings-{name}", end)

    def _choose_product(self) -> Iterator[Condition]:
        """The event that nobody recognised finds its product, and the stock follows."""
        self._view.show_page(EVENTS)
        dialog = yield from self._open_choice()
        QTest.keyClicks(dialog.search, "AC05SCF2")
        yield settled()
        click(dialog.choose)
        yield lambda: event_counts(self._window.shop).unlinked == 0
        yield settled()
        self._save("events-linked", "en-dark")

    def _save(self, name: str, end: str) -> None:
        self._window.frame.grab().save(str(self._folder / f"{name}-{end}.png"))

    def _save_dialog(self, name: str, end: str, dialog: QDialog) -> Iterator[Condition]:
        yield settled()
        dialog.grab().save(str(self._folder / f"{name}-{end}.png"))
        dialog.reject()
        yield gone(dialog)


def settled() -> Condition:
    """A moment has passed: what was read has arrived and is painted."""
    until = time.monotonic() + SETTLE_SECONDS
    return lambda: time.monotonic() >= until


def gone(dialog: QDialog) -> Condition:
    """The dialog is closed; it may be deleted by then."""
    return lambda: not isValid(dialog) or not dialog.isVisible()


def click(widget: QWidget) -> None:
    """Press and release in the middle, or where a check box is sensitive."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
