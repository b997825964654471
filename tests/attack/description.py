"""The listener as OpenAPI describes it: written from the protocol page, not from the code."""

from __future__ import annotations

from typing import Any

PATH = "/h/secret"
WHOLE = {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1}
OPTIONAL = {**WHOLE, "type": ["integer", "null"]}
SIZE = {
    "type": "object",
    "required": ["value", "count"],
    "properties": {
        "value": {"type": "string", "minLength": 1, "maxLength": 200},
        "count": {**WHOLE, "minimum": 0},
        "soldCount": OPTIONAL,
        "sizeId": OPTIONAL,
    },
}
EVENT = {
    "type": "object",
    "required": ["products"],
    "properties": {
        "products": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "sizes"],
                "properties": {"id": WHOLE, "sizes": {"type": "array", "items": SIZE}},
            },
        }
    },
}


def _answer(words: str, *, is_good: bool = False) -> dict[str, Any]:
    name, kind = ("ok", "boolean") if is_good else ("error", "string")
    schema = {"type": "object", "required": [name], "properties": {name: {"type": kind}}}
    return {"description": words, "content": {"application/json": {"schema": schema}}}


DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Polka's listener", "version": "1"},
    "paths": {
        PATH: {
            "post": {
                "requestBody": {"required": True, "content": {"application/json": {"schema": EVENT}}},
                "responses": {
                    "200": _answer("it is on disk", is_good=True),
                    "405": _answer("POST only"),
                    "408": _answer("it did not come in time"),
                    "413": _answer("too large"),
                    "422": _answer("not an event; kept as it came"),
                    "503": _answer("it could not be kept"),
                },
            }
        }
    },
}
