"""Requests to a provider's API: with patience, but never twice what may have been carried out.

Rule 1. What changes nothing when it is repeated (GET, PUT, PATCH, DELETE) is repeated after 429, 5xx and a
        broken connection, a few times.
Rule 2. A POST is repeated only when it was certainly not carried out: after 429, or where no connection came
        about. Else it raises UncertainError, and whoever asked looks first whether it was.
Rule 3. A provider that says how long to wait (Retry-After, RFC 9110, 10.2.3) is waited for, if that is not
        longer than a person would.
Rule 4. Redirects are not followed: the key would go along. Plain http only to this computer.
Rule 5. No secret stands in an error: what the provider says is cleared of it before anybody reads it.

The proxy is the environment's (HTTPS_PROXY).
"""

import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, urlsplit

import msgspec
from msgspec import Struct

from digest import __version__
from digest.errors import HandoffError, RefusedError, UncertainError, UnreachedError
from digest.handoff.answers import said
from digest.handoff.loopback import is_this_computer
from digest.handoff.patience import LONGEST_WAIT, TRIES, asked_wait, is_passing, usual_wait
from digest.handoff.retold import retold

if TYPE_CHECKING:
    from ssl import SSLContext

    import httpx

TOTAL = 60.0  # seconds for one request and its answer
MOST = 20_000_000  # bytes of an answer

T = TypeVar("T")


def _wait(seconds: float) -> None:
    time.sleep(seconds)


class Tools(Struct, frozen=True, kw_only=True):
    """What a caller is given from outside: how to wait (seconds), and how patient to be with a server."""

    wait: Callable[[float], None] = _wait
    patience: float = 30.0


def basic(user: str, password: str) -> str:
    """The Authorization header of a name and a password (RFC 7617)."""
    return f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"


