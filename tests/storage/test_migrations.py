"""An older database comes up with everything it had, and the scripts make the tables of now."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import MetaData, create_engine, inspect, text
from sqlalchemy.engine import Engine

from app.domain.text import translate
from app.storage.database import FILE_NAME, Database
from app.storage.migrations import upgrade
from app.storage.tables import metadata

ROWS = (
    "INSERT INTO products VALUES (1, 'SS21CA2N', 'Jacket', '', '82000', '82000', NULL)",
    "INSERT INTO sizes VALUES (1, 1, 'XL', 0, '', NULL, 2, 3, NULL, NULL, 1, NULL)",
    "INSERT INTO deliveries VALUES"
    " (1, 100.0, 1, 'sold', NULL, NULL, 'unknown', 1, 1, 101.0, NULL, NULL, NULL, 'a-key', 'anna')",
    "INSERT INTO delivery_sizes VALUES (1, 1, 1, 3, 2)",
    "INSERT INTO attempts VALUES (1, 1, 101.0, 98.5, NULL, 'no_answer', '{}', NULL, NULL)",
    "INSERT INTO movements VALUES (1, 100.0, 1, 'sold', -1, 2, 1, NULL, 'anna')",
)


def engine_of(path: Path) -> Engine:
    return create_engine(f"sqlite:///{path}")


def first_database(folder: Path) -> None:
    """A database as the first version left it."""
    engine = engine_of(folder / FILE_NAME)
    upgrade(engine, "0001")
    with engine.begin() as connection:
        for row in ROWS:
            connection.execute(text(row))
    engine.dispose()


def everything(path: Path) -> dict[str, list[dict[str, object]]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]
            for name in ("products", "sizes", "deliveries", "delivery_sizes", "attempts", "movements")
        }


def test_a_database_of_the_first_version_keeps_everything(tmp_path: Path) -> None:
    first_database(tmp_path)
    before = everything(tmp_path / FILE_NAME)
    database = Database(tmp_path)
    database.open()
    assert database.problems() == []
    database.close()
    new = {"batch_id": None, "connecting": None, "sending": None, "waiting": None}
    for name, rows in everything(tmp_path / FILE_NAME).items():
        assert rows == [
            {**{k: v for k, v in new.items() if k in row}, **old}
            for row, old in zip(rows, before[name], strict=True)
        ]
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_the_first_script_knows_nothing_of_later_tables(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / FILE_NAME)
    upgrade(engine, "0001")
    assert "batches" not in inspect(engine).get_table_names()
    assert "batch_id" not in {column["name"] for column in inspect(engine).get_columns("deliveries")}
    engine.dispose()


def test_the_scripts_make_the_tables_that_the_program_has(tmp_path: Path) -> None:
    migrated, made = engine_of(tmp_path / "migrated.db"), engine_of(tmp_path / "made.db")
    upgrade(migrated)
    metadata.create_all(made)
    assert described(migrated) == described(made)
    migrated.dispose()
    made.dispose()


def test_what_was_imported_is_known_after_its_table_was_written_anew(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / FILE_NAME)
    upgrade(engine, "0009")
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO import_lines VALUES (1, 7, 3, 5, NULL), (1, 6, 3, 5, 2)"))
    upgrade(engine)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT * FROM import_lines ORDER BY row_number")).all()
    assert found == [(1, 6, 3, 5, 2), (1, 7, 3, 5, None)]
    engine.dispose()


def described(engine: Engine) -> dict[str, object]:
    """Columns, keys, constraints and indexes of each table, without their order."""
    found = MetaData()
    found.reflect(engine, only=lambda name, _: name in metadata.tables)
    with engine.connect() as connection:
        indexes = connection.execute(
            text("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        )
        rowless = connection.execute(
            text("SELECT name FROM pragma_table_list WHERE wr AND type = 'table'")
        ).scalars()
        return {
            "rowless": {*rowless},
            "indexes": {name: re.sub(r"[\s()]+", " ", sql).strip() for name, sql in indexes},
            **{
                name: {
                    *((c.name, str(c.type), c.nullable, c.primary_key) for c in table.columns),
                    *(
                        (k.column_keys[0], k.elements[0].target_fullname)
                        for k in table.foreign_key_constraints
                    ),
                    *(str(check["sqltext"]) for check in inspect(engine).get_check_constraints(name)),
                }
                for name, table in found.tables.items()
            },
        }


def test_what_the_cabinet_settled_before_is_no_longer_called_delivered(tmp_path: Path) -> None:
    first_database(tmp_path)
    engine = engine_of(tmp_path / FILE_NAME)
    words = translate("Delivery", "{who} took over the figures of the cabinet.").format(who="anna")
    with engine.begin() as connection:
        for number, reason in ((2, words.dumps()), (3, None)):
            connection.execute(
                text(
                    "INSERT INTO deliveries (id, created_at, product_id, action, state, attempts, in_doubt,"
                    " reason, key, who) VALUES (:id, 1, 1, 'sold', 'delivered', 1, 0, :reason, :id, '')"
                ),
                {"id": number, "reason": reason},
            )
    upgrade(engine)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT state FROM deliveries ORDER BY id")).scalars().all()
    assert found == ["unknown", "corrected", "delivered"]
    engine.dispose()
