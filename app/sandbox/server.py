"""The sandbox over HTTP: the supplier's API, and the handles that tests and the demo pull."""

from __future__ import annotations

import asyncio
import html
import json
import random
import time
from collections.abc import AsyncIterator
from decimal import Decimal
from email.utils import formatdate
from typing import Any, ClassVar, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from app.sandbox.faults import API, DATED, ERRORS_AFTER, STATUSES, Faults, parse_fault
from app.sandbox.protocol import RESET
from app.sandbox.state import Marketplace, RefusedError
from app.sandbox.webhooks import WebhookPoster

API_PATH = "/api/v1/supplier/stock"
FOREVER = 3600.0
LOOK_EVERY = 0.05
HUGE_PARTS = 50
MEBIBYTE = 1024 * 1024
LATE = 5.0
Struck: TypeAlias = "dict[str, float | None]"


class Wanted(BaseModel):
    """What to sell or to take back on the site; anything that is left out is chosen."""

    EXAMPLE: ClassVar = '{"supplierProductId": "SS21CA2N", "size": "XL", "quantity": 1}'
    model_config = ConfigDict(strict=True, extra="forbid")

    article: str | None = Field(None, alias="supplierProductId")
    size: str | None = None
    quantity: int = Field(1, ge=1, le=1_000_000)


class WantedFaults(BaseModel):
    """How to misbehave from now on."""

    EXAMPLE: ClassVar = '{"faults": ["503:3"]}'
    model_config = ConfigDict(strict=True, extra="forbid")

    faults: list[str]


class SandboxServer:
    """Request handlers over one marketplace."""

    def __init__(self, marketplace: Marketplace, token: str, faults: Faults, poster: WebhookPoster) -> None:
        self.marketplace = marketplace
        self.token = token
        self.faults = faults
        self.poster = poster
        self.is_stopping = False
        self._rng = random.Random()
        self.app = Starlette(
            routes=[
                Route(API_PATH, self.api, methods=["POST", "OPTIONS"]),
                Route("/", self.page),
                Route("/state", self.state),
                Route("/sell", self.sell, methods=["POST"]),
                Route("/return", self.take_back, methods=["POST"]),
                Route("/faults", self.set_faults, methods=["POST"]),
            ]
        )

    async def api(self, request: Request) -> Response:
        """The supplier's API."""
        try:
            raw = await request.body()
        except ClientDisconnect:  # nobody waits for the answer any more, and nothing was applied
            return Response(status_code=400)
        if request.method == "OPTIONS":
            answer = Response(status_code=204, headers={"Allow": "POST, OPTIONS"})
            return self._unknown_token(request) or answer
        self.marketplace.receive(_key(request, raw))
        struck = self.faults.take(API)
        if not await self._pause(request, struck, "latency", 1.0):
            return _cut()
        instead = await self._silence(request, struck, "before") or _instead(request, struck)
        if (instead := instead or self._unknown_token(request)) is not None:
            return instead
        if "late" in struck:
            delay = LATE if struck["late"] is None else struck["late"]
            asyncio.get_running_loop().call_later(delay, self._apply, request, raw)
            return _reset(request)
        answer = self._apply(request, raw)
        return await self._silence(request, struck, "after") or _error_after(struck) or answer

    def _unknown_token(self, request: Request) -> Response | None:
        if request.headers.get("authorization") == f"Bearer {self.token}":
            return None
        return _error(401, "bad_token", "Неверный токен")

    async def _silence(self, request: Request, struck: Struck, when: str) -> Response | None:
        """What comes instead of an answer, `before` or `after` the action is applied."""
        if f"reset-{when}" in struck:
            return _reset(request)
        if f"cut-{when}" in struck or not await self._pause(request, struck, f"timeout-{when}", FOREVER):
            return _cut()
        return None

    async def _pause(self, request: Request, struck: Struck, name: str, usual: float) -> bool:
        """Wait if this fault has struck; whether the sender has waited too."""
        until = time.monotonic() + ((struck[name] or usual) if name in struck else 0.0)
        while time.monotonic() < until:
            if self.is_stopping or await request.is_disconnected():
                return False
            await asyncio.sleep(min(LOOK_EVERY, until - time.monotonic()))
        return True

    def _apply(self, request: Request, raw: bytes) -> Response:
        if not request.headers.get("content-type", "").startswith("application/json"):
            return _error(415, "bad_type", "Нужен application/json")
        try:
            body = json.loads(raw, parse_float=Decimal)
        except (ValueError, RecursionError):
            return _error(400, "bad_json", "Это не JSON")
        try:
            self.marketplace.apply(body, _key(request, raw))
        except RefusedError as error:
            return _error(error.status, error.code, error.message)
        return JSONResponse({"ok": True})

    async def state(self, request: Request) -> Response:
        """Everything as JSON."""
        return JSONResponse(self.marketplace.as_json())

    async def sell(self, request: Request) -> Response:
        """Sell something on the site."""
        return await self._move(request, sign=1)

    async def take_back(self, request: Request) -> Response:
        """Take something back on the site."""
        return await self._move(request, sign=-1)

    async def _move(self, request: Request, sign: int) -> Response:
        try:
            wanted = Wanted.model_validate_json(await request.body() or b"{}")
        except ValidationError:
            return _error(422, "bad_request", f"Ожидалось, например: {Wanted.EXAMPLE}")
        found = self.pick(wanted.article, wanted.size)
        if found is None:
            return _error(404, "not_found", "Такого товара или размера нет")
        return JSONResponse(self.move(*found, sign * wanted.quantity))

    def pick(self, article: str | None = None, size: str | None = None) -> tuple[str, str] | None:
        """The named size, or any that is in stock."""
        choices = [
            (product.article, one.value)
            for product in self.marketplace.products.values()
            for one in product.sizes.values()
            if article in {None, product.article}
            and size in {None, one.value}
            and (size is not None or one.stock > 0)
        ]
        return self._rng.choice(choices) if choices else None

    def move(self, article: str, size: str, pieces: int) -> dict[str, Any]:
        """Sell (positive) or take back (negative) and post the webhook."""
        body = self.marketplace.move_online(article, size, pieces)
        self.poster.post(body)
        return body

    async def set_faults(self, request: Request) -> Response:
        """`{"faults": ["503:3"]}` sets them; an empty list clears."""
        try:
            wanted = WantedFaults.model_validate_json(await request.body())
            self.faults.active = [parse_fault(text) for text in wanted.faults]
        except ValidationError:
            return _error(422, "bad_request", f"Ожидалось, например: {WantedFaults.EXAMPLE}")
        except ValueError as error:
            return _error(422, "bad_fault", str(error))
        return JSONResponse({"ok": True})

    async def page(self, request: Request) -> Response:
        """Its stock at a glance."""
        rows = "".join(
            f"<tr><td>{html.escape(p.article)}<td>{html.escape(p.title)}<td>{html.escape(p.price)}<td>"
            + ", ".join(f"{html.escape(s.value)}: <b>{s.stock}</b>" for s in p.sizes.values())
            for p in self.marketplace.products.values()
        )
        return HTMLResponse(
            "<!doctype html><meta charset=utf-8><meta http-equiv=refresh content=2>"
            "<title>Песочница</title><style>body{font:14px sans-serif;margin:24px}"
            "td{padding:4px 12px;border-bottom:1px solid #ddd}</style>"
            f"<h1>Песочница: остатки маркетплейса</h1><table>{rows}</table>"
        )