class Caller:
    """Asks one API. `base` is its address, `headers` go with every request, `secrets` never into a message.

    What authorizes is a secret in any case, in the form that is sent. Every method takes the kind of answer,
    then the path in segments, each of which is quoted: an id from a file can lead nowhere else. Raises
    RefusedError, UnreachedError and, for POST alone, UncertainError.
    """

    def __init__(
        self, title: str, base: str, headers: Mapping[str, str], secrets: tuple[str, ...], tools: Tools
    ) -> None:
        self._title = title
        self._base = _checked(base, title)
        self._headers = {
            "Accept": "application/json",
            "User-Agent": f"newsroom-digest/{__version__}",
            **headers,
        }
        if not all(secret.isascii() and secret.isprintable() for secret in secrets):
            raise HandoffError(f"{title}'s key holds signs that no key has; copy it again, and keep it anew")
        sent = headers.get("Authorization", "").rpartition(" ")[2]
        self._secrets = (*secrets, sent)
        self._tools = tools

    def get(self, kind: type[T], *path: str, params: Mapping[str, str | int] | None = None) -> T:
        """Reads."""
        return self._answer(kind, "GET", path, params=params)

    def post(self, kind: type[T], *path: str, body: object, headers: Mapping[str, str] | None = None) -> T:
        """Makes something new, or asks what needs a body; never repeated once it may have been heard."""
        return self._answer(kind, "POST", path, body=body, headers=headers)

    def put(self, kind: type[T], *path: str, body: object) -> T:
        """Puts in the place of what is there."""
        return self._answer(kind, "PUT", path, body=body)

    def patch(self, kind: type[T], *path: str, body: object) -> T:
        """Changes what is there."""
        return self._answer(kind, "PATCH", path, body=body)

    def _answer(self, kind: type[T], method: str, path: tuple[str, ...], **more: Any) -> T:
        if not _NOWHERE.isdisjoint(path):
            raise HandoffError(f"{self._title} has nothing by the id “{path[-1]}”; {_MEND_IDS}")
        content = self._patiently(method, "/".join(quote(part, safe="") for part in path), **more)
        try:
            return msgspec.convert(msgspec.json.decode(content) if content.strip() else None, kind)
        except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
            lost = UncertainError if method == "POST" else HandoffError
            raise lost(f"{self._title} answered what cannot be understood ({error})") from None

    def _patiently(self, method: str, path: str, **more: Any) -> bytes:
        """The answer's content, after as many tries as rules 1 and 2 allow."""
        for left in reversed(range(TRIES)):
            try:
                response, content = self._once(method, path, **more)
            except UncertainError:
                raise
            except UnreachedError:
                if not left:
                    raise
                self._tools.wait(usual_wait(left))
                continue
            if response.is_success:
                return content
            if not left or not is_passing(response.status_code, method):
                raise self._refusal(response, content, method)
            self._tools.wait(self._pause(response, content, left))
        raise AssertionError(method)  # the last try returns or raises

    def _once(self, method: str, path: str, **more: Any) -> tuple["httpx.Response", bytes]:
        import httpx

        body, params = more.get("body"), more.get("params")
        headers = {**self._headers, **(more.get("headers") or {})}
        content = None if body is None else msgspec.json.encode(body)
        if content is not None:
            headers.setdefault("Content-Type", "application/json")
        timeout = httpx.Timeout(self._tools.patience, connect=min(self._tools.patience, 10.0))
        try:
            with (
                httpx.Client(timeout=timeout, headers=headers, verify=_trust()) as client,
                client.stream(method, f"{self._base}/{path}", params=params, content=content) as response,
            ):
                return response, _read(response)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError, httpx.PoolTimeout) as error:
            raise UnreachedError(self._unreached(error)) from None
        except (httpx.TransportError, httpx.DecodingError) as error:
            why = self._cleared(str(error)) or type(error).__name__
            lost = UncertainError if method == "POST" else UnreachedError
            raise lost(f"{self._title} broke off before it answered ({why})") from None
        except (httpx.InvalidURL, UnicodeError) as error:
            raise HandoffError(f"{self._title} cannot be asked ({self._cleared(str(error))})") from None

    def _unreached(self, error: Exception) -> str:
        told = self._cleared(str(error)) or type(error).__name__
        host = urlsplit(self._base).hostname
        if "CERTIFICATE" in told.upper():
            return (
                f"{self._title}: the certificate of {host} is not to be trusted ({told}); "
                "a proxy may stand between, and nothing was sent"
            )
        advice = "look at the network or the proxy, and run it again"
        return f"{self._title} ({host}) cannot be reached ({told}); {advice}"

    def _pause(self, response: "httpx.Response", content: bytes, left: int) -> float:
        """Seconds until the next try; raises RefusedError where that is longer than a person would wait."""
        asked = asked_wait(response.headers.get("retry-after", ""))
        if asked is not None and asked > LONGEST_WAIT:
            told = self._refusal(response, content, "GET")
            raise RefusedError(
                f"{told}; it asks to be left alone for {asked:.0f} seconds", response.status_code
            )
        return usual_wait(left) if asked is None else asked

    def _refusal(self, response: "httpx.Response", content: bytes, method: str) -> HandoffError:
        status = response.status_code
        words = self._cleared(said(content)) or _PHRASES.get(status, "no reason was given")
        told = f"{self._title} refused ({status}): {words}"
        if status == HTTPStatus.UNAUTHORIZED:
            told += f"; give it a key that is valid with: digest login {self._title.lower()}"
        if method == "POST" and status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return UncertainError(told)
        return RefusedError(told, status)

    def _cleared(self, text: str) -> str:
        """What a provider or the system said, without anything secret."""
        return retold(text, self._secrets)


_NOWHERE = {"", ".", ".."}  # as segments they would lead up, or to everything there is
_MEND_IDS = "mend handoff.json, or move it away: the draft is then looked for by its name"
_PHRASES = {status.value: status.phrase for status in HTTPStatus}


@cache
def _trust() -> "SSLContext":
    """Whose certificates are trusted; made once, since it takes longer than a request."""
    import httpx

    return httpx.create_ssl_context()


def _read(response: "httpx.Response") -> bytes:
    """The answer's content; what trickles or never ends is broken off as a connection would be."""
    import httpx

    until, content = time.monotonic() + TOTAL, bytearray()
    for piece in response.iter_bytes():
        content += piece
        if len(content) > MOST or time.monotonic() > until:
            raise httpx.ReadError("its answer does not end")
    return bytes(content)


def _checked(base: str, title: str) -> str:
    """The base address without a slash at its end (rule 4); a password that may stand in it is not told."""
    try:
        parts = urlsplit(base)
    except ValueError:  # of a host that there cannot be
        parts = urlsplit("https:")
    host = parts.hostname or ""
    if parts.scheme != "https" and not (parts.scheme == "http" and is_this_computer(host)):
        raise HandoffError(
            f"{title}: {host or base} is not asked: a key does not travel without https; mend its url in "
            "digest.toml"
        )
    if not host or "@" in parts.netloc or parts.query or parts.fragment:
        raise HandoffError(
            f"{title}: its url in digest.toml must be https, a host and a path alone, without a password, ? "
            "or #; mend it"
        )
    return base.rstrip("/")
