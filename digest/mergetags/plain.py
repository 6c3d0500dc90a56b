"""An email before any provider is chosen: its own words put in, and the tags in a form for people.

A build needs no more, and so loads no table of providers.
"""

import textwrap

from msgspec import Struct
from msgspec.structs import replace

from digest.mergetags.neutral import GENERIC, fill, swap, used
from digest.model import Email

_WIDTH = 72  # the text part's
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"})
_SAMPLE = {
    "unsubscribe": "https://example.org/sample-of-the-link-to-unsubscribe",
    "view_in_browser": "https://example.org/sample-of-the-page-in-a-browser",
    "first_name": "Sample",
    "email": "sample.reader@example.org",
}


class Own(Struct, frozen=True, kw_only=True):
    """What stands in for tags that a provider does not have; free of control characters.

    `postal_address` is in lines. `view_in_browser` is the address of the issue's own page; it goes before a
    provider's tag that is not documented.
    """

    postal_address: str = ""
    view_in_browser: str = ""


def generic(email: Email, own: Own) -> Email:
    """The email as it is built until a provider is chosen; nothing in it is escaped."""
    email = with_address(email, own)
    return replace(email, html=fill(email.html, GENERIC), text=fill(email.text, GENERIC))


def sample(email: Email, own: Own) -> Email:
    """The email with samples in the place of what each reader would get, as a proof shows it."""
    email = with_address(email, own)
    samples = _SAMPLE | ({"view_in_browser": own.view_in_browser} if own.view_in_browser else {})
    return replace(email, html=fill(email.html, samples), text=fill(email.text, samples))


def asked(email: Email) -> tuple[str, ...]:
    """The names of the tags that a neutral email asks for, in the order of their first use."""
    return used(email.html + email.text)


def asked_in_both(email: Email) -> tuple[str, ...]:
    """Those of them that HTML and text alike ask for."""
    text = used(email.text)
    return tuple(name for name in used(email.html) if name in text)


def with_address(email: Email, own: Own) -> Email:
    """The email with the publication's own lines where it asks for the postal address."""
    lines = [line for line in own.postal_address.splitlines() if line.strip()]
    html = "<br>".join(line.translate(_ESCAPED) for line in lines)
    return _swapped(email, "postal_address", html, "\n".join(map(_wrapped, lines)))


def with_page(email: Email, own: Own) -> Email:
    """The email with the address of the issue's own page where it asks for one in a browser."""
    return _swapped(email, "view_in_browser", own.view_in_browser.translate(_ESCAPED), own.view_in_browser)


def _swapped(email: Email, name: str, html: str, text: str) -> Email:
    return replace(email, html=swap(email.html, name, html), text=swap(email.text, name, text))


def _wrapped(line: str) -> str:
    whole = " ".join(line.split())
    return textwrap.fill(whole, _WIDTH, break_long_words=False, break_on_hyphens=False)
