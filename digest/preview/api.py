"""What the page asks and sends, as JSON under /api/."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from http import HTTPStatus
from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from digest.errors import DigestError
from digest.preview import told
from digest.preview.bodies import body, json_body
from digest.preview.changes import Wanted, refusal
from digest.preview.events import Kind
from digest.preview.live import Live
from digest.preview.outbox import put_out
from digest.preview.tray import Arrival
from digest.preview.workshop import Edition
from digest.report import Json
from digest.sources.capture import LIMIT

Endpoint = Callable[[Request], Awaitable[Response]]


def routes(live: Live) -> list[Route]:
    """The addresses of the API."""
    desk = _Api(live)
    reading: dict[str, Endpoint] = {
        "state": desk.state,
        "story/{slug}": desk.story,
        "check": desk.check,
        "suggestions": desk.suggestions,
    }
    changing: dict[str, Endpoint] = {
        "edit": desk.edit,
        "undo": desk.undo,
        "redo": desk.redo,
        "capture": desk.capture,
        "open-folder": desk.open_folder,
    }
    return [
        *(Route(f"/api/{path}", endpoint, methods=["GET"]) for path, endpoint in reading.items()),
        *(Route(f"/api/{path}", endpoint, methods=["POST"]) for path, endpoint in changing.items()),
    ]


def answer(value: Any, status: int = HTTPStatus.OK) -> Response:
    """A value as JSON."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")


class _Api:
    def __init__(self, live: Live) -> None:
        self._live = live

    async def state(self, _: Request) -> Response:
        live = self._live
        shown = await asyncio.to_thread(told.state, live.workshop, live.events.version, theming=live.theming)
        return answer({**shown, **await asyncio.to_thread(live.changes.state)})

    async def story(self, request: Request) -> Response:
        slug = request.path_params["slug"]
        found = await asyncio.to_thread(told.story, self._edition().issue, slug)
        if found is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, f'there is no story "{slug}" in this issue')
        return answer(found)

    async def check(self, request: Request) -> Response:
        """Every check, run now on the files as they are."""
        await self._live.refresh()
        await self._live.inspect()
        return await self.state(request)

    async def suggestions(self, _: Request) -> Response:
        return answer(await asyncio.to_thread(told.proposed, self._edition().issue))

    async def edit(self, request: Request) -> Response:
        wanted = await json_body(request, Wanted)
        return await self._changed(partial(self._live.changes.make, wanted))

    async def undo(self, _: Request) -> Response:
        return await self._changed(self._live.changes.undo)

    async def redo(self, _: Request) -> Response:
        return await self._changed(self._live.changes.redo)

    async def capture(self, request: Request) -> Response:
        """Takes an article to be looked at: JSON, or with `?name=` a file as it is."""
        tray = self._live.changes.tray
        if name := request.query_params.get("name"):
            take = partial(tray.take_file, name, await body(request, LIMIT))
        else:
            take = partial(tray.take, await json_body(request, Arrival, LIMIT))
        brought, article = await asyncio.to_thread(take)
        return answer({"tray": brought, "source": told.source(article), "article": told.read(article)})

    async def open_folder(self, _: Request) -> Response:
        return answer(await asyncio.to_thread(put_out, self._edition()))

    async def _changed(self, change: Callable[[], Json]) -> Response:
        """Makes a change and shows it, before the watcher comes to see it."""
        try:
            made = await asyncio.to_thread(change)
        except DigestError as error:
            return answer(*refusal(error))
        await self._live.refresh()
        self._live.events.tell(Kind.EDIT)
        return answer(made)

    def _edition(self) -> Edition:
        if self._live.workshop.edition is None:
            raise HTTPException(
                HTTPStatus.CONFLICT, "there is no version of this issue yet that can be shown"
            )
        return self._live.workshop.edition
