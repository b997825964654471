"""Short ways to check a table and to say what came of it."""

from collections.abc import Sequence

from app.spreadsheet.checks import check
from app.spreadsheet.columns import guess_layout
from app.spreadsheet.flaws import Flaw, Problem
from app.spreadsheet.known import Known
from app.spreadsheet.layout import Layout
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Choices, Meaning
from app.spreadsheet.sheet import Area, Cell
from tests.spreadsheet.in_memory import InMemorySheet, table


def checked(
    rows: str | Sequence[Sequence[Cell]],
    meaning: Meaning = Meaning.RECEIPTS,
    choices: Choices | None = None,
    known: Known | None = None,
    hidden: Sequence[int] = (),
    layout: Layout | None = None,
    merged: Sequence[Area] = (),
) -> Checked:
    """The check of a table with the layout that is guessed, or with this one."""
    cells = table(rows) if isinstance(rows, str) else rows
    sheet = InMemorySheet(cells, hidden)
    sheet.merged = merged
    return check(sheet, layout or guess_layout(cells, merged), meaning, choices, known)


def pieces_in(cell: Cell, meaning: Meaning = Meaning.COUNT, choices: Choices | None = None) -> Checked:
    """The check of one cell of pieces, B2."""
    return checked([["Артикул", "Остаток"], ["A-1", cell]], meaning, choices)


def price_in(cell: Cell, choices: Choices | None = None) -> Checked:
    """The check of one price, B2."""
    return checked([["Артикул", "Цена"], ["A-1", cell]], Meaning.PRICE, choices)


def article_in(cell: Cell, known: Known | None = None, choices: Choices | None = None) -> Checked:
    """The check of one article, A2."""
    return checked([["Артикул", "Кол-во"], [cell, 2.0]], Meaning.RECEIPTS, choices, known)


def size_in(cell: Cell, known: Known | None = None, choices: Choices | None = None) -> Checked:
    """The check of one size, B2."""
    rows: list[list[Cell]] = [["Артикул", "Размер", "Кол-во"], ["A-1", cell, 2.0]]
    return checked(rows, Meaning.RECEIPTS, choices, known)


def only_problem(found: Checked) -> Problem:
    """The one problem that there is."""
    assert len(found.problems) == 1, found.problems
    return found.problems[0]


def flaws(found: Checked) -> list[tuple[int, int, Flaw]]:
    """Where what is wrong."""
    return [(problem.row, problem.column, problem.flaw) for problem in found.problems]
