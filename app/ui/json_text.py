"""JSON laid out for people: as few lines as fit, one size a line, every figure as it was written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import repeat
from typing import Any, NamedTuple

FAR = 8
"""What begins further to the right than this goes on in the next line."""


class _AsWritten(str):
    """A number or constant: `76000.10` must not become `76000.1`."""

    __slots__ = ()


class _Pairs(list[tuple[str, Any]]):
    """An object; as a list, since one that came may say a thing twice."""


class _Start(NamedTuple):
    """Where a value begins."""

    column: int
    base: int  # where the line begins
    tail: int  # characters that have to follow it in its last line


def laid_out(body: str, width: int) -> str:
    """JSON in lines of about `width` characters; anything else as it is."""
    try:
        value = json.loads(
            body,
            parse_float=_AsWritten,
            parse_int=_AsWritten,
            parse_constant=_AsWritten,
            object_pairs_hook=_Pairs,
        )
        return _laid_out(value, _Start(0, 0, 0), width)
    except (ValueError, RecursionError):
        return body


def _laid_out(value: Any, start: _Start, width: int) -> str:
    flat = _flat(value)
    if start.column + len(flat) + start.tail <= width or not isinstance(value, list) or not value:
        return flat
    is_far = start.column - start.base > FAR
    indent = start.base + 1 if is_far else start.column + 1
    brackets = "{}" if isinstance(value, _Pairs) else "[]"
    items = value if isinstance(value, _Pairs) else [(None, item) for item in value]
    tails = [*repeat(1, len(items) - 1), start.tail + 1]  # a comma, or the brackets that close
    parts = [
        _part(name, item, indent, tail, width) for (name, item), tail in zip(items, tails, strict=True)
    ]
    line_break = "\n" + " " * indent if is_far else ""
    return brackets[0] + line_break + _filled(parts, tails, indent, width) + brackets[1]


def _part(name: str | None, value: Any, indent: int, tail: int, width: int) -> str:
    head = json.dumps(name, ensure_ascii=False) + ":" if name is not None else ""
    return head + _laid_out(value, _Start(indent + len(head), indent, tail), width)


def _filled(parts: Sequence[str], tails: Sequence[int], indent: int, width: int) -> str:
    """Parts one after the other, in the next line where the line is full."""
    text, used = "", indent
    for number, (part, tail) in enumerate(zip(parts, tails, strict=True), start=1):
        if text and ("\n" in part or used + len(part) + tail > width):
            text += "\n" + " " * indent
            used = indent
        text += part if number == len(parts) else part + ","
        used = len(text) - text.rfind("\n") - 1 if "\n" in part else used + len(part) + 1
    return text


def _flat(value: Any) -> str:
    if isinstance(value, _AsWritten):
        return str(value)
    if isinstance(value, _Pairs):
        return "{" + ",".join(f"{json.dumps(k, ensure_ascii=False)}:{_flat(v)}" for k, v in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_flat, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
