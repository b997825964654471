"""The SQLite file: how it is opened, read and written, and what its errors mean to a person."""

from __future__ import annotations

import errno
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError

from app.domain.errors import DatabaseLockedError, PolkaError, StorageError
from app.domain.text import translate

HEAD = "0010"
"""The newest migration; a test holds it equal to the scripts."""

BUSY_TIMEOUT = 5.0
"""Seconds to wait for another program that writes."""

LONGEST_WAY = 0.05
"""Seconds that `give_way` waits for one who may have given up."""

LEAST_SPACE = 64 * 1024
"""Where so many bytes cannot be written beside it, SQLite's “I/O error” means a full disk."""

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""The disk is full, or a quota or the longest file that is allowed is reached."""

FILE_NAME = "polka.db"


class Database:
    """One SQLite file in WAL mode. Readers never wait; writers take turns."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self.commits = 0
        self._nobody_waits = threading.Event()
        self._nobody_waits.set()
        self._engine: Engine | None = None

    def open(self, upgrading: Callable[[], object] = lambda: None) -> None:
        """Make the folder and the file where they are missing and bring an older file up to date.

        `upgrading` is called before the latter: a long log takes a minute.
        Raises `StorageError` where that is not possible.
        """
        with _errors_as_sentences(self.path):
            self.folder.mkdir(parents=True, exist_ok=True)
            engine = _engine(self.path)
            try:
                self._bring_up_to_date(engine, upgrading)
            except BaseException:
                engine.dispose()
                raise
        self._engine = engine

    def close(self) -> None:
        """Close every connection; what was committed is on disk."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one moment of the database."""
        with _errors_as_sentences(self.path), self._opened.connect() as connection:
            yield connection

    @contextmanager
    def write(self, *, patient: bool = True) -> Iterator[Connection]:
        """A transaction that holds the write lock from its start; committed at the end.

        Raises `DatabaseLockedError` where somebody else writes: after `BUSY_TIMEOUT`, or at once. Who is
        told so at once comes again in a moment, and `give_way` waits for that.
        """
        if not patient:
            self._nobody_waits.clear()
        with _errors_as_sentences(self.path), self._opened.connect() as connection:
            with (
                nullcontext() if patient else _no_patience(connection),
                connection.execution_options(polka_begin="IMMEDIATE").begin(),
            ):
                yield connection
            self.commits += 1
        if not patient:
            self._nobody_waits.set()

    def give_way(self) -> None:
        """Between two transactions of a long piece of work: let go first who cannot wait for a lock."""
        self._nobody_waits.wait(LONGEST_WAY)

    def backup(self, target: Path) -> None:
        """Write a whole copy to `target`, or none, while others go on reading and writing."""
        part = target.with_name(f"{target.name}.part")
        with _errors_as_sentences(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                with (
                    closing(sqlite3.connect(self.path)) as source,
                    closing(sqlite3.connect(part)) as copy,
                ):
                    source.backup(copy)
                part.replace(target)
            finally:
                part.unlink(missing_ok=True)

    @property
    def _opened(self) -> Engine:
        if self._engine is None:
            message = "the database is not open"
            raise RuntimeError(message)
        return self._engine

    def _bring_up_to_date(self, engine: Engine, upgrading: Callable[[], object]) -> None:
        with engine.connect() as connection:
            version = _version(connection)
        if version == HEAD:
            return
        if version is not None and version > HEAD:
            raise StorageError(
                translate("Storage", "These data were written by a newer Polka."),
                translate("Storage", "Install the newest version; nothing was changed."),
            )
        if version is not None:
            upgrading()
            self.backup(self.folder / "backups" / f"before-{HEAD}-{time.strftime('%Y%m%d-%H%M%S')}.db")
        # alembic takes 0.3 s to import and is rarely needed.
        from app.storage.migrations import upgrade

        upgrade(engine)

    def problems(self) -> list[str]:
        """What SQLite itself finds wrong with the file; empty where it is sound."""
        with self.read() as connection:
            found = connection.execute(text("PRAGMA quick_check")).scalars().all()
        return [] if found == ["ok"] else [str(line) for line in found]


class Watcher:
    """Tells whether the file has changed since it was last asked, whoever wrote."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT, check_same_thread=False)

    def version(self) -> int:
        """A number that changes with every commit of another connection."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close its connection."""
        self._connection.close()


def _version(connection: Connection) -> str | None:
    known = text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")
    if connection.execute(known).first() is None:
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_TIMEOUT})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver's own BEGIN comes late and is always deferred; `_begin` sends the right one.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    kind = connection.get_execution_options().get("polka_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")


@contextmanager
def _no_patience(connection: Connection) -> Iterator[None]:
    driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        driver.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT * 1000:.0f}")


@contextmanager
def _errors_as_sentences(path: Path) -> Iterator[None]:
    try:
        yield
    except PolkaError:
        raise
    except DatabaseError as error:
        cause = error.orig
        if isinstance(cause, sqlite3.Error) and (sentence := _sentence(cause, path)):
            raise sentence from error
        raise
    except sqlite3.Error as error:
        if sentence := _sentence(error, path):
            raise sentence from error
        raise
    except OSError as error:
        raise (_full() if error.errno in NO_SPACE else _cannot_write(path)) from error


def _sentence(error: sqlite3.Error, path: Path) -> StorageError | None:
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return DatabaseLockedError(
            translate("Storage", "Another program holds the database."),
            translate("Storage", "Close it, or wait a little, and try again. Nothing was lost."),
        )
    if primary == sqlite3.SQLITE_FULL or (primary == sqlite3.SQLITE_IOERR and _has_no_space(path)):
        return _full()
    # The driver itself finds texts that are none, and has no code for it.
    is_no_text = code is None and str(error).startswith("Could not decode to UTF-8")
    if is_no_text or primary in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
        return StorageError(
            translate("Storage", "The file {path} is damaged or is not Polka's.").format(path=path),
            translate("Storage", "Restore a copy from the folder “backups”; Polka changed nothing."),
        )
    if primary in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR}:
        return _cannot_write(path)
    return None


def _has_no_space(path: Path) -> bool:
    """Tried, because SQLite does not tell why, and what the disk has free says nothing about a quota."""
    try:
        with TemporaryFile(dir=path.parent, buffering=0) as probe:
            probe.write(bytes(LEAST_SPACE))
            return probe.tell() < LEAST_SPACE
    except OSError as error:
        return error.errno in NO_SPACE


def _full() -> StorageError:
    return StorageError(
        translate("Storage", "The disk is full; this was not saved."),
        translate("Storage", "Free some space and try again. What was saved before is safe."),
    )


def _cannot_write(path: Path) -> StorageError:
    return StorageError(
        translate("Storage", "Polka may not write to {path}.").format(path=path),
        translate("Storage", "Allow writing there, or start Polka with another folder (--data)."),
    )
