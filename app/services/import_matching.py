"""What the lines of a file name: a product and a size that there are, or something new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from app.domain.size_names import find_size_name, normal_form
from app.domain.text import translate
from app.services.import_views import NewProduct, NewSize
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


def load_known(connection: Connection) -> Known:
    """The catalogue, for the check to compare with."""
    sizes: dict[str, list[str]] = {article: [] for article in importable.known_products(connection)}
    barcodes: dict[str, tuple[str, str]] = {}
    for article, value, barcode in importable.names(connection):
        sizes[article].append(value)
        if barcode:
            barcodes[barcode] = (article, value)
    return Known(sizes, barcodes)


class Sizes(dict[str, "Size | None"]):
    """The sizes of one product by what files call them; None where that is no size of it, or several."""

    def __init__(self, product: Product) -> None:
        super().__init__()
        self.product = product

    @property
    def names(self) -> list[str]:
        """As they are called here, the oldest first."""
        known = {size.id: size.value for size in self.values() if size is not None}
        return [known[number] for number in sorted(known)]

    def __missing__(self, value: str) -> Size | None:
        names = self.names
        only = 0 if len(names) == 1 else None
        place = find_size_name(value, names) if value else only
        found = self[value] = None if place is None else self[names[place]]
        return found


class Matcher:
    """Finds what lines name: articles as they stand, sizes also by their normal form."""

    def __init__(self, connection: Connection, lines: Iterable[Line]) -> None:
        self.products = importable.known_products(connection)
        named = {line.article for line in lines} & self.products.keys()
        self.sizes = {article: Sizes(self.products[article]) for article in named}
        by_id = {sizes.product.id: sizes for sizes in self.sizes.values()}
        # More than a tenth of all products: one look at all sizes is faster than one for each product.
        is_much = len(by_id) * 10 > len(self.products)
        for size in importable.known_sizes(connection, None if is_much else by_id):
            if size.product_id in by_id:
                by_id[size.product_id][size.value] = size
        self._articles = {product.id: product.article for product in self.products.values()}

    def article(self, product_id: int) -> str:
        """The article of a known product, or nothing."""
        return self._articles.get(product_id, "")


class Newcomers:
    """Gathers what there is not, each once, with the rows that name it."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
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
        product = self._matcher.products[lines[0].article]
        known = tuple(self._matcher.sizes[product.article].names)
        return NewSize(product.id, product.article, lines[0].size, known, _rows(lines))

    def _without_size(self, line: Line, product: Product) -> Problem:
        words = translate("Import", "{article} has several sizes, and the file names none: {sizes}.")
        sizes = ", ".join(self._matcher.sizes[product.article].names)
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
