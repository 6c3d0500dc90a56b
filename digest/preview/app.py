"""The desk as a web application: its page, the API under it, the email's views, and the stream of events."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from digest.errors import DigestError
from digest.preview import api, departures, views
from digest.preview.guard import Address, Guard
from digest.preview.live import Live

STATIC = Path(__file__).parent / "static"


def desk(live: Live, address: Address, token: str) -> ASGIApp:
    """The application, behind its guard; it keeps up with the files while it runs."""

    @asynccontextmanager
    async def keeping_up(_: Starlette) -> AsyncIterator[None]:
        ready = asyncio.Event()
        running = asyncio.create_task(live.run(ready))
        await ready.wait()
        yield
        live.close()
        await running

    app = Starlette(
        routes=[
            Route("/", lambda _: FileResponse(STATIC / "index.html")),
            Route(
                "/events", lambda _: StreamingResponse(live.events.listen(), media_type="text/event-stream")
            ),
            *api.routes(live),
            *departures.routes(live),
            *views.routes(live.workshop),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        exception_handlers={HTTPException: _refused, DigestError: _mended},
        lifespan=keeping_up,
    )
    return Guard(app, address, token)


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - it is what we are asked to handle
    return _told(error.detail, error.status_code)


def _mended(_: Request, error: Exception) -> Response:
    """What an editor asked for cannot be done; the message says what to do next."""
    return _told(str(error), HTTPStatus.UNPROCESSABLE_ENTITY)


def _told(message: str, status: int) -> Response:
    return Response(msgspec.json.encode({"message": message}), status, media_type="application/json")
