"""The plan of an import: what each line would change, as deliveries, and what to look at before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from app.domain.action import Action
from app.services.import_cautions import cautions
from app.services.import_matching import ONLY_SIZE, Goods, Newcomers, NewKey
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
    goods: Goods,
    checked: Checked,
    meaning: Meaning,
    creating: Creating | None = None,
    done: Collection[tuple[int, int]] = (),
) -> Plan:
    """What these lines would do to the goods. Nothing is changed.

    `done`: (row, column) of cells that are queued since an earlier try.
    """
    lines = [line for line in checked.lines if line[:2] not in done] if done else checked.lines
    with shop.database.read() as connection:
        if meaning is Meaning.LINKS:
            plan = plan_links(connection, goods, lines)
        elif meaning is Meaning.CABINET:
            plan = plan_counts(shop, goods, lines)
        else:
            planner = _Planner(goods, meaning, creating or Creating())
            plan = _plan_actions(shop, connection, planner, lines)
    return replace(plan, done=len(checked.lines) - len(lines))


def _plan_actions(shop: Shop, connection: Connection, planner: _Planner, lines: Sequence[Line]) -> Plan:
    rows = list(planner.rows(lines, rejected_prices(connection)))
    limits = load_guard(shop)
    deliveries = _deliveries(rows)
    return Plan(
        planner.meaning,
        rows,
        deliveries,
        new_products=planner.newcomers.products(),
        new_sizes=planner.newcomers.sizes(),
        problems=planner.newcomers.problems,
        cautions=cautions(connection, rows, planner.unsure, limits, load_dialect(shop)),
        without=sorted(planner.without),
        unchanged=planner.unchanged,
        unnamed=planner.unnamed(connection, lines) if planner.meaning is Meaning.COUNT else None,
        is_many=len({delivery.article for delivery in deliveries}) > limits.products,
    )


class _Planner:
    """Makes rows of lines, and counts those that change nothing or have no place."""

    def __init__(self, goods: Goods, meaning: Meaning, creating: Creating) -> None:
        self._goods, self.meaning, self._creating = goods, meaning, creating
        self._action = None if meaning.is_count else Action(meaning.value)
        self._sign = 0 if self._action is None else self._action.sign
        self.newcomers = Newcomers(goods)
        self.without: set[int] = set()
        self.unsure: set[int] = set()  # sizes of which nobody knows what the marketplace has
        self.unchanged = 0
        self._named_sizes = 0

    def rows(self, lines: Sequence[Line], rejected: Mapping[int, str | None]) -> Iterator[PlanRow]:
        """What the lines change, in their order. `rejected`: prices, as `_prices` says."""
        is_price = self.meaning is Meaning.PRICE
        return self._prices(lines, rejected) if is_price else self._pieces(lines)

    def _pieces(self, lines: Sequence[Line]) -> Iterator[PlanRow]:
        """One row a size; pieces that stand for it more than once are added up."""
        found: dict[_Key, Line] = {}
        more: dict[_Key, list[Line]] = {}
        for line in lines:
            size = self._size(line)
            key = self._new_key(line) if size is None else size.id
            if key is None:
                self.without.add(line.row)
            elif key in found:
                more.setdefault(key, []).append(line)
            else:
                found[key] = line
        self._named_sizes = sum(isinstance(key, int) for key in found)
        for key, line in found.items():
            also = more.get(key, ())
            row = self._planned(line, self._size(line), also)
            if row is None:
                self.unchanged += 1 + len(also)
            else:
                yield row

    def _size(self, line: Line) -> Size | None:
        sizes = self._goods.sizes.get(line.article)
        return None if sizes is None else sizes.find(line.size)

    def _new_key(self, line: Line) -> NewKey | None:
        product = self._goods.products.get(line.article)
        if product is None:
            key = self.newcomers.add_product(line)
            return key if self._creating.products else None
        new = self.newcomers.add_size(line, product)
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
        product = self._goods.products.get(article)
        product_id = product and product.id
        if size is None:
            name, size_id = line.size or ONLY_SIZE, None
        else:
            name, size_id = size.value, size.id
            if size.agreed is None:
                self.unsure.add(size.id)
        return PlanRow(
            row, column, article, name, product_id, size_id, action, quantity, before, after, also
        )

    def unnamed(self, connection: Connection, lines: Sequence[Line]) -> Unnamed:
        """What none of these lines is about."""
        products, sizes = naming.how_many(connection)
        named = {line.article for line in lines} & self._goods.products.keys()
        return Unnamed(products - len(named), sizes - self._named_sizes)

    def _prices(self, lines: Sequence[Line], rejected: Mapping[int, str | None]) -> Iterator[PlanRow]:
        """One row a product. New products have no sizes here, and so cannot be created.

        `rejected`: {product id: its price before} where the marketplace refused the one that it has here.
        """
        for line in lines:
            product, price = self._goods.products.get(line.article), line.price
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
