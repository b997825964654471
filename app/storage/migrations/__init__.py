"""Migrations of the database, run by alembic without a configuration file."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine


def configuration() -> Config:
    """Where the scripts are."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


def head() -> str | None:
    """The newest script."""
    return ScriptDirectory.from_config(configuration()).get_current_head()


def upgrade(engine: Engine, to: str = "head") -> None:
    """Run every script that the database has not seen, up to a revision."""
    config = configuration()
    with engine.connect() as connection, connection.execution_options(polka_begin="IMMEDIATE").begin():
        config.attributes["connection"] = connection
        command.upgrade(config, to)
