"""Templates by their names: the library that writes them is loaded when one is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from app.domain.text import Text
from app.services.shop import Shop
from app.storage import naming

TEMPLATES = ("long", "wide", "prices", "count")

_MOST_SIZES = 40
"""A list has no room for more."""

_NUMBER = re.compile(r"\d+")


def save_template(shop: Shop, path: Path, name: str, say: Callable[[Text], str]) -> None:
    """Write one of `TEMPLATES`, the catalogue's own sizes first. Raises `StorageError`."""
    from app.spreadsheet.templates import SIZES, Template, write_template

    template = Template(name)
    offered = SIZES if template is Template.WIDE else (*_own_sizes(shop, SIZES), *SIZES)
    write_template(path, template, list(dict.fromkeys(offered)), say)


def _own_sizes(shop: Shop, known: Sequence[str]) -> list[str]:
    """Those that the most products have: the known ones in their order, then the others as they count."""
    with shop.database.read() as connection:
        own = naming.usual_sizes(connection, _MOST_SIZES)

    def place(size: str) -> tuple[int, int, str]:
        number = _NUMBER.search(size)
        rank = known.index(size) if size in known else len(known)
        return rank, int(number[0]) if number else 0, size

    return sorted(own, key=place)
