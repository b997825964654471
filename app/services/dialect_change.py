"""What a change of the dialect would do to the deliveries that have not ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.dialect import Dialect
from app.domain.dialect_change import OnTheWay, change_notice
from app.domain.text import Text
from app.services.settings import read_connection
from app.services.shop import Shop
from app.storage import deliveries

_NOT_SENT = (State.QUEUED, State.WAITING, State.HELD)


def what_changes(shop: Shop, dialect: Dialect) -> tuple[Text, ...]:
    """Sentences to tell before this dialect is saved; none where it touches no delivery."""
    with shop.database.read() as connection:
        old, rows = read_connection(connection).dialect, deliveries.open_kinds(connection)

    def count(is_meant: Callable[[Any], bool]) -> int:
        return sum(row.number for row in rows if is_meant(row))

    return change_notice(
        old,
        dialect,
        OnTheWay(
            stock=count(lambda row: _is_unsent(row) and row.action != Action.PRICE),
            sold=count(lambda row: _is_unsent(row) and row.action == Action.SOLD),
            prices=count(lambda row: _is_unsent(row) and row.action == Action.PRICE),
            sending=count(lambda row: row.state == State.SENDING),
            doubtful=count(lambda row: _is_doubtful(row) and row.action != Action.PRICE),
            doubtful_prices=count(lambda row: _is_doubtful(row) and row.action == Action.PRICE),
            unknown=count(lambda row: row.state == State.UNKNOWN),
        ),
    )


def _is_unsent(row: Any) -> bool:
    return row.state in _NOT_SENT and not row.in_doubt


def _is_doubtful(row: Any) -> bool:
    return row.state in _NOT_SENT and row.in_doubt
