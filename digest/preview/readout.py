"""The email as a screen reader reads it out: its words in their order, each with what it is.

Rule 1. What is hidden (`display:none`, `hidden`, `aria-hidden`), styles and comments are not read.
Rule 2. A role is said before its words: "heading 2", "link", "list item", "quotation", "image".
Rule 3. A picture says its alternative text; one without the attribute is told so, an empty one is silent.
Rule 4. A table for layout (`role="presentation"`) is not announced; any other is.
"""

from html.parser import HTMLParser

from msgspec import Struct

_ROLES = {"a": "link", "li": "list item", "blockquote": "quotation", "button": "button", "th": "column"}
_ROLES |= {f"h{level}": f"heading {level}" for level in range(1, 7)}
_BLOCKS = {"p", "div", "td", "tr", "table", "ul", "ol", "br", "section", "center", "body"}
_UNREAD = {"style", "script", "title", "noscript", "template"}
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_INVISIBLE = str.maketrans("", "", "\u034f\u200b\u200c\u200d\u2007\u00ad\ufeff\u2060")


class Said(Struct, frozen=True):
    """Something that is read out: its words, and before them what it is, from the outermost on."""

    roles: tuple[str, ...]
    words: str

    def __str__(self) -> str:
        return f"{', '.join(self.roles)}: {self.words}" if self.roles else self.words


def readout(html: str) -> tuple[Said, ...]:
    """Everything that is read out, in its order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.flush()
    return tuple(reader.said)


class _Reader(HTMLParser):
    """Keeps the elements it stands in, each with its role and whether it is read."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[Said] = []
        self._within: list[tuple[str, str, bool]] = []
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        role = _role(tag, given)
        if role or tag in _BLOCKS:
            self.flush()
        if tag == "img" and not self._silent():
            self._picture(given)
        if tag not in _VOID:
            self._within.append((tag, role, self._silent() or tag in _UNREAD or _hidden(given)))

    def handle_endtag(self, tag: str) -> None:
        if not any(opened == tag for opened, _, _ in self._within):
            return
        if tag in _BLOCKS or any(role for opened, role, _ in self._within if opened == tag):
            self.flush()
        while self._within.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._silent():
            self._words.append(data)

    def flush(self) -> None:
        """Ends what is said in one breath."""
        words = " ".join("".join(self._words).translate(_INVISIBLE).split())
        self._words.clear()
        if words:
            self._say(words)

    def _picture(self, given: dict[str, str]) -> None:
        self.flush()
        if "alt" not in given:
            self._say("without alternative text", "image")
        elif given["alt"]:
            self._say(given["alt"], "image")

    def _say(self, words: str, *own: str) -> None:
        roles = (role for _, role, _ in self._within if role)
        self.said.append(Said((*roles, *own), words))

    def _silent(self) -> bool:
        return bool(self._within) and self._within[-1][2]


def _role(tag: str, given: dict[str, str]) -> str:
    if tag == "a" and "href" not in given:
        return ""
    if tag == "table" and given.get("role") not in {"presentation", "none"}:
        return "table"
    return _ROLES.get(tag, "")


def _hidden(given: dict[str, str]) -> bool:
    style = given.get("style", "").replace(" ", "").lower()
    return "display:none" in style or "hidden" in given or given.get("aria-hidden") == "true"
