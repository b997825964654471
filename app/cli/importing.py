"""`polka import`: a spreadsheet from a script. It says what would happen; with `--send` it is queued."""

from __future__ import annotations

import gc
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.cli.folder import opened_shop
from app.cli.import_doubts import doubts_of
from app.cli.import_hints import hints
from app.cli.import_result import Result, print_json, write_report
from app.cli.import_words import print_words
from app.cli.mapping import check_mapping, mapped
from app.cli.speech import speech
from app.domain.errors import InvalidValueError, PolkaError, SpreadsheetError
from app.domain.text import translate
from app.services.import_applying import apply_counts, apply_links
from app.services.import_history import earlier_import
from app.services.import_keeping import prepare, remember
from app.services.import_matching import Goods, load_goods
from app.services.import_messages import may_be_message, message_file, refuse_other_meaning
from app.services.import_queue import AlreadyImportedError, queue_import
from app.services.import_sheet import fitting_sheets, likely_sheet
from app.services.import_turning import turn_file
from app.services.import_views import Creating, ImportDraft, ImportRow, Told
from app.services.importing import Guess, check_sheet, content_of, guess, open_file, plan_import
from app.services.progress import Progress
from app.services.reconciling import Verdict
from app.services.shop import Shop
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Choices, Meaning
from app.spreadsheet.numbers import Reading
from app.spreadsheet.reading.book import Book, BookSheet
from app.spreadsheet.reading.complaints import EncodingError
from app.spreadsheet.report.returned import results_mark

_OTHER_ENCODING = translate("Script", "Name another one with --encoding cp1251, or save the file as UTF-8.")


def run(options: Namespace) -> int:
    """Check, plan and, where wanted, queue. 0: every row is understood; 1: not; 2: it cannot be read."""
    gc.disable()  # so many rows, and no cycles among them: looking for some takes half of the time
    try:
        with opened_shop(options) as shop:
            return _import(shop, options)
    except SpreadsheetError as error:
        say = speech(options)
        advice = _OTHER_ENCODING if isinstance(error, EncodingError) else error.advice
        print(f"polka import: {say(error.title)} {say(advice)}", file=sys.stderr)
        return 2
    finally:
        gc.enable()


def _import(shop: Shop, options: Namespace) -> int:
    book, draft = _opened(shop, options)
    sheet, goods = book.sheets[draft.sheet], load_goods(shop)
    draft, checked = _checked(goods, sheet, draft, options.decimal)
    earlier = earlier_import(shop, draft)
    number = earlier.id if earlier is not None and earlier.state.is_open else None  # it was interrupted
    plan = plan_import(shop, goods, checked, draft, number)
    doubts = doubts_of(book, draft, checked, options, _others(shop, book, draft.sheet, options))
    if may_be_message(shop, sheet, draft.layout):
        doubts = replace(doubts, unnamed=[translate("Script", "The text is a message: add --message")])
    doubts = replace(doubts, hints=list(hints(draft, checked, plan, options)))
    result = Result(options.file, options.meaning, checked, plan, import_id=number, doubts=doubts)
    say = speech(options)
    refused = _refusal(result, earlier, options) if options.send else None
    if options.send and refused is None:
        result = _sent(shop, draft, result, options)
    if options.report:
        write_report(shop, draft, result, options.report, say)
    (print_json if options.json else print_words)(result, say)
    if refused is not None:
        raise refused
    if not options.send and not options.json:
        print(say(translate("Script", "Nothing was sent. Add --send to queue it.")))
    return 1 if result.problems else 0


def _checked(
    goods: Goods, sheet: BookSheet, draft: ImportDraft, decimal: str | None
) -> tuple[ImportDraft, Checked]:
    """The check; where columns are ambiguous once more, as it was said on the command line."""
    checked = check_sheet(goods, sheet, draft)
    if decimal is None or not checked.ambiguities:
        return draft, checked
    said = {one.column: Reading(decimal) for one in checked.ambiguities}
    choices = replace(draft.choices, readings={**draft.choices.readings, **said})
    draft = replace(draft, choices=choices)
    return draft, check_sheet(goods, sheet, draft)


def _opened(shop: Shop, options: Namespace) -> tuple[Book, ImportDraft]:
    encoding = options.encoding or ""
    book = open_file(options.file, encoding=encoding)
    draft = _drafted(shop, book.sheets, options, options.file, _place(shop, book, options.sheet), encoding)
    if options.turn or options.message:
        made = _made_file(shop, draft, options)
        book = open_file(made)
        draft = _drafted(shop, book.sheets, options, made)
        if options.message:
            refuse_other_meaning(book.sheets[draft.sheet], draft)
    if options.mapping:
        check_mapping(book.sheets[draft.sheet], options.mapping)
        draft = replace(draft, layout=mapped(draft.layout, options.mapping))
    return book, draft


