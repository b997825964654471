"""`polka sandbox`: the simulated marketplace on its own."""

from __future__ import annotations

from argparse import Namespace

from app.sandbox import SandboxOptions, serve_sandbox


def run(options: Namespace) -> int:
    """Run until it is stopped; where it listens is printed by the sandbox."""
    serve_sandbox(
        SandboxOptions(
            port=options.port,
            token=options.token,
            webhook_url=options.webhook,
            faults=tuple(options.fault),
            sell_every=options.sell_every,
        )
    )
    return 0
