"""A feed's XML cut into its entries, each a small feed of its own that holds the feed's head and that entry.

Theory of operation. An entry is stored in an issue and read again years later, so it must stand alone: with
the feed's head, its namespaces, and the address that relative links count from. Cutting the text rather than
a tree keeps every entry as it came, and one that is broken breaks no other.

Rule 1. The letters are settled first (decoding.py), so that the pieces are UTF-8 whatever the feed was. What
        XML declares of itself is heard before the server, which mostly names its own default.
Rule 2. The DOCTYPE goes: what it defines is never expanded (bombs) and what it points to never opened.
Rule 3. An ampersand that begins none of XML's own entities is mended: the names of HTML become their
        letters, and any other ampersand is one. CDATA, where both are text, stays as it is.
Rule 4. An entry runs from its tag to its end tag; one that is not ended, to the next or the text's end.
"""

import re
from collections.abc import Iterator
from html import escape
from html.entities import html5

from msgspec import Struct
from msgspec.structs import replace

from digest.patterns import pattern
from digest.sources.capture import Capture
from digest.sources.decoding import clean, codec_of, decode

MOST = 2000  # entries; a feed of more is an archive
_BUDGET = 50_000_000  # characters for copies of the head
_HEAD = 400  # bytes in which XML's declaration may stand
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{2,40})""")
_VERBATIM = r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
_DECLARATION = pattern(r"<\?xml\b.*?(?:\?>|\Z)", re.DOTALL)
_DOCTYPE = pattern(
    rf"(?P<kept>{_VERBATIM})|<!DOCTYPE(?:[^\[<>\"']|\"[^\"]*\"|'[^']*')*+(?:\[.*?(?:\]\s*>|\Z)|>|\Z)",
    re.DOTALL,
)
_AMPERSAND = pattern(
    rf"(?P<kept>{_VERBATIM})|&(?!(?:#\d+|#[xX][\da-fA-F]+|amp|lt|gt|quot|apos);)(?:(?P<name>\w{{2,32}};))?",
    re.DOTALL,
)
_ROOT = pattern(r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!(?!--)[^>]*>)*+<((?:[\w.-]+:)?([\w.-]+))([^>]*)>", re.DOTALL)
_FRAME = pattern(r"(?i)<((?:[\w.-]+:)?(?:rss|rdf|feed|channel))(?=[\s>])")
_FRAME_ENDS = pattern(r"(?i)(?:\s*</(?:[\w.-]+:)?(?:rss|rdf|feed|channel)\s*>)++\s*\Z")
_ENTRIES = {"rss": "item", "rdf": "item", "channel": "item", "feed": "entry"}
_XML = '<?xml version="1.0" encoding="utf-8"?>\n'


class FeedText(Struct, frozen=True, kw_only=True):
    """A feed's text in pieces: what stands before its first entry, the entries, what stands about them.

    `root` is the name of its first element in small letters, "" where there is none.
    """

    root: str
    head: str
    entries: tuple[str, ...]
    rest: str
    notes: tuple[str, ...] = ()

    @property
    def is_feed(self) -> bool:
        """Whether its first element is that of a feed."""
        return self.root in _ENTRIES

    def documents(self) -> Iterator[bytes]:
        """Each entry as a feed; no more than MOST, or than can be had while the head is copied."""
        frame = len(self.head) + len(self.rest) + 1
        for entry in self.entries[: min(MOST, _BUDGET // frame + 1)]:
            yield (_XML + self.head + entry + self.rest).encode()


def cut(captured: Capture) -> FeedText:
    """A capture in its pieces; raises SourceError when its letters are damaged past reading."""
    source = decode(replace(captured, encoding=_encoding(captured)))
    text = clean(_AMPERSAND.sub(_mended, _DOCTYPE.sub(_kept, source.text)))
    found = _ROOT.match(text)
    root = found[2].lower() if found else ""
    head, entries, rest = _pieces(text, _ENTRIES[root]) if root in _ENTRIES else (text, (), "")
    head = _based(_DECLARATION.sub("", head, count=1).lstrip(), captured.url)
    return FeedText(root=root, head=head, entries=entries, rest=rest + _ends(head, rest), notes=source.notes)


def fault(captured: Capture) -> str:
    """Where and how a capture's XML is broken ("line 3: …"), or "" when it is sound."""
    from lxml import etree

    text = _DOCTYPE.sub(_kept, decode(replace(captured, encoding=_encoding(captured))).text)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        etree.fromstring(_DECLARATION.sub("", text, count=1).encode(), parser)
    except etree.XMLSyntaxError as error:
        told = (error.msg or "broken").partition("\n")[0]
        return f"line {error.lineno}: {told.rpartition(', line ')[0] or told}"
    return ""


def _encoding(captured: Capture) -> str:
    """Rule 1."""
    declared = _DECLARED.match(captured.raw[:_HEAD])
    return (codec_of(declared[1].decode("ascii")) if declared else "") or captured.encoding


def _kept(match: re.Match[str]) -> str:
    """A DOCTYPE's line ends alone, so that lines keep their numbers."""
    return match["kept"] or "\n" * match[0].count("\n")


def _mended(match: re.Match[str]) -> str:
    if match["kept"]:
        return match["kept"]
    name = match["name"] or ""
    return escape(html5[name]) if name in html5 else f"&amp;{name}"


def _pieces(text: str, kind: str) -> tuple[str, tuple[str, ...], str]:
    entries: list[str] = []
    about: list[str] = []
    done, begin, name = 0, -1, ""
    for tag in _tags(text, kind):
        opens = tag[0][1] != "/"
        if begin < 0 and opens:
            about.append(text[done : tag.start()])
            begin, name = tag.start(), tag["name"]
            if not tag[0].endswith("/>"):
                continue
        if begin >= 0:
            cut_off = opens and not tag[0].endswith("/>")
            done = tag.start() if cut_off else tag.end()
            entries.append(text[begin:done] + f"</{name}>" * cut_off)
            begin = done if cut_off else -1
    if begin >= 0:
        last = _FRAME_ENDS.sub("", text[begin:]).removesuffix(f"</{name}>")
        return about[0], (*entries, f"{last}</{name}>"), _squeezed(about[1:])
    about.append(text[done:])
    return about[0], tuple(entries), _squeezed(about[1:])


def _tags(text: str, kind: str) -> Iterator[re.Match[str]]:
    """The tags that begin and end entries; the first one's prefix is that of all."""
    tags = re.compile(rf"{_VERBATIM}|</?(?P<name>(?:[\w.-]+:)?{kind})(?:\s[^<>]{{0,2000}})?/?>", re.DOTALL)
    name = ""
    for match in tags.finditer(text):
        if match["name"]:
            name = name or match["name"]
            if match["name"] == name:
                yield match


def _squeezed(parts: list[str]) -> str:
    return "".join(part.strip() for part in parts)


def _ends(head: str, rest: str) -> str:
    """The end tags that a feed lacks which breaks off."""
    names = dict.fromkeys(found[1] for found in _FRAME.finditer(head))
    return "".join(f"</{name}>" for name in reversed(names) if f"</{name}>" not in head + rest)


def _based(head: str, url: str) -> str:
    """The head, its root telling the address that relative links count from, unless it does already."""
    root = _ROOT.match(head)
    if not url or root is None or "xml:base" in root[3]:
        return head
    return head[: root.end(1)] + f' xml:base="{escape(url)}"' + head[root.end(1) :]
