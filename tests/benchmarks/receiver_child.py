"""A listener that keeps nothing: a starlette application that answers 200. Prints its address."""

from __future__ import annotations

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from app.services.receiving import bound_socket


async def answer(request: Request) -> JSONResponse:
    await request.body()
    return JSONResponse({"ok": True})


bound = bound_socket("127.0.0.1", 0)
print(f"http://127.0.0.1:{bound.getsockname()[1]}/h/secret", flush=True)
application = Starlette(routes=[Route("/h/{secret}", answer, methods=["POST"])])
config = uvicorn.Config(application, log_config=None, access_log=False, lifespan="off")
uvicorn.Server(config).run(sockets=[bound])
