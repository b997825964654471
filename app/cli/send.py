"""`polka send`: an action from a script, in the same outbox, past the same guard as in the window."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from decimal import Decimal

from app.cli.folder import opened_shop
from app.domain.action import Action
from app.domain.guard import TOLD_ONLY
from app.services.editing import queue_action
from app.services.review_views import ReviewWarning
from app.services.script_review import review_action

REFUSED = 3
"""The exit code for what the guard asks about."""


def run(options: Namespace) -> int:
    """Queue the action and print the numbers of its deliveries, or what should be looked at first."""
    action = Action(options.action)
    if problem := _problem(action, options.size, options.price):
        print(f"polka send: error: {problem}", file=sys.stderr)
        return 2
    article, quantities, price = options.product, dict(options.size), options.price
    numbers: list[int] = []
    with opened_shop(options) as shop:
        items = review_action(shop, article, action, quantities, price).items
        warnings = [warning for item in items for warning in item.warnings]
        is_refused = not (options.accept_warnings or TOLD_ONLY.issuperset(w.danger for w in warnings))
        if not is_refused:
            numbers = queue_action(shop, article, action, quantities, price, who="script")
    (_print_json if options.json else _print_words)(article, numbers, warnings)
    return REFUSED if is_refused else 0


def _print_words(article: str, numbers: Sequence[int], warnings: Sequence[ReviewWarning]) -> None:
    for warning in warnings:
        print(f"polka send: {article}: {warning.words}", file=sys.stderr)
    if numbers:
        print("Queued:", ", ".join(str(number) for number in numbers))
    else:
        print("polka send: nothing was queued; add --accept-warnings if it is right", file=sys.stderr)


def _print_json(article: str, numbers: Sequence[int], warnings: Sequence[ReviewWarning]) -> None:
    told = [{"danger": warning.danger, "text": str(warning.words)} for warning in warnings]
    data = {"product": article, "queued": list(numbers), "warnings": told}
    says_all = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(data, ensure_ascii=not says_all))


def _problem(action: Action, sizes: Sequence[tuple[str, int]], price: Decimal | None) -> str:
    values = [value for value, _ in sizes]
    if action is Action.PRICE:
        if price is None:
            return "a price action needs --price, for example --price 76000"
        return "a price action takes no --size" if sizes else ""
    if twice := next((value for value in values if values.count(value) > 1), ""):
        return f"the size {twice} is given twice"
    return "" if sizes else "say which size and how many, for example --size XL=1"
