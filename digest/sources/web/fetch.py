"""A page fetched from its web address, once, for an editor.

Theory of operation. Whoever writes an address, or the page it leads on to, must not make us read what only
this machine can reach. So redirects are followed by hand, and before each of them

Rule 1. the address is http or https and holds no login,
Rule 2. its host's name is resolved once, refused when any of its addresses is not public (hosts.py), and
        the connection goes to the very addresses that were checked (connection.py),
Rule 3. the host's robots.txt is honoured (robots.py).
With `allow_private`, for a newsroom's own staging host, Rule 2 lets private addresses pass until the first
public one: a page of the open web still leads nowhere inside. Rule 3 is left out.

No more than LIMIT bytes are received or unpacked (body.py), and all of it ends within DEADLINE. The
environment's proxies and netrc are not used: whoever needs them saves the page in a browser.
"""

from time import monotonic
from typing import TYPE_CHECKING

from msgspec import Struct, field

from digest.errors import SourceError, UnreachableError
from digest.sources.capture import LIMIT, Capture
from digest.sources.web.answers import SAVE, refuse_answer, too_long
from digest.sources.web.body import body_of
from digest.sources.web.connection import answer, plain_transport
from digest.sources.web.deadline import within
from digest.sources.web.hosts import addresses_of, is_public
from digest.sources.web.robots import LONGEST, allows

if TYPE_CHECKING:
    import httpx

DEADLINE = 30.0  # seconds for everything
_MOST_REDIRECTS, _ROBOTS_REDIRECTS = 10, 5
_PORTS = {"http": 80, "https": 443}


def fetch(url: str, *, allow_private: bool = False) -> Capture:
    """The page at an address: `name` is the address as given, `url` where it was after all redirects.

    `encoding` is the charset that the server names. `raw` may still be no text, or empty: the caller looks.
    Raises UnreachableError for trouble on the way and for hosts that must not be asked, SourceError for a
    page of the wrong kind or over LIMIT.
    """
    until = monotonic() + DEADLINE
    try:
        start = _parsed(url)
        with plain_transport() as transport:
            visit = _Visit(transport, until, private=allow_private, polite=not allow_private)
            return within(DEADLINE, lambda: _page(visit, url, start))
    except SourceError as error:
        raise type(error)(f"{_shown(url)}: {error}") from error


class _Visit(Struct):
    """One fetch under way; `private`: private hosts may be asked, `rules`: robots.txt by host."""

    transport: "httpx.HTTPTransport"
    until: float
    private: bool
    polite: bool
    rules: dict[str, bytes] = field(default_factory=dict)


def _page(visit: _Visit, name: str, start: "httpx.URL") -> Capture:
    url = start
    for _ in range(_MOST_REDIRECTS + 1):
        try:
            found = _step(visit, name, url)
        except SourceError as error:
            raise (
                error if url == start else type(error)(f"leads to {_shown(str(url))}, which {error}")
            ) from error
        if isinstance(found, Capture):
            return found
        url = found
    raise UnreachableError(
        f"leads from page to page without end (over {_MOST_REDIRECTS} redirects; it may want cookies); {SAVE}"
    )


def _step(visit: _Visit, name: str, url: "httpx.URL") -> "Capture | httpx.URL":
    """The page, or the address that it points to."""
    _guard(url)
    if visit.polite and not allows(_rules(visit, url), str(url)):
        raise UnreachableError(f"asks programs not to read it (robots.txt); {SAVE}")
    with answer(visit.transport, url, _addresses(visit, url)) as response:
        if response.has_redirect_location:
            return _target(url, response)
        refuse_answer(response, LIMIT)
        raw = body_of(response, LIMIT, visit.until)
        if len(raw) > LIMIT:
            raise too_long(LIMIT)
        encoding = response.charset_encoding or ""
        return Capture(name=name, raw=raw, url=str(url.copy_with(fragment=None)), encoding=encoding)


def _rules(visit: _Visit, url: "httpx.URL") -> bytes:
    """The robots.txt of an address's host, b"" when it cannot be had; asked for once."""
    place = url.copy_with(raw_path=b"/robots.txt", fragment=None)
    if str(place) not in visit.rules:
        visit.rules[str(place)] = _robots(visit, place)
    return visit.rules[str(place)]


def _robots(visit: _Visit, url: "httpx.URL") -> bytes:
    try:
        for _ in range(_ROBOTS_REDIRECTS + 1):
            _guard(url)
            with answer(visit.transport, url, _addresses(visit, url)) as response:
                if not response.has_redirect_location:
                    return body_of(response, LONGEST, visit.until) if response.is_success else b""
                url = _target(url, response)
    except SourceError:
        pass  # the page itself is asked for all the same, and tells of what is wrong
    return b""


def _addresses(visit: _Visit, url: "httpx.URL") -> tuple[str, ...]:
    """Rule 2."""
    addresses = addresses_of(url.raw_host.decode("ascii"), url.port or _PORTS[url.scheme])
    inside = next((address for address in addresses if not is_public(address)), "")
    if inside and not visit.private:
        raise UnreachableError(
            f"leads to {inside}, an address that is not on the open web, and is not fetched; for the"
            " newsroom's own staging host use --allow-private"
        )
    visit.private = bool(inside)
    return addresses


def _target(url: "httpx.URL", response: "httpx.Response") -> "httpx.URL":
    import httpx

    try:
        return url.join(response.headers["location"])
    except httpx.InvalidURL as error:
        raise UnreachableError(f"points to an address that is none; {SAVE}") from error


def _guard(url: "httpx.URL") -> None:
    """Rule 1."""
    if url.scheme not in _PORTS or not url.host:
        raise UnreachableError("is no web address that can be fetched; give one that starts with https://")
    if url.userinfo:
        raise UnreachableError(f"holds a login, which does not belong in an address; {SAVE}")


def _parsed(url: str) -> "httpx.URL":
    import httpx

    try:
        return httpx.URL(url.strip())
    except (httpx.InvalidURL, UnicodeError) as error:
        raise UnreachableError("is no web address; check it") from error


def _shown(url: str) -> str:
    """An address fit for a message: without the login that it may hold, or what moves a screen's cursor."""
    scheme, sign, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    shown = scheme + sign + host.rpartition("@")[2] + slash + path
    return "".join(letter for letter in shown if letter.isprintable())
