"""Who may ask what: the one door through which every request comes.

The desk can change an editor's files, so no other page in the editor's browser may use it.

Rule 1. The Host is an address the desk is served at. A page of another name that was made to lead here (DNS
        rebinding) sends its own; at an address for all networks any bare IP will do: it cannot be rebound.
Rule 2. The token of this run, once in the address that is printed, is exchanged for a cookie that scripts
        cannot read and other sites' pages do not send. Without it nothing is answered.
Rule 3. Cookies do not tell ports apart, and another program of this computer may serve pages as well: what a
        browser says of itself (Sec-Fetch-Site) must be "same-origin", or "none" for an address typed in.
Rule 4. What changes something names our own Origin, and has a header that no form can send.
Rule 5. No page but our own may frame, fetch or keep what is answered here.
"""

import ipaddress
import secrets
from collections.abc import Mapping
from urllib.parse import parse_qs

from msgspec import Struct
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

DESK_HEADER = "x-desk"
ANYWHERE = {"0.0.0.0", "::"}  # noqa: S104 - compared with, not bound to
LOOPBACK = {"127.0.0.1", "::1", "localhost"}

DESK_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " frame-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": DESK_CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_READING = {"GET", "HEAD"}


class Address(Struct, frozen=True):
    """Where the desk is served."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_private(self) -> bool:
        """Whether only this computer can reach it."""
        return self.host in LOOPBACK

    def is_ours(self, host: str) -> bool:
        """Whether a Host header names it (Rule 1)."""
        name, _, port = host.rpartition(":") if not host.endswith("]") and ":" in host else (host, "", "80")
        if port != str(self.port):
            return False
        bare = name.removeprefix("[").removesuffix("]").lower()
        names = LOOPBACK if self.is_private else {self.host.lower()}
        return bare in names or (self.host in ANYWHERE and (bare == "localhost" or _is_ip(bare)))


class Guard:
    """Lets through to `app` what may be asked, with the token of this run."""

    def __init__(self, app: ASGIApp, address: Address, token: str) -> None:
        self._app = app
        self._address = address
        self._token = token
        self._cookie = f"digest-desk-{address.port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, refuses or hands on; every answer gets our headers unless it has stricter ones."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # there are no web sockets here
        answer = self._own_answer(scope)
        await (answer or self._app)(scope, receive, _with_headers(send))

    def _own_answer(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._address.is_ours(headers.get("host", "")):
            return _refused("This desk is not served under that name.", 421)
        if scope["path"] == "/" and (given := parse_qs(scope["query_string"].decode("latin-1")).get("token")):
            return self._welcome(given[0])
        if not self._knows(headers):
            return _refused("Open the address that digest preview printed; it has the key to this desk.", 403)
        if scope["path"] != "/" and headers.get("sec-fetch-site", "none") not in {"same-origin", "none"}:
            return _refused("Another page may not ask this desk.", 403)
        return None if scope["method"] in _READING else self._refused_change(scope["method"], headers)

    def _welcome(self, given: str) -> Response:
        if not secrets.compare_digest(given.encode(), self._token.encode()):
            return _refused("That key is of another run; open the address that digest preview printed.", 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict", path="/")
        return answer

    def _knows(self, headers: Headers) -> bool:
        given = cookie_parser(headers.get("cookie", "")).get(self._cookie, "")
        return secrets.compare_digest(given.encode(), self._token.encode())

    def _refused_change(self, method: str, headers: Headers) -> Response | None:
        if method != "POST":
            return _refused("Only GET and POST are answered.", 405)
        if headers.get("origin") != f"http://{headers['host']}" or DESK_HEADER not in headers:
            return _refused("Only the desk's own page may change anything.", 403)
        return None


def _is_ip(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _refused(why: str, status: int) -> Response:
    return PlainTextResponse(f"{why}\n", status)


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return guarded
