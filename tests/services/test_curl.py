"""A delivery as a command for support."""

from __future__ import annotations

import shlex
from dataclasses import replace

from app.domain.action import Action
from app.domain.dialect import Dialect
from app.services.editing import queue_action
from app.services.outbox import as_curl, delivery_details
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from tests.services.support import add_simple_product


def test_the_command_is_the_request_without_the_token(shop: Shop) -> None:
    settings = ConnectionSettings(url="https://marketplace.example/api")
    save_connection(shop, settings)
    add_simple_product(shop, "A1", {"S": 2})
    (number,) = queue_action(shop, "A1", Action.SOLD, {"S": 1}, None, "anna")
    details = delivery_details(shop, number)
    assert details is not None
    parts = shlex.split(as_curl(shop, details))
    assert "Authorization: Bearer ***" in parts
    assert f"Idempotency-Key: {details.key}" in parts
    assert parts[-1] == details.preview

    save_connection(shop, replace(settings, dialect=Dialect(idempotency_key=False)))
    assert "Idempotency-Key" not in as_curl(shop, details)
