"""The database under real conditions: locked, broken, full, newer, unwritable."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.errors import StorageError
from app.services.shop import Shop
from app.storage import database, settings
from app.storage.database import HEAD, Database
from app.storage.migrations import head


def test_the_newest_migration_is_the_one_the_program_expects() -> None:
    assert head() == HEAD


def test_what_was_saved_is_there_after_a_restart(shop: Shop) -> None:
    shop.save_setting("colour", {"a": [1, "ы"]})
    shop.close()
    shop.open()
    assert shop.load_setting("colour") == {"a": [1, "ы"]}


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "polka.db").write_bytes(b"garbage" * 1000)
    with pytest.raises(StorageError, match="damaged"):
        Database(tmp_path).open()
    assert (tmp_path / "polka.db").read_bytes() == b"garbage" * 1000


def test_a_newer_database_is_refused(shop: Shop) -> None:
    with shop.database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageError, match="newer"):
        Database(shop.folder).open()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="may not write"):
        Database(tmp_path / "file" / "folder").open()


def test_a_database_locked_by_another_program_is_said(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.close()
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 0.1)
    shop.open()
    with closing(sqlite3.connect(shop.database.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="Another program"):
            shop.save_setting("x", 1)
        other.rollback()
    shop.save_setting("x", 2)
    assert shop.load_setting("x") == 2


def test_a_full_disk_loses_nothing_that_was_saved(shop: Shop) -> None:
    shop.save_setting("x", "before")
    with pytest.raises(StorageError, match="full"), shop.database.write() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        settings.save(connection, "big", "y" * 1_000_000)
    shop.close()
    shop.open()
    assert shop.load_setting("x") == "before"
    assert shop.load_setting("big") is None
