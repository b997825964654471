"""Templates by their names: the library that writes them is loaded when one is wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.domain.text import Text

TEMPLATES = ("long", "wide", "prices", "count")


def save_template(path: Path, name: str, say: Callable[[Text], str]) -> None:
    """Write one of `TEMPLATES`. Raises `StorageError`."""
    from app.spreadsheet.templates import Template, write_template

    write_template(path, Template(name), say=say)
