"""What a plan comes to, counted once: windows ask for it often, and plans have many rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.action import Action
from app.domain.text import Text
from app.services.import_rows import CheckRows, Part
from app.services.import_views import Plan
from app.spreadsheet.flaws import Level


@dataclass(frozen=True, slots=True)
class ActionTotal:
    """How much of one action: products, and pieces of them."""

    action: Action
    products: int
    pieces: int


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """`ready`: rows that do something. `failed`: rows of the sheet with errors. `cautions`: each kind of
    warning with how many rows it is about.
    """

    ready: int
    failed: int
    articles: int
    products: frozenset[int]
    totals: Sequence[ActionTotal]
    cautions: Sequence[tuple[Text, int]]


def summarize(plan: Plan, rows: CheckRows) -> ImportSummary:
    """Count a plan and the rows that it is made of."""
    products, pieces = Counter[Action](), Counter[Action]()
    for delivery in plan.deliveries:
        products[delivery.action] += 1
        pieces[delivery.action] += sum(row.quantity for row in delivery.rows)
    counts: dict[str, tuple[Text, int]] = {}
    for caution in plan.cautions:
        if caution.level is Level.WARNING:
            words = str(caution.text)
            counts[words] = (caution.text, counts.get(words, (caution.text, 0))[1] + 1)
    return ImportSummary(
        ready=rows.count(Part.ALL) - rows.idle,
        failed=rows.failed,
        articles=len({row.article for row in plan.rows}),
        products=frozenset(_products(plan)),
        totals=[
            ActionTotal(action, products[action], pieces[action]) for action in Action if products[action]
        ],
        cautions=list(counts.values()),
    )


def _products(plan: Plan) -> Iterator[int]:
    """Those there are already of which the plan says something: a change of one may change the plan."""
    yield from (row.product_id for row in plan.rows if row.product_id is not None)
    yield from (link.product_id for link in plan.links)
    yield from (number.product_id for number in plan.numbers)
    yield from (count.known.place.product_id for count in plan.counts)
