"""What a server's answer means to an editor: refused unless it is a page to read."""

from typing import TYPE_CHECKING

from digest.errors import SourceError, UnreachableError

if TYPE_CHECKING:
    import httpx

SAVE = "save the page in your browser and give the file"
_STATUSES = {
    204: f"has nothing to read; {SAVE}",
    205: f"has nothing to read; {SAVE}",
    206: f"sends only a part of the page; {SAVE}",
    401: f"asks for a login; {SAVE}",
    402: f"asks for a subscription; {SAVE}",
    403: f"does not let programs read it, or only subscribers; {SAVE}",
    404: "there is no such page; check the address",
    406: f"does not have the page in a form that can be read here; {SAVE}",
    407: f"asks for a proxy's login; {SAVE}",
    410: "the page has been taken down",
    418: f"does not let programs read it; {SAVE}",
    421: "the host does not serve that address; check it",
    429: f"has been asked too often; wait a while, or {SAVE}",
    451: f"the page is withheld for legal reasons; {SAVE}, if you may",
}
_OK, _REDIRECTS, _REFUSALS, _FAILURES = 200, 300, 400, 500
_WRONG_TYPES = (
    ("image/", "a picture"),
    ("audio/", "a sound recording"),
    ("video/", "a film"),
    ("font/", "a font"),
    ("application/pdf", "a PDF"),
    ("application/x-pdf", "a PDF"),
    ("application/epub", "an e-book"),
    ("application/msword", "a Word file"),
    ("application/rtf", "a rich-text (RTF) file"),
    ("application/vnd.openxmlformats", "an Office file"),
    ("application/vnd.oasis", "an OpenDocument file"),
    ("application/vnd.ms-", "an Office file"),
    ("application/zip", "a zip file"),
    ("application/x-zip", "a zip file"),
    ("application/gzip", "a gzip archive"),
    ("application/ogg", "a sound recording"),
    ("multipart/", "a parcel of several files"),
)


def refuse_answer(response: "httpx.Response", limit: int) -> None:
    """Raises UnreachableError for an error page, SourceError for what is no text or over `limit` bytes."""
    if told := _refusal(response.status_code):
        raise UnreachableError(f"answers {response.status_code}: {told}")
    kind = response.headers.get("content-type", "").strip().lower()
    what = next((what for start, what in _WRONG_TYPES if kind.startswith(start)), "")
    if what:
        raise SourceError(f"is {what}; give the address of an article, or copy its text into a file")
    length = response.headers.get("content-length", "")
    if length.isdecimal() and int(length) > limit:
        raise too_long(limit)


def too_long(limit: int) -> SourceError:
    """The error that tells of a page over `limit` bytes."""
    return SourceError(f"is over {limit // 1_000_000} MB, too much for one article; is it the right address?")


def _refusal(status: int) -> str:
    """What to tell of a status, or "" for one that brings a page."""
    if status in _STATUSES:
        return _STATUSES[status]
    if status < _OK or _REDIRECTS <= status < _REFUSALS:
        return f"it points elsewhere without saying where; {SAVE}"
    if _REFUSALS <= status < _FAILURES:
        return f"the server refuses the request; {SAVE}"
    return "the server has trouble of its own; try again later" if status >= _FAILURES else ""