def _error(status: int, code: str, message: str) -> Response:
    return JSONResponse({"error": code, "message": message}, status_code=status)


def _key(request: Request, raw: bytes) -> str:
    """What tells deliveries apart."""
    return request.headers.get("idempotency-key") or raw.decode(errors="replace")


def _instead(request: Request, struck: Struck) -> Response | None:
    """An answer that a fault gives in place of the right one; nothing is applied."""
    for name in (STATUSES | DATED) & struck.keys():
        return _status(name, struck[name])
    if "huge" in struck:
        return StreamingResponse(_huge(request), media_type="application/json")
    if "html" in struck:
        return HTMLResponse("<html><body><h1>Bad gateway</h1><pre>Traceback …</pre>", 500)
    if "error-text" in struck:
        return JSONResponse({"error": "internal", "message": "Не получилось"})
    return None


def _status(name: str, seconds: float | None) -> Response:
    """An error answer; `Retry-After` where the fault has a value, and with 429 always."""
    status, _, form = name.partition("-")
    headers = {"Location": "/elsewhere"} if status.startswith("3") else {}
    if form == "date":
        headers["Retry-After"] = formatdate(time.time() + (seconds or 1.0), usegmt=True)
    elif seconds is not None or status == "429":
        headers["Retry-After"] = str(int(seconds or 1))
    return JSONResponse({"error": "fault"}, status_code=int(status), headers=headers)


def _error_after(struck: Struck) -> Response | None:
    """An error of the server after it has applied the action."""
    for name in ERRORS_AFTER & struck.keys():
        return _status(name.partition("-")[0], None)
    return None


def _reset(request: Request) -> Response:
    """The connection is gone without a byte of an answer."""
    request.scope["extensions"][RESET]["now"]()
    return Response()


def _cut() -> Response:
    """An answer that breaks off after its head: its length is promised and never comes."""
    return StreamingResponse(_broken(), media_type="application/json", headers={"Content-Length": "1000"})


async def _broken() -> AsyncIterator[bytes]:
    yield b"{"
    raise ConnectionAbortedError


async def _huge(request: Request) -> AsyncIterator[bytes]:
    for _ in range(HUGE_PARTS):
        if await request.is_disconnected():
            return
        yield b" " * MEBIBYTE
