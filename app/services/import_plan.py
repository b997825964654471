"""The plan of an import: what each line would change, as deliveries, and what to look at before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from app.domain.action import Action
from app.services.import_cautions import cautions
from app.services.import_matching import ONLY_SIZE, Matcher, Newcomers, NewKey, Sizes
from app.services.import_numbers import plan_counts, plan_links
from app.services.import_views import Creating, Place, Plan, PlannedDelivery, PlanRow, Unnamed
from app.services.reviewing import load_guard
from app.services.settings import load_dialect
from app.services.shop import Shop
from app.spreadsheet.lines import Checked, Line
from app.spreadsheet.meaning import Meaning
from app.storage import naming
from app.storage.importable import Size
from app.storage.outbox import rejected_prices

if TYPE_CHECKING:
    from sqlalchemy import Connection

_Key: TypeAlias = int | NewKey
"""The id of a size, or what a new one is called."""


def make_plan(
    shop: Shop,
    checked: Checked,
    meaning: Meaning,
    creating: Creating | None = None,
    done: Collection[tuple[int, int]] = (),
) -> Plan:
    """What these lines would do now. Nothing is changed.

    `done`: (row, column) of cells that are queued since an earlier try.
    """
    lines = [line for line in checked.lines if line[:2] not in done] if done else checked.lines
    with shop.database.read() as connection:
        if meaning is Meaning.LINKS:
            plan = plan_links(connection, lines)
        elif meaning is Meaning.CABINET:
            plan = plan_counts(shop, connection, lines)
        else:
            plan = _plan_actions(shop, connection, lines, meaning, creating or Creating())
    return replace(plan, done=len(checked.lines) - len(lines))


def _plan_actions(
    shop: Shop, connection: Connection, lines: Sequence[Line], meaning: Meaning, creating: Creating
) -> Plan:
    planner = _Planner(Matcher(connection, lines), meaning, creating)
    is_price = meaning is Meaning.PRICE
    rows = list(planner.prices(lines, rejected_prices(connection)) if is_price else planner.pieces(lines))
    limits = load_guard(shop)
    deliveries = _deliveries(rows)
    return Plan(
        meaning,
        rows,
        deliveries,
        new_products=planner.newcomers.products(),
        new_sizes=planner.newcomers.sizes(),
        problems=planner.newcomers.problems,
        cautions=cautions(connection, rows, planner.unsure, limits, load_dialect(shop)),
        without=sorted(planner.without),
        unchanged=planner.unchanged,
        unnamed=planner.unnamed(connection, lines) if meaning is Meaning.COUNT else None,
        is_many=len({delivery.article for delivery in deliveries}) > limits.products,
    )


class _Planner:
    """Makes rows of lines, and counts those that change nothing or have no place."""

    def __init__(self, matcher: Matcher, meaning: Meaning, creating: Creating) -> None:
        self._matcher, self._creating = matcher, creating
        self._action = None if meaning.is_count else Action(meaning.value)
        self._sign = 0 if self._action is None else self._action.sign
        self.newcomers = Newcomers(matcher)
        self.without: set[int] = set()
        self.unsure: set[int] = set()  # sizes of which nobody knows what the marketplace has
        self.unchanged = 0
        self._named_sizes = 0

    def pieces(self, lines: Sequence[Line]) -> Iterator[PlanRow]:
        """One row a size; pieces that stand for it more than once are added up."""
        known = self._matcher.sizes
        found: dict[_Key, tuple[Line, Size | None]] = {}
        more: dict[_Key, list[Line]] = {}
        for line in lines:
            sizes = known.get(line.article)
            size = None if sizes is None else sizes[line.size]
            key = self._new_key(line, sizes) if size is None else size.id
            if key is None:
                self.without.add(line.row)
            elif key in found:
                more.setdefault(key, []).append(line)
            else:
                found[key] = (line, size)
        self._named_sizes = sum(isinstance(key, int) for key in found)
        for key, (line, size) in found.items():
            row = self._planned(line, size, more.get(key, ()))
            if row is None:
                self.unchanged += 1 + len(more.get(key, ()))
            else:
                yield row

    def _new_key(self, line: Line, sizes: Sizes | None) -> NewKey | None:
        if sizes is None:
            key = self.newcomers.add_product(line)
            return key if self._creating.products else None
        new = self.newcomers.add_size(line, sizes.product)
        return new if self._creating.sizes else None

    def _planned(self, line: Line, size: Size | None, more: Sequence[Line]) -> PlanRow | None:
        before = 0 if size is None else size.here
        pieces = line.pieces or 0
        if more:
            pieces += sum(one.pieces or 0 for one in more)
        if self._action is None:
            action = Action.RECEIPTS if pieces > before else Action.SOLD
            quantity, after = abs(pieces - before), pieces
        else:
            action, quantity = self._action, pieces
            after = before + self._sign * pieces
        if not quantity:
            return None
        also = tuple(Place(one.row, one.column) for one in more) if more else ()
        row, column, article = line.row, line.column, line.article
        if size is None:
            product = self._matcher.products.get(article)
            name, product_id, size_id = line.size or ONLY_SIZE, product and product.id, None
        else:
            name, product_id, size_id = size.value, size.product_id, size.id
            if size.agreed is None:
                self.unsure.add(size.id)
        return PlanRow(
            row, column, article, name, product_id, size_id, action, quantity, before, after, also
        )

    def unnamed(self, connection: Connection, lines: Sequence[Line]) -> Unnamed:
        """What none of these lines is about."""
        products, sizes = naming.how_many(connection)
        named = {line.article for line in lines} & self._matcher.products.keys()
        return Unnamed(products - len(named), sizes - self._named_sizes)

    def prices(self, lines: Sequence[Line], rejected: Mapping[int, str | None]) -> Iterator[PlanRow]:
        """One row a product. New products have no sizes here, and so cannot be created.

        `rejected`: {product id: its price before} where the marketplace refused the one that it has here.
        """
        for line in lines:
            product, price = self._matcher.products.get(line.article), line.price
            if product is None or price is None:
                self.newcomers.add_product(line)
                self.without.add(line.row)
                continue
            before = _decimal(product.price)
            if before == price and product.id in rejected:
                before = _decimal(rejected[product.id])
            elif before == price:
                self.unchanged += 1
                continue
            names = (line.article, "", product.id, None)
            yield PlanRow(line.row, line.column, *names, Action.PRICE, 0, before, price)


def _decimal(price: str | None) -> Decimal | None:
    return None if price is None else Decimal(price)


def _deliveries(rows: Iterable[PlanRow]) -> list[PlannedDelivery]:
    """One for each product and action, in the order of the file."""
    found: dict[tuple[str, Action], list[PlanRow]] = {}
    for row in rows:
        found.setdefault((row.article, row.action), []).append(row)
    return [
        PlannedDelivery(same[0].product_id, article, action, tuple(same))
        for (article, action), same in found.items()
    ]
