"""The desk served: an address, a key for this run, and the editor's browser opened on it."""

import secrets
import socket
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType

import uvicorn

from digest.errors import UsageError
from digest.preview.app import desk
from digest.preview.guard import Address
from digest.preview.live import Live
from digest.preview.outbox import has_screen
from digest.preview.workshop import Workshop
from digest.sources.capture import Take, capture

HOST, PORT = "127.0.0.1", 8710
_LAST_PORT = 65535
_TRIED = 20  # ports after the usual one, before the system picks


def serve(
    folder: Path, asked: Address | None, tell: Callable[[str], None], *, browser: bool, take: Take = capture
) -> None:
    """Serves the desk of an issue folder until it is interrupted; `tell` is given its address.

    `take` fetches the articles that an editor brings by their address.

    Raises UsageError when the address asked for cannot be had.
    """
    bound = _bound(asked) if asked else _free()
    address = Address(asked.host if asked else HOST, bound.getsockname()[1])
    token = secrets.token_urlsafe(32)
    live = Live(Workshop(folder), take)
    config = uvicorn.Config(
        desk(live, address, token),
        log_level="critical",
        access_log=False,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="on",
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
    )
    url = f"http://{address}/?token={token}"
    server = _Server(config, live, lambda: _announce(url, tell, browser=browser))
    with suppress(KeyboardInterrupt):  # how an editor ends it
        server.run(sockets=[bound])


def parse_address(given: str) -> Address:
    """HOST:PORT, HOST, :PORT or PORT; an IPv6 address stands in brackets. Raises UsageError."""
    named = given.endswith("]") or (":" not in given and not given.isdigit())
    host, _, port = (given, "", "") if named else given.rpartition(":")
    host = host.removeprefix("[").removesuffix("]") or HOST
    if port and not (port.isdigit() and int(port) <= _LAST_PORT):
        raise UsageError(f'"{given}" is no address; give HOST:PORT, such as {HOST}:{PORT}')
    return Address(host, int(port or PORT))


class _Server(uvicorn.Server):
    """Says when it is ready, and lets the pages go before it waits for them to."""

    def __init__(self, config: uvicorn.Config, live: Live, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._live = live
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._live.close()
        super().handle_exit(sig, frame)


def _announce(url: str, tell: Callable[[str], None], *, browser: bool) -> None:
    tell(url)
    if browser and has_screen():
        webbrowser.open(url)


def _free() -> socket.socket:
    """The usual port, else the next that is free."""
    for port in _ports():
        with suppress(UsageError):
            return _bound(Address(HOST, port))
    raise UsageError(f"no port of {HOST} is free; name one with --address")


def _ports() -> Iterator[int]:
    yield from range(PORT, PORT + _TRIED)
    yield 0


def _bound(address: Address) -> socket.socket:
    try:
        family, *_, place = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)[0]
        return socket.create_server((place[0], place[1]), family=family)
    except OSError as error:
        raise UsageError(f"{address}: cannot be served ({error.strerror}); name another with -a") from None
