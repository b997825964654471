"""`polka send`: an action from a script, in the same outbox."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from decimal import Decimal

from app.cli.folder import opened_shop
from app.domain.action import Action
from app.services.editing import queue_action


def run(options: Namespace) -> int:
    """Queue the action and print the numbers of its deliveries."""
    action = Action(options.action)
    if problem := _problem(action, options.size, options.price):
        print(f"polka send: error: {problem}", file=sys.stderr)
        return 2
    with opened_shop(options) as shop:
        numbers = queue_action(
            shop, options.product, action, dict(options.size), options.price, who="script"
        )
    print("Queued:", ", ".join(str(number) for number in numbers))
    return 0


def _problem(action: Action, sizes: Sequence[tuple[str, int]], price: Decimal | None) -> str:
    values = [value for value, _ in sizes]
    if action is Action.PRICE:
        if price is None:
            return "a price action needs --price, for example --price 76000"
        return "a price action takes no --size" if sizes else ""
    if twice := next((value for value in values if values.count(value) > 1), ""):
        return f"the size {twice} is given twice"
    return "" if sizes else "say which size and how many, for example --size XL=1"
