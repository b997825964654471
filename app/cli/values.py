"""Values on the command line: each is read here, or refused with a sentence (exit code 2)."""

from __future__ import annotations

import codecs
from argparse import ArgumentTypeError
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.address import is_web_address
from app.domain.errors import InvalidValueError
from app.domain.money import parse_price, parse_quantity

if TYPE_CHECKING:
    from app.cli.mapping import Mapping


def text(typed: str) -> str:
    """Words that can be kept: not empty, and not bytes of another code page."""
    plain = typed.strip()
    if not plain:
        raise ArgumentTypeError("it is empty")
    if any("\ud800" <= sign <= "\udfff" for sign in plain):
        raise ArgumentTypeError("it is not text in this system's code page")
    return plain


def folder(typed: str) -> Path:
    """A path; a variable that a script forgot to fill is no folder."""
    return Path(text(typed))


def workbook(typed: str) -> Path:
    """The path of an xlsx that is written."""
    path = folder(typed)
    if path.suffix.lower() != ".xlsx":
        raise ArgumentTypeError(f"“{typed}” does not end with .xlsx")
    return path


def size_and_pieces(typed: str) -> tuple[str, int]:
    """`XL=1`. The last equals sign parts the two, since a size may have one too."""
    value, mark, pieces = typed.rpartition("=")
    if not mark:
        raise ArgumentTypeError(f"“{typed}” does not say how many; write it as XL=1")
    try:
        return text(value), parse_quantity(pieces)
    except InvalidValueError as error:
        raise ArgumentTypeError(f"“{typed}”: {error.title}") from error


def price(typed: str) -> Decimal:
    """A price as people type them, for example 76000 or “76 000,50”."""
    try:
        return parse_price(typed)
    except InvalidValueError as error:
        raise ArgumentTypeError(f"“{typed}”: {error.title}") from error


def encoding(typed: str) -> str:
    """A name that Python knows of how letters are written as bytes."""
    try:
        return codecs.lookup(text(typed)).name
    except LookupError as error:
        raise ArgumentTypeError(f"“{typed}” is no encoding; write it as cp1251 or utf-8") from error


def how_many(typed: str) -> int:
    """A whole number from 1."""
    if not typed.isascii() or not typed.isdecimal() or len(typed) > 9 or int(typed) < 1:
        raise ArgumentTypeError(f"“{typed}” is not a whole number from 1")
    return int(typed)


def seconds(typed: str) -> float:
    """More than no time."""
    try:
        given = float(typed)
    except ValueError:
        given = 0.0
    if not 0 < given < 1e6:
        raise ArgumentTypeError(f"“{typed}” is not a number of seconds above zero")
    return given


def port(typed: str) -> int:
    """A port, or 0 for any that is free."""
    if not typed.isascii() or not typed.isdecimal() or len(typed) > 5 or int(typed) > 65535:
        raise ArgumentTypeError(f"“{typed}” is not a port: a number from 1 to 65535, or 0 for any free one")
    return int(typed)


def web_address(typed: str) -> str:
    """Begins with http:// or https://."""
    if not is_web_address(typed):
        raise ArgumentTypeError(f"“{typed}” is not a web address; it begins with http:// or https://")
    return typed


def fault(typed: str) -> str:
    """A fault of the sandbox; a wrong one is told together with the names that there are."""
    from app.sandbox.faults import parse_fault

    try:
        parse_fault(typed)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from error
    return typed


def mapping(typed: str) -> Mapping:
    """Which column is what; a wrong name is told together with the names that there are."""
    from app.cli.mapping import parse_mapping

    return parse_mapping(text(typed))
