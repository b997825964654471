"""The listener: uvicorn with the receiver, on the engine's loop."""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING

import anyio
import anyio.to_thread

from app.domain.errors import InvalidValueError, ListenerError, SecretsError, StorageError
from app.domain.text import Text, translate
from app.marketplace.sender_checks import SenderChecks, SenderGate
from app.services.certificates import check_certificate
from app.services.engine_status import StatusBoard
from app.services.keeping import Inbox
from app.services.outside import LISTENING, OutsideWatch
from app.services.receiving import (
    ListenerSettings,
    bound_socket,
    free_port,
    is_port_trouble,
    listener_url,
    load_listener,
)
from app.services.refusals import RefusalLog
from app.services.sender_checks import load_checks
from app.services.shop import Shop
from app.services.status_views import Lamp

if TYPE_CHECKING:
    import uvicorn

    from app.marketplace.receiver import Receiver

RETRY_SECONDS = 5.0
STOP_SECONDS = 1
MOST_CONNECTIONS = 500


async def listen(
    shop: Shop, inbox: Inbox, board: StatusBoard, outside: OutsideWatch, refusals: RefusalLog
) -> None:
    """Listen until cancelled; why that cannot be is said, and it is tried again."""
    settings = await _settings(shop, board)
    if not settings.enabled:
        off = {"listener": Lamp.OFF, "listener_words": _OFF, "listener_address": "", "refused": None}
        board.set(**off, port_trouble=False, reach=None)
        await anyio.sleep_forever()
    while True:
        try:
            checks = await anyio.to_thread.run_sync(_checks, shop, settings)
            bound = bound_socket(settings.host, settings.port)
        except OSError as error:
            words = await anyio.to_thread.run_sync(_why_not, settings, error)
            _say_bad(board, words, port_trouble=True)
        except (SecretsError, InvalidValueError) as error:
            _say_bad(board, error.title)
        else:
            with bound:
                bound.listen()  # who posts from now on waits for the server instead of being refused
                _say_good(board, settings)
                gate = SenderGate(checks, refusals.count, shop.clock)
                await _serve(settings, inbox, bound, gate, outside)
        await anyio.sleep(RETRY_SECONDS)


def _checks(shop: Shop, settings: ListenerSettings) -> SenderChecks:
    """Whom to let in; raises where it is not sure: then nobody is."""
    if settings.certificate:
        check_certificate(settings.certificate, settings.key)
    return load_checks(shop, settings)


def _say_good(board: StatusBoard, settings: ListenerSettings) -> None:
    words, address = LISTENING.format(port=settings.port), listener_url(settings)
    board.set(listener=Lamp.GOOD, listener_words=words, listener_address=address, port_trouble=False)


def _say_bad(board: StatusBoard, words: Text, *, port_trouble: bool = False) -> None:
    board.set(listener=Lamp.BAD, listener_words=words, listener_address="", port_trouble=port_trouble)


async def _settings(shop: Shop, board: StatusBoard) -> ListenerSettings:
    """The saved settings, as soon as the database gives them: at the first use it also keeps a secret."""
    while True:
        try:
            return await anyio.to_thread.run_sync(load_listener, shop)
        except StorageError as error:
            _say_bad(board, error.title)
        await anyio.sleep(RETRY_SECONDS)


async def _serve(
    settings: ListenerSettings, inbox: Inbox, bound: socket.socket, gate: SenderGate, outside: OutsideWatch
) -> None:
    from app.marketplace.receiver import Receiver

    receiver = Receiver(
        settings.secret, settings.max_bytes, inbox.keep, gate=gate, own_tests=outside.own_tests
    )
    server = _server(settings, receiver, gate)

    async def serve() -> None:
        # Cancelling uvicorn would cut the answers in flight; it is asked to end instead.
        with anyio.CancelScope(shield=True):
            await server.serve([bound])

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(serve)
        try:
            await outside.run(settings)
        finally:
            receiver.stop()
            server.should_exit = True


def _server(settings: ListenerSettings, receiver: Receiver, gate: SenderGate) -> uvicorn.Server:
    import uvicorn

    from app.marketplace.head_limit import guarded

    config = uvicorn.Config(
        receiver,
        http=guarded(gate),
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=STOP_SECONDS,
        ssl_certfile=settings.certificate or None,
        ssl_keyfile=settings.key or None,
    )
    return uvicorn.Server(config)


_OFF = translate("Engine", "Events: off")


def _why_not(settings: ListenerSettings, error: OSError) -> Text:
    host, port = settings.host, settings.port
    try:
        free = free_port(host, port + 1 if is_port_trouble(error) else port)
    except ListenerError as failed:
        return failed.title
    if error.errno == errno.EADDRINUSE:
        words = translate("Engine", "Events: port {port} is in use by another program; {free} is free.")
    else:
        words = translate("Engine", "Events: Polka may not use port {port}; {free} is free.")
    return words.format(port=port, free=free)
