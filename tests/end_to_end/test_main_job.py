"""The whole job in the real window, over real HTTP, against the sandbox."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.delivery import State
from app.services.delivery_views import DeliveryKind
from app.services.event_views import EventFilter, EventKind
from app.services.inbox import event_rows
from app.services.outbox import delivery_counts, delivery_rows
from app.services.receiving import free_port
from app.services.shop import Shop
from app.services.status_views import Lamp
from app.storage.secrets import session_secrets
from app.ui.application import PolkaWindow
from app.ui.dialogs.review_dialog import ReviewDialog
from app.ui.main_window import SETTINGS, MainView
from app.ui.models.size_cells import Column
from tests.services.support import JACKET, add_simple_product, jacket_sandbox

SECONDS = 10_000


def opened(window: PolkaWindow, qtbot: QtBot) -> MainView:
    with qtbot.waitSignal(window.opened, timeout=SECONDS):
        window.frame.show()
    assert window.view is not None
    qtbot.waitUntil(lambda: window.view is not None and window.view.products.table.model.rowCount() == 4)
    return window.view


def test_connect_sell_deliver_receive_restart(tmp_path: Path, qtbot: QtBot) -> None:
    shop = Shop(tmp_path / "shop", secrets=session_secrets())
    shop.open()
    add_simple_product(shop, "SS21CA2N", JACKET, marketplace_id=17)
    shop.close()
    with jacket_sandbox() as sandbox:
        window = PolkaWindow(shop, language="en", theme="light")
        view = opened(window, qtbot)

        tab = view.settings.connection
        view.show_page(SETTINGS)
        qtbot.keyClicks(tab.url, sandbox.api_url)
        qtbot.keyClicks(tab.token, f"Bearer {sandbox.token}")
        qtbot.mouseClick(tab.check, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "answered" in tab.words.text(), timeout=SECONDS)
        qtbot.waitUntil(tab.forget.isEnabled, timeout=SECONDS)

        receiving = view.settings.receiving
        receiving.port.setValue(free_port("127.0.0.1", 28787))
        receiving.enabled.setChecked(True)
        receiving.save.click()
        engine = window.engine
        assert engine is not None
        qtbot.waitUntil(lambda: engine.status().listener is Lamp.GOOD, timeout=SECONDS)
        sandbox.webhook_url = engine.status().listener_address

        table = view.products.table.view
        table.go_to(1, Column.QUANTITY)
        qtbot.keyClicks(table, "1")
        qtbot.keyClick(window.frame.focusWidget() or table, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: view.products.bar.has_changes, timeout=SECONDS)
        view.products.bar.review_clicked.emit()
        qtbot.waitUntil(lambda: isinstance(view.products.dialog, ReviewDialog), timeout=SECONDS)
        dialog = view.products.dialog
        assert dialog is not None
        qtbot.waitUntil(dialog.isActiveWindow, timeout=SECONDS)  # until then its keys go nowhere
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: delivery_counts(shop).delivered == 1, timeout=SECONDS)
        assert sandbox.stock("SS21CA2N", "XL") == 2

        sandbox.sell("SS21CA2N", "L")
        qtbot.waitUntil(
            lambda: [r.kind for r in event_rows(shop, EventFilter(), 0, 9)] == [EventKind.SALE],
            timeout=SECONDS,
        )
        qtbot.waitUntil(lambda: stocks(view) == ["7", "2", "3", "2"], timeout=SECONDS)
        window.close()

        again = PolkaWindow(shop, language="en", theme="light")
        view = opened(again, qtbot)
        qtbot.waitUntil(lambda: stocks(view) == ["7", "2", "3", "2"], timeout=SECONDS)
        assert [r.state for r in delivery_rows(shop, DeliveryKind.ALL, 0, 9)] == [State.DELIVERED]
        qtbot.waitUntil(lambda: view.events.model.rowCount() == 1, timeout=SECONDS)
        again.close()


def stocks(view: MainView) -> list[str]:
    model = view.products.table.model
    return [str(model.index(row, Column.STOCK).data()) for row in range(model.rowCount())]
