"""What the lines of a file name: a product and a size that there are, or something new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from app.domain.size_names import find_size_name, normal_form
from app.domain.text import translate
from app.services.import_views import NewProduct, NewSize
from app.services.shop import Shop
from app.spreadsheet.flaws import Flaw, Level, Problem
from app.spreadsheet.known import Known
from app.spreadsheet.lines import Line
from app.storage import importable
from app.storage.importable import Product, Size

if TYPE_CHECKING:
    from sqlalchemy import Connection

ONLY_SIZE = "ONE SIZE"
"""The size of a new product of which the file names none."""

NewKey: TypeAlias = tuple[str, str]
"""Article and normal form of a size that there is not."""


class Sizes(dict[str, Size]):
    """The sizes of one product by name; what else files call them is looked up as well.

    Then None is what is no size of it, or stands for several.
    """

    __slots__ = ("_otherwise", "product")

    def __init__(self, product: Product) -> None:
        super().__init__()
        self.product = product
        self._otherwise: dict[str, Size | None] = {}

    @property
    def names(self) -> list[str]:
        """As they are called here, the oldest first."""
        return [size.value for size in sorted(self.values(), key=lambda size: size.id)]

    def find(self, value: str) -> Size | None:
        """The size that a file calls so, or the only one where it names none."""
        if (size := self.get(value)) is not None:
            return size
        if value not in self._otherwise:
            names = self.names
            only = 0 if len(names) == 1 else None
            place = find_size_name(value, names) if value else only
            self._otherwise[value] = None if place is None else self[names[place]]
        return self._otherwise[value]


class Goods:
    """Every product and size as it was when these were read: once for a check and the plan after it.

    Lines find them: articles as they stand, sizes also by their normal form.
    """

    def __init__(self, connection: Connection) -> None:
        self.products = importable.known_products(connection)
        self.sizes = {article: Sizes(product) for article, product in self.products.items()}
        by_id = {sizes.product.id: sizes for sizes in self.sizes.values()}
        barcodes: dict[str, tuple[str, str]] = {}
        for product_id, barcode, size in importable.known_sizes(connection):
            sizes = by_id.get(product_id)
            if sizes is None:
                continue
            sizes[size.value] = size
            if barcode:
                barcodes[barcode] = (sizes.product.article, size.value)
        self.known = Known(self.sizes, barcodes, self._numbers)

    def _numbers(self) -> dict[int, tuple[str, str]]:
        """Article and size by the marketplace's number of the size; what two sizes have is none's."""
        every = [
            (size.marketplace_size_id, (article, size.value))
            for article, sizes in self.sizes.items()
            for size in sizes.values()
            if size.marketplace_size_id is not None
        ]
        times = Counter(number for number, _ in every)
        return {number: named for number, named in every if times[number] == 1}

    def article(self, product_id: int) -> str:
        """The article of a known product, or nothing."""
        return self._articles.get(product_id, "")

    @cached_property
    def _articles(self) -> dict[int, str]:
        return {product.id: product.article for product in self.products.values()}


def load_goods(shop: Shop) -> Goods:
    """What the shop has now."""
    with shop.database.read() as connection:
        return Goods(connection)


class Newcomers:
    """Gathers what there is not, each once, with the rows that name it."""

    def __init__(self, goods: Goods) -> None:
        self._goods = goods
        self._products: dict[str, list[Line]] = {}
        self._sizes: dict[NewKey, list[Line]] = {}
        self.problems: list[Problem] = []

    def add_product(self, line: Line) -> NewKey:
        """The line names an article that there is not."""
        self._products.setdefault(line.article, []).append(line)
        return line.article, normal_form(line.size)

    def add_size(self, line: Line, product: Product) -> NewKey | None:
        """The line names a size that the product does not have; None where it names none at all."""
        if not line.size:
            self.problems.append(self._without_size(line, product))
            return None
        key = line.article, normal_form(line.size)
        self._sizes.setdefault(key, []).append(line)
        return key

    def products(self) -> list[NewProduct]:
        """New products in the order of the file."""
        return [_new_product(article, lines) for article, lines in self._products.items()]

    def sizes(self) -> list[NewSize]:
        """New sizes of known products in the order of the file."""
        return [self._new_size(lines) for lines in self._sizes.values()]

    def _new_size(self, lines: Sequence[Line]) -> NewSize:
        product = self._goods.products[lines[0].article]
        known = tuple(self._goods.sizes[product.article].names)
        return NewSize(product.id, product.article, lines[0].size, known, _rows(lines))

    def _without_size(self, line: Line, product: Product) -> Problem:
        words = translate("Import", "{article} has several sizes, and the file names none: {sizes}.")
        sizes = ", ".join(self._goods.sizes[product.article].names)
        text = words.format(article=product.article, sizes=sizes)
        return Problem(line.row, line.column, Level.ERROR, Flaw.NO_SIZE, text, "")


def _new_product(article: str, lines: Sequence[Line]) -> NewProduct:
    title = next((line.title for line in lines if line.title), "")
    price: Decimal | None = next((line.price for line in lines if line.price is not None), None)
    named = {normal_form(line.size): line.size or ONLY_SIZE for line in reversed(lines)}
    sizes = tuple(reversed(named.values()))
    return NewProduct(article, title, price, sizes, _rows(lines))


def _rows(lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(line.row for line in lines))
