"""What the catalogue has, for telling what a file nearly names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property

from app.domain.lookalikes import as_latin_letters

_SIGNS = re.compile(r"(?<!\d)[\W_]+|[\W_]+(?!\d)")
"""Signs that may be left out; between digits they part numbers."""

_BETWEEN_DIGITS = re.compile(r"[\s-]+|[.,]0+$")
_PARTS = re.compile(r"[\s,;/\\()]+")


class Known:
    """Articles with the sizes of each, and barcodes with the article and size that they are of.

    `find_numbers` gives the same by the numbers of sizes on the marketplace; few files need them.
    """

    def __init__(
        self,
        sizes: Mapping[str, Collection[str]] | None = None,
        barcodes: Mapping[str, tuple[str, str]] | None = None,
        find_numbers: Callable[[], Mapping[int, tuple[str, str]]] = dict,
    ) -> None:
        self.sizes: Mapping[str, Collection[str]] = sizes or {}
        self.barcodes: Mapping[str, tuple[str, str]] = barcodes or {}
        self._find_numbers = find_numbers

    @cached_property
    def numbers(self) -> Mapping[int, tuple[str, str]]:
        """Articles and sizes by the marketplace's numbers of sizes."""
        return self._find_numbers()

    def like(self, article: str) -> str | None:
        """The one known article that differs in case, signs or letters that look the same only."""
        form = _form(article)
        return self._by_form[form] if form in self._by_form else self._by_letters.get(_letters(form))

    def of_barcode(self, code: str) -> tuple[str, str] | None:
        """The article and size of a barcode, also of «4 870012 001199» and «4870012001199.0».

        Zeros before it make it longer, and no other one (GS1, 3.3.2).
        """
        plain = _BETWEEN_DIGITS.sub("", code)
        return self.barcodes.get(code) or self.barcodes.get(plain) or self.barcodes.get(plain.lstrip("0"))

    def with_zeros(self, article: str) -> str | None:
        """The one known article that is this one with zeros before it, as 00123 for 123."""
        return self._by_number.get(article.lstrip("0")) if article.isdecimal() else None

    def within(self, text: str) -> str | None:
        """The one known article among the words of a text, as in «Пальто SS21CA2N, женское»."""
        words = _PARTS.split(text)
        if " " not in text and sum(any(map(str.isdecimal, word)) for word in words) > 1:
            return None  # «A-1/2» may be an article of its own
        found = {word for word in words if word in self.sizes}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _by_form(self) -> dict[str, str | None]:
        return _one_each((_form(article), article) for article in self.sizes)

    @cached_property
    def _by_letters(self) -> dict[str, str | None]:
        return _one_each((_letters(_form(article)), article) for article in self.sizes)

    @cached_property
    def _by_number(self) -> dict[str, str | None]:
        numbers = (article for article in self.sizes if article.startswith("0") and article.isdecimal())
        return _one_each((article.lstrip("0"), article) for article in numbers)


def _form(article: str) -> str:
    text = as_latin_letters(unicodedata.normalize("NFKC", article)).casefold()
    return "".join(text.split())


def _letters(form: str) -> str:
    return _SIGNS.sub("", form)


def _one_each(pairs: Iterable[tuple[str, str]]) -> dict[str, str | None]:
    """What stands for two articles stands for none."""
    found: dict[str, str | None] = {}
    for form, article in pairs:
        found[form] = None if form in found else article
    return found
