"""The connection's settings as they are kept in the database; the token is not among them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning
from app.services.shop import Shop

CONNECTION = "connection"
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
    stored: dict[str, Any] | None = shop.load_setting(CONNECTION)
    if stored is None:
        return ConnectionSettings()
    dialect = stored.pop("dialect")
    dialect["count"] = CountMeaning(dialect["count"])
    dialect["sold_count"] = SoldCountMeaning(dialect["sold_count"])
    return ConnectionSettings(dialect=Dialect(**dialect), **stored)


def save_connection(shop: Shop, connection: ConnectionSettings) -> None:
    """Keep the settings."""
    shop.save_setting(CONNECTION, asdict(connection))


def load_dialect(shop: Shop) -> Dialect:
    """How this marketplace reads and writes the fields."""
    return load_connection(shop).dialect
