"""Options of `polka import` that would take what is left out now."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from app.domain.text import Text, translate
from app.services.import_views import ImportDraft, Plan
from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.idle_prices import has_idle_prices
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Meaning


def hints(draft: ImportDraft, checked: Checked, plan: Plan, options: Namespace) -> Iterator[Text]:
    """A sentence for each option that was not given and would help."""
    creates = plan.meaning.has_pieces and plan.meaning is not Meaning.CABINET
    if creates and not options.create and (plan.new_products or plan.new_sizes):
        text = translate(
            "Script", "Not there: products: {products}, sizes: {sizes}. Add --create to create them."
        )
        yield text.format(products=len(plan.new_products), sizes=len(plan.new_sizes))
    found = [one for one in checked.problems if one.flaw is Flaw.CONTRADICTION and one.level is Level.ERROR]
    if found and plan.meaning.is_count and not options.add_up:
        text = translate(
            "Script",
            "Rows with different numbers for one size: {count}. Where they are warehouses or colours, "
            "add --add-up.",
        )
        yield text.format(count=len({problem.row for problem in found}))
    if has_idle_prices(draft.layout, plan.meaning, checked.lines):
        text = translate(
            "Script",
            "The prices of the file are not sent. To send them, import it once more with --as price.",
        )
        yield text
