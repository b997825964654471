"""What `polka import` says: on the screen, as JSON, and row by row in a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from app.domain.text import Text, translate
from app.services.import_views import Caution, Plan
from app.services.table_file import Cell, Column, Table, table_file
from app.services.words import ACTIONS
from app.spreadsheet.flaws import Flaw, Level, Problem
from app.spreadsheet.lines import Checked

MOST_SHOWN = 20
"""Problems on the screen; the report has all."""


@dataclass(frozen=True)
class Result:
    """One import as far as it came. `queued` of None: nothing was asked to be sent."""

    file: Path
    meaning: str
    checked: Checked
    plan: Plan
    queued: int | None = None
    import_id: int | None = None

    @cached_property
    def problems(self) -> list[Problem]:
        """Errors and what is not there, in the order of the rows."""
        found = [p for p in (*self.checked.problems, *self.plan.problems) if p.level is Level.ERROR]
        return sorted([*found, *_unknown(self.plan)], key=lambda problem: (problem.row, problem.column))

    @cached_property
    def warnings(self) -> list[Caution]:
        """What the guard asks about."""
        return [caution for caution in self.plan.cautions if caution.level is Level.WARNING]


def _unknown(plan: Plan) -> Iterator[Problem]:
    without = set(plan.without)
    for product in plan.new_products:
        text = translate("Import", "There is no product {article}.").format(article=product.article)
        yield from (_not_there(row, text) for row in product.rows if row in without)
    for size in plan.new_sizes:
        text = translate("Import", "{article} has no size {size}; it has {known}.").format(
            article=size.article, size=size.size, known=", ".join(size.known)
        )
        yield from (_not_there(row, text) for row in size.rows if row in without)


def _not_there(row: int, text: Text) -> Problem:
    return Problem(row, 0, Level.ERROR, Flaw.NOT_A_NAME, text, "")


def print_words(result: Result) -> None:
    """What would happen, or did, for a person."""
    plan = result.plan
    print(f"{result.file.name}: {_counted(plan)}; {plan.unchanged} unchanged, {plan.done} queued before.")
    for problem in result.problems[:MOST_SHOWN]:
        was = f" “{problem.was}”" if problem.was else ""
        print(f"  row {problem.row}{was}: {problem.text}")
    hidden = len(result.problems) - MOST_SHOWN
    if hidden > 0:
        print(f"  … and {hidden} more problems")
    for caution in result.warnings[:MOST_SHOWN]:
        print(f"  row {caution.row}, to be looked at: {caution.text}")
    if len(result.warnings) > MOST_SHOWN:
        print(f"  … and {len(result.warnings) - MOST_SHOWN} more to be looked at")
    for ambiguity in result.checked.ambiguities:
        print(f"  column {ambiguity.column}: “{ambiguity.was}” can be read in two ways; say --decimal")
    if result.queued is not None:
        print(f"Done: {result.queued}. What is queued is sent by the window or `polka serve`.")


def _counted(plan: Plan) -> str:
    if plan.counts:
        return f"{len(plan.counts)} counts, {len(plan.counts) - plan.unchanged} differ"
    if plan.links or plan.numbers:
        return f"{len(plan.links)} links, {len(plan.numbers)} numbers of sizes"
    return f"{len(plan.deliveries)} deliveries with {len(plan.rows)} changes"


def print_json(result: Result) -> None:
    """The same for a program."""
    plan = result.plan
    data: dict[str, Any] = {
        "file": str(result.file),
        "as": result.meaning,
        "deliveries": len(plan.deliveries),
        "changes": len(plan.rows),
        "links": len(plan.links),
        "numbers": len(plan.numbers),
        "counts": len(plan.counts),
        "unchanged": plan.unchanged,
        "queued_before": plan.done,
        "new_products": [product.article for product in plan.new_products],
        "new_sizes": [[size.article, size.size] for size in plan.new_sizes],
        "problems": [_json(problem) for problem in result.problems],
        "warnings": [_json(caution) for caution in result.warnings],
        "queued": result.queued,
        "import": result.import_id,
    }
    says_all = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(data, ensure_ascii=not says_all))


def _json(of: Problem | Caution) -> dict[str, Any]:
    return {"row": of.row, "column": of.column, "text": str(of.text)}


_TABLE = Table(
    translate("Import", "Import"),
    (
        Column(translate("Import", "Row"), 8),
        Column(translate("Export", "Article"), 18),
        Column(translate("Export", "Size"), 9),
        Column(translate("Export", "Action"), 14),
        Column(translate("Export", "Quantity"), 12),
        Column(translate("Export", "Before"), 12),
        Column(translate("Export", "After"), 12),
        Column(translate("Import", "Result"), 60),
    ),
)


def write_report(result: Result, path: Path) -> None:
    """Every row that does something or has a problem, with its result. Raises `StorageError`."""
    rows = sorted((*_planned(result), *_problems(result)), key=lambda row: row[0])
    with table_file(path, _TABLE, str) as write:
        for _, cells in rows:
            write(cells)


_Row = tuple[int, Sequence[Cell]]


def _planned(result: Result) -> Iterator[_Row]:
    done = "would be done" if result.queued is None else "done"
    for row in result.plan.rows:
        pieces = row.quantity or None
        names = (row.article, row.size, str(ACTIONS[row.action]))
        for at, _ in row.places:
            yield at, (at, *names, pieces, row.before, row.after, done)
    for link in result.plan.links:
        yield link.row, (link.row, link.article, "", "link", link.marketplace_id, None, None, done)
    for number in result.plan.numbers:
        names = (number.article, number.size, "link")
        yield number.row, (number.row, *names, number.number, number.before, number.number, done)
    for count in result.plan.counts:
        known = count.known
        names = (known.article, known.size, "count")
        yield count.row, (count.row, *names, count.pieces, known.here, None, done)


def _problems(result: Result) -> Iterator[_Row]:
    told = [(problem.row, problem.text) for problem in result.problems]
    told += [(caution.row, caution.text) for caution in result.warnings]
    for row, text in told:
        yield row, (row, "", "", "", None, None, None, str(text))
