r"""The bytes of an `issue.toml` as text with "\n" for its line ends, and back."""

import difflib
import hashlib

from digest.errors import EditRefusedError

_MARK = "\ufeff"


def version_of(raw: bytes) -> str:
    """The name of what a file says: the SHA-256 of its bytes."""
    return hashlib.sha256(raw).hexdigest()


def text_of(raw: bytes) -> str:
    """The text, without its byte order mark; raises EditRefusedError when it is not UTF-8."""
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise EditRefusedError("issue.toml is not UTF-8 text; save it as UTF-8 first") from None


def bytes_of(text: str, before: bytes) -> bytes:
    """A changed text as bytes: with the mark of those before, and on every kept line its own line end."""
    mark = _MARK if before.startswith(_MARK.encode()) else ""
    if b"\r\n" in before:
        text = _with_ends(text, before.decode("utf-8-sig"))
    try:
        return (mark + text).encode()
    except UnicodeEncodeError:
        raise EditRefusedError("half of a letter came in with this text; type it again") from None


def _with_ends(text: str, before: str) -> str:
    old, new = before.split("\n"), text.split("\n")
    usual = "\r" if 2 * before.count("\r\n") >= len(old) - 1 else ""
    plain = [line.removesuffix("\r") for line in old]
    ends = [usual] * len(new)
    for block in difflib.SequenceMatcher(None, plain, new, autojunk=False).get_matching_blocks():
        for n in range(block.size):
            if block.a + n < len(old) - 1:  # what follows the last line end has none of its own
                ends[block.b + n] = old[block.a + n][len(plain[block.a + n]) :]
    ends[-1] = ""
    return "\n".join(line + end for line, end in zip(new, ends, strict=True))
