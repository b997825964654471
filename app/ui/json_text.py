"""JSON laid out for people: as few lines as fit, one size a line, every figure as it was written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any


class _AsWritten(str):
    """A number or constant: `76000.10` must not become `76000.1`."""

    __slots__ = ()


class _Pairs(list[tuple[str, Any]]):
    """An object; as a list, since one that came may say a thing twice."""


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
        return _laid_out(value, 0, 0, width)
    except (ValueError, RecursionError):
        return body


def _laid_out(value: Any, column: int, base: int, width: int) -> str:
    """A value that begins in a column of a line; `base`: where the things around it begin."""
    flat = _flat(value)
    if column + len(flat) <= width or not isinstance(value, list) or not value:
        return flat
    is_far = column > width // 2  # what stands far to the right goes on in the next line
    indent = base + 1 if is_far else column + 1
    brackets = "{}" if isinstance(value, _Pairs) else "[]"
    items = value if isinstance(value, _Pairs) else [(None, item) for item in value]
    parts = [_part(name, item, indent, width - 1) for name, item in items]  # a comma or bracket follows
    line_break = "\n" + " " * indent if is_far else ""
    return brackets[0] + line_break + _filled(parts, indent, width) + brackets[1]


def _part(name: str | None, value: Any, indent: int, width: int) -> str:
    head = json.dumps(name, ensure_ascii=False) + ":" if name is not None else ""
    return head + _laid_out(value, indent + len(head), indent, width)


def _filled(parts: Sequence[str], indent: int, width: int) -> str:
    """Parts one after the other, in the next line where the line is full."""
    text, used = "", indent
    for number, part in enumerate(parts):
        piece = part + ("," if number < len(parts) - 1 else "")
        if text and ("\n" in part or used + len(part) + 1 > width):
            text += "\n" + " " * indent
            used = indent
        text += piece
        used = len(piece) - piece.rfind("\n") - 1 if "\n" in piece else used + len(piece)
    return text


def _flat(value: Any) -> str:
    if isinstance(value, _AsWritten):
        return str(value)
    if isinstance(value, _Pairs):
        return "{" + ",".join(f"{json.dumps(k, ensure_ascii=False)}:{_flat(v)}" for k, v in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_flat, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
