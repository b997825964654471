"""Files that move no stock here by themselves: the marketplace's numbers, and the cabinet's counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.services.import_matching import Goods, Newcomers
from app.services.import_views import Plan, PlannedCount, PlannedLink, PlannedNumber
from app.services.reconciling import Scope, count_rows
from app.services.shop import Shop
from app.spreadsheet.lines import Line
from app.spreadsheet.meaning import Meaning
from app.storage import importable
from app.storage.importable import Product, Size

if TYPE_CHECKING:
    from sqlalchemy import Connection


def plan_links(connection: Connection, goods: Goods, lines: Sequence[Line]) -> Plan:
    """Which number is to mean which product, and which size has which number there."""
    planner = _LinkPlanner(connection, goods)
    for line in lines:
        planner.add(line)
    newcomers = planner.newcomers
    return Plan(
        Meaning.LINKS,
        links=list(planner.links.values()),
        numbers=list(planner.numbers.values()),
        new_products=newcomers.products(),
        new_sizes=newcomers.sizes(),
        problems=newcomers.problems,
        without=sorted(planner.without),
        unchanged=planner.unchanged,
    )


class _LinkPlanner:
    def __init__(self, connection: Connection, goods: Goods) -> None:
        self._goods = goods
        self._meanings = importable.meanings(connection)
        self.newcomers = Newcomers(goods)
        self.links: dict[int, PlannedLink] = {}
        self.numbers: dict[int, PlannedNumber] = {}
        self.without: set[int] = set()
        self.unchanged = 0

    def add(self, line: Line) -> None:
        product = self._goods.products.get(line.article)
        if product is None:
            self.newcomers.add_product(line)
            self.without.add(line.row)
            return
        size = None if line.size_id is None else self._goods.sizes[line.article].find(line.size)
        if line.size_id is not None and size is None:
            self.newcomers.add_size(line, product)
            self.without.add(line.row)
        is_new_link = self._add_link(line, product)
        is_new_number = size is not None and self._add_number(line, product, size)
        self.unchanged += not (is_new_link or is_new_number or line.row in self.without)

    def _add_link(self, line: Line, product: Product) -> bool:
        number = line.product_id
        if number is None or self._meanings.get(number) == product.id:
            return False
        meant = self._meanings.get(number)
        before = None if meant is None else self._goods.article(meant)
        self.links[number] = PlannedLink(line.row, line.column, number, product.id, product.article, before)
        return True

    def _add_number(self, line: Line, product: Product, size: Size) -> bool:
        if line.size_id is None or size.marketplace_size_id == line.size_id:
            return False
        names = (size.id, product.id, product.article, size.value)
        self.numbers[size.id] = PlannedNumber(
            line.row, line.column, *names, line.size_id, size.marketplace_size_id
        )
        return True


def plan_counts(shop: Shop, goods: Goods, lines: Sequence[Line]) -> Plan:
    """The cabinet's counts beside what is known of each size; also those that are equal."""
    planner = _CountPlanner(goods)
    for line in lines:
        planner.add(line)
    newcomers, counts = planner.newcomers, planner.counts(shop)
    return Plan(
        Meaning.CABINET,
        counts=counts,
        new_products=newcomers.products(),
        new_sizes=newcomers.sizes(),
        problems=newcomers.problems,
        without=sorted(planner.without),
        unchanged=sum(not one.known.missing(one.pieces) for one in counts),
    )


class _CountPlanner:
    def __init__(self, goods: Goods) -> None:
        self._goods = goods
        self._found: dict[int, tuple[Line, int]] = {}  # by size: its first line, the pieces of all
        self.newcomers = Newcomers(goods)
        self.without: set[int] = set()

    def add(self, line: Line) -> None:
        product = self._goods.products.get(line.article)
        size = None if product is None else self._goods.sizes[line.article].find(line.size)
        if size is not None:
            first, pieces = self._found.get(size.id, (line, 0))
            self._found[size.id] = (first, pieces + (line.pieces or 0))
            return
        self.without.add(line.row)
        if product is None:
            self.newcomers.add_product(line)
        else:
            self.newcomers.add_size(line, product)

    def counts(self, shop: Shop) -> list[PlannedCount]:
        rows = {row.place.size_id: row for row in count_rows(shop, Scope(sizes=tuple(self._found)))}
        return [
            PlannedCount(line.row, line.column, rows[size_id], pieces)
            for size_id, (line, pieces) in self._found.items()
            if size_id in rows
        ]
