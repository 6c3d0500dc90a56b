"""What a provider says is wrong, out of an answer of any of the shapes that providers have for it.

problem+json (RFC 9457: title, detail), JSON:API (errors[].title, detail), {"message": …}, {"code", "detail"},
{"errors": {"field": […]}}, {"errors": [{"field", "message"}]}, {"ErrorMessage": …},
{"detail": [{"loc", "msg"}]}, and plain text. A page of HTML says nothing.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

_WORDS = (
    "title",
    "detail",
    "message",
    "msg",
    "error",
    "ErrorMessage",
    "ErrorInfo",
    "errors",
    "Errors",
    "metadata",
)
_PLACES = ("field", "loc", "pointer", "parameter", "code")
_LONGEST = 300  # characters of an answer that is no JSON


def said(content: bytes) -> str:
    """The provider's own words, each thing once, the field it is about before it; "" where there are none."""
    try:
        body = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        text = content.decode("utf-8", "replace").strip()
        return "" if text.startswith("<") else text[:_LONGEST]
    return "; ".join(dict.fromkeys(_messages(body, "")))


def _messages(body: Any, place: str) -> Iterator[str]:
    if isinstance(body, str):
        if body.strip():
            yield f"{place}: {body.strip()}" if place else body.strip()
    elif isinstance(body, list):
        for each in body:
            yield from _messages(each, place)
    elif isinstance(body, Mapping):
        yield from _of_table(body, place)


def _of_table(body: Mapping[str, Any], place: str) -> Iterator[str]:
    here = _place(body) or place
    known = [name for name in _WORDS if name in body]
    for name in known:
        value = body[name]
        if name in ("errors", "Errors") and isinstance(value, Mapping):
            for field, each in value.items():
                yield from _messages(each, field)
        else:
            yield from _messages(value, here)


def _place(body: Mapping[str, Any]) -> str:
    source = body.get("source")
    for name in _PLACES:
        value = body.get(name, source.get(name) if isinstance(source, Mapping) else None)
        if isinstance(value, list):
            return ".".join(map(str, value))
        if isinstance(value, str) and value and name != "code":
            return value
    return ""
