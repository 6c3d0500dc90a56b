"""A page fetched from its web address, once, for an editor; which hosts may be asked, `visit.py` says.

No more than LIMIT bytes are received or unpacked (body.py), and all of it ends within DEADLINE. Whoever needs
a proxy or a login saves the page in a browser.
"""

from time import monotonic
from typing import TYPE_CHECKING

from digest.errors import SourceError
from digest.sources.capture import LIMIT, Capture
from digest.sources.web.answers import refuse_answer, too_long
from digest.sources.web.body import body_of
from digest.sources.web.connection import answer, plain_transport
from digest.sources.web.deadline import within
from digest.sources.web.visit import MOST_REDIRECTS, Visit, endless, leads_to, parsed, shown, target

if TYPE_CHECKING:
    import httpx

DEADLINE = 30.0  # seconds for everything


def fetch(url: str, *, allow_private: bool = False) -> Capture:
    """The page at an address: `name` is the address as given, `url` where it was after all redirects.

    `encoding` is the charset that the server names. `raw` may still be no text, or empty: the caller looks.
    Raises UnreachableError for trouble on the way and for hosts that must not be asked, SourceError for a
    page of the wrong kind or over LIMIT.
    """
    until = monotonic() + DEADLINE
    try:
        start = parsed(url)
        with plain_transport() as transport:
            visit = Visit(transport, until, private=allow_private, polite=not allow_private)
            return within(DEADLINE, lambda: _page(visit, url, start))
    except SourceError as error:
        raise type(error)(f"{shown(url)}: {error}") from error


def _page(visit: Visit, name: str, start: "httpx.URL") -> Capture:
    url = start
    for _ in range(MOST_REDIRECTS + 1):
        try:
            found = _step(visit, name, url)
        except SourceError as error:
            raise (error if url == start else type(error)(leads_to(url, str(error)))) from error
        if isinstance(found, Capture):
            return found
        url = found
    raise endless()


def _step(visit: Visit, name: str, url: "httpx.URL") -> "Capture | httpx.URL":
    """The page, or the address that it points to."""
    with answer(visit.transport, url, visit.addresses(url)) as response:
        if response.has_redirect_location:
            return target(url, response)
        refuse_answer(response, LIMIT)
        raw = body_of(response, LIMIT, visit.until)
        if len(raw) > LIMIT:
            raise too_long(LIMIT)
        encoding = response.charset_encoding or ""
        return Capture(name=name, raw=raw, url=str(url.copy_with(fragment=None)), encoding=encoding)
