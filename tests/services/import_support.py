"""Short ways from a table to a plan, and to what is queued."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.services.import_keeping import prepare
from app.services.import_matching import load_goods
from app.services.import_queue import queue_import
from app.services.import_views import Creating, ImportDraft, Plan
from app.services.importing import check_sheet, content_of, guess, open_file, plan_import
from app.services.progress import Progress
from app.services.shop import Shop
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Choices, Meaning


def write_csv(path: Path, text: str) -> Path:
    """Lines with `;` between the cells."""
    lines = [line.strip() for line in text.strip().splitlines()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def draft_of(
    shop: Shop,
    path: Path,
    meaning: Meaning,
    creating: Creating | None = None,
    choices: Choices | None = None,
) -> ImportDraft:
    """The file as it is guessed, with this meaning."""
    found = guess(shop, open_file(path).sheets[0], meaning=meaning)
    return ImportDraft(
        path,
        content_of(path),
        found.layout,
        meaning,
        choices=choices or found.choices,
        creating=creating or found.creating,
    )


def planned(shop: Shop, draft: ImportDraft, import_id: int | None = None) -> tuple[Checked, Plan]:
    """The check and the plan of a file."""
    goods = load_goods(shop)
    checked = check_sheet(goods, open_file(draft.path).sheets[0], draft)
    return checked, plan_import(shop, goods, checked, draft, import_id)


def imported(
    shop: Shop, draft: ImportDraft, progress: Progress | None = None, *, anyway: bool = False
) -> int:
    """Prepare and queue; returns the number of the import."""
    number = prepare(shop, draft)
    checked, plan = planned(shop, draft)
    queue_import(shop, number, plan, checked, progress, anyway=anyway)
    return number


def changes(plan: Plan) -> Sequence[tuple[object, ...]]:
    """What each row of the plan does, without its place."""
    return [
        (row.article, row.size, row.action.value, row.quantity, row.before, row.after) for row in plan.rows
    ]
