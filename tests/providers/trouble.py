"""What can go wrong between a provider and us, for `server.script`.

    server.script("POST", "/campaigns", [too_many(2), lost()])

Each is used once, in order, by the requests that fit; None lets one pass as usual.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Trouble:
    """`carried_out`: the provider did what was asked before it went wrong. `status` 0: no answer at all.

    `words` are said in the provider's own shape of an error, or as they are where `content_type` is given;
    `seconds` is how long it is silent first.
    """

    status: int = 0
    words: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = ""
    carried_out: bool = False
    seconds: float = 0.0


def too_many(retry_after: str | int | None = 1) -> Trouble:
    """429, with Retry-After in seconds or as a date (None: without)."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return Trouble(429, "Too many requests.", headers)


def broken(status: int = 503, *, carried_out: bool = False) -> Trouble:
    return Trouble(status, "The server could not do that now.", carried_out=carried_out)


def refusal(status: int, words: str) -> Trouble:
    return Trouble(status, words)


def lost() -> Trouble:
    """Carried out; then the connection is closed without an answer."""
    return Trouble(carried_out=True)


def dropped() -> Trouble:
    """The connection is closed before anything is carried out."""
    return Trouble()


def silent(seconds: float = 30.0, *, carried_out: bool = False) -> Trouble:
    """No answer for so long, then the connection is closed."""
    return Trouble(seconds=seconds, carried_out=carried_out)


def html_page(status: int = 502) -> Trouble:
    """What a proxy answers."""
    return Trouble(
        status, "<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>", content_type="text/html"
    )


def nonsense(content_type: str = "application/json", words: str = '{"id": ') -> Trouble:
    """200 with half an answer, after it was carried out."""
    return Trouble(200, words, content_type=content_type, carried_out=True)
