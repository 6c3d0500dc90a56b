"""From a page's bytes to its tree: the letters by decoding.py, the tags by lxml.

Rule 1. What a page says of its own letters (`<meta charset>`) is heard last: after the mark at the front,
        after "valid UTF-8 is UTF-8", after the server. A page that names UTF-16 or nonsense is not heard.
Rule 2. A name stands for what browsers take it for: "iso-8859-1" is Windows-1252, or every curly quote of
        a page would be a control character.
Rule 3. A hidden part that holds paragraphs and follows others is the rest of a text, folded until the
        reader asks for it; it is unfolded. Everything else that is hidden stays so.
Rule 4. Any markup makes a tree; only a page without a single tag or word does not.
"""

import codecs
import re
from typing import Any

from msgspec.structs import replace

from digest.errors import SourceError
from digest.patterns import pattern
from digest.sources.capture import Capture
from digest.sources.decoding import decode

Node = Any  # lxml's elements; lxml is imported only where a page is parsed

_DECLARED = re.compile(
    rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,80}encoding=[\"']([\w:.-]{2,40})"
)
_HEAD = 4096  # bytes; browsers look no further for the declaration
_AS_BROWSERS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
_NO_LETTERS = ("utf-16", "utf-32", "utf-7", "idna", "punycode", "unicode", "raw", "undefined", "mbcs", "oem")
_HIDING = pattern(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_PARAGRAPH = 60  # letters
_NO_LETTER = pattern(r"[\W_]+")
_UNSPACED = pattern("[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def tree_of(captured: Capture) -> tuple[Node, tuple[str, ...]]:
    """The page's root element, and what was mended on the way; raises SourceError for an empty page."""
    from lxml import etree, html

    source = decode(replace(captured, encoding=_encoding(captured)))
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_UNWANTED.sub("", source.text).encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        message = f"{captured.name}: no HTML can be made out in it; copy the page's text from the browser"
        raise SourceError(message) from error
    _unfold(root)
    return root, source.notes


def _unfold(root: Node) -> None:
    """Rule 3."""
    for node in root.xpath("//*[@hidden or @style or @aria-hidden]"):
        if is_hidden(node) and _is_rest(node):
            for key in ("hidden", "style", "aria-hidden"):
                node.attrib.pop(key, None)


def is_hidden(node: Node) -> bool:
    """Whether an element says that no reader sees it."""
    style = node.get("style") or ""
    return node.get("hidden") is not None or node.get("aria-hidden") == "true" or bool(_HIDING.search(style))


def _is_rest(node: Node) -> bool:
    """Whether a hidden element holds paragraphs and stands right among others."""
    beside = (other for other in node.itersiblings(preceding=True) if not is_hidden(other))
    return _holds_paragraph(node) and any(map(_holds_paragraph, beside))


def _holds_paragraph(node: Node) -> bool:
    paragraphs = [node] if node.tag == "p" else [*node.iterchildren("p"), *node.xpath("./*/p")]
    return any(map(_is_long, paragraphs))


def _is_long(paragraph: Node) -> bool:
    return len(words("".join(paragraph.itertext()))) >= _PARAGRAPH


def letters(text: str) -> str:
    """A text's letters and digits in lower case: what is left equal by other marks, spaces and capitals."""
    return _NO_LETTER.sub("", text.casefold())


def words(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def count_words(text: str) -> int:
    """How many words a text has; three letters of a script without spaces count as one."""
    return text.count(" ") + 1 + len(_UNSPACED.findall(text)) // 3


def _encoding(captured: Capture) -> str:
    declared = _DECLARED.search(captured.raw[:_HEAD])
    named = declared[declared.lastindex or 0].decode("ascii", "ignore") if declared else ""
    return _known(captured.encoding) or _known(named)


def _known(name: str) -> str:
    """Python's name of an encoding as browsers understand it, "" for what is none of letters in bytes."""
    try:
        found = codecs.lookup(name).name if name else ""
    except (LookupError, ValueError):
        return ""
    found = _AS_BROWSERS.get(found, found)
    return "" if found.startswith(_NO_LETTERS) else found
