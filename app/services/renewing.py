"""A new address and a new token: saved, used from then on, and tried with what was held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services import proof
from app.services.connection import save_token
from app.services.pausing import resume
from app.services.settings import ConnectionSettings, save_address
from app.services.shop import Shop

if TYPE_CHECKING:
    from app.services.engine import Engine


def renew_connection(
    shop: Shop,
    engine: Engine,
    settings: ConnectionSettings,
    token: str,
    *,
    session_only: bool,
    is_good: bool,
) -> None:
    """Save both; where the check found them good, go on with what a refusal holds.

    The engine takes them before anything is released: the old ones would be refused once more.
    Raises `SecretsError` where the token cannot be kept.
    """
    proof.note_change(shop, settings.url, token)
    save_address(shop, settings.url, plain_http_confirmed=settings.plain_http_confirmed)
    save_token(shop, token, session_only=session_only)
    engine.reload_connection()
    if is_good:
        resume(shop)
