"""One request to one host, at an address that has been checked, and what can go wrong told in words."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from digest.errors import Fault, UnreachableError
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
    transport: "httpx.HTTPTransport", url: "httpx.URL", addresses: tuple[str, ...], method: str = "GET"
) -> Iterator["httpx.Response"]:
    """The response to a request, from the first of the addresses that takes the connection.

    Raises UnreachableError for whatever the network does, while the body is read too.
    """
    import httpx

    requests = (_request(method, url, address) for address in addresses)
    try:
        with closing(_first(transport, [*requests])) as response:
            yield response
    except httpx.HTTPError as error:
        raise _trouble(error) from error


def _first(transport: "httpx.HTTPTransport", requests: "list[httpx.Request]") -> "httpx.Response":
    import httpx

    for request in requests[:-1]:
        try:
            return transport.handle_request(request)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            continue
    return transport.handle_request(requests[-1])


def _request(method: str, url: "httpx.URL", address: str) -> "httpx.Request":
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
    return httpx.Request(method, url.copy_with(host=address), headers=headers, extensions=extensions)


def _trouble(error: "httpx.HTTPError") -> UnreachableError:
    import httpx

    if tls := _tls_trouble(error):
        return UnreachableError(tls, f"check the address, or {SAVE}", Fault.TLS)
    later, again = f"try again later, or {SAVE}", f"try again, or {SAVE}"
    match error:
        case httpx.ConnectTimeout():
            return UnreachableError(f"takes no connection ({_reason(error)})", later, Fault.TIME)
        case httpx.ConnectError():
            return UnreachableError(f"takes no connection ({_reason(error)})", later, Fault.CONNECTION)
        case httpx.TimeoutException():
            return UnreachableError("has stopped sending", later, Fault.TIME)
        case httpx.RemoteProtocolError():
            told = "broke off before the whole page had come, or does not speak HTTP"
            return UnreachableError(told, again, Fault.CONNECTION)
    return UnreachableError(f"lost the connection ({_reason(error)})", again, Fault.CONNECTION)


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
            return f"does not prove who it is ({cause.verify_message})"
    return f"has no sound TLS ({cause.reason or 'no reason given'})"
