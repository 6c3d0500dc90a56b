"""The blocks of a Markdown body, in their order, each with its visible words and the line it begins on.

Rule 1. Lists are flattened: an item's paragraphs and the items under it are parts of their own; numbers
        stay, as a reader sees them. So are block quotes; a table gives one part a row.
Rule 2. A "heading" that is a whole paragraph with a rule ("---") right under it is a paragraph: its writer
        meant a rule.
Rule 3. A paragraph of links and what parts them is a part for each link, its lead ("Related:") with the
        first; links of a few words each ("Ports, Energy") are one.
Rule 4. A picture's words, and the words in italics right under it, are its captions.
"""

from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from digest.patterns import pattern
from digest.sources.decoding import clean
from digest.sources.judges.links import after_prefix
from digest.sources.markdown.inline import Image, Linked, Words, words_of
from digest.sources.markdown.raw import words_in

if TYPE_CHECKING:
    from markdown_it.token import Token

FEW_WORDS = 3  # a link of fewer spaces is a subject or a button rather than a headline
DEEPEST = 100  # lists and quotes in each other; markdown-it leaves out what lies deeper, as it does after 20
_LONGEST_HEADING = 150
_NOTE = pattern(r"\[\^[^\]\s]{1,60}\]:")
_LINK_EDGES = " \n|•·,;:/–—-»›>→►▶&()[]."
_ENDS = (".", "!", "?", ".”", ".’", '."')


class Kind(Enum):
    """What a part is by its marks."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    QUOTE = auto()
    ROW = auto()
    CODE = auto()
    CAPTION = auto()
    FOOTNOTE = auto()


class Part(Struct, frozen=True):
    """One block: its words in one line, a heading's level, its links.

    `linked`: it consists of links and no more. `emphasised`: all of it is in italics or bold.
    """

    kind: Kind
    text: str
    line: int
    level: int = 0
    links: tuple[Linked, ...] = ()
    linked: bool = False
    emphasised: bool = False


class Markdown(Struct):
    """A body's parts and pictures; `marked`: some Markdown was at work in it, beyond list bullets.

    `unclosed` is the line on which a comment or script begins that never ends, 0 where there is none;
    `depth` is how deep lists and quotes lie in each other: what lies deeper than DEEPEST is not there.
    """

    parts: list[Part] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    marked: bool = False
    unclosed: int = 0
    depth: int = 0


def markdown_of(body: str) -> Markdown:
    """The parts of a Markdown body."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    walk = _Walk()
    for token in reader.parse(body):
        walk.take(token)
    return walk.made


class _Walk:
    """Where in the body we stand: in how many lists and quotes, in which heading, row or item."""

    def __init__(self) -> None:
        self.made = Markdown()
        self._lists = self._quotes = 0
        self._heading: Token | None = None
        self._cells: list[str] | None = None
        self._row = 0
        self._number = ""

    def take(self, token: "Token") -> None:
        self.made.depth = max(self.made.depth, token.level + 1)
        step = getattr(self, f"_{token.type}", None)
        if step is not None:
            step(token)

    def _count(self, token: "Token") -> None:
        self._lists += token.nesting

    _bullet_list_open = _bullet_list_close = _ordered_list_open = _ordered_list_close = _count

    def _list_item_open(self, token: "Token") -> None:
        self._number = f"{token.info}{token.markup} " if token.info else ""

    def _quote(self, token: "Token") -> None:
        self._quotes += token.nesting
        self.made.marked = True

    _blockquote_open = _blockquote_close = _quote

    def _heading_open(self, token: "Token") -> None:
        self._heading = token
        self.made.marked = True

    def _heading_close(self, _: "Token") -> None:
        self._heading = None

    def _tr_open(self, token: "Token") -> None:
        self._cells, self._row = [], _line(token)
        self.made.marked = True

    def _tr_close(self, _: "Token") -> None:
        self._add(Part(Kind.ROW, " | ".join(filter(None, self._cells or ())), self._row))
        self._cells = None

    def _code(self, token: "Token") -> None:
        self.made.marked = self.made.marked or token.type == "fence"
        for chunk in token.content.split("\n\n"):
            self._add(Part(Kind.CODE, chunk, _line(token)))

    _fence = _code_block = _code

    def _html_block(self, token: "Token") -> None:
        html = words_in(token.content)
        self.made.marked = True
        self.made.unclosed = _line(token) if html.unclosed else self.made.unclosed
        for text, caption in html.pieces:
            self._add(Part(Kind.CAPTION if caption else self._kind(), text, _line(token)))

    def _inline(self, token: "Token") -> None:
        words = words_of(token.children or ())
        self.made.marked = self.made.marked or words.marked
        line = _line(token)
        if self._cells is not None:
            self._cells.append(words.text)
        elif self._heading is not None and self._kind() is Kind.PARAGRAPH:
            self._add_heading(self._heading, words, line)
        elif _NOTE.match(words.text):
            self._add_footnotes(words.text, line)
        else:
            self._add_words(words, line)
        self._add_images(words.images, line)

    def _kind(self) -> Kind:
        if self._lists:
            return Kind.ITEM
        return Kind.QUOTE if self._quotes else Kind.PARAGRAPH

    def _add_heading(self, token: "Token", words: Words, line: int) -> None:
        text = words.text.strip()
        ruled = token.markup == "-" and (len(text) > _LONGEST_HEADING or text.endswith(_ENDS))
        kind, level = (Kind.PARAGRAPH, 0) if ruled else (Kind.HEADING, int(token.tag[1:]))
        self._add(Part(kind, text, line, level, tuple(words.links)))

    def _add_footnotes(self, text: str, line: int) -> None:
        said: list[str] = []
        for each in text.split("\n"):
            if _NOTE.match(each) or not said:
                said.append("")
            said[-1] += " " + _NOTE.sub("", each)
        for each in said:
            self._add(Part(Kind.FOOTNOTE, each, line))

    def _add_words(self, words: Words, line: int) -> None:
        number, self._number = self._number, ""
        if words.images and words.emphasised:
            self._add(Part(Kind.CAPTION, words.text, line))
            return
        part = Part(
            self._kind(),
            number + words.text,
            line,
            links=tuple(words.links),
            linked=bool(words.links) and _holds_links_only(words),
            emphasised=words.emphasised,
        )
        for each in _apart(part) if part.linked and len(part.links) > 1 else (part,):
            self._add(each)

    def _add_images(self, images: list[Image], line: int) -> None:
        self.made.images += images
        for image in images:
            for text in dict.fromkeys((image.alt, image.title)):
                self._add(Part(Kind.CAPTION, text, line))

    def _add(self, part: Part) -> None:
        if text := _one_line(clean(part.text)):
            self.made.parts.append(replace(part, text=text))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _line(token: "Token") -> int:
    return token.map[0] + 1 if token.map else 0


def _holds_links_only(words: Words) -> bool:
    """Whether nothing stands beside them but a lead ("Read more:") and what parts links."""
    rest = words.rest.strip(_LINK_EDGES)
    leads = words.text.strip(_LINK_EDGES).startswith(rest) and after_prefix(f"{rest}: x") != ""
    return not rest or leads


def _apart(part: Part) -> Iterator[Part]:
    """A part for each link, unless all are subjects; the words before a link go with it."""
    if all(link.text.count(" ") < FEW_WORDS for link in part.links):
        yield part
        return
    text, position = _one_line(part.text), 0
    for link in part.links:
        end = text.index(link.text, position) + len(link.text)
        said = text[position:end]
        yield replace(part, text=said if not position else said.lstrip(_LINK_EDGES), links=(link,))
        position = end
