"""The main job as a person does it: connect, edit, send, receive."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.action import Action
from app.services.editing import queue_action
from app.services.inbox import event_counts
from app.services.outbox import delivery_counts
from app.services.status_views import Lamp
from app.ui.dialogs.review_dialog import ReviewDialog
from app.ui.main_window import PRODUCTS, SETTINGS
from app.ui.models.size_cells import Column
from app.ui.tour.stage import Stage, Steps, TourError, click, gone, settled, write_into

SHOWN = "SS21CA2N"
"""The product that the pictures show."""

ONLINE = (("SS21CA2N", "L", 1), ("FW23SW14", "S", 1), ("SS24TS01", "M", -1), ("AC05SCF2", "ONE", 1))
"""Article, size, pieces sold online; a negative number is a return."""


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


def main_job(stage: Stage, marketplace: TourMarketplace) -> Steps:
    """From the first connection to changes that wait for the review."""
    yield stage.is_open
    yield from _connect(stage, marketplace)
    yield from _trouble(stage, marketplace)
    yield from _edit_and_send(stage)
    yield from _sell_online(stage, marketplace)
    yield from type_into(stage, SHOWN, 3, Column.QUANTITY, "1")
    yield from type_into(stage, SHOWN, 0, Column.NEW_PRICE, "76 000")
    stage.view.products.message.hide()


def _connect(stage: Stage, marketplace: TourMarketplace) -> Steps:
    settings, engine = stage.view.settings, stage.window.engine
    yield from stage.show(SETTINGS)
    write_into(settings.connection.url, marketplace.api_url)
    write_into(settings.connection.token, f"Bearer {marketplace.token}")
    click(settings.connection.check)
    yield settings.connection.forget.isEnabled
    settings.show_receiving()
    yield settled()
    click(settings.receiving.enabled)
    yield lambda: engine is not None and engine.status().listener is Lamp.GOOD


def _edit_and_send(stage: Stage) -> Steps:
    delivered = delivery_counts(stage.window.shop).delivered
    yield from stage.show(PRODUCTS)
    yield from type_into(stage, SHOWN, 1, Column.QUANTITY, "1")
    yield from type_into(stage, "FW20KT11", 0, Column.NEW_PRICE, "33 900")
    yield from open_review(stage)
    review = open_dialog(stage)
    yield review.isActiveWindow  # seen a moment earlier; until then its keys go nowhere
    QTest.keyClick(review, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    yield gone(review)
    yield lambda: delivery_counts(stage.window.shop).delivered == delivered + 2


def _trouble(stage: Stage, marketplace: TourMarketplace) -> Steps:
    """One delivery that is refused and some without an answer, as they happen."""
    shop = stage.window.shop
    yield from _lose(stage, marketplace, "AC04BLT1", Action.SOLD, {"95": 1, "105": 2})
    yield from _lose(stage, marketplace, "FW22PK08", Action.SOLD, {"M": 1})
    yield from _lose(stage, marketplace, "AC02BAG3", Action.RETURN, {"ONE": 1})
    marketplace.set_faults(["422:1"])
    queue_action(shop, "SS22JN04", Action.SOLD, {"44": 1}, None, "polka")
    yield lambda: delivery_counts(shop).needs_person == 4
    yield from _lose(stage, marketplace, "FW23CT02", Action.RECEIPTS, {"M": 2})
    marketplace.set_faults([])


def _lose(
    stage: Stage, marketplace: TourMarketplace, article: str, action: Action, sizes: dict[str, int]
) -> Steps:
    """The marketplace takes it in, and nobody hears."""
    shop = stage.window.shop
    lost = delivery_counts(shop).unknown
    marketplace.set_faults(["cut-after:1"])
    queue_action(shop, article, action, sizes, None, "polka")
    yield lambda: delivery_counts(shop).unknown == lost + 1


def _sell_online(stage: Stage, marketplace: TourMarketplace) -> Steps:
    before = event_counts(stage.window.shop).total
    for article, size, pieces in ONLINE:
        marketplace.sell(article, size, pieces)
    yield lambda: event_counts(stage.window.shop).total == before + len(ONLINE)


def type_into(stage: Stage, article: str, row: int, column: Column, text: str) -> Steps:
    """Find a product, type into a cell of its rows, show all again."""
    products = stage.view.products
    products.header.search.setText(article)
    yield lambda: 0 < products.table.model.rowCount() < 12
    yield settled()
    type_keys(stage, row, column, text)
    QTest.keyClick(stage.window.frame.focusWidget(), Qt.Key.Key_Return)
    yield settled()
    products.header.search.clear()
    yield lambda: products.table.model.rowCount() > 12
    yield settled()


def type_keys(stage: Stage, row: int, column: Column, text: str) -> None:
    """Type into a cell; it stays open."""
    view = stage.view.products.table.view
    view.go_to(row, column)
    view.setFocus()
    for key in text:  # the first key opens the editor, which has the focus then
        QTest.keyClicks(stage.window.frame.focusWidget(), key)


def open_review(stage: Stage) -> Steps:
    """Choose *Review and send*."""
    products = stage.view.products
    products.bar.review_clicked.emit()
    yield lambda: isinstance(products.dialog, ReviewDialog) and products.dialog.isVisible()


def open_dialog(stage: Stage) -> ReviewDialog:
    """The review that is open."""
    dialog = stage.view.products.dialog
    if not isinstance(dialog, ReviewDialog):
        message = "no review is open"
        raise TourError(message)
    return dialog
