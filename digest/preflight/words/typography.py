"""Checks for slips of the keyboard and of the machine in what will be sent.

Quotations are left alone where mending would change a word or a mark of theirs.
"""

import re
from collections.abc import Iterator

from digest.model import Level
from digest.patterns import pattern
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.spots import Text, texts

_LATE = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # what cp1252 shows for the bytes 0x80 to 0x9f
_MOJIBAKE = pattern(
    rf"\ufffd|[\x80-\x9f]|â[\x80-\x9f{_LATE}][\x80-\xbf{_LATE}]|Ã[\x80-\xbf{_LATE}](?!\w*[A-ZÀ-Þ])"
    r"|Â[\xa0-\xaf\xb0-\xbf]|ï»¿|ð[\x9fŸ]"
)
_DOUBLE_SPACE = pattern(r"(?<=\S) {2,}(?=\S)")
_STRAIGHT = pattern(r"""(?<!\w)"(?=\w)|(?<=[^\W\d])"|(?<=[^\W\d])'(?=[^\W\d])""")
_CURLY = pattern("[“”‘’]")
_LOOSE_STOP = pattern(r"\w ([,.])(?=\s|$)")
_TWICE = pattern(
    r"\b(the|an?|of|to|in|and|is|for|on|with|at|by|from|as|or|it|be|are|was) \1\b", re.IGNORECASE
)
_MARKUP = pattern(
    r"&(?:#\d{2,6}|#x[\da-fA-F]{2,5}|amp|nbsp|lt|gt|quot|apos|[rl][sd]quo|[mn]dash|hellip|pound|euro|copy);"
    r"|</?(?:p|br|b|i|em|strong|a|span|div|h[1-6]|ul|li|blockquote|img)\b[^<>]*>"
    r"|\*\*\S(?:[^*]*\S)?\*\*|\]\(https?://",
)


def mojibake(galley: Galley) -> Iterator[Hit]:
    """Letters that were read in the wrong encoding."""
    for text in texts(galley.issue):
        if found := _MOJIBAKE.search(text.value):
            start = max(0, found.start() - 15)
            shown = text.value[start : found.end() + 15].strip()
            yield text.spot.hit(
                f"the {text.name} has letters that were read wrongly: “{shown}”",
                "write it anew in issue.toml, or name the source's encoding there",
            )


def double_space(galley: Galley) -> Iterator[Hit]:
    """Two spaces where one belongs."""
    for text in texts(galley.issue):
        if found := _DOUBLE_SPACE.search(text.value):
            around = text.value[max(0, found.start() - 15) : found.end() + 15]
            yield text.spot.hit(
                f"the {text.name} has two spaces together: “{around}”", "take one of them out"
            )


def quote_marks_mixed(galley: Galley) -> Iterator[Hit]:
    """Straight and curly quotation marks in one text."""
    for text in _editable(galley):
        if _CURLY.search(text.value) and _STRAIGHT.search(text.value):
            yield text.spot.hit(
                f"the {text.name} has both straight and curly quotation marks or apostrophes",
                "make them all of one kind",
            )


def loose_stop(galley: Galley) -> Iterator[Hit]:
    """A space before a comma or a full stop."""
    for text in _editable(galley):
        if found := _LOOSE_STOP.search(text.value):
            around = text.value[max(0, found.start() - 15) : found.end()]
            yield text.spot.hit(f"the {text.name} has a space before “{found[1]}”: “{around}”", "take it out")


def word_twice(galley: Galley) -> Iterator[Hit]:
    """A small word written twice."""
    if galley.issue.publication.language.startswith("en"):
        for text in _editable(galley):
            if found := _TWICE.search(text.value):
                yield text.spot.hit(f"the {text.name} says “{found[0]}”", "take one of them out")


def markup_in_text(galley: Galley) -> Iterator[Hit]:
    """HTML or Markdown that readers will see as it is written."""
    for text in texts(galley.issue):
        if text.name != "note" and (found := _MARKUP.search(text.value)):
            yield text.spot.hit(
                f"the {text.name} says {found[0]}, which readers will see as it stands",
                "write plain text there; only the note may hold Markdown",
            )


def _editable(galley: Galley) -> Iterator[Text]:
    """What an editor may mend: everything but quotations."""
    return (text for text in texts(galley.issue) if text.name != "quote")


ROWS = (
    Check(
        code="mojibake",
        level=Level.WARNING,
        run=mojibake,
        title="letters were read in the wrong encoding",
        why="names and figures come out as gibberish, and it looks like spam",
        source="Unicode Standard, 5.22 (U+FFFD); WHATWG Encoding Standard",
        deep=True,
    ),
    Check(
        code="double-space",
        level=Level.NOTE,
        run=double_space,
        title="two spaces stand together",
        why="HTML shows one, the text part shows both; a word may be missing between them",
        deep=True,
    ),
    Check(
        code="quote-marks-mixed",
        level=Level.NOTE,
        run=quote_marks_mixed,
        title="straight and curly quotation marks stand in one text",
        why="it looks pasted together",
        deep=True,
    ),
    Check(
        code="space-before-stop",
        level=Level.NOTE,
        run=loose_stop,
        title="a space stands before a comma or a full stop",
        why="the mark may go to the next line; a word may be missing",
        deep=True,
    ),
    Check(
        code="word-twice",
        level=Level.WARNING,
        run=word_twice,
        title="a small word is written twice",
        why="it is always a slip",
        deep=True,
    ),
    Check(
        code="markup-in-text",
        level=Level.WARNING,
        run=markup_in_text,
        title="HTML or Markdown stands in a text that is shown as it is",
        why="readers see the signs instead of what they were meant to do",
        deep=True,
    ),
)
