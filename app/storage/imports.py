"""Imports: what was prepared, how much of it is queued, from which row each delivery came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, insert, or_, select, update
from sqlalchemy.dialects import sqlite

from app.storage.prepared import Prepared, given
from app.storage.rows import AnyRow
from app.storage.tables import import_lines, imports, layouts


def add(connection: Connection, **values: Any) -> int:
    """Insert an import; returns its number."""
    counts = dict.fromkeys(("planned", "queued", "unchanged", "left_out"), 0)
    key = connection.execute(insert(imports).values(counts | values)).inserted_primary_key
    if key is None:
        raise LookupError
    return int(key[0])


def change(connection: Connection, import_id: int, **values: Any) -> None:
    """Change columns of an import."""
    connection.execute(update(imports).where(imports.c.id == import_id).values(**values))


def record(connection: Connection, import_id: int) -> AnyRow | None:
    """One import."""
    return connection.execute(select(imports).where(imports.c.id == import_id)).first()


def records(connection: Connection, limit: int) -> Sequence[AnyRow]:
    """Imports, newest first."""
    return connection.execute(select(imports).order_by(imports.c.id.desc()).limit(limit)).all()


def of_content(connection: Connection, digest: str, states: Sequence[str]) -> Sequence[AnyRow]:
    """Imports of files with this content that are in one of these states, or were dropped after a part of
    them was queued; newest first.
    """
    dropped_late = and_(imports.c.state == "dropped", imports.c.queued > 0)
    return connection.execute(
        select(imports)
        .where(imports.c.digest == digest, or_(imports.c.state.in_(states), dropped_late))
        .order_by(imports.c.id.desc())
    ).all()


def add_queued(connection: Connection, import_id: int, before: int, more: int) -> bool:
    """So many more of its deliveries are queued; false where it is not as it was left any more."""
    done = connection.execute(
        update(imports)
        .where(imports.c.id == import_id, imports.c.queued == before, imports.c.state == "queueing")
        .values(queued=before + more)
    )
    return done.rowcount == 1


def finish(connection: Connection, import_id: int, more: int) -> bool:
    """All of it is done, `more` than is counted yet; false where it was not under way any more."""
    done = connection.execute(
        update(imports)
        .where(imports.c.id == import_id, imports.c.state == "queueing")
        .values(state="queued", queued=imports.c.queued + more)
    )
    return done.rowcount == 1


class NewLine(NamedTuple):
    """Which cell of the file went into which delivery, as the table has it. `size_id` of None: a price."""

    import_id: int
    row_number: int
    column_number: int
    delivery_id: int
    size_id: int | None


def add_lines(connection: Connection, lines: Iterable[NewLine]) -> None:
    """Note which rows went into which deliveries."""
    _NEW_LINE.insert_tuples(connection, lines)


_NEW_LINE = Prepared(insert(import_lines), NewLine._fields)


def places(connection: Connection, import_id: int) -> set[tuple[int, int]]:
    """(row, column) of what is queued already."""
    return set(_PLACES.tuples(connection, of=import_id))


_PLACES = Prepared(
    select(import_lines.c.row_number, import_lines.c.column_number).where(
        import_lines.c.import_id == given("of")
    )
)


def lines(connection: Connection, import_id: int) -> Sequence[AnyRow]:
    """Which rows went into which deliveries, in the order of the file."""
    return connection.execute(
        select(import_lines)
        .where(import_lines.c.import_id == import_id)
        .order_by(import_lines.c.row_number, import_lines.c.column_number)
    ).all()


def put_layout(connection: Connection, **values: Any) -> None:
    """Remember how files with these headings are to be read."""
    statement = sqlite.insert(layouts).values(**values)
    new = {name: statement.excluded[name] for name in values if name != "fingerprint"}
    connection.execute(statement.on_conflict_do_update(index_elements=["fingerprint"], set_=new))


def layout(connection: Connection, fingerprint: str) -> AnyRow | None:
    """What is remembered of files with these headings."""
    return connection.execute(select(layouts).where(layouts.c.fingerprint == fingerprint)).first()


def known_files(connection: Connection, folder: str) -> set[tuple[str, str]]:
    """(name, stamp) of the files of a folder that were ever prepared."""
    found = select(*imports.c["file", "stamp"]).where(imports.c.folder == folder).distinct()
    return {(str(row.file), str(row.stamp)) for row in connection.execute(found)}
