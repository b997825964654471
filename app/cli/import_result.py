"""What came of `polka import`: as JSON, and row by row in the workbook that comes back."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from app.cli.import_doubts import Doubts
from app.cli.speech import Say
from app.domain.text import Text, translate
from app.services.import_results import WantedResults, planned_results, save_results, write_results
from app.services.import_rows import CheckRows
from app.services.import_views import Caution, ImportDraft, Plan
from app.services.progress import Progress
from app.services.shop import Shop
from app.spreadsheet.flaws import Flaw, Level, Problem
from app.spreadsheet.lines import Checked, LeftOut

_WEIGHTY = frozenset(
    {
        Flaw.UNIT,
        Flaw.OTHERWISE,
        Flaw.TOTAL_DIFFERS,
        Flaw.LOST_ZEROS,
        Flaw.SHOWN_OTHERWISE,
        Flaw.STRUCK_HEADING,
    }
)
"""Nothing is sent before somebody has looked at these."""

_ROUTINE = frozenset({Flaw.TOTAL, Flaw.GROUP, Flaw.NO_VALUE})
"""Found in most files, and mostly right."""


@dataclass(frozen=True)
class Result:
    """One import as far as it came. `queued` of None: nothing was asked to be sent."""

    file: Path
    meaning: str
    checked: Checked
    plan: Plan
    queued: int | None = None
    import_id: int | None = None
    doubts: Doubts = field(default_factory=Doubts)

    @cached_property
    def problems(self) -> list[Problem]:
        """Errors and what is not there, in the order of the rows."""
        found = [p for p in (*self.checked.problems, *self.plan.problems) if p.level is Level.ERROR]
        return sorted([*found, *_unknown(self.plan)], key=lambda problem: (problem.row, problem.column))

    @cached_property
    def warnings(self) -> list[Caution | Problem]:
        """What the guard asks about, and numbers that may mean something else than pieces or prices."""
        cautions = [caution for caution in self.plan.cautions if caution.level is Level.WARNING]
        return [*(one for one in self._looked_at if one.flaw in _WEIGHTY), *cautions]

    @cached_property
    def notices(self) -> list[Problem]:
        """What was read otherwise than it stands there, or added up, although nothing keeps it back; then
        what is said beside a number, and at last rows that are no data.
        """
        found = [problem for problem in self._looked_at if problem.flaw not in _WEIGHTY]
        notes = [problem for problem in self.checked.problems if problem.level is Level.NOTE]
        return [*found, *sorted(notes, key=lambda note: note.flaw in _ROUTINE)]

    def left_out(self, why: LeftOut) -> int:
        """How many rows the check passed over for this reason."""
        return len(self.checked.left_out.get(why, ()))

    @property
    def _looked_at(self) -> list[Problem]:
        return [problem for problem in self.checked.problems if problem.level is Level.WARNING]


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


def print_json(result: Result, say: Say) -> None:
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
        "without_number": result.left_out(LeftOut.NOTHING),
        "imported_before": result.left_out(LeftOut.DONE),
        "unnamed": None if plan.unnamed is None else plan.unnamed._asdict(),
        "new_products": [product.article for product in plan.new_products],
        "new_sizes": [[size.article, size.size] for size in plan.new_sizes],
        "problems": [_json(problem, say) for problem in result.problems],
        "warnings": [_json(caution, say) for caution in result.warnings],
        "notes": [_json(problem, say) for problem in result.notices],
        **result.doubts.as_json(say),
        "queued": result.queued,
        "import": result.import_id,
    }
    says_all = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(data, ensure_ascii=not says_all))


def _json(of: Problem | Caution, say: Say) -> dict[str, Any]:
    return {"row": of.row, "column": of.column, "text": say(of.text)}


def write_report(shop: Shop, draft: ImportDraft, result: Result, path: Path, say: Say) -> None:
    """The workbook back, each row with what happened to it, or would. Raises `StorageError`."""
    if result.queued is not None and result.import_id is not None:
        save_results(shop, path, WantedResults(result.import_id), say, Progress())
    else:
        rows = CheckRows(draft, result.checked, result.plan, {})
        results = planned_results(draft, result.checked, rows, say)
        write_results(draft, path, results, say, Progress(), only_failed=False)
