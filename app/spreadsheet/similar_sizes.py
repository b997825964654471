"""Sizes that a product does not have, but under another spelling: not to be created a second time."""

from __future__ import annotations

from typing import Never

from app.domain.size_names import find_size_name, similar_size_name
from app.domain.text import translate
from app.spreadsheet.flaws import Finding, Flaw, error
from app.spreadsheet.known import Known
from app.spreadsheet.memo import MOST_REMEMBERED


class SimilarSizes(dict[tuple[str, str], "Finding[Never] | None"]):
    """What is wrong with a size of an article, by both; None where nothing is."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, named: tuple[str, str]) -> Finding[Never] | None:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        found = self[named] = self._look(*named)
        return found

    def _look(self, article: str, size: str) -> Finding[Never] | None:
        known = list(self._known.sizes.get(article, ()))
        if not known or not size or size in known or find_size_name(size, known) is not None:
            return None
        place = similar_size_name(size, known)
        if place is None:
            return None
        text = translate("Check", "{article} has no size {was}. Is it {right}?")
        return error(
            Flaw.SIMILAR_SIZE, text.format(article=article, was=size, right=known[place]), known[place]
        )
