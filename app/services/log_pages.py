"""A whole log for an export: read page by page, so that others write in between and memory stays small."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from app.services.progress import Progress

ROWS_AT_ONCE = 500


class Numbered(Protocol):
    """A row of a log; newer ones have greater numbers."""

    @property
    def id(self) -> int:
        """Its number."""
        ...


Row = TypeVar("Row", bound=Numbered)


def log_pages(
    older: Callable[[int | None, int], Sequence[Row]], total: int, progress: Progress | None
) -> Iterator[Sequence[Row]]:
    """Everything, newest first. `older`: at most so many rows below a number, or of all; `total`: how many
    there are, for the progress. Raises `StoppedError`.
    """
    done, below = 0, None
    while page := older(below, ROWS_AT_ONCE):
        if progress is not None:
            progress.advance(done, total)
        yield page
        done, below = done + len(page), page[-1].id
