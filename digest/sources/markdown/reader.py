"""The door of the Markdown reader (a plug-in, see readers.py); what it takes to read one is imported late."""

from pathlib import PurePath

from digest.model import Article
from digest.patterns import pattern
from digest.sources.capture import Capture

_NAMES = frozenset([".md", ".markdown", ".mdown", ".mkd"])
_NAMED, _SIGNED = 0.9, 0.7
_HEADLINE = pattern(r"# \S|[^\n]+\n=+[ \t]*(?:\n|$)")
_SIGNS = (
    pattern(r"(?m)^#{2,6} \S"),
    pattern(r"!?\[[^\]\n]*\]\([^)\s]+\)"),
    pattern(r"\*\*[^*\s][^*\n]*\*\*"),
    pattern(r"(?m)^```"),
)


def claims(captured: Capture, opening: str) -> float:
    """Sure of a file called ".md" or with front matter; a text needs a "# Headline" and another mark."""
    if PurePath(captured.name).suffix.lower() in _NAMES or _has_front_matter(opening):
        return _NAMED
    signed = _HEADLINE.match(opening) and any(sign.search(opening) for sign in _SIGNS)
    return _SIGNED if signed else 0


def _has_front_matter(opening: str) -> bool:
    if not opening.startswith(("---", "+++")):
        return False
    from digest.sources.markdown.frontmatter import opens_with_keys

    return opens_with_keys(opening)


def read(captured: Capture) -> Article:
    """What a Markdown file says; raises SourceError, with the line where there is one, when it cannot."""
    from digest.sources.markdown.article import read_markdown

    return read_markdown(captured)
