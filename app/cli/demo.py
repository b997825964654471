"""`polka demo`: sandbox and window on a temporary folder, or the tour that takes the pictures."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from app.cli.demo_history import fill_shop
from app.cli.display import has_display, require_display
from app.sandbox import Sandbox
from app.sandbox.catalogue import CATALOGUE
from app.services.connection import save_token
from app.services.proof import note_change
from app.services.receiving import free_port, listener_url, load_listener, save_listener
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.storage.secrets import session_secrets

SELL_EVERY = 6.0
"""Seconds between two online sales or returns in the demo."""


def run(options: Namespace) -> int:
    """Show the demo until its window is closed, or take the tour and end."""
    if getattr(options, "data", None) is not None:
        words = "polka demo: --data is not used; the demo has a temporary folder of its own."
        print(words, file=sys.stderr, flush=True)
    if options.tour:
        return _with_demo(options, tour=options.tour)
    require_display()
    return _with_demo(options, tour=None)


def _with_demo(options: Namespace, tour: Path | None) -> int:
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # A database that is still held for a moment on Windows must not turn a good end into an error.
    with TemporaryDirectory(prefix="polka-demo-", ignore_cleanup_errors=True) as name:
        shop = Shop(Path(name), secrets=session_secrets())
        with Sandbox(sell_every=None if tour else SELL_EVERY) as sandbox:
            _prepare(shop, sandbox, connected=tour is None)
            if tour:
                from app.ui.tour import take_tour

                return take_tour(shop, sandbox, tour)
            return _show(shop, sandbox, options)


def _show(shop: Shop, sandbox: Sandbox, options: Namespace) -> int:
    from app.ui.application import run_window

    print("The simulated marketplace:", sandbox.page_url)
    print("Its API URL:  ", sandbox.api_url)
    print("Its API Token:", sandbox.token)
    print("Its folder:   ", shop.folder)
    print(
        "Close the window to end the demo; its folder goes with it. A second demo is another shop, with a "
        "folder and a marketplace of its own.",
        flush=True,
    )
    return run_window(
        shop,
        language=getattr(options, "language", None),
        theme=getattr(options, "theme", None),
        is_temporary=True,
    )


def _prepare(shop: Shop, sandbox: Sandbox, *, connected: bool) -> None:
    """Fill the shop with the sandbox's catalogue and point the two at each other."""
    shop.open()
    try:
        fill_shop(shop, CATALOGUE)
        listener = replace(load_listener(shop), enabled=connected, port=free_port("127.0.0.1", 8787))
        save_listener(shop, listener)
        sandbox.webhook_url = listener_url(listener)
        if connected:
            note_change(shop, sandbox.api_url, sandbox.token)  # nothing proves them yet
            save_connection(shop, ConnectionSettings(url=sandbox.api_url))
            save_token(shop, sandbox.token, session_only=True)
    finally:
        shop.close()
    sys.stdout.flush()
