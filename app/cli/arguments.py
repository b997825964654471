"""What can be typed after `polka`, in words that a person understands."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser
from typing import TypeAlias

from typing_extensions import override

from app.cli import values
from app.cli.import_arguments import IMPORT_EPILOG, IMPORT_WORDS, add_import

Commands: TypeAlias = "argparse._SubParsersAction[ArgumentParser]"  # pyright: ignore[reportPrivateUsage]
_SANDBOX_EPILOG = """\
Faults are NAME, NAME:COUNT, NAME@PROBABILITY or NAME=SECONDS, for example 503:3,
500@0.2, latency=2; the parts combine: 503=30:2. They are:
  instead of the right answer, and nothing is applied:
    301 302 303 307 308 400 401 403 404 405 408 409 410 413 415 422 425 429
    500 502 503 504   that status; SECONDS: with Retry-After
    429-date 503-date   with Retry-After as a date
    html   a page with status 500
    error-text   status 200, and words about an error
    huge   status 200, and 50 MB
  an error, although the action was applied:
    500-after 502-after 503-after 504-after
  no whole answer, before or after the action is applied:
    timeout-before timeout-after   none for SECONDS
    cut-before cut-after   one that breaks off after its head
    reset-before reset-after   the connection is reset without a byte
    late   reset at once, and applied SECONDS later
  latency   the right answer, SECONDS later
  of the events that it posts: duplicate, delay (by SECONDS), reorder, lose

Its page shows the stock. For tests it also answers
  GET /state   stock, prices, events, and for each delivery (by its
      Idempotency-Key, or by its body where it has none) how often it was
      received and how often it was applied
  POST /faults   {"faults": ["503:3"]}; an empty list: behave
  POST /sell, POST /return
      {"supplierProductId": "SS21CA2N", "size": "XL", "quantity": 1}; what is
      left out is chosen
