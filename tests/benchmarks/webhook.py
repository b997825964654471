"""adnanh/webhook, the listener that Debian has: it runs a command for each request and keeps nothing."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app.services.receiving import free_port

PROGRAM = "webhook"


def is_installed() -> bool:
    """Whether there is something to compare with."""
    return shutil.which(PROGRAM) is not None


@contextmanager
def webhook_running() -> Iterator[str]:
    """The address of one whose command does nothing."""
    hook = {"id": "sale", "execute-command": shutil.which("true"), "response-message": "{}"}
    port = free_port("127.0.0.1", 32000)
    with TemporaryDirectory() as folder:
        hooks = Path(folder, "hooks.json")
        hooks.write_text(json.dumps([hook]))
        arguments = ["-hooks", str(hooks), "-ip", "127.0.0.1", "-port", str(port)]
        with subprocess.Popen([PROGRAM, *arguments], stdout=subprocess.DEVNULL) as process:
            try:
                yield f"http://127.0.0.1:{port}/hooks/sale"
            finally:
                process.kill()
