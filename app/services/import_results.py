"""The workbook of an import back, with what happens or happened to each of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from app.domain.delivery import State
from app.domain.errors import SpreadsheetError
from app.domain.text import Text, translate
from app.services.import_checking import CheckedImport, check_import
from app.services.import_keeping import stored_draft
from app.services.import_left_out import left_out_result, left_out_results
from app.services.import_rows import CheckRow, CheckRows, Part, RowState
from app.services.import_views import ImportDraft, ImportState
from app.services.importing import content_of
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.table_file import Say
from app.services.words import STATES
from app.spreadsheet.layout import Layout
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.report.results import RowOutcome, RowResult
from app.spreadsheet.report.writing import Source, write_report
from app.storage import imports
from app.storage.import_results import fates

_NOT_IMPORTED = translate("Import", "not imported")
_WOULD_BE_SENT = translate("Import", "would be sent")
_SO_ALREADY = translate("Import", "no change")
_COMPARED = translate("Import", "compared")
_UNKNOWN = translate("Import", "There is no such product or size.")
_WAS_UNKNOWN = translate("Import", "There was no such product or size when it was imported.")
_DECIDE = translate("Import", "Repeat or withdraw it on the page Deliveries.")
_WORST_FIRST = (
    *(RowOutcome.FAILED, RowOutcome.REFUSED, RowOutcome.READY),
    *(RowOutcome.WAITING, RowOutcome.DELIVERED, RowOutcome.UNCHANGED, RowOutcome.LEFT_OUT),
)
_OUTCOMES = {
    State.DELIVERED: RowOutcome.DELIVERED,
    State.CORRECTED: RowOutcome.DELIVERED,
    State.REJECTED: RowOutcome.REFUSED,
    State.CANCELLED: RowOutcome.FAILED,
}
"""All other states are on their way, or wait for a person."""

Results = Mapping[int, RowResult]
"""By the numbers of the rows of the file."""


@dataclass(frozen=True, slots=True)
class WantedResults:
    """An import that was sent. `only_failed`: a workbook of what is left to do."""

    import_id: int
    only_failed: bool = False


def save_results(shop: Shop, path: Path, wanted: WantedResults, say: Say, progress: Progress) -> int:
    """Write the workbook of an import as things are now; returns of how many rows it tells.

    Raises `SpreadsheetError` where the file is gone or has other content than when it was sent,
    `StorageError` and `StoppedError`.
    """
    with shop.database.read() as connection:
        record = imports.record(connection, wanted.import_id)
    if record is None:
        raise LookupError(wanted)
    draft = _unchanged(record, progress)
    checked = check_import(shop, draft, wanted.import_id, progress)
    sent = list(_sent(shop, wanted.import_id, draft.meaning, say))
    rest = _RestWords(draft.meaning, {row for row, _ in sent}, ImportState(record.state), say)
    idle = left_out_results(checked.checked, draft.layout, say)
    found = _worst([*sent, *rest.told(checked.rows, draft.layout), *idle])
    write_results(draft, path, found, say, progress, only_failed=wanted.only_failed)
    failed = sum(result.outcome is RowOutcome.FAILED for result in found.values())
    return failed if wanted.only_failed else len(found)


def save_failed(_: Shop, path: Path, result: CheckedImport, say: Say, progress: Progress) -> int:
    """Write the rows with errors of an import that is not sent, to be repaired; returns how many.

    Raises as `save_results` does.
    """
    found = failed_results(result.rows, say)
    write_results(result.draft, path, found, say, progress, only_failed=True)
    return len(found)


def write_results(
    draft: ImportDraft, path: Path, results: Results, say: Say, progress: Progress, *, only_failed: bool
) -> None:
    """Write the workbook with these results. Raises as `save_results` does."""
    source = Source(draft.path, draft.layout, draft.sheet, draft.encoding, draft.meaning)
    write_report(source, path, results, only_failed=only_failed, say=say, advance=progress.advance)


def failed_results(rows: CheckRows, say: Say) -> Results:
    """The rows with errors, and what is wrong with them."""
    found = map(rows.row, rows.numbers(Part.ERRORS))
    return _worst((row.row, _failed(row, say)) for row in found)


def planned_results(draft: ImportDraft, checked: Checked, rows: CheckRows, say: Say) -> Results:
    """Every row of a check of which nothing was sent."""
    told = ((row.row, _of_check(row, say)) for row in _all(rows, draft.layout))
    return _worst(chain(told, left_out_results(checked, draft.layout, say)))


def _unchanged(record: Any, progress: Progress) -> ImportDraft:
    path = Path(record.folder) / record.file
    if not path.exists():
        raise SpreadsheetError(
            translate("Import", "{name} is not in {folder} any more.").format(
                name=record.file, folder=record.folder
            ),
            translate("Import", "Put the file back there. What became of it stands in its deliveries."),
        )
    content = content_of(path, progress)
    if content.digest != record.digest:
        raise SpreadsheetError(
            translate("Import", "{name} was changed after it was imported.").format(name=record.file),
            translate(
                "Import",
                "The results would stand beside other rows. Put the file back as it was, "
                "or look at its deliveries.",
            ),
        )
    return stored_draft(record, content)


def _worst(told: Iterable[tuple[int, RowResult]]) -> Results:
    """One result a row: of what became of its cells, the worst."""
    found: dict[int, RowResult] = {}
    for row, result in told:
        before = found.get(row)
        if before is None or _rank(result) < _rank(before):
            found[row] = result
    return found


def _rank(result: RowResult) -> int:
    return _WORST_FIRST.index(result.outcome)


def _sent(shop: Shop, import_id: int, meaning: Meaning, say: Say) -> Iterator[tuple[int, RowResult]]:
    with shop.database.read() as connection:
        for fate in fates(connection, import_id):
            yield fate.row_number, _of_delivery(fate, meaning, say)


def _of_delivery(fate: Any, meaning: Meaning, say: Say) -> RowResult:
    """Rejected pieces are in our stock until somebody withdraws them; imported again they come twice."""
    state = State(fate.state)
    outcome = _OUTCOMES.get(state, RowOutcome.WAITING)
    told = Text.loads(fate.reason)
    reason = "" if told is None else say(told)
    ended = None
    if outcome is RowOutcome.REFUSED and meaning in {Meaning.COUNT, Meaning.PRICE}:
        outcome = RowOutcome.FAILED
    elif outcome is RowOutcome.REFUSED:
        reason = f"{reason} {say(_DECIDE)}".lstrip()
    elif outcome is RowOutcome.DELIVERED and fate.finished_at is not None:
        ended = datetime.fromtimestamp(fate.finished_at, UTC)
    return RowResult(outcome, say(STATES[state]), reason, ended)


class _RestWords:
    """What became of the rows of an import that went into no delivery. `sent` are those that did."""

    def __init__(self, meaning: Meaning, sent: set[int], state: ImportState, say: Say) -> None:
        self._meaning, self._sent, self._state, self._say = meaning, sent, state, say

    def told(self, rows: CheckRows, layout: Layout) -> Iterator[tuple[int, RowResult]]:
        """Each row that has something to say."""
        for row in _all(rows, layout):
            result = self._of_ready() if row.state is RowState.READY else _of_check(row, self._say)
            is_told = row.state in {RowState.READY, RowState.UNCHANGED} and row.row in self._sent
            if not is_told:
                yield row.row, result

    def _of_ready(self) -> RowResult:
        """It could be sent now, but was not."""
        is_stopped = self._state is not ImportState.QUEUED and self._state is not ImportState.UNDONE
        if is_stopped or self._meaning is Meaning.LINKS:
            return RowResult(RowOutcome.FAILED, self._say(_NOT_IMPORTED))
        if self._meaning is Meaning.CABINET:
            return RowResult(RowOutcome.DELIVERED, self._say(_COMPARED))
        if self._meaning in {Meaning.COUNT, Meaning.PRICE}:
            return RowResult(RowOutcome.UNCHANGED, self._say(_SO_ALREADY))  # it was, or it had been sent
        return RowResult(RowOutcome.FAILED, self._say(_NOT_IMPORTED), self._say(_WAS_UNKNOWN))


def _all(rows: CheckRows, layout: Layout) -> Iterator[CheckRow]:
    """Every row below the headings: our headings stand beside those."""
    numbers = (number for number in rows.numbers(Part.ALL) if rows.place(number)[0] >= layout.first_row)
    return map(rows.row, numbers)


def _of_check(row: CheckRow, say: Say) -> RowResult:
    match row.state:
        case RowState.FAILED:
            return _failed(row, say)
        case RowState.UNKNOWN:
            return RowResult(RowOutcome.FAILED, say(_NOT_IMPORTED), say(_UNKNOWN))
        case RowState.UNCHANGED:
            return RowResult(RowOutcome.UNCHANGED, say(_SO_ALREADY))
        case RowState.READY:
            reason = " ".join(say(caution.text) for caution in row.cautions)
            return RowResult(RowOutcome.READY, say(_WOULD_BE_SENT), reason)
        case RowState.LEFT_OUT | RowState.WITHOUT_NUMBER:
            return left_out_result(row, say)


def _failed(row: CheckRow, say: Say) -> RowResult:
    reason = " ".join(say(problem.text) for problem in row.problems)
    return RowResult(RowOutcome.FAILED, say(_NOT_IMPORTED), reason)
