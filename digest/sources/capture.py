"""The page as it came: bytes from a file, standard input or the web, refused when no text can be in them."""

import errno
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct, field

from digest.errors import SourceError
from digest.model import LineSort

LIMIT = 20_000_000  # bytes; the longest article ever pasted is far below a tenth of it

_KNOWN = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file"),
    (b"{\\rtf", "a rich-text (RTF) file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 65_536
_OPENING = 4096  # bytes


class Capture(Struct, frozen=True, kw_only=True):
    """A page before it is read; `name` is what messages call it, `raw` its bytes as they came.

    `url` is the address it was fetched from, after all redirects; `encoding` the one that the server or the
    editor named. Both are empty for most files. `lines` is what an editor says of lines of its text.
    """

    name: str
    raw: bytes
    url: str = ""
    encoding: str = ""
    lines: Mapping[int, LineSort] = field(default_factory=dict)

    def opening(self) -> str:
        """About its first 4,000 characters, for telling kinds of source apart: letters may be wrong."""
        encoding = "utf-16" if self.raw.startswith(_UTF16) else "utf-8-sig"
        return self.raw[:_OPENING].decode(encoding, "replace").lstrip()


Take = Callable[[str], Capture]  # `capture` with standard input and the editor's leave to go private


def capture(reference: str, stdin: BinaryIO | None = None, *, allow_private: bool = False) -> Capture:
    """The bytes behind a file path, "-" (standard input) or a web address.

    Raises SourceError for what is missing, unreadable, empty, over LIMIT or no text, UnreachableError for an
    address that does not answer or that lies on a private network, unless `allow_private`.
    """
    captured = _from_web(reference, allow_private) if "://" in reference else _from_here(reference, stdin)
    _refuse(captured.name, captured.raw)
    return captured


def _from_web(reference: str, allow_private: bool) -> Capture:  # noqa: FBT001 - handed on as it came
    from digest.sources.web.fetch import fetch

    return fetch(reference, allow_private=allow_private)


def _from_here(reference: str, stdin: BinaryIO | None) -> Capture:
    if reference == "-":
        return Capture(name="standard input", raw=_from_stdin(stdin))
    return Capture(name=reference, raw=_from_file(reference))


def _from_stdin(stdin: BinaryIO | None) -> bytes:
    return (stdin or sys.stdin.buffer).read(LIMIT + 1)


def _from_file(reference: str) -> bytes:
    try:
        with Path(reference).open("rb") as file:
            return file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise SourceError(f"{reference}: {_trouble(error)}") from error


def _trouble(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "there is no such file; check the name and the folder"
        case IsADirectoryError():
            return "is a folder; give the files in it"
        case PermissionError():
            return "may not be read; check the file's permissions"
        case OSError(errno=errno.ENAMETOOLONG) | ValueError():
            return "is not a file name; give the name of a file that holds the article's text"
    return f"cannot be read ({error.strerror})"


def _refuse(name: str, raw: bytes) -> None:
    if len(raw) > LIMIT:
        raise SourceError(
            f"{name}: is over {LIMIT // 1_000_000} MB, too much for one article; is it the right file?"
        )
    for magic, what in _KNOWN:
        if raw.startswith(magic):
            raise SourceError(f"{name}: seems to be {what}; copy the article's text into a plain text file")
    if _is_binary(raw):
        raise SourceError(
            f"{name}: is a binary file, not text; copy the article's text into a plain text file"
        )
    if _is_empty(raw):
        raise SourceError(f"{name}: is empty; paste the article's text into it")


def _is_binary(raw: bytes) -> bool:
    """Text holds no NUL (UTF-16 does, and says so with its mark) and next to no control bytes."""
    if raw.startswith(_UTF16):
        return False
    sample = raw[:_SAMPLE]
    return b"\0" in raw or len(_CONTROL.findall(sample)) * 100 > len(sample)


def _is_empty(raw: bytes) -> bool:
    text = raw[:_SAMPLE].decode("utf-16" if raw.startswith(_UTF16) else "utf-8", "replace")
    return not text.strip("\u200b\u2060\ufeff \t\r\n\v\f\u00a0") and not raw[_SAMPLE:].strip()
