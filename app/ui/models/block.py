"""A block of typed cells, from the clipboard or *Delete*: what it changes, worked out on the pool."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from app.domain.action import Action
from app.domain.errors import InvalidValueError
from app.domain.money import parse_price, parse_quantity
from app.domain.text import Text, translate
from app.services.editing import Typed, typed_so_far
from app.services.shop import Shop
from app.services.views import PendingChange
from app.ui.models.edits import Edit, EditStep
from app.ui.models.row_map import PRODUCT

CHOOSE_FIRST = translate("Block", "Choose above what happened to the goods, then type quantities.")
PRICE_PLACE = translate("Block", "A price goes into the column of new prices.")


class TypedCell(NamedTuple):
    """Text for a new price (`size` is PRODUCT) or for the quantity of a size, counted from 0."""

    product_id: int
    size: int
    text: str


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """What a block changes. Cells that could not be read are left alone and counted."""

    step: EditStep
    refused: int = 0
    reason: Text | None = None  # of most of the refused ones


def typed_change(text: str, action: Action) -> PendingChange | None:
    """The pending change that a typed quantity means; nothing means none.

    Raises InvalidValueError.
    """
    if text.strip() and not action.moves_stock:
        raise InvalidValueError(CHOOSE_FIRST, PRICE_PLACE)
    return PendingChange(action, parse_quantity(text)) if text.strip() else None


def typed_price(text: str) -> Decimal | None:
    """The new price that a typed text means; nothing means none. Raises InvalidValueError."""
    return parse_price(text) if text.strip() else None


def plan_block(shop: Shop, cells: Sequence[TypedCell], action: Action) -> BlockPlan:
    """Read the cells against the database; nothing is written."""
    ids = list(dict.fromkeys(cell.product_id for cell in cells))
    typed = typed_so_far(shop, ids)
    planner = _Planner(action)
    for cell in cells:
        planner.add(typed[cell.product_id], cell)
    return planner.plan()


class _Planner:
    def __init__(self, action: Action) -> None:
        self._action = action
        self._sizes: dict[int, tuple[PendingChange | None, PendingChange | None]] = {}
        self._prices: dict[int, tuple[Decimal | None, Decimal | None]] = {}
        self._refusals: Counter[str] = Counter()
        self._reasons: dict[str, Text] = {}

    def add(self, typed: Typed, cell: TypedCell) -> None:
        try:
            if cell.size == PRODUCT:
                self._prices[cell.product_id] = (typed.price, typed_price(cell.text))
            elif cell.size < len(typed.sizes):
                size_id, change = typed.sizes[cell.size]
                self._sizes[size_id] = (change, typed_change(cell.text, self._action))
        except InvalidValueError as error:
            self._refusals[error.title.source] += 1
            self._reasons.setdefault(error.title.source, error.title)

    def plan(self) -> BlockPlan:
        sizes = {key: pair for key, pair in self._sizes.items() if pair[0] != pair[1]}
        prices = {key: pair for key, pair in self._prices.items() if pair[0] != pair[1]}
        step = EditStep(
            before=Edit({k: v[0] for k, v in sizes.items()}, {k: v[0] for k, v in prices.items()}),
            after=Edit({k: v[1] for k, v in sizes.items()}, {k: v[1] for k, v in prices.items()}),
        )
        common = self._refusals.most_common(1)
        reason = self._reasons[common[0][0]] if common else None
        return BlockPlan(step, self._refusals.total(), reason)
