"""What the page asks and says yes to on an issue's way out, as JSON under /api/.

Mail servers and providers answer in their own time, so all of it is done in threads: edits and events go on.
"""

import asyncio
from collections.abc import Callable
from urllib.parse import quote

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from digest.preview.api import Endpoint, answer
from digest.preview.bodies import json_body
from digest.preview.live import Live
from digest.preview.sendoff import SendOff
from digest.report import Json


class To(Struct, frozen=True):
    """Whom a proof is for, as typed."""

    to: str


class At(Struct, frozen=True):
    """The provider that is wanted."""

    provider: str


class Yes(Struct, frozen=True):
    """A yes to what was shown with a ticket."""

    ticket: str
    overwrite: bool = False


def routes(live: Live) -> list[Route]:
    """The addresses of proof and hand-off."""
    desk = _Departures(live)
    changing: dict[str, Endpoint] = {
        "proof/prepare": desk.show_proof,
        "proof/send": desk.send_proof,
        "handoff/prepare": desk.show_plan,
        "handoff/go": desk.hand_over,
    }
    return [
        Route("/api/sendoff", desk.outlets, methods=["GET"]),
        Route("/out/kit.zip", desk.kit, methods=["GET"]),
        *(Route(f"/api/{path}", endpoint, methods=["POST"]) for path, endpoint in changing.items()),
    ]


class _Departures:
    def __init__(self, live: Live) -> None:
        self._live = live
        self._sendoff = SendOff(live.workshop)

    async def outlets(self, _: Request) -> Response:
        return await self._told(self._sendoff.outlets)

    async def show_proof(self, request: Request) -> Response:
        asked = await json_body(request, To)
        return await self._told(lambda: self._sendoff.show_proof(asked.to))

    async def send_proof(self, request: Request) -> Response:
        said = await json_body(request, Yes)
        return await self._told(lambda: self._sendoff.send_proof(said.ticket))

    async def show_plan(self, request: Request) -> Response:
        asked = await json_body(request, At)
        return await self._told(lambda: self._sendoff.show_plan(asked.provider))

    async def hand_over(self, request: Request) -> Response:
        said = await json_body(request, Yes)
        return await self._told(lambda: self._sendoff.hand_over(said.ticket, overwrite=said.overwrite))

    async def kit(self, _: Request) -> Response:
        await self._live.refresh()
        name, content = await asyncio.to_thread(self._sendoff.kit)
        headers = {"content-disposition": f"attachment; filename*=utf-8''{quote(name)}"}
        return Response(content, media_type="application/zip", headers=headers)

    async def _told(self, work: Callable[[], Json]) -> Response:
        """Does it on the files as they are by now, which the watcher may not have come to see yet."""
        await self._live.refresh()
        return answer(await asyncio.to_thread(work))
