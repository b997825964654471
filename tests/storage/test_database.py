"""The database under real conditions: locked, broken, full, newer, unwritable."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.errors import DatabaseLockedError, StorageError
from app.services.backup import back_up
from app.services.shop import Shop
from app.storage import database
from app.storage.database import HEAD, Database
from app.storage.migrations import head
from tests.ground import fill, limited_files, locked_by_another_program, small_disk

OPEN = """
import sys
import threading
from pathlib import Path
from app.services.shop import Shop
shop = Shop(Path(sys.argv[1]))
sys.stdin.read()
shop.open()
shop.save_setting(sys.argv[2], 1)
shop.close()
"""


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


@pytest.mark.parametrize("damage", ["overwritten", "half", "head"])
def test_a_damaged_database_is_left_alone_and_a_copy_can_be_put_back(shop: Shop, damage: str) -> None:
    shop.save_setting("x", "before")
    copy = back_up(shop)
    shop.close()
    path = shop.folder / "polka.db"
    whole = path.read_bytes()
    broken = {
        "overwritten": whole[:4096] + b"\xa5" * 8192 + whole[4096 + 8192 :],
        "half": whole[: len(whole) // 2],
        "head": whole[:1000],
    }[damage]
    path.write_bytes(broken)
    with pytest.raises(StorageError, match="damaged") as refused:
        shop.open()
    assert "backups" in str(refused.value.advice)
    assert path.read_bytes() == broken
    shutil.copy(copy, path)
    shop.open()
    assert shop.load_setting("x") == "before"


def test_damage_that_shows_only_while_reading_is_a_sentence_too(shop: Shop) -> None:
    shop.save_setting("x", "y" * 200_000)  # goes into pages of its own
    with shop.database.read() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    shop.close()
    with (shop.folder / "polka.db").open("r+b") as file:
        file.seek((pages - 4) * 4096)
        file.write(b"\xff" * 4096 * 4)
    shop.open()
    with pytest.raises(StorageError, match="damaged"):
        shop.load_setting("x")
    assert shop.database.problems() != []


def test_a_text_that_is_none_is_damage_too(shop: Shop) -> None:
    with shop.database.write() as connection:
        connection.execute(text("INSERT INTO settings VALUES ('x', CAST(x'ff' AS TEXT))"))
    with pytest.raises(StorageError, match="damaged"):
        shop.load_setting("x")


def test_a_sound_database_has_no_problems(shop: Shop) -> None:
    assert shop.database.problems() == []


def test_a_newer_database_is_refused(shop: Shop) -> None:
    with shop.database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageError, match="newer") as refused:
        Database(shop.folder).open()
    assert "nothing was changed" in str(refused.value.advice)
    assert not (shop.folder / "backups").exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="may not write"):
        Database(tmp_path / "file" / "folder").open()


def test_a_database_locked_by_another_program_is_said(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.save_setting("x", 1)
    shop.close()
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 0.1)
    shop.open()
    with locked_by_another_program(shop.database.path):
        with pytest.raises(StorageError, match="Another program"):
            shop.save_setting("x", 2)
        assert shop.load_setting("x") == 1
    shop.save_setting("x", 3)
    assert shop.load_setting("x") == 3


def test_a_database_that_is_locked_while_it_is_opened_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 0.1)
    with closing(sqlite3.connect(tmp_path / "polka.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError, match="Another program"):
            Database(tmp_path).open()


def test_two_programs_may_make_the_same_folder_at_once(tmp_path: Path) -> None:
    folder, root = tmp_path / "shop", Path(__file__).parents[2]
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, str(folder), name],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
        for name in ("first", "second")
    ]
    ends = [program.communicate(timeout=30) for program in programs]
    assert [program.returncode for program in programs] == [0, 0], ends
    shop = Shop(folder)
    shop.open()
    assert (shop.load_setting("first"), shop.load_setting("second")) == (1, 1)
    shop.close()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    with small_disk(tmp_path / "disk") as folder:
        yield folder


def test_a_full_disk_loses_nothing_that_was_saved(disk: Path) -> None:
    shop = Shop(disk / "shop")
    shop.open()
    shop.save_setting("x", "before")
    filler = fill(disk)
    for value in ("y" * 100_000, "small"):
        with pytest.raises(StorageError, match="The disk is full"):
            shop.save_setting("x", value)
        assert shop.load_setting("x") == "before"
    shop.close()
    shop.open()
    assert shop.load_setting("x") == "before"
    filler.unlink()
    shop.save_setting("x", "after")
    assert shop.load_setting("x") == "after"
    shop.close()


def test_nothing_half_done_is_left_on_a_full_disk(disk: Path) -> None:
    shop = Shop(disk / "shop")
    shop.open()
    filler = fill(disk)
    with pytest.raises(StorageError, match="The disk is full"):
        back_up(shop)
    assert list((disk / "shop" / "backups").iterdir()) == []
    with pytest.raises(StorageError, match="The disk is full"):
        Shop(disk / "other").open()
    filler.unlink()
    with closing(sqlite3.connect(back_up(shop))) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    shop.close()
    other = Shop(disk / "other")
    other.open()
    other.close()


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such limit")
def test_where_a_file_may_not_grow_the_disk_is_called_full(shop: Shop) -> None:
    shop.save_setting("x", "before")
    with limited_files(), pytest.raises(StorageError, match="The disk is full"):
        shop.save_setting("x", "after")
    assert shop.load_setting("x") == "before"
    shop.save_setting("x", "after")
    assert shop.load_setting("x") == "after"


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody may write there; root would not be held back by mere permissions."""
    if os.getuid() == 0:
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    else:
        folder.chmod(0o500)
    yield
    if os.getuid() == 0:
        subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)
    else:
        folder.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="its permissions are of another kind")
def test_a_folder_that_may_only_be_read_is_said(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue("disk") if os.getuid() == 0 else tmp_path / "disk"
    shop = Shop(folder / "shop")
    shop.open()
    shop.save_setting("x", 1)
    shop.close()
    with read_only(folder if os.getuid() == 0 else folder / "shop"):
        for closed in (shop, Shop(folder / "shop" / "new")):
            with pytest.raises(StorageError, match="may not write") as refused:
                closed.open()
            assert "--data" in str(refused.value.advice)
    shop.open()
    assert shop.load_setting("x") == 1
    shop.close()


def test_long_work_gives_way_to_who_was_turned_away_until_that_one_has_written(tmp_path: Path) -> None:
    found = Database(tmp_path)
    found.open()
    order: list[str] = []

    def come_again() -> None:
        with found.write(patient=False):
            order.append("who was turned away")

    with found.write(), pytest.raises(DatabaseLockedError), found.write(patient=False):
        pass
    again = threading.Timer(0.01, come_again)
    again.start()
    found.give_way()
    with found.write():
        order.append("long work")
    again.join()
    found.close()
    assert order == ["who was turned away", "long work"]
