"""Small pieces of HTML, as feeds hold them: made of plain text, their links made absolute."""

from html import escape, unescape
from urllib.parse import urljoin, urlsplit

from digest.patterns import pattern

_TAG = pattern(r"<[/!]?[a-zA-Z-][^<>]*>")
_BLANK_LINE = pattern(r"\n[ \t]*\n\s*")
_RELATIVE = pattern(r"(?i)\b(?:href|src)\s*=\s*[\"']?(?!https?:|mailto:|tel:|data:|#)")
_WEB = ("http://", "https://")


def as_markup(text: str) -> str:
    """HTML of what may be plain text: its paragraphs are parted by blank lines."""
    if _TAG.search(text) or not text.strip():
        return text
    return paragraphs(unescape(text))


def paragraphs(text: str) -> str:
    """HTML of plain text."""
    return "".join(f"<p>{escape(part, quote=False)}</p>" for part in _BLANK_LINE.split(text.strip()) if part)


def absolute_markup(markup: str, base: str) -> str:
    """The same HTML with links that count from nowhere; untouched when it has no relative ones."""
    if not base or not _RELATIVE.search(markup):
        return markup
    from lxml import etree, html

    try:
        root = html.fragment_fromstring(markup, create_parent="div")
        root.make_links_absolute(base, handle_failures="ignore")
    except (etree.LxmlError, ValueError, AssertionError):
        return markup
    inside = (root.text or "", *(html.tostring(child, encoding="unicode") for child in root))
    return "".join((escape(inside[0], quote=False), *inside[1:]))


def absolute(url: str, base: str) -> str:
    """A web address made absolute, or "" for what is none (`javascript:`, a bare number)."""
    try:
        joined = urljoin(base, url.strip()).replace(" ", "%20") if url else ""
        host = urlsplit(joined).hostname
    except ValueError:
        return ""
    return joined if host and joined.lower().startswith(_WEB) else ""