def _made_file(shop: Shop, draft: ImportDraft, options: Namespace) -> Path:
    """The table that is imported in place of the file."""
    if options.turn:
        return turn_file(shop, draft, Progress())
    return message_file(shop, draft, speech(options), Progress())


def _drafted(
    shop: Shop,
    sheets: Sequence[BookSheet],
    options: Namespace,
    path: Path,
    place: int = 0,
    encoding: str = "",
) -> ImportDraft:
    """The file as it is guessed, with what was said beside it."""
    mark = results_mark(path, place, sheets[place])
    found = guess(shop, sheets[place], mark, Meaning(options.meaning), options.file.stem)
    return ImportDraft(
        path=path,
        content=content_of(path),
        layout=found.layout,
        meaning=Meaning(options.meaning),
        sheet=place,
        encoding=encoding,
        choices=_choices(found, options),
        creating=Creating(products=options.create, sizes=options.create),
        told=Told(found.words),
    )


def _choices(found: Guess, options: Namespace) -> Choices:
    """As it was remembered of such files with the same meaning, and as it is said now."""
    is_as_before = found.is_remembered and found.meaning == options.meaning
    choices = found.choices if is_as_before else Choices()
    if options.hidden is not None:
        choices = replace(choices, include_hidden=options.hidden)
    if options.struck is not None:
        choices = replace(choices, include_struck=options.struck)
    if options.add_up:
        choices = replace(choices, sum_duplicates=True)
    return choices


def _others(shop: Shop, book: Book, taken: int, options: Namespace) -> Sequence[int]:
    """Sheets that may be meant as well, unless somebody has said that it is one that fits."""
    fitting = fitting_sheets(shop, book) if len(book.sheets) > 1 else ()
    is_said = options.sheet is not None and taken in fitting
    return () if is_said else [place for place in fitting if place != taken]


def _place(shop: Shop, book: Book, name: str | None) -> int:
    """Tables of web pages have no names, but numbers."""
    names = [sheet.name or str(number) for number, sheet in enumerate(book.sheets, 1)]
    if name is None:
        return likely_sheet(shop, book)
    if name not in names:
        raise SpreadsheetError(
            translate("Script", "There is no sheet “{name}”.").format(name=name),
            translate("Script", "The sheets are: {names}.").format(names=", ".join(names)),
        )
    return names.index(name)


def _refusal(result: Result, earlier: ImportRow | None, options: Namespace) -> PolkaError | None:
    """Why nothing is sent, in the order in which a person would solve it."""
    if earlier is not None and not earlier.state.is_open and not options.anyway:
        return AlreadyImportedError(earlier.id, earlier.at.timestamp(), earlier.who)
    if doubtful := result.doubts.refusal():
        return doubtful
    if result.problems and not options.skip_errors:
        return InvalidValueError(
            translate("Script", "Nothing was sent: some rows have problems."),
            translate("Script", "Correct the file, or add --skip-errors to send the others."),
        )
    if result.warnings and not options.accept_warnings:
        return InvalidValueError(
            translate("Script", "Nothing was sent: some rows should be looked at."),
            translate("Script", "Correct the file, or add --accept-warnings if it is right."),
        )
    if result.plan.counts and options.right is None and _differs(result):
        return InvalidValueError(
            translate("Script", "Nothing was done: the counts differ from ours."),
            translate("Script", "Add --right cabinet or --right ours to say whose figures count."),
        )
    return None


def _differs(result: Result) -> bool:
    return any(one.known.missing(one.pieces) for one in result.plan.counts)


def _sent(shop: Shop, draft: ImportDraft, result: Result, options: Namespace) -> Result:
    number = result.import_id
    if not result.plan.size and number is None:
        return replace(result, queued=0)
    if number is None:
        number = prepare(shop, draft)
    if options.mapping:
        remember(shop, draft)
    queued = _queued(shop, number, result, options)
    return replace(result, queued=queued, import_id=number)


def _queued(shop: Shop, number: int, result: Result, options: Namespace) -> int:
    plan, checked, anyway = result.plan, result.checked, options.anyway
    if plan.meaning is Meaning.LINKS:
        return apply_links(shop, number, plan, checked, anyway=anyway)
    if plan.meaning is Meaning.CABINET:
        verdict = Verdict(options.right or Verdict.CABINET)
        written = apply_counts(shop, number, plan, checked, verdict, anyway=anyway)
        return len(written.equal) + len(written.followed) + len(written.drafted)
    return queue_import(shop, number, plan, checked, anyway=anyway)
