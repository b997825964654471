"""The real window on its page of deliveries while its outbox is emptied.

Usage: python -m tests.benchmarks.drain_child COUNT URL TOKEN FOLDER. Prints as JSON by how many
milliseconds each tick of the UI thread was late meanwhile, and by how many MB the process grew over its
idle state.
"""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

import psutil
from PySide6.QtCore import QEventLoop, QTimer

from app.services.connection import save_token
from app.services.outbox import delivery_counts
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.services.views import Change
from app.ui.application import PolkaWindow, make_application
from app.ui.main_window import DELIVERIES
from tests.benchmarks.full_outbox import fill, is_empty
from tests.benchmarks.ticks import Ticks, let_pass
from tests.services.support import memory_secrets

SETTLING_MS = 2000
LOOK_MS = 200
MEBIBYTE = 2**20


def emptied(shop: Shop) -> float:
    """Wait until everything is delivered; the most memory meanwhile, in MB. It looks on its own thread."""
    most = 0.0
    done = threading.Event()

    def look() -> None:
        nonlocal most
        while not is_empty(shop):
            most = max(most, resident())
            done.wait(LOOK_MS / 1000)
        done.set()

    threading.Thread(target=look, daemon=True).start()
    while not done.is_set():
        let_pass(LOOK_MS)
    return most


def resident() -> float:
    """MB of the process that are in memory."""
    return psutil.Process().memory_info().rss / MEBIBYTE


def main() -> None:
    count, url, token, folder = sys.argv[1:5]
    make_application()
    shop = Shop(Path(folder), secrets=memory_secrets())
    shop.open()
    save_connection(shop, ConnectionSettings(url=url, rate_per_second=None))
    save_token(shop, token, session_only=True)
    shop.close()
    window = PolkaWindow(shop, language="ru", theme="light")
    ticks = Ticks()
    window.frame.show()
    loop = QEventLoop()
    window.opened.connect(loop.quit)
    loop.exec()
    assert window.view is not None
    window.view.show_page(DELIVERIES)
    let_pass(SETTLING_MS)
    idle = resident()
    filled = QEventLoop()
    window.tasks.run(fill, shop, int(count), done=lambda _: filled.quit())
    QTimer.singleShot(0, ticks.take)
    filled.exec()
    ticks.take()
    shop.changes.publish(Change(None, structure=True, deliveries=True, queued=True))
    most = emptied(shop)
    assert delivery_counts(shop).delivered == int(count)
    print(json.dumps({"late": ticks.take(), "grown": most - idle}))
    window.close()


main()
