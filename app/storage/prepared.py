"""Statements of the busiest paths, built once and handed straight to the driver.

Preparing one call of a statement takes SQLAlchemy 60 µs; SQLite carries it out in five. Where a few
statements are needed for each delivery, that is the difference between half of httpx's speed and all of it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, bindparam, func, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import result_tuple
from sqlalchemy.sql.dml import UpdateBase

from app.storage.rows import AnyRow

_GIVEN = object()


class Prepared:
    """A statement in SQLAlchemy's terms; its named parameters are given with each call.

    Outside `Database.write` each call sees the database as it is at that moment.

    `columns` are those that an INSERT writes, in the order of the table; each row gives all of them.
    """

    def __init__(
        self, statement: Select[*tuple[Any, ...]] | UpdateBase, columns: Collection[str] | None = None
    ) -> None:
        compiled = statement.compile(
            dialect=sqlite.dialect(),
            column_keys=None if columns is None else list(columns),
            compile_kwargs={"render_postcompile": True},  # lists of constants
        )
        self._sql = str(compiled)
        self._constants = {
            name: value
            for name, value in compiled.params.items()
            if value is not _GIVEN and name not in (columns or ())
        }
        self._names: Sequence[str] = compiled.positiontup or ()
        self._columns = tuple(columns or ())
        is_plain = len(self._names) > 1 and not self._constants
        self._of_row = itemgetter(*self._names) if is_plain else self._values
        self._row = _row_of(statement) if isinstance(statement, Select) else None

    def all(self, connection: Connection, **values: Any) -> list[AnyRow]:
        """The rows, whose columns are read by name."""
        if self._row is None:
            message = "only a SELECT has rows"
            raise TypeError(message)
        cursor = _driver(connection).execute(self._sql, self._values(values))
        return [self._row(row) for row in cursor]

    def tuples(self, connection: Connection, **values: Any) -> list[tuple[Any, ...]]:
        """The rows as the driver gives them, for very many of them."""
        return _driver(connection).execute(self._sql, self._values(values)).fetchall()

    def each(self, connection: Connection, **values: Any) -> Iterator[tuple[Any, ...]]:
        """The same one after the other, for more of them than should be in memory at once."""
        return _driver(connection).execute(self._sql, self._values(values))

    def scalar(self, connection: Connection, **values: Any) -> Any:
        """The first column of the first row, or None where there is none."""
        row = _driver(connection).execute(self._sql, self._values(values)).fetchone()
        return None if row is None else row[0]

    def insert(self, connection: Connection, **values: Any) -> int:
        """Insert one row; returns its id."""
        return _driver(connection).execute(self._sql, self._values(values)).lastrowid or 0

    def many(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> int:
        """Write once for each row; returns how many rows of the table were written."""
        return _driver(connection).executemany(self._sql, map(self._of_row, rows)).rowcount

    def insert_tuples(self, connection: Connection, rows: Iterable[tuple[Any, ...]]) -> None:
        """Insert rows whose values are in the order of the columns, for very many of them."""
        if self._columns != tuple(self._names):
            raise ValueError(self._columns)
        _driver(connection).executemany(self._sql, rows)

    def _values(self, values: Mapping[str, Any]) -> Sequence[Any]:
        given = {**self._constants, **values}
        return [given[name] for name in self._names]


def given(name: str) -> BindParameter[Any]:
    """A value that each call gives."""
    return bindparam(name, _GIVEN)


def among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the column is one of `ids`, which each call gives with `as_list`: any number of them."""
    return column.in_(select(func.json_each(given("ids")).table_valued("value").c.value))


def as_list(ids: Iterable[int]) -> str:
    """Numbers as `among` takes them."""
    return json.dumps(list(ids))


def _row_of(statement: Select[*tuple[Any, ...]]) -> Callable[[Sequence[Any]], AnyRow]:
    names = [column.name or f"column_{number}" for number, column in enumerate(statement.selected_columns)]
    return result_tuple(names)


def _driver(connection: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", connection.connection.driver_connection)
