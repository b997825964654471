"""Rows of a checked sheet of which nothing is imported: why, for the workbook that comes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.domain.text import Text, translate
from app.services.import_rows import NO_NUMBER, CheckRow, RowState
from app.services.table_file import Say
from app.spreadsheet.flaws import Flaw
from app.spreadsheet.layout import Layout
from app.spreadsheet.lines import Checked, LeftOut
from app.spreadsheet.report.results import RowOutcome, RowResult

_LEFT_OUT = translate("Import", "left out")
_REPEATS = translate("Import", "repeats another row")
_STAYS = translate("Import", "no number: stays")
_WHY: Mapping[LeftOut, Text] = {
    LeftOut.HIDDEN: translate("Import", "The row is hidden in the file."),
    LeftOut.STRUCK: translate("Import", "The row is struck out in the file."),
    LeftOut.NOTHING: NO_NUMBER,
    LeftOut.HEADER: translate("Import", "These are the headings once more."),
    LeftOut.TOTAL: translate("Check", "A row of totals is not imported."),
    LeftOut.REPEATED: translate("Import", "Another row says the same."),
}
"""What has no reason here needs none: empty rows, titles above the table, products above their sizes."""


def left_out_results(checked: Checked, layout: Layout, say: Say) -> Iterator[tuple[int, RowResult]]:
    """The rows below the headings that the check passed over."""
    for why, text in _WHY.items():
        is_repeated = why is LeftOut.REPEATED
        outcome = RowOutcome.UNCHANGED if is_repeated else RowOutcome.LEFT_OUT
        result = RowResult(outcome, say(_REPEATS if is_repeated else _LEFT_OUT), say(text))
        yield from ((row, result) for row in checked.left_out.get(why, ()) if row >= layout.first_row)


def left_out_result(row: CheckRow, say: Say) -> RowResult:
    """A row of the check of which there is nothing to import."""
    if row.state is RowState.WITHOUT_NUMBER:
        return RowResult(RowOutcome.LEFT_OUT, say(_LEFT_OUT), say(NO_NUMBER))
    flaws = {problem.flaw for problem in row.problems}
    if Flaw.NO_VALUE in flaws:
        return RowResult(RowOutcome.UNCHANGED, say(_STAYS))
    reason = " ".join(say(problem.text) for problem in row.problems)
    if Flaw.REPEATED in flaws:
        return RowResult(RowOutcome.UNCHANGED, say(_REPEATS), reason)
    return RowResult(RowOutcome.LEFT_OUT, say(_LEFT_OUT), reason)
