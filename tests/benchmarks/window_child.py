"""The real window on its page of events while they pour in.

Usage: python -m tests.benchmarks.window_child FOLDER. Prints the listener's address; a first line on its
standard input says that events begin, a second one that they have ended: then it prints by how many
milliseconds each tick between the two was late.
"""

from __future__ import annotations

import json
import sys
import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.services.receiving import free_port, listener_url, load_listener, save_listener
from app.services.shop import Shop
from app.ui.application import PolkaWindow, make_application
from app.ui.main_window import EVENTS
from tests.benchmarks.flood import PRODUCTS, SIZE, START
from tests.benchmarks.ticks import Ticks
from tests.services.support import add_simple_product, memory_secrets


class Lines(QObject):
    """What comes on the standard input."""

    began = Signal()
    ended = Signal()

    def listen(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for signal in (self.began, self.ended):
            sys.stdin.readline()
            signal.emit()


def prepared(folder: Path) -> tuple[Shop, str]:
    """A shop whose products are linked and whose listener is on, and the listener's address."""
    shop = Shop(folder, secrets=memory_secrets())
    shop.open()
    for number in range(1, PRODUCTS + 1):
        add_simple_product(shop, f"A{number:03}", {SIZE: START}, marketplace_id=number)
    settings = replace(load_listener(shop), enabled=True, port=free_port("127.0.0.1", 31000))
    save_listener(shop, settings)
    shop.close()
    return shop, listener_url(settings)


def main() -> None:
    shop, address = prepared(Path(sys.argv[1]))
    application = make_application()
    window = PolkaWindow(shop, language="ru", theme="light")
    lines, ticks = Lines(), Ticks()

    def on_opened() -> None:
        assert window.view is not None
        window.view.show_page(EVENTS)
        print(address, flush=True)

    window.opened.connect(on_opened)
    lines.began.connect(ticks.take)
    lines.ended.connect(lambda: print(json.dumps(ticks.take()), flush=True))
    window.frame.show()
    lines.listen()
    application.exec()


main()
