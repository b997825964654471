"""A review in one sentence: how many products, and what happens to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.domain.action import Action
from app.services.views import ReviewItem
from app.ui import format as shown


def summary(items: Iterable[ReviewItem]) -> str:
    """«2 products: 1 sale (2 pcs), 1 new price»; nothing for nothing."""
    products: set[int] = set()
    times, pieces = Counter[Action](), Counter[Action]()
    for item in items:
        products.add(item.product_id)
        times[item.action] += 1
        pieces[item.action] += sum(line.quantity for line in item.lines)
    if not products:
        return ""
    happenings = ", ".join(
        _happening(action, times[action], pieces[action]) for action in Action if times[action]
    )
    head = QCoreApplication.translate("ReviewSummary", "%n product(s)", "", len(products))
    return f"{head}: {happenings}"


def _happening(action: Action, times: int, pieces: int) -> str:
    words = _times(action, times)
    if not action.moves_stock:
        return words
    count = QCoreApplication.translate("ReviewSummary", "{count} pcs").format(count=shown.number(pieces))
    return f"{words} ({count})"


def _times(action: Action, times: int) -> str:
    match action:
        case Action.RECEIPTS:
            return QCoreApplication.translate("ReviewSummary", "%n receipt(s)", "", times)
        case Action.SOLD:
            return QCoreApplication.translate("ReviewSummary", "%n sale(s)", "", times)
        case Action.CANCEL:
            return QCoreApplication.translate("ReviewSummary", "%n cancellation(s)", "", times)
        case Action.RETURN:
            return QCoreApplication.translate("ReviewSummary", "%n return(s)", "", times)
        case Action.PRICE:
            return QCoreApplication.translate("ReviewSummary", "%n new price(s)", "", times)
