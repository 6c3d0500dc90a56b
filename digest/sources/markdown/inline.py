r"""The visible words of a piece of Markdown: what a reader of the rendered page sees, without its marks.

Rule 1. Emphasis, code marks, escapes and entities leave their words. A line end stays one ("\n"): who asks
        makes it a space, or a new line of a footnote.
Rule 2. A picture's words are no part of the sentence it stands in: they become captions.
Rule 3. Raw HTML leaves its words; a comment leaves nothing. A footnote's number is no word.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from digest.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.token import Token

_FOOTNOTE = pattern(r"\[\^[^\]\s]{1,60}\](?!:)")
_TAG_NAME = pattern(r"</?([a-zA-Z][\w-]*)")
_MARKS = {"em_open": 1, "strong_open": 1, "em_close": -1, "strong_close": -1}
_PARTING = frozenset(["br", "p", "div", "li", "td", "th", "img"])


class Linked(Struct, frozen=True):
    """A link's words and address."""

    text: str
    url: str


class Image(Struct, frozen=True):
    """A picture's address and what is said of it."""

    url: str
    alt: str
    title: str


class Words(Struct):
    """The words, those that stand in no link (`rest`), links and pictures.

    `emphasised`: all of them are in italics or bold; `marked`: Markdown was at work in them.
    """

    text: str = ""
    rest: str = ""
    links: list[Linked] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    emphasised: bool = False
    marked: bool = False


def words_of(tokens: Sequence["Token"]) -> Words:
    """What the tokens of one inline run say."""
    words, walk = Words(), _Walk()
    for token in tokens:
        walk.take(token, words)
        words.marked = words.marked or token.type not in {"text", "softbreak", "hardbreak"}
    words.text, words.rest = "".join(walk.said), "".join(walk.outside)
    words.emphasised = walk.depth_seen > 0 and not walk.plain
    return words


class _Walk:
    """Where in the run we stand."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.outside: list[str] = []
        self.plain = False  # words were said outside of all emphasis
        self.depth_seen = 0
        self._depth = 0
        self._link: tuple[str, int] | None = None  # the address, and where in `said` its words begin

    def take(self, token: "Token", words: Words) -> None:
        if token.type in _MARKS:
            self._depth += _MARKS[token.type]
            self.depth_seen = max(self.depth_seen, self._depth)
        elif token.type == "link_open":
            self._link = (str(token.attrGet("href") or ""), len(self.said))
        elif token.type == "link_close":
            self._close(words)
        elif token.type == "image":
            words.images.append(_image(token))
        else:
            self._say(_said(token))

    def _say(self, text: str) -> None:
        self.said.append(text)
        if self._link is None:
            self.outside.append(text)
        if not self._depth and text.strip():
            self.plain = True

    def _close(self, words: Words) -> None:
        url, start = self._link or ("", len(self.said))
        self._link = None
        text = " ".join("".join(self.said[start:]).split())
        if text.startswith("^"):
            del self.said[start:]  # a footnote whose text is an address: "[^1]: https://…"
        elif text:
            words.links.append(Linked(text, url))


def _said(token: "Token") -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.type == "html_inline":
        name = _TAG_NAME.match(token.content)
        return " " if name and name[1].lower() in _PARTING else ""
    return _FOOTNOTE.sub("", token.content) if token.type == "text" else token.content


def _image(token: "Token") -> Image:
    alt = words_of(token.children or ())
    return Image(str(token.attrGet("src") or ""), alt.text, str(token.attrGet("title") or ""))
