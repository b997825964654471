"""The connection's settings as they are kept in the database; the token is not among them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning
from app.services.shop import Shop
from app.services.views import Change
from app.storage import settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

CONNECTION = "connection"
CALIBRATION = "calibration"
"""What a calibration established about the marketplace at this address; another one knows nothing of it."""

DEFAULT_RATE = 5.0


@dataclass(frozen=True, slots=True)
class ConnectionSettings:
    """Where the marketplace is and how it speaks. `rate_per_second` None: no limit."""

    url: str = ""
    dialect: Dialect = field(default_factory=Dialect)
    rate_per_second: float | None = DEFAULT_RATE
    proxy: str = ""
    plain_http_confirmed: bool = False


def load_connection(shop: Shop) -> ConnectionSettings:
    """The settings as saved, or the defaults."""
    with shop.database.read() as connection:
        return read_connection(connection)


def read_connection(connection: Connection) -> ConnectionSettings:
    """The same inside a transaction."""
    stored: dict[str, Any] | None = settings.load(connection, CONNECTION)
    if stored is None:
        return ConnectionSettings()
    dialect = stored.pop("dialect")
    dialect["count"] = CountMeaning(dialect["count"])
    dialect["sold_count"] = SoldCountMeaning(dialect["sold_count"])
    return ConnectionSettings(dialect=Dialect(**dialect), **stored)


def save_connection(shop: Shop, connected: ConnectionSettings) -> None:
    """Keep the settings; for another address the calibration is forgotten."""
    with shop.database.write() as connection:
        write_connection(connection, connected)
    shop.changes.publish(Change(settings=True))


def write_connection(connection: Connection, connected: ConnectionSettings) -> None:
    """The same inside a transaction."""
    if connected.url != read_connection(connection).url:
        settings.save(connection, CALIBRATION, None)
    settings.save(connection, CONNECTION, asdict(connected))


def save_address(shop: Shop, url: str, *, plain_http_confirmed: bool) -> None:
    """Keep where the marketplace is; how it speaks stays as it is."""
    with shop.database.write() as connection:
        before = read_connection(connection)
        after = replace(before, url=url, plain_http_confirmed=plain_http_confirmed)
        write_connection(connection, after)
    shop.changes.publish(Change(settings=True))


def save_dialect(shop: Shop, dialect: Dialect, rate_per_second: float | None) -> None:
    """Keep how the marketplace speaks, and how fast it may be spoken to."""
    with shop.database.write() as connection:
        before = read_connection(connection)
        write_connection(connection, replace(before, dialect=dialect, rate_per_second=rate_per_second))
    shop.changes.publish(Change(settings=True))


def load_dialect(shop: Shop) -> Dialect:
    """How this marketplace reads and writes the fields."""
    return load_connection(shop).dialect
