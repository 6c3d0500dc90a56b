"""The lines of a message's head (RFC 5322), whatever letters a name or a subject is written in (RFC 2047).

Rule 1. Plain English letters stay readable. What would not come out of a mail program as it went in is
        written in encoded words: other letters, two spaces together, a word too long to fold after.
Rule 2. A line is folded before it is longer than 76 characters, which RFC 2047 asks of lines with encoded
        words; nothing that can be folded comes near the 998 that RFC 5322 allows.
Rule 3. A line end or control character in a name is dropped: it would begin a header of its own.
Rule 4. A web address stands in one piece, however long: cut or encoded, it is read as none, and the button of
        RFC 8058 does not appear. One that would pass the 998 is refused.

Written here, because Python's own writer folds differently from version to version, and the same issue must
give the same bytes.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from digest.errors import InputError

_WIDEST = 76
_LONGEST_LINE = 998  # RFC 5322, 2.1.1, in octets, less its line end
_WORD = 60  # so that every line can be folded in time
_CHUNK = 39  # octets, which make 52 letters in base64 and 64 as an encoded word
_LONGEST_ADDRESS = 254  # RFC 5321, 4.5.3.1.3, less its angle brackets
_LONGEST_LIST_ID = 255  # RFC 2919, 3
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_PLAIN = re.compile(rf"[!-~]{{1,{_WORD}}}(?: [!-~]{{1,{_WORD}}})*")
_ATEXT = r"[\w!#$%&'*+/=?^`{|}~-]+"
_ATOMS = re.compile(rf"{_ATEXT}(?: {_ATEXT})*", re.ASCII)
_DOT_ATOM = re.compile(rf"{_ATEXT}(?:\.{_ATEXT})*", re.ASCII)
_DOMAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_LIST_ID = re.compile(rf"{_ATEXT}(?:\.{_ATEXT})+", re.ASCII)
_HTTPS = re.compile(
    r"https://[\w.~:/?#\[\]@!$&'()*+;=%-]+", re.ASCII | re.IGNORECASE
)  # RFC 3986, 2; no comma
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def header(name: str, value: str) -> str:
    """`Name: value` and its line end, folded at the value's spaces."""
    lines = [f"{name}:"]
    for word in value.split(" "):
        if len(lines[-1]) + 1 + len(word) > _WIDEST and not lines[-1].endswith(":"):
            lines.append("")
        lines[-1] += f" {word}"
    return "\r\n".join(lines) + "\r\n"


def unstructured(text: str) -> str:
    """A subject, or anything else that is free text."""
    told = _one_line(text)
    return told if _is_plain(told) else " ".join(_encoded_words(told))


def mailbox(name: str, address: str) -> str:
    """`Name <address>`, or the address alone.

    Raises:
        InputError: the address is one that cannot stand in a header.
    """
    written = _address(address)
    told = _one_line(name).strip()
    return f"{_phrase(told)} <{written}>" if told else written


def mailboxes(addresses: Iterable[str]) -> str:
    """Several addresses, with commas between them; raises as `mailbox` does."""
    return ", ".join(mailbox("", address) for address in addresses)


def list_id(name: str, identifier: str) -> str:
    """A list's name and identifier (RFC 2919): `Name <weekly.example.org>`.

    Raises:
        InputError: the identifier is one that no list can have.
    """
    if not _LIST_ID.fullmatch(identifier) or len(identifier) > _LONGEST_LIST_ID:
        raise InputError(
            f'list_id "{identifier}": expected a name like that of a host, such as "weekly.example.org", of '
            f"at most {_LONGEST_LIST_ID} letters; mend it under [sender] in digest.toml"
        )
    told = _one_line(name).strip()
    return f"{_phrase(told)} <{identifier}>" if told else f"<{identifier}>"


def one_click(url: str) -> str:
    """The two lines that give mail programs a button for unsubscribing (RFC 2369, RFC 8058).

    Raises:
        InputError: the address is not one with https, in plain letters, that fits into a line.
    """
    line = header("List-Unsubscribe", f"<{url}>")
    if not _HTTPS.fullmatch(url):
        raise InputError(
            f'unsubscribe_url "{url}": mail programs take only a web address with https, other letters than '
            "English ones written as %C3%A9; mend it under [sender] in digest.toml"
        )
    if len(line) - len("\r\n") > _LONGEST_LINE:
        room = _LONGEST_LINE - len("List-Unsubscribe: <>")
        raise InputError(
            f"unsubscribe_url has {len(url)} letters, and a line of a message room for {room} of them; give "
            "a shorter one under [sender] in digest.toml"
        )
    return line + header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")


def domain_of(address: str) -> str:
    """The part after the @, its letters in the form that the network knows; raises as `mailbox` does."""
    domain = address.rpartition("@")[2]
    try:
        written = domain if domain.isascii() else domain.encode("idna").decode()
    except UnicodeError:
        written = ""
    if not _DOMAIN.fullmatch(written):
        raise InputError(f'"{address}": there can be no mail at "{domain}"; check [sender] in digest.toml')
    return written


def date(moment: datetime) -> str:
    """A moment as a Date header has it, in UTC."""
    utc = moment.astimezone(UTC)
    day, month = _DAYS[utc.weekday()], _MONTHS[utc.month - 1]
    return f"{day}, {utc.day:02} {month} {utc.year:04} {utc:%H:%M:%S} +0000"


def _one_line(text: str) -> str:
    return _CONTROLS.sub(" ", text)


def _is_plain(text: str) -> bool:
    return not text or bool(_PLAIN.fullmatch(text) and "=?" not in text)


def _phrase(name: str) -> str:
    if not _is_plain(name):
        return " ".join(_encoded_words(name))
    if _ATOMS.fullmatch(name):
        return name
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _encoded_words(text: str) -> Iterator[str]:
    """Encoded words, none of which ends within a character."""
    chunk = b""
    for letter in text:
        octets = letter.encode()
        if len(chunk) + len(octets) > _CHUNK:
            yield _encoded_word(chunk)
            chunk = b""
        chunk += octets
    yield _encoded_word(chunk)


def _encoded_word(chunk: bytes) -> str:
    return f"=?utf-8?b?{b64encode(chunk).decode()}?="


def _address(address: str) -> str:
    local = address.rpartition("@")[0]
    if not local.isascii() or not local.isprintable() or len(address) > _LONGEST_ADDRESS:
        raise InputError(
            f'"{address}": letters such as é before the @, or more than {_LONGEST_ADDRESS} of them, do not '
            "pass every mail server; give another address under [sender] in digest.toml"
        )
    if not _DOT_ATOM.fullmatch(local):
        escaped = local.replace("\\", "\\\\").replace('"', '\\"')
        local = f'"{escaped}"'
    return f"{local}@{domain_of(address)}"
