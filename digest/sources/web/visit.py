"""A way through the web that stays on the open web.

Theory of operation. Whoever writes an address, or the page it leads on to, must not make us read what only
this machine can reach. So redirects are followed by hand, and before each of them

Rule 1. the address is http or https and holds no login,
Rule 2. its host's name is resolved once, refused when any of its addresses is not public (hosts.py), and
        the connection goes to the very addresses that were checked (connection.py),
Rule 3. the host's robots.txt is honoured (robots.py).
With `private`, for a newsroom's own staging host, Rule 2 lets private addresses pass until the first
public one: a page of the open web still leads nowhere inside. Rule 3 is left out.

The environment's proxies and netrc are not used.
"""

from typing import TYPE_CHECKING

from msgspec import Struct, field

from digest.errors import Fault, SourceError, UnreachableError
from digest.sources.web.answers import SAVE
from digest.sources.web.body import body_of
from digest.sources.web.connection import answer
from digest.sources.web.hosts import addresses_of, is_public
from digest.sources.web.robots import LONGEST, allows

if TYPE_CHECKING:
    import httpx

MOST_REDIRECTS = 10
_ROBOTS_REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}

Rules = dict[str, bytes]


class Visit(Struct):
    """One way under way, until the moment `until`; `private`: the next host may be private.

    `rules` keeps each host's robots.txt and may serve many visits.
    """

    transport: "httpx.HTTPTransport"
    until: float
    private: bool
    polite: bool
    rules: Rules = field(default_factory=dict)

    def addresses(self, url: "httpx.URL") -> tuple[str, ...]:
        """Where to connect to for an address; raises UnreachableError when a rule is against it."""
        _guard(url)
        if self.polite and not allows(self._robots(url), str(url)):
            told = "asks programs not to read it (robots.txt)"
            raise UnreachableError(told, SAVE, Fault.ROBOTS)
        return self._resolved(url)

    def _resolved(self, url: "httpx.URL") -> tuple[str, ...]:
        """Rule 2."""
        addresses = addresses_of(url.raw_host.decode("ascii"), url.port or _PORTS[url.scheme])
        inside = next((address for address in addresses if not is_public(address)), "")
        if inside and not self.private:
            raise UnreachableError(
                f"leads to {inside}, an address that is not on the open web, and is not fetched",
                "for the newsroom's own staging host use --allow-private",
                Fault.PRIVATE,
            )
        self.private = bool(inside)
        return addresses

    def _robots(self, url: "httpx.URL") -> bytes:
        """The robots.txt of an address's host, b"" when it cannot be had; asked for once."""
        place = url.copy_with(raw_path=b"/robots.txt", fragment=None)
        if str(place) not in self.rules:
            self.rules[str(place)] = self._robots_from(place)
        return self.rules[str(place)]

    def _robots_from(self, url: "httpx.URL") -> bytes:
        try:
            for _ in range(_ROBOTS_REDIRECTS + 1):
                _guard(url)
                with answer(self.transport, url, self._resolved(url)) as response:
                    if not response.has_redirect_location:
                        return body_of(response, LONGEST, self.until) if response.is_success else b""
                    url = target(url, response)
        except SourceError:
            pass  # the page itself is asked for all the same, and tells of what is wrong
        return b""


def target(url: "httpx.URL", response: "httpx.Response") -> "httpx.URL":
    """Where a redirect points to; raises UnreachableError when that is no address."""
    import httpx

    try:
        return url.join(response.headers["location"])
    except httpx.InvalidURL as error:
        raise UnreachableError("points to an address that is none", SAVE, Fault.ADDRESS) from error


def parsed(url: str) -> "httpx.URL":
    """The address as httpx knows it; raises UnreachableError when it is none."""
    import httpx

    try:
        return httpx.URL(url.strip())
    except (httpx.InvalidURL, UnicodeError) as error:
        raise UnreachableError("is no web address", "check it", Fault.ADDRESS) from error


def shown(url: str) -> str:
    """An address fit for a message: without the login that it may hold, or what moves a screen's cursor."""
    scheme, sign, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    told = scheme + sign + host.rpartition("@")[2] + slash + path
    return "".join(letter for letter in told if letter.isprintable())


def leads_to(url: "httpx.URL", told: str) -> str:
    """What is wrong with an address, as told of the one to which it leads."""
    return f"leads to {shown(str(url))}, which {told}"


def endless() -> UnreachableError:
    """The error that tells of redirects that never arrive."""
    told = f"leads from page to page without end (over {MOST_REDIRECTS} redirects; it may want cookies)"
    return UnreachableError(told, SAVE, Fault.LOOP)


def _guard(url: "httpx.URL") -> None:
    """Rule 1."""
    if url.scheme not in _PORTS or not url.host:
        told = "is no web address that can be fetched"
        raise UnreachableError(told, "give one that starts with https://", Fault.ADDRESS)
    if url.userinfo:
        raise UnreachableError("holds a login, which does not belong in an address", SAVE, Fault.ADDRESS)
