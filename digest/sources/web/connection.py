"""One request to one host, at an address that has been checked, and what can go wrong told in words."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from digest.errors import UnreachableError
from digest.sources.web.answers import SAVE
from digest.sources.web.body import ACCEPTED
from digest.sources.web.robots import USER_AGENT

if TYPE_CHECKING:
    import httpx

CONNECT, READ = 6.0, 12.0  # seconds for a connection; for the next bytes to come
_WANTED = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5"


def plain_transport() -> "httpx.HTTPTransport":
    """The bare transport of httpx: no proxy, no netrc, no cookies, no redirects of its own.

    No connection is used twice: two names may share an address, and a certificate proves only one of them.
    """
    import httpx

    return httpx.HTTPTransport(trust_env=False, limits=httpx.Limits(max_keepalive_connections=0))


@contextmanager
def answer(
    transport: "httpx.HTTPTransport", url: "httpx.URL", addresses: tuple[str, ...]
) -> Iterator["httpx.Response"]:
    """The response to a GET, from the first of the addresses that takes the connection.

    Raises UnreachableError for whatever the network does, while the body is read too.
    """
    import httpx

    try:
        with closing(_first(transport, url, addresses)) as response:
            yield response
    except httpx.HTTPError as error:
        raise UnreachableError(_told(error)) from error


def _first(
    transport: "httpx.HTTPTransport", url: "httpx.URL", addresses: tuple[str, ...]
) -> "httpx.Response":
    import httpx

    for address in addresses[:-1]:
        try:
            return transport.handle_request(_request(url, address))
        except (httpx.ConnectError, httpx.ConnectTimeout):
            continue
    return transport.handle_request(_request(url, addresses[-1]))


def _request(url: "httpx.URL", address: str) -> "httpx.Request":
    """The request goes to the address; the name stands in its Host header and is what TLS must prove."""
    import httpx

    headers = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": USER_AGENT,
        "Accept": _WANTED,
        "Accept-Encoding": ACCEPTED,
    }
    timeout = httpx.Timeout(READ, connect=CONNECT)
    extensions = {"sni_hostname": url.raw_host.decode("ascii"), "timeout": timeout.as_dict()}
    return httpx.Request("GET", url.copy_with(host=address), headers=headers, extensions=extensions)


def _told(error: "httpx.HTTPError") -> str:
    import httpx

    if tls := _tls_trouble(error):
        return tls
    match error:
        case httpx.ConnectTimeout() | httpx.ConnectError():
            return f"takes no connection ({_reason(error)}); try again later, or {SAVE}"
        case httpx.TimeoutException():
            return f"has stopped sending; try again later, or {SAVE}"
        case httpx.RemoteProtocolError():
            return f"broke off before the whole page had come, or does not speak HTTP; try again, or {SAVE}"
    return f"lost the connection ({_reason(error)}); try again, or {SAVE}"


def _reason(error: "httpx.HTTPError") -> str:
    return str(error).partition("] ")[2] or str(error) or "no answer"


def _tls_trouble(error: BaseException) -> str:
    import ssl

    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLError):
        cause = cause.__cause__ or cause.__context__
    match cause:
        case None:
            return ""
        case ssl.SSLCertVerificationError():
            return f"does not prove who it is ({cause.verify_message}); check the address, or {SAVE}"
    return f"has no sound TLS ({cause.reason or 'no reason given'}); check the address, or {SAVE}"
