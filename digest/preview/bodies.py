"""What the page sends, taken only as far as its limit."""

from http import HTTPStatus
from typing import TypeVar

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request

T = TypeVar("T")

MOST_JSON = 1_000_000  # bytes; an edit of a long story has a hundredth of it


async def body(request: Request, limit: int) -> bytes:
    """The request's body; answers 413 once it is longer than `limit` bytes, however long it goes on."""
    taken = bytearray()
    async for piece in request.stream():
        taken += piece
        if len(taken) > limit:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"over {limit // 1_000_000} MB")
    return bytes(taken)


async def json_body(request: Request, kind: type[T], limit: int = MOST_JSON) -> T:
    """The request's body as a value; answers 400 for what is none."""
    try:
        return msgspec.json.decode(await body(request, limit), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST, str(error)) from None
