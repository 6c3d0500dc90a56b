"""One web address asked whether it is there: HEAD, and GET where a server refuses that; no body is read."""

from http import HTTPStatus
from time import monotonic
from typing import TYPE_CHECKING

from msgspec import Struct

from digest.errors import Fault, UnreachableError
from digest.reply import Reply
from digest.sources.web.connection import answer, plain_transport
from digest.sources.web.deadline import within
from digest.sources.web.visit import MOST_REDIRECTS, Rules, Visit, endless, leads_to, parsed, target

if TYPE_CHECKING:
    import httpx

PATIENCE = 20.0  # seconds for an address and all that it leads to
_LASTING = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}


def ask(url: str, rules: Rules, *, allow_private: bool = False) -> Reply:
    """What an address replies; what keeps us from it is told in the reply.

    `rules` keeps the host's robots.txt, for whoever asks the same host again.
    """
    try:
        start = parsed(url)
        with plain_transport() as transport:
            until = monotonic() + PATIENCE
            visit = Visit(transport, until, private=allow_private, polite=not allow_private, rules=rules)
            return within(PATIENCE, lambda: _followed(visit, start))
    except UnreachableError as error:
        return Reply(fault=error.fault, told=error.what)


class _Step(Struct):
    """What one request brought: `target` is where it points on to."""

    status: int
    kind: str
    target: "httpx.URL | None"


def _followed(visit: Visit, start: "httpx.URL") -> Reply:
    url, lasting = start, True
    for _ in range(MOST_REDIRECTS + 1):
        try:
            step = _step(visit, url)
        except UnreachableError as error:
            if url == start:
                raise
            raise UnreachableError(leads_to(url, error.what), fault=error.fault) from error
        if step.target is None:
            moved = url != start
            final = str(url) if moved else ""
            return Reply(status=step.status, kind=step.kind, final=final, lasting=moved and lasting)
        lasting = lasting and step.status in _LASTING
        url = step.target
    raise endless()


def _step(visit: Visit, url: "httpx.URL") -> _Step:
    """Many a server answers HEAD with an error, or not at all, and GET with the page."""
    addresses = visit.addresses(url)
    try:
        step = _request(visit, "HEAD", url, addresses)
    except UnreachableError as error:
        if error.fault is not Fault.CONNECTION:
            raise
    else:
        if step.status < HTTPStatus.BAD_REQUEST or step.status == HTTPStatus.TOO_MANY_REQUESTS:
            return step
    return _request(visit, "GET", url, addresses)


def _request(visit: Visit, method: str, url: "httpx.URL", addresses: tuple[str, ...]) -> _Step:
    with answer(visit.transport, url, addresses, method) as response:
        points = target(url, response) if response.has_redirect_location else None
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return _Step(response.status_code, kind, points)
