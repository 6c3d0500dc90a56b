"""The words of raw HTML in Markdown: without tags, comments and scripts; a caption is known by its tag.

One pass over tags and comments, in time that grows with the text: what is no tag is words.
"""

from html import unescape

from msgspec import Struct

from digest.patterns import pattern

_TAG = pattern(
    r"<!--|-->|<[!?][^<>]*>|<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]*)"
    r"(?P<rest>(?:\"[^\"<]{0,2000}\"|'[^'<]{0,2000}'|[^<>\"'])*)>"
)
_ALT = pattern(r"""(?i)\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_INLINE_TAGS = """
a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup
time tt u var wbr
"""
_INLINE = frozenset(_INLINE_TAGS.split())
_CAPTIONS = frozenset(["figcaption", "caption"])
_UNSEEN = frozenset(["script", "style", "template", "iframe", "svg", "object", "noscript"])


class HtmlWords(Struct, frozen=True):
    """The blocks of words, each with whether it is a picture's caption.

    `unclosed` is what begins in it ("<!--", "script"), never ends, and hides all that follows.
    """

    pieces: tuple[tuple[str, bool], ...]
    unclosed: str


def words_in(html: str) -> HtmlWords:
    """What a reader sees of raw HTML; blocks without words are left out."""
    pieces: list[tuple[str, bool]] = []
    words: list[str] = []
    caption, hidden, position = False, "", 0
    for tag in _TAG.finditer(html):
        if not hidden:
            words.append(html[position : tag.start()])
        position = tag.end()
        name = (tag["name"] or "").lower()
        hidden = _hidden(hidden, tag[0], name, closing=bool(tag["end"]))
        if hidden or not name or name in _INLINE:
            continue
        pieces.append(("".join(words), caption))
        words, caption = [], name in _CAPTIONS and not tag["end"]
        if name == "img" and (alt := _ALT.search(tag["rest"])):
            pieces.append((alt[1] or alt[2] or "", True))
    if not hidden:
        words.append(html[position:])
    pieces.append(("".join(words), caption))
    told = ((" ".join(unescape(text).split()), caption) for text, caption in pieces)
    return HtmlWords(tuple((text, caption) for text, caption in told if text), hidden)


def _hidden(hidden: str, tag: str, name: str, *, closing: bool) -> str:
    """What hides the words after a tag: a comment ("<!--"), an element by its name, or nothing ("")."""
    if hidden == "<!--":
        return "" if tag == "-->" else hidden
    if hidden:
        return "" if closing and name == hidden else hidden
    if tag == "<!--":
        return tag
    return name if name in _UNSEEN and not closing and not tag.endswith("/>") else ""