"""
_FOLDER_HELP = "the folder with the data (default: the usual place for this system)"


def build_parser() -> ArgumentParser:
    """The parser for every command; without a command the window opens."""
    parser = ArgumentParser(
        prog="polka",
        description="Polka keeps your stock and prices equal with the marketplace's. "
        "Without a command it opens its window.",
        epilog="Exit codes: 0 done, 1 it could not be done, 2 the command was not understood.",
    )
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help="print the version and end")
    _add_look(parser)
    _add_folder(parser)
    parser.add_argument(
        "--hidden",
        action="store_true",
        help="open the window only as an icon beside the clock, for starting with the system",
    )
    parser.set_defaults(command="window")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_demo(commands)
    _add_serve(commands)
    _add_sandbox(commands)
    _add_send(commands)
    add_import(_add_command(commands, "import", IMPORT_WORDS, IMPORT_EPILOG), _add_folder)
    _add_list(commands)
    _add_doctor(commands)
    return parser


class _ShowVersion(argparse.Action):
    """Looks the version up where it is asked for: that takes longer than all the rest here."""

    @override
    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"Polka {version('polka')}")
        parser.exit()


def _add_command(commands: Commands, name: str, words: str, epilog: str = "") -> ArgumentParser:
    parser = commands.add_parser(name, help=words, description=words, epilog=epilog)
    parser.set_defaults(command=name)
    return parser


def _add_folder(parser: ArgumentParser) -> None:
    # SUPPRESS keeps what was typed before the command from being overwritten by a default after it.
    parser.add_argument(
        "--data", metavar="DIR", type=values.folder, default=argparse.SUPPRESS, help=_FOLDER_HELP
    )


def _add_look(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--language",
        choices=("ru", "en"),
        default=argparse.SUPPRESS,
        help="language of the window (default: the system's) and of `polka import` (default: en)",
    )
    parser.add_argument(
        "--theme",
        choices=("light", "dark", "system"),
        default=argparse.SUPPRESS,
        help="colours of the window (default: the system's)",
    )


def _add_demo(commands: Commands) -> None:
    parser = _add_command(
        commands,
        "demo",
        "open the window on a temporary folder with a simulated marketplace and a ready catalogue",
    )
    _add_look(parser)
    parser.add_argument(
        "--tour",
        metavar="DIR",
        type=values.folder,
        help="drive the window through the main job, save a picture of every page into DIR, and end",
    )


def _add_serve(commands: Commands) -> None:
    parser = _add_command(
        commands,
        "serve",
        "send and receive without a window, until it is stopped",
        "POLKA_API_URL and POLKA_API_TOKEN, where they are set, are used instead of the saved ones. "
        "An address that begins with http:// and is not of this machine needs POLKA_ALLOW_HTTP=1 as well.",
    )
    _add_folder(parser)


def _add_sandbox(commands: Commands) -> None:
    parser = _add_command(
        commands,
        "sandbox",
        "run a simulated marketplace on this machine, for trying things out",
        _SANDBOX_EPILOG,
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "--port",
        type=values.port,
        default=8780,
        help="port to listen on, 0 for any free one (default: 8780)",
    )
    parser.add_argument(
        "--token", type=values.text, default="sandbox-token", help="the API token that it accepts"
    )
    parser.add_argument(
        "--webhook", metavar="URL", type=values.web_address, help="where it posts sales and returns"
    )
    parser.add_argument(
        "--fault",
        metavar="FAULT",
        type=values.fault,
        action="append",
        default=[],
        help="misbehave, see below; may be repeated",
    )
    parser.add_argument(
        "--sell-every", metavar="SECONDS", type=values.seconds, help="sell or take a return by itself"
    )
    _add_dialect(parser)


def _add_dialect(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--count",
        choices=("left", "moved"),
        default="left",
        help="what “count” means: the stock left after an action, or the pieces of it (default: left)",
    )
    parser.add_argument(
        "--sold-count",
        choices=("moved", "total", "omitted"),
        default="moved",
        help="what “soldCount” in events means: the pieces sold now, all sold so far, or it is left out "
        "(default: moved)",
    )
    parser.add_argument(
        "--honour-keys",
        action="store_true",
        help="apply an action with the same Idempotency-Key once only",
    )


def _add_send(commands: Commands) -> None:
    parser = _add_command(
        commands,
        "send",
        "queue an action from a script; the window or `polka serve` sends it",
        "Example: polka send --product SS21CA2N --action sold --size XL=1 --price 76000. "
        "Exit codes: 0 queued, 1 it could not be done, 2 the command was not understood, 3 something is "
        "unusual (a price that jumps, far more pieces than usual, a stock below zero) and was not queued.",
    )
    _add_folder(parser)
    parser.add_argument(
        "--product", metavar="ARTICLE", type=values.text, required=True, help="the product's article"
    )
    parser.add_argument(
        "--action",
        required=True,
        choices=("receipts", "sold", "cancel", "return", "price"),
        help="what happened: goods arrived (receipts), were sold here, an order was cancelled, goods came "
        "back (return), or a new price",
    )
    parser.add_argument(
        "--size",
        metavar="SIZE=PIECES",
        type=values.size_and_pieces,
        action="append",
        default=[],
        help="a size and how many pieces; may be repeated",
    )
    parser.add_argument("--price", type=values.price, help="the new price, for example 76000 or 76000,50")
    parser.add_argument(
        "--accept-warnings",
        action="store_true",
        help="queue it also where the guard warns, such as of a price that jumps",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of words")


def _add_list(commands: Commands) -> None:
    parser = _add_command(commands, "list", "print deliveries, events or products")
    _add_folder(parser)
    parser.add_argument("what", choices=("deliveries", "events", "products"), help="what to print")
    parser.add_argument("--json", action="store_true", help="as JSON, one object a line")
    parser.add_argument(
        "--unanswered", action="store_true", help="only deliveries that nobody knows whether they arrived"
    )
    parser.add_argument(
        "--limit",
        metavar="COUNT",
        type=values.how_many,
        default=100,
        help="the newest so many; products in order of their articles (default: 100)",
    )


def _add_doctor(commands: Commands) -> None:
    parser = _add_command(
        commands, "doctor", "print versions, folders and states that support needs; no secrets"
    )
    _add_folder(parser)
