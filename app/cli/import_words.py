"""What `polka import` says to a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.utils import get_column_letter

from app.cli.import_result import Result
from app.cli.speech import Say
from app.domain.text import Text, translate
from app.services.import_views import Plan
from app.spreadsheet.flaws import Problem
from app.spreadsheet.lines import LeftOut

MOST_SHOWN = 20
"""Problems on the screen; the report has all."""


def print_words(result: Result, say: Say) -> None:
    """What would happen, or did."""
    for line in _lines(result, say):
        print(line)


def _lines(result: Result, say: Say) -> list[str]:
    plan = result.plan
    head = translate("Script", "{name}: {counted}; {unchanged} unchanged, {done} queued before.").format(
        name=result.file.name, counted=_counted(plan), unchanged=plan.unchanged, done=plan.done
    )
    texts = [*map(_of_problem, result.problems[:MOST_SHOWN])]
    texts += _more(len(result.problems), translate("Script", "… and {count} more problems"))
    looked = translate("Script", "row {row}, to be looked at: {text}")
    texts += [looked.format(row=one.row, text=one.text) for one in result.warnings[:MOST_SHOWN]]
    texts += _more(len(result.warnings), translate("Script", "… and {count} more to be looked at"))
    noted = translate("Script", "row {row}, note: {text}")
    texts += [noted.format(row=one.row, text=one.text) for one in result.notices[:MOST_SHOWN]]
    texts += _more(len(result.notices), translate("Script", "… and {count} more notes"))
    either = translate("Script", "column {column}: “{was}” can be read in two ways; say --decimal")
    asked = [one for one in result.checked.ambiguities if one.column not in result.checked.readings]
    texts += [either.format(column=get_column_letter(one.column), was=one.was) for one in asked]
    texts += result.doubts.words()
    texts += _left_out(result)
    lines = [say(head), *(f"  {say(text)}" for text in texts)]
    if plan.unnamed is not None and plan.unnamed.sizes:
        stays = translate(
            "Script",
            "Not in the file or without a number, and stay as they are: {sizes} sizes, "
            "{products} products of them wholly.",
        )
        lines.append(say(stays.format(sizes=plan.unnamed.sizes, products=plan.unnamed.products)))
    if result.queued is not None:
        done = translate("Script", "Done: {count}. What is queued is sent by the window or `polka serve`.")
        lines.append(say(done.format(count=result.queued)))
    return lines


def _left_out(result: Result) -> Iterator[Text]:
    """Rows with something in them of which nothing is made."""
    if empty := result.left_out(LeftOut.NOTHING):
        yield translate("Script", "rows without a number, or with 0: {count}").format(count=empty)
    if done := result.left_out(LeftOut.DONE):
        text = translate("Script", "rows that an earlier import of this file took care of: {count}")
        yield text.format(count=done)


def _more(count: int, text: Text) -> Sequence[Text]:
    return [text.format(count=count - MOST_SHOWN)] if count > MOST_SHOWN else []


def _of_problem(problem: Problem) -> Text:
    if problem.was:
        text = translate("Script", "row {row} “{was}”: {text}")
        return text.format(row=problem.row, was=problem.was, text=problem.text)
    return translate("Script", "row {row}: {text}").format(row=problem.row, text=problem.text)


def _counted(plan: Plan) -> Text:
    if plan.counts:
        text = translate("Script", "{counts} counts, {differ} differ")
        return text.format(counts=len(plan.counts), differ=len(plan.counts) - plan.unchanged)
    if plan.links or plan.numbers:
        text = translate("Script", "{links} links, {numbers} numbers of sizes")
        return text.format(links=len(plan.links), numbers=len(plan.numbers))
    text = translate("Script", "{deliveries} deliveries with {changes} changes")
    return text.format(deliveries=len(plan.deliveries), changes=len(plan.rows))
