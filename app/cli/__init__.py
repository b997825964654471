"""The command line: reads the arguments, puts the parts together and says how it ended.

Exit codes: 0 done, 1 it could not be done (one sentence says why), 2 the command was not understood.
`import` and `send` have more to say; their help tells it.
"""

from __future__ import annotations

import importlib
import io
import logging
import os
import sys
from collections.abc import Callable, Sequence
from typing import cast

from app.cli.arguments import build_parser
from app.cli.speech import speech
from app.domain.errors import PolkaError

_COMMANDS = {
    "window": "app.cli.window",
    "demo": "app.cli.demo",
    "serve": "app.cli.serve",
    "sandbox": "app.cli.sandbox",
    "send": "app.cli.send",
    "import": "app.cli.importing",
    "list": "app.cli.listing",
    "doctor": "app.cli.doctor",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # there is none where a window was started by a click
            stream.reconfigure(errors="backslashreplace")
    options = build_parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    run = cast("Callable[[object], int]", importlib.import_module(_COMMANDS[options.command]).run)
    try:
        code = run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except PolkaError as error:
        say = speech(options)
        print(f"polka: {say(error.title)} {say(error.advice)}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        _let_go_of_stdout()
        return 0
    except KeyboardInterrupt:
        return 1


def _let_go_of_stdout() -> None:
    """Whoever read it, such as `head`, has seen enough; Python must not try to write the rest."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
