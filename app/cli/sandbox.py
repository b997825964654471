"""`polka sandbox`: the simulated marketplace on its own."""

from __future__ import annotations

from argparse import Namespace

from app.cli.stopping import stop_event, wait_for_stop
from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning
from app.domain.errors import PolkaError
from app.domain.text import translate
from app.sandbox import Sandbox


def run(options: Namespace) -> int:
    """Run until it is stopped."""
    stopped = stop_event()
    with _sandbox(options) as sandbox:
        print("The simulated marketplace:", sandbox.page_url)
        print("Its API URL:  ", sandbox.api_url)
        print("Its API Token:", sandbox.token)
        print("Events go to: ", sandbox.webhook_url or "nobody (see --webhook)")
        print("Ctrl+C stops it.", flush=True)
        wait_for_stop(stopped)
    return 0


def _sandbox(options: Namespace) -> Sandbox:
    try:
        return Sandbox(
            dialect=Dialect(
                count=CountMeaning(options.count), sold_count=SoldCountMeaning(options.sold_count)
            ),
            token=options.token,
            webhook_url=options.webhook,
            port=options.port,
            sell_every=options.sell_every,
            faults=options.fault,
            honours_keys=options.honour_keys,
        )
    except OSError as error:
        raise PolkaError(
            translate("CommandLine", "Port {port} cannot be listened on.").format(port=options.port),
            translate(
                "CommandLine", "Another program may use it; choose another with --port, 0 is any free one."
            ),
        ) from error
