"""An engine over an outbox with COUNT actions.

Usage: python -m tests.benchmarks.queue_child COUNT URL TOKEN FOLDER; prints after how many
seconds from its start the first one was delivered.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from app.services.connection import save_token
from app.services.engine import Engine
from app.services.outbox import delivery_counts
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from tests.benchmarks.full_outbox import fill
from tests.services.support import memory_secrets


def main() -> None:
    count, url, token, folder = sys.argv[1:5]
    secrets = memory_secrets()
    shop = Shop(Path(folder), secrets=secrets)
    shop.open()
    save_connection(shop, ConnectionSettings(url=url, rate_per_second=None))
    save_token(shop, token, session_only=True)
    fill(shop, int(count))
    shop.close()
    started = time.perf_counter()
    shop.open()
    engine = Engine(shop)
    engine.start()
    while not delivery_counts(shop).delivered:
        time.sleep(0.005)
    print(time.perf_counter() - started)
    engine.stop()
    shop.close()


main()
