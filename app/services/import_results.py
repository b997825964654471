"""The workbook of an import back, with what happened to each of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.domain.delivery import State
from app.domain.text import Text, translate
from app.services.import_checking import CheckedImport
from app.services.import_rows import CheckRow, Part, RowState
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.table_file import Say
from app.services.words import STATES
from app.spreadsheet.report.results import Outcome, RowResult
from app.spreadsheet.report.writing import Source, write_report
from app.storage.import_results import fates

_NOT_IMPORTED = translate("Import", "not imported")
_SO_ALREADY = translate("Import", "no change")
_UNKNOWN = translate("Import", "There is no such product or size.")
_WORST_FIRST = (Outcome.FAILED, Outcome.WAITING, Outcome.DELIVERED, Outcome.UNCHANGED)
_OUTCOMES = {
    State.DELIVERED: Outcome.DELIVERED,
    State.CORRECTED: Outcome.DELIVERED,
    State.REJECTED: Outcome.FAILED,
    State.CANCELLED: Outcome.FAILED,
}
"""All other states are on their way, or wait for a person."""


@dataclass(frozen=True, slots=True)
class WantedResults:
    """An import that was sent. `only_failed`: a workbook of what is left to do."""

    import_id: int
    result: CheckedImport
    only_failed: bool = False


def save_results(shop: Shop, path: Path, wanted: WantedResults, say: Say, progress: Progress) -> int:
    """Write the workbook; returns of how many rows it tells.

    Raises `SpreadsheetError` where the file is gone, `StorageError` and `StoppedError`.
    """
    found: dict[int, RowResult] = {}
    for row, result in (*_sent(shop, wanted.import_id, say), *_checked(wanted.result, say)):
        before = found.get(row)
        if before is None or _rank(result) < _rank(before):
            found[row] = result
    draft = wanted.result.draft
    source = Source(draft.path, draft.layout, draft.sheet, draft.encoding)
    write_report(source, path, found, only_failed=wanted.only_failed, say=say, advance=progress.advance)
    return (
        sum(result.outcome is Outcome.FAILED for result in found.values())
        if wanted.only_failed
        else len(found)
    )


def _rank(result: RowResult) -> int:
    return _WORST_FIRST.index(result.outcome)


def _sent(shop: Shop, import_id: int, say: Say) -> Iterator[tuple[int, RowResult]]:
    with shop.database.read() as connection:
        for fate in fates(connection, import_id):
            yield fate.row_number, _of_delivery(fate, say)


def _of_delivery(fate: Any, say: Say) -> RowResult:
    state = State(fate.state)
    outcome = _OUTCOMES.get(state, Outcome.WAITING)
    reason = Text.loads(fate.reason)
    ended = None
    if outcome is Outcome.DELIVERED and fate.finished_at is not None:
        ended = datetime.fromtimestamp(fate.finished_at, UTC)
    return RowResult(outcome, say(STATES[state]), "" if reason is None else say(reason), ended)


def _checked(result: CheckedImport, say: Say) -> Iterator[tuple[int, RowResult]]:
    """What was never sent, and why."""
    for number in result.rows.numbers(Part.ALL):
        row = result.rows.row(number)
        if row.state is RowState.FAILED:
            yield row.row, RowResult(Outcome.FAILED, say(_NOT_IMPORTED), _reason(row, say))
        elif row.state is RowState.UNKNOWN:
            yield row.row, RowResult(Outcome.FAILED, say(_NOT_IMPORTED), say(_UNKNOWN))
        elif row.state is RowState.UNCHANGED:
            yield row.row, RowResult(Outcome.UNCHANGED, say(_SO_ALREADY))


def _reason(row: CheckRow, say: Say) -> str:
    return " ".join(say(problem.text) for problem in row.problems)
