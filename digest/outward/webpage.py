"""The web version of an issue: the same email, for whoever opens its address.

Theory of operation. A theme that asks `web` leaves out by itself what concerns one reader only; one that does
not know the word still asks for merge tags, and here is what becomes of them.

Rule 1. A link whose address holds a tag leads to a reader's own page. It goes, with its words, with one of
        the marks that part it from its neighbours ("Unsubscribe · Our site"), and with the paragraph or the
        item of a list in which it stood alone. So does a picture whose address holds one: it counts readers.
Rule 2. A first name is what stands in for one nobody knows; the postal address is the publication's own
        lines; any other tag that is left, in a sentence or in what only Outlook reads, is nothing.
Rule 3. All else stays as it is, letter for letter.
"""

from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser
from urllib.parse import quote

from digest.mergetags.neutral import FALLBACK, GENERIC, fill
from digest.patterns import pattern

_OPENS, _GONE = "\ue000", "\ue000\ue001"  # a tag without a name, which nobody can ask for
_SPACE = r"(?:\s|&nbsp;|&#160;)*"
_PARTED = rf"{_SPACE}(?:[·•|/–—]|&(?:middot|bull|ndash|mdash);){_SPACE}"
_LINK = rf"{_PARTED}{_GONE}|{_GONE}(?:{_PARTED})?"
_ALONE = rf"<(p|li)\b[^<>]*>(?:\s*{_GONE})+\s*</\1>"


def web_page(html: str, postal_address: Sequence[str]) -> str:
    """A neutral email's HTML without merge tags; `postal_address` is in lines."""
    html = pattern(_LINK).sub(_GONE, _without_personal(html))
    html = pattern(_ALONE).sub("", html).replace(_GONE, "")
    own = {"first_name": FALLBACK, "postal_address": "<br />".join(map(escape, postal_address))}
    return fill(html, {**dict.fromkeys(GENERIC, ""), **own})


def published_page(html: str, *, title: str, description: str, address: str, feed: str) -> str:
    """A web version as it stands in an archive: search engines and feed readers find what they look for.

    `address` is the one it is to be known by, `feed` that of the archive's feed. What the theme's head says
    already is not said twice, and all that can be seen stands in a landmark.
    """
    head, end, body = pattern(r"<title>\s*</title>").sub("", html, count=1).partition("</head>")
    told = {
        "<title": f"<title>{escape(title)}</title>",
        '<meta name="description"': f'<meta name="description" content="{escape(description)}">',
        '<link rel="canonical"': canonical(address),
        '<link rel="alternate"': f'<link rel="alternate" type="application/atom+xml" href="{escape(feed)}">',
    }
    return head + "".join(line for sign, line in told.items() if sign not in head) + end + _landmarked(body)


def address_in(home: str, slug: str) -> str:
    """The address of an issue's page in the archive at `home`, which ends with a stroke."""
    return f"{home}{quote(slug, safe='')}/"


def canonical(address: str) -> str:
    """The line in a page's head that tells the address it is to be known by."""
    return f'<link rel="canonical" href="{escape(address)}">'


def _landmarked(body: str) -> str:
    """The body with everything in it in a <main>, by which screen readers find it."""
    if "<main" in body:
        return body
    shown, end, rest = body.rpartition("</body>")
    return (
        pattern(r"<body\b[^<>]*>").sub(lambda tag: f"{tag[0]}<main>", shown, count=1) + f"</main>{end}{rest}"
    )


def _without_personal(html: str) -> str:
    """The HTML with `_GONE` for each link and picture that is one reader's own."""
    kept, done = [], 0
    for start, end in _Personal(html).cuts:
        kept += [html[done:start], _GONE]
        done = end
    return "".join([*kept, html[done:]])


class _Personal(HTMLParser):
    """Finds where links and pictures with a tag in their address begin and end."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.cuts: list[tuple[int, int]] = []
        self._html = html
        self._lines = [0, *(match.end() for match in pattern(r"\n").finditer(html))]
        self._link: int | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        addresses = (value or "" for name, value in attrs if name in {"href", "src"})
        personal = any(_OPENS in address for address in addresses)
        if tag == "a":
            self._link = self._here() if personal else None
        elif personal and tag in {"img", "area"} and self._link is None:
            self.cuts.append((self._here(), self._here() + len(self.get_starttag_text() or "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link is not None:
            self.cuts.append((self._link, self._html.index(">", self._here()) + 1))
            self._link = None

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
