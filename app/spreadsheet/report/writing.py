"""The same workbook back, with what happened to each of its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.text import Text, translate
from app.spreadsheet.layout import Layout
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.placing import placed
from app.spreadsheet.reading.book import Advance, FileKind
from app.spreadsheet.reading.opening import open_book
from app.spreadsheet.report.results import HEADINGS, RowResult
from app.spreadsheet.report.returned import results_mark

WITHOUT_MACROS = translate("Report", "The macros of the original were left out.")
WITHOUT_LOOK = translate(
    "Report", "Only the values of the original were taken over: its formatting is not in the new workbook."
)
ONE_SHEET = translate("Report", "Only the sheet that was imported is in the new workbook.")


@dataclass(frozen=True, slots=True)
class Source:
    """What was imported: `sheet` is counted from 0, `encoding` the one that a person chose."""

    path: Path
    layout: Layout
    sheet: int = 0
    encoding: str = ""
    meaning: Meaning | None = None


def write_report(
    source: Source,
    target: Path,
    results: Mapping[int, RowResult],
    *,
    only_failed: bool = False,
    say: Callable[[Text], str] = str,
    advance: Advance = lambda _done, _total: None,
) -> Sequence[Text]:
    """Write an xlsx with the results beside the rows, by their numbers; returns what is not as it was.

    An xlsx keeps all of its looks. Of other files, and with `only_failed`, the values of the sheet come
    into a new workbook. `target` may be the original. Raises `SpreadsheetError` where the original cannot
    be read, `StorageError` where the new one cannot be written, and what `advance` raises.
    """
    from app.spreadsheet.report.edited import write_edited  # its library is needed for nothing else
    from app.spreadsheet.report.rewritten import write_rewritten
    from app.spreadsheet.report.styles_edit import UnusualError

    headings = tuple(map(say, HEADINGS))
    book = open_book(source.path, advance=advance, encoding=source.encoding or None)
    sheet = book.sheets[source.sheet]
    with placed(target) as part:
        if book.kind is FileKind.XLSX and not only_failed:
            try:
                has_macros = write_edited(
                    source.path, part, source.sheet, source.layout, results, headings, advance
                )
            except UnusualError:
                pass
            else:
                return [WITHOUT_MACROS] if has_macros else []
        write_rewritten(
            sheet,
            part,
            source.layout,
            results,
            headings,
            advance,
            results_mark(source.path, source.sheet, sheet, source.meaning),
            only_failed=only_failed,
        )
    if only_failed:
        return []
    has_look = book.kind is not FileKind.TEXT
    return [*[WITHOUT_LOOK] * has_look, *[ONE_SHEET] * (len(book.sheets) > 1)]
