"""Checks for what was meant to be replaced before sending."""

import re
from collections.abc import Iterator

from digest.model import Level, Origin
from digest.patterns import pattern
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.spots import texts

_MERGE_TAG = pattern(r"\[\[\w+\]\]|\{\{.*?\}\}|\*\|\w+\|\*", re.DOTALL)
_TAG_SIGNS = ("[[", "{{", "*|")
_ESCAPED = (
    "which readers will get as it stands: what is handed over is escaped",
    "if it was meant as a merge tag, let the theme ask for it",
)
_PASTED = (
    "which a mail provider may take for a merge tag where the email is pasted by hand",
    "look at it in a proof before you send, or have the issue handed over: then it is escaped",
)
_ABBREVIATED = pattern(
    r"(?<![\w-])(?:TK(?:TK)*|TB[CDA]|T\.B\.C\.|TODO|FIXME|X{3,})(?![\w-])(?!\s+[A-Z][a-z])|\?{3,}|_{4,}"
)
_NUMERAL = pattern(r"\b[A-Z]\w*\s+\Z")
_SPELT_OUT = pattern(
    r"\blorem ipsum\b|\bdolor sit amet\b|\bplaceholder (?:text|copy|headline)\b"
    r"|\[(?:insert|add (?:the )?(?:link|name|quote|text|date))\b ?[^\]\s][^\]]*\]"
    r"|\[(?:placeholder|tk|tbc|tbd|xx+)\]"
    r"|\b(?:headline|standfirst|summary|text|copy|quote|title|caption) goes here\b"
    r"|<(?:insert|your|name)\b[^<>]*>",
    re.IGNORECASE,
)


def placeholder(galley: Galley) -> Iterator[Hit]:
    """Words that stand for words still to be written."""
    for text in texts(galley.issue):
        for found in _placeholders(text.value):
            yield text.spot.hit(
                f"the {text.name} says “{found}”",
                "write what belongs there",
                level=Level.ERROR if text.origin is Origin.EDITOR else Level.WARNING,
            )


def merge_tag_in_text(galley: Galley) -> Iterator[Hit]:
    """Words that look like the merge tags which a provider fills in.

    When an issue is handed over they are escaped; what is pasted there by hand is not.
    """
    told, mend = _ESCAPED if galley.provider else _PASTED
    for text in texts(galley.issue):
        if any(sign in text.value for sign in _TAG_SIGNS):
            for tag in _MERGE_TAG.findall(text.value):
                yield text.spot.hit(f"the {text.name} says {tag}, {told}", mend)


def _placeholders(text: str) -> Iterator[str]:
    yield from (found[0] for found in _SPELT_OUT.finditer(text))
    for found in _ABBREVIATED.finditer(text):
        numeral = found[0].startswith("XXX") and _NUMERAL.search(text[: found.start()])
        spanish = found[0] == "TODO" and text.isupper() and " " in text
        if not numeral and not spanish:
            yield found[0]


ROWS = (
    Check(
        code="placeholder",
        level=Level.ERROR,
        run=placeholder,
        title="a text still holds a placeholder",
        why="readers get what was never meant for them",
    ),
    Check(
        code="merge-tag-in-text",
        level=Level.NOTE,
        run=merge_tag_in_text,
        title="a text looks like a merge tag",
        why="readers get it as it stands, or a mail provider that it is pasted to fills it in",
    ),
)
