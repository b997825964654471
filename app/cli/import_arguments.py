"""What can be typed after `polka import`."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

from app.cli import values

IMPORT_WORDS = "check a spreadsheet, say what it would change, and queue that where it is wanted"
IMPORT_EPILOG = (
    "Example: polka import приход.xlsx --as receipts --send. "
    "Exit codes: 0 every row is understood, 1 some rows are left out, or what was asked for could not be "
    "done, 2 the file cannot be read or the command was not understood."
)
MEANINGS = ("receipts", "sold", "return", "cancel", "price", "count", "cabinet", "links")


def add_import(parser: ArgumentParser, add_folder: Callable[[ArgumentParser], None]) -> None:
    """The options of the command."""
    add_folder(parser)
    _add_reading(parser)
    _add_choices(parser)
    _add_sending(parser)
    parser.add_argument(
        "--report",
        metavar="OUT",
        type=values.workbook,
        help="write the same workbook with what happened to each row, or would, as an xlsx file",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of words")


def _add_reading(parser: ArgumentParser) -> None:
    """How the file is to be understood."""
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="xlsx, xlsm, xlsb, xls, ods, csv, txt or html"
    )
    parser.add_argument(
        "--as",
        dest="meaning",
        required=True,
        choices=MEANINGS,
        help="what the numbers say: pieces of an action, new prices, what is here by a stock count, what "
        "the cabinet shows, or (links) the marketplace's numbers of products and sizes",
    )
    parser.add_argument(
        "--sheet",
        metavar="NAME",
        type=values.text,
        help="the sheet, or the number of a web page's table (default: the first that is understood)",
    )
    parser.add_argument(
        "--mapping",
        metavar="MAPPING",
        type=values.mapping,
        help="which column is what, such as article=A,size=B,quantity=D or size:XL=E, and header=1 for the "
        "row of the headings, or a JSON file with the same; all other columns are ignored (default: as "
        "Polka guesses or was told)",
    )
    parser.add_argument(
        "--encoding", metavar="NAME", type=values.encoding, help="of a text file, such as cp1251"
    )
    parser.add_argument(
        "--decimal",
        choices=("comma", "point"),
        help="which sign parts the decimals where a number like 1,234 can be read in two ways",
    )
    parser.add_argument(
        "--turn",
        action="store_true",
        help="the table lies on its side, its products side by side: import it as an upright one",
    )
    parser.add_argument(
        "--message",
        action="store_true",
        help="the text is a message such as «SS24TS01 M - 5»: import the table that its lines say",
    )


def _add_choices(parser: ArgumentParser) -> None:
    """Which of its rows are taken, and what may be made of them."""
    parser.add_argument(
        "--add-up",
        action="store_true",
        default=None,
        help="add up the pieces of a size that stands in several rows, also where the file says what is "
        "there, as of several warehouses or colours (default: only pieces that come or go)",
    )
    parser.add_argument(
        "--create", action="store_true", help="create products and sizes that are not there"
    )
    hidden = parser.add_mutually_exclusive_group()
    hidden.add_argument(
        "--with-hidden",
        dest="hidden",
        action="store_true",
        default=None,
        help="import also the rows that are hidden or filtered out in the file",
    )
    hidden.add_argument(
        "--without-hidden", dest="hidden", action="store_false", help="leave these rows out"
    )
    struck = parser.add_mutually_exclusive_group()
    struck.add_argument(
        "--with-struck",
        dest="struck",
        action="store_true",
        default=None,
        help="import also what is struck out in the file",
    )
    struck.add_argument("--without-struck", dest="struck", action="store_false", help="leave that out")


def _add_sending(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--send",
        action="store_true",
        help="queue it; the window or `polka serve` sends it (default: only say what would happen)",
    )
    parser.add_argument(
        "--skip-errors", action="store_true", help="with --send: leave out the rows that have problems"
    )
    parser.add_argument(
        "--accept-warnings",
        action="store_true",
        help="with --send: queue also what the guard warns of, such as a price that jumps",
    )
    parser.add_argument(
        "--anyway", action="store_true", help="with --send: although the same file was imported before"
    )
    parser.add_argument(
        "--right",
        choices=("cabinet", "ours"),
        help="with --send and --as cabinet: whose figure counts where the two differ",
    )
