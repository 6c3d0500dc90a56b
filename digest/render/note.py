"""The editor's note: Markdown, in both parts from the same tokens."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from digest.render.wrap import wrap

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_HEADINGS = {"heading_open", "heading_close"}


class Note:
    """A note as templates meet it: false when there is none, else `note.html(...)` or `note.text()`.

    HTML in the note is shown as its letters; a link goes through `link` and is none where that gives nothing;
    a picture shows its alternative text; headings are of the second level, below the masthead.
    """

    def __init__(self, markdown: str, link: Callable[[str], str]) -> None:
        self._markdown = markdown if markdown.strip() else ""
        self._link = link

    def __bool__(self) -> bool:
        return bool(self._markdown)

    def html(self, **styles: str) -> Markup:
        """The note as HTML; `styles` gives tags their style attributes: `p="margin:0"`."""
        reader = self._reader()
        tokens = self._tokens(reader)
        for token in _every(tokens):
            if token.tag in styles and token.nesting >= 0:
                token.attrSet("style", styles[token.tag])
        return Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704 - markdown-it escapes

    def text(self, width: int = 72) -> str:
        """The note as plain text in lines of `width`, each link's address after its words."""
        from markdown_it.tree import SyntaxTreeNode

        return _blocks(SyntaxTreeNode(self._tokens(self._reader())).children, width)

    def _tokens(self, reader: "MarkdownIt") -> list["Token"]:
        tokens = reader.parse(self._markdown)
        for token in _every(tokens):
            if token.type in _HEADINGS:
                token.tag = "h2"
            elif token.type == "link_open":
                token.attrSet("href", self._link(str(token.attrGet("href"))))
            elif token.type == "image":
                token.type, token.tag = "text", ""
        return tokens

    def _reader(self) -> "MarkdownIt":
        from markdown_it import MarkdownIt

        reader = MarkdownIt("commonmark", {"html": False, "linkify": False})
        reader.validateLink = lambda url: bool(self._link(url))  # type: ignore[method-assign]
        return reader


def _every(tokens: Sequence["Token"]) -> Iterator["Token"]:
    for token in tokens:
        yield token
        yield from _every(token.children or ())


def _blocks(nodes: Sequence["SyntaxTreeNode"], width: int, between: str = "\n\n") -> str:
    return between.join(_block(node, width) for node in nodes)


def _block(node: "SyntaxTreeNode", width: int) -> str:
    if node.type in {"bullet_list", "ordered_list"}:
        return _list(node, width)
    if node.type == "blockquote":
        return _set_in("  ", _blocks(node.children, width - 2))
    if node.type in {"fence", "code_block"}:
        return _set_in("    ", node.content.rstrip("\n"))
    if node.type == "hr":
        return "* * *"
    return "\n".join(wrap(line, width) for line in _words(node).split("\n"))


def _list(node: "SyntaxTreeNode", width: int) -> str:
    first = int(str(node.attrs.get("start", 1)))
    ordered = node.type == "ordered_list"
    marks = [f"{first + n}. " if ordered else "- " for n in range(len(node.children))]
    is_tight = any(part.hidden for item in node.children for part in item.children)
    between = "\n" if is_tight else "\n\n"
    items = zip(marks, node.children, strict=True)
    return between.join(
        _set_in(mark, _blocks(item.children, width - len(mark), between)) for mark, item in items
    )


def _set_in(mark: str, text: str) -> str:
    return mark + text.replace("\n", "\n" + " " * len(mark))


def _words(node: "SyntaxTreeNode") -> str:
    if node.type == "hardbreak":
        return "\n"
    if node.type == "softbreak":
        return " "
    if not node.children:
        return node.content if node.type in {"text", "code_inline"} else ""
    words = "".join(_words(child) for child in node.children)
    return _with_address(words, str(node.attrs["href"])) if node.type == "link" else words


def _with_address(words: str, address: str) -> str:
    return f"<{address}>" if words == address else f"{words} <{address}>"
