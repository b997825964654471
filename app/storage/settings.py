"""Small named values as JSON."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.storage.prepared import Prepared, given
from app.storage.tables import settings

_VALUE = Prepared(select(settings.c.value).where(settings.c.name == given("of")))


def load(connection: Connection, name: str) -> Any:
    """The value, or None where it was never saved."""
    value = _VALUE.scalar(connection, of=name)
    return None if value is None else json.loads(value)


def save(connection: Connection, name: str, value: Any) -> None:
    """Keep the value; None forgets it."""
    if value is None:
        connection.execute(delete(settings).where(settings.c.name == name))
        return
    row = {"name": name, "value": json.dumps(value, ensure_ascii=False)}
    statement = insert(settings).values(row)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["name"], set_={"value": row["value"]})
    )
