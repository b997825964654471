"""A realistic catalogue: six brands, clothes, shoes and bags, prices in tenge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

BARCODE_COUNTRY = "487"  # GS1 prefix of Kazakhstan


@dataclass(frozen=True, slots=True)
class CatalogueSize:
    """A size with the marketplace's number and what it has of it."""

    value: str
    size_id: int
    barcode: str
    stock: int


@dataclass(frozen=True, slots=True)
class CatalogueProduct:
    """A product as both sides know it."""

    article: str
    title: str
    brand: str
    marketplace_id: int
    price: Decimal
    sizes: tuple[CatalogueSize, ...]


_LINES = """
SS21CA2N|Куртка демисезонная|Северин|17|82000|XL:3 L:4 M:2
FW20KT11|Свитер мериносовый|Северин|18|34900|S:6 M:11
SS22JN04|Джинсы прямые|Денвуд|19|28500|42:0 44:1
AC01BAG7|Сумка через плечо|Лотта|20|41000|ONE:23
FW23CT02|Пальто шерстяное|Северин|21|149000|S:2 M:5 L:3 XL:1
FW23CT05|Пальто-халат двубортное|Ателье 9|22|164500|44:1 46:3 48:2
FW22PK08|Пуховик удлинённый|Северин|23|118000|S:4 M:7 L:6 XL:2
FW22PK11|Парка с капюшоном|Тайга|24|96500|M:3 L:5 XL:4 XXL:2
SS23TR03|Тренч классический|Ателье 9|25|89900|42:2 44:4 46:1
SS23WB06|Ветровка лёгкая|Тайга|26|37800|S:8 M:9 L:7
FW23SW14|Джемпер кашемировый|Северин|27|58900|XS:2 S:4 M:3
FW23SW17|Кардиган на пуговицах|Лотта|28|42300|S:5 M:6 L:2
FW21SW09|Водолазка тонкая|Ателье 9|29|18900|XS:9 S:12 M:10 L:4
SS24TS01|Футболка хлопковая|Денвуд|30|8900|S:25 M:31 L:28 XL:14
SS24TS04|Футболка оверсайз|Денвуд|31|11500|M:18 L:22 XL:9
SS24PL02|Поло трикотажное|Северин|32|21900|M:7 L:8 XL:3
SS23SH05|Рубашка льняная|Ателье 9|33|32500|44:5 46:6 48:2
FW22SH08|Рубашка фланелевая|Тайга|34|24700|M:4 L:6 XL:5
SS24BL03|Блуза шёлковая|Лотта|35|46800|42:3 44:3 46:2
SS22JN07|Джинсы широкие|Денвуд|36|31900|40:4 42:6 44:5 46:1
FW23JN12|Джинсы утеплённые|Денвуд|37|36400|42:2 44:3 46:4
SS23TR11|Брюки со стрелками|Ателье 9|38|39500|42:4 44:5 46:3 48:1
FW22TR15|Брюки карго|Тайга|39|29900|S:6 M:8 L:7
SS24SK02|Юбка плиссе|Лотта|40|27600|42:5 44:4 46:2
FW23SK06|Юбка шерстяная|Ателье 9|41|34200|42:2 44:3
SS24DR01|Платье летнее|Лотта|42|43900|42:4 44:6 46:3
SS24DR08|Платье-рубашка|Ателье 9|43|52700|42:2 44:4 46:2
FW23DR13|Платье трикотажное|Лотта|44|48500|S:3 M:5 L:2
SS24ST02|Шорты льняные|Денвуд|45|17800|S:9 M:11 L:6
FW23TH01|Костюм спортивный|Тайга|46|54300|S:3 M:6 L:5 XL:2
SS24SN03|Кроссовки беговые|Шагал|47|62900|39:2 40:4 41:6 42:5 43:3
SS24SN07|Кеды кожаные|Шагал|48|47500|36:2 37:5 38:6 39:4 40:1
FW23BT02|Ботинки зимние|Шагал|49|88700|40:1 41:3 42:4 43:2
FW23BT06|Ботильоны замшевые|Шагал|50|79400|36:2 37:3 38:4 39:2
SS23SD04|Сандалии кожаные|Шагал|51|35600|37:4 38:5 39:3
FW22LF09|Лоферы классические|Шагал|52|56800|40:2 41:4 42:3
AC02BAG3|Рюкзак городской|Тайга|53|44900|ONE:15
AC03BAG9|Сумка-шопер|Лотта|54|26400|ONE:31
AC04BLT1|Ремень кожаный|Лотта|55|14900|95:7 105:6
AC05SCF2|Шарф мериносовый|Северин|56|19800|ONE:12
"""


def _products() -> Iterator[CatalogueProduct]:
    number = 0
    for line in _LINES.strip().splitlines():
        article, title, brand, marketplace_id, price, sizes = line.split("|")
        made: list[CatalogueSize] = []
        for entry in sizes.split():
            number += 1
            value, stock = entry.split(":")
            made.append(CatalogueSize(value, number, ean13(number), int(stock)))
        yield CatalogueProduct(article, title, brand, int(marketplace_id), Decimal(price), tuple(made))


def ean13(number: int) -> str:
    """A barcode with the right check digit (GS1 General Specifications 7.9)."""
    digits = f"{BARCODE_COUNTRY}00120{number:04}"
    weighted = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-weighted % 10}"


CATALOGUE = tuple(_products())
