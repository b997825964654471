"""`polka send`: an action from a script, in the same outbox."""

from __future__ import annotations

import sys
from argparse import Namespace

from app.cli.folder import opened_shop
from app.domain.action import Action
from app.domain.money import parse_price, parse_quantity
from app.services.editing import queue_action


def run(options: Namespace) -> int:
    """Queue the action and print the numbers of its deliveries."""
    action = Action(options.action)
    sizes = dict(_size_and_pieces(text) for text in options.size)
    if problem := _problem(action, sizes, options.price):
        print(f"polka send: {problem}", file=sys.stderr)
        return 2
    price = parse_price(options.price) if options.price else None
    with opened_shop(options) as shop:
        numbers = queue_action(shop, options.product, action, sizes, price, who="script")
    print("Queued:", ", ".join(str(number) for number in numbers))
    return 0


def _problem(action: Action, sizes: dict[str, int], price: str | None) -> str:
    if action is Action.PRICE:
        if not price:
            return "a price action needs --price, for example --price 76000"
        return "a price action takes no --size" if sizes else ""
    return "" if sizes else "say which size and how many, for example --size XL=1"


def _size_and_pieces(text: str) -> tuple[str, int]:
    value, _, pieces = text.rpartition("=")
    return value.strip(), parse_quantity(pieces)
