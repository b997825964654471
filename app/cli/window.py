"""`polka`: the window."""

from __future__ import annotations

from argparse import Namespace

from app.cli.display import require_display
from app.cli.folder import data_folder
from app.services.shop import Shop


def run(options: Namespace) -> int:
    """Open the window and stay until it is closed."""
    require_display()
    from app.ui.application import run_window

    return run_window(
        Shop(data_folder(options)),
        language=getattr(options, "language", None),
        theme=getattr(options, "theme", None),
        starts_hidden=options.hidden,
        already_open=_say_that_it_is_open,
    )


def _say_that_it_is_open() -> None:
    print("Polka is open on this folder already; its window comes to the front.", flush=True)
