"""What `polka import` says: on the screen, as JSON, and row by row in the workbook that comes back."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from app.domain.text import Text, translate
from app.services.import_results import WantedResults, planned_results, save_results, write_results
from app.services.import_rows import CheckRows
from app.services.import_views import Caution, ImportDraft, Plan
from app.services.progress import Progress
from app.services.shop import Shop
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


def write_report(shop: Shop, draft: ImportDraft, result: Result, path: Path) -> None:
    """The workbook back, each row with what happened to it, or would. Raises `StorageError`."""
    if result.queued is not None and result.import_id is not None:
        save_results(shop, path, WantedResults(result.import_id), str, Progress())
    else:
        rows = CheckRows(draft, result.checked, result.plan, {})
        write_results(draft, path, planned_results(rows, str), str, Progress(), only_failed=False)
