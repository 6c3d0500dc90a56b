"""From a capture's bytes to a Source: one clean text, its mojibake mended, what was mended told.

Rule 1. The mark at the front decides, then UTF-8, then what the server or the editor named, then
        Windows-1252: what is valid UTF-8 is never anything else.
Rule 2. Mojibake is mended line by line and only where its signs stand, so that a sound line stays as it
        is; on a page with such signs every run of letters that is a UTF-8 letter read as Windows-1252
        ("â‚¹") is put back, whatever letter it is.
Rule 3. Letters are never changed otherwise. Only what nobody can see goes: odd spaces become plain ones,
        zero-width, control and private-use characters vanish (merge tags use private-use ones
        internally).
"""

import codecs
import re
from collections.abc import Iterable
from functools import cache

from digest.errors import SourceError
from digest.model import Finding, Level, Source
from digest.patterns import pattern
from digest.sources.capture import Capture

_LINE_ENDS = pattern("[\v\f\x85\u2028\u2029]")
_ODD_SPACES = pattern("[\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = pattern(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)
# a zero-width joiner means something between Persian or Indic letters and inside emoji, never beside ASCII
_JOINERS = pattern(
    "(?<=[\x00-\x7f])[\u200c\u200d]+|[\u200c\u200d]+(?=[\x00-\x7f])|^[\u200c\u200d]+|[\u200c\u200d]+$"
)
_STRANGE = pattern("[^\n\x20-\x7e£€‘’“”–—…é]+")  # what plain text has none of, and its commonest letters
_LEADS = "âÂÃÅïð"  # the first letter of every sign below
_MOJIBAKE = pattern(
    "â€|â‚|â\x80|ï»¿|ðŸ|[Ââ][\x80-\xbf]|Â (?=\\w)|Ã[\x80-\xbf\u0152-\u017e\u2013-\u2122]"
    "|Å[\x80-\xbf\u2018-\u201e]"
)


def decode(captured: Capture) -> Source:
    """The capture as clean text (see Source); raises SourceError when it is damaged past reading."""
    text, notes = letters(captured)
    return Source(name=captured.name, text=clean(text), notes=notes)


def letters(captured: Capture) -> tuple[str, tuple[str, ...]]:
    """The capture's letters with their line ends and indents, mojibake mended, and what was mended told."""
    text, notes = _letters(captured)
    if not text.isascii():
        text, mended = _mend(text)
        notes += [f"broken letters (mojibake) mended on {mended} lines"] * bool(mended)
    return text, tuple(notes)


def mendings(name: str, notes: Iterable[str]) -> list[Finding]:
    """What was mended of a source, for the editor."""
    return [Finding(code="text-mended", level=Level.NOTE, message=note, where=name) for note in notes]


def clean(text: str) -> str:
    """The same letters without what nobody sees; nothing is looked for that the text does not hold."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\t", " ").replace("\u00a0", " ")
    if not text.replace("\n", "").isprintable():
        text = _printable(text)
    while "  " in text:
        text = text.replace("  ", " ")
    if " \n" in text or "\n " in text:
        text = "\n".join(line.strip(" ") for line in text.split("\n"))
    return text.strip(" ")


def _printable(text: str) -> str:
    """Without the rarer things nobody sees; all that the expressions look for cannot be printed."""
    strange = "".join(_STRANGE.findall(text))
    if _LINE_ENDS.search(strange):
        text = _LINE_ENDS.sub("\n", text)
    if _ODD_SPACES.search(strange):
        text = _ODD_SPACES.sub(" ", text)
    if _UNSEEN.search(strange) or _JOINERS.search(strange):
        text = _JOINERS.sub("", _UNSEEN.sub("", text))
    return text


def _letters(captured: Capture) -> tuple[str, list[str]]:
    raw = captured.raw
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(captured), []
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return _as_named(captured) or _damaged_or_windows(raw)


def codec_of(named: str) -> str:
    """Python's name for an encoding, "" for none it knows; Latin-1 is Windows-1252, as browsers have it.

    (WHATWG Encoding Standard, names and labels.)
    """
    try:
        name = codecs.lookup(named).name if named else ""
    except (LookupError, ValueError):
        return ""
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _as_named(captured: Capture) -> tuple[str, list[str]] | None:
    """Read in the encoding that the server or the editor named; None when it is unknown or does not fit."""
    codec = codec_of(captured.encoding)
    try:
        return (captured.raw.decode(codec), [f"read as {captured.encoding}, as named"]) if codec else None
    except (LookupError, ValueError):
        return None


def _utf16(captured: Capture) -> str:
    try:
        return captured.raw.decode("utf-16")
    except UnicodeDecodeError as error:
        message = f"{captured.name}: its UTF-16 is damaged; save the text again as UTF-8"
        raise SourceError(message) from error


def _damaged_or_windows(raw: bytes) -> tuple[str, list[str]]:
    """Windows-1252 has whole UTF-8 letters only by chance; many of them and few faults are damaged UTF-8."""
    text = raw.decode("utf-8-sig", "replace")
    faults = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - faults
    if sound > 2 * faults:
        return text, [f"{faults} damaged letters, shown as \ufffd"]
    text = raw.decode("cp1252", "replace")
    unknown = text.count("\ufffd")
    notes = ["read as Windows-1252, since it is not UTF-8"]
    return text, notes + [f"{unknown} letters unknown to Windows-1252, shown as \ufffd"] * bool(unknown)


def _mend(text: str) -> tuple[str, int]:
    if not any(sign in text for sign in _LEADS) or not _MOJIBAKE.search(text):
        return text, 0
    lines = text.split("\n")
    mended = [line if line.isascii() else _mend_line(line) for line in lines]
    changed = sum(old != new for old, new in zip(lines, mended, strict=True))
    return "\n".join(line.replace("\n", " ") for line in mended), changed


def _mend_line(line: str) -> str:
    """Letter by letter; what stays broken (bytes are missing, or it was broken twice) is left to ftfy."""
    mended = _letter_by_letter(line)
    if not _MOJIBAKE.search(mended):
        return mended
    from ftfy import fix_encoding

    return _letter_by_letter(fix_encoding(line))


def _letter_by_letter(line: str) -> str:
    """Every letter that was read byte by byte, put back."""
    return _misread().sub(_put_back, line)


@cache
def _misread() -> re.Pattern[str]:
    """A lead byte with its trailing bytes, each as the letter that Windows-1252 has for it."""
    rest = "".join(_windows(byte) for byte in range(0x80, 0xC0))
    rest = re.escape(rest)
    return re.compile(f"[Â-ß][{rest}]|[à-ï][{rest}]{{2}}|[ð-ô][{rest}]{{3}}")


def _windows(byte: int) -> str:
    letter = bytes([byte]).decode("cp1252", "replace")
    return chr(byte) if letter == "\ufffd" else letter


def _put_back(broken: re.Match[str]) -> str:
    try:
        return b"".join(_byte(letter) for letter in broken[0]).decode()
    except UnicodeDecodeError:
        return broken[0]


def _byte(letter: str) -> bytes:
    return bytes([ord(letter)]) if "\x80" <= letter < "\xa0" else letter.encode("cp1252")
