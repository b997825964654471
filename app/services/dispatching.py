"""Running the sender with the saved connection, and saying how the marketplace answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import anyio
import anyio.to_thread

from app.domain.delivery import COUNTS_AS_FAILURE, PAUSES_CONNECTION
from app.domain.errors import PolkaError
from app.domain.text import translate
from app.marketplace.outcome import Answer
from app.services.connection import effective_connection
from app.services.engine_status import StatusBoard
from app.services.rate import RateLimit
from app.services.sending import Sender
from app.services.shop import Shop
from app.services.views import Lamp


async def keep_sending(
    shop: Shop, board: StatusBoard, on_sender: Callable[[Callable[[], None]], None]
) -> None:
    """Send until cancelled. Without address or token wait for them. `on_sender` gets the way to wake."""
    try:
        settings, token = await anyio.to_thread.run_sync(effective_connection, shop)
    except PolkaError as error:
        board.set(marketplace=Lamp.BAD, marketplace_words=error.title)
        await anyio.sleep_forever()
        return
    if not settings.url or not token:
        board.set(marketplace=Lamp.OFF, marketplace_words=_NOT_CONNECTED)
        await anyio.sleep_forever()
        return
    from app.marketplace.client import MarketplaceClient

    board.set(marketplace=Lamp.WORKING, marketplace_words=_NOT_ASKED)
    async with MarketplaceClient(settings.url, token, settings.proxy) as client:
        sender = Sender(
            shop,
            client,
            settings.dialect,
            RateLimit(settings.rate_per_second),
            answered=partial(_tell, board),
        )
        on_sender(sender.wake)
        await sender.run()


def _tell(board: StatusBoard, answer: Answer) -> None:
    if answer.outcome in PAUSES_CONNECTION:
        board.set(marketplace=Lamp.BAD, marketplace_words=_REFUSES)
    elif answer.outcome in COUNTS_AS_FAILURE:
        busy = answer.status is not None
        words = _BUSY if busy else _SILENT
        board.set(marketplace=Lamp.WARNING, marketplace_words=words)
    else:
        board.set(marketplace=Lamp.GOOD, marketplace_words=_ONLINE)


_NOT_CONNECTED = translate("Engine", "Marketplace: not connected")
_NOT_ASKED = translate("Engine", "Marketplace: nothing sent yet")
_ONLINE = translate("Engine", "Marketplace: online")
_BUSY = translate("Engine", "Marketplace: busy, trying again")
_SILENT = translate("Engine", "Marketplace: no answer, trying again")
_REFUSES = translate("Engine", "Marketplace: refuses, see Settings")
