"""A neutral email in a provider's language: own words put in, foreign text escaped, the tags filled.

The order counts: the publication's own words are foreign text too, so they go in before the escaping; the
provider's tags are its language, so they go in after.
"""

import textwrap
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from digest.errors import InputError
from digest.mergetags.dialects import escape
from digest.mergetags.dialects import line as escaped_line
from digest.mergetags.elements import linked
from digest.mergetags.neutral import fill, swap, used
from digest.mergetags.row import Row
from digest.mergetags.table import row_of
from digest.model import Email
from digest.patterns import pattern

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


def express(email: Email, provider: str, own: Own) -> Email:
    """The neutral email as `provider` wants it.

    Raises:
        InputError: no such provider is known, it has no form of a tag of this email, or an address looks like
            one of its tags and cannot be written otherwise.
    """
    row = row_of(provider)
    for name in inexpressible(asked(email), provider, own):
        raise InputError(f'{row.title} has nothing for the merge tag "{name}"; {mend_of(name)}')
    email = escape(_with_own_words(email, row, own), row.dialect)
    elements = {name: tag.element for name, tag in row.tags.items() if tag.element}
    html = linked(email.html, elements)
    for name in set(used(html)) & set(elements):
        raise InputError(f'{row.title} cannot express the merge tag "{name}" but as the address of a link')
    _refuse_torn(html, row)
    return replace(
        email,
        html=fill(html, {name: tag.html or tag.text for name, tag in row.tags.items()}),
        text=fill(email.text, {name: tag.text for name, tag in row.tags.items()}),
    )


def express_line(line: str, provider: str) -> str:
    """A line that goes out beside the email, such as a sender's name, as `provider` wants it."""
    return escaped_line(line, row_of(provider).dialect)


def generic(email: Email, own: Own) -> Email:
    """The email as it is built until a provider is chosen; nothing in it is escaped."""
    return express(email, "generic", own)


def sample(email: Email, own: Own) -> Email:
    """The email with samples in the place of what each reader would get, as a proof shows it."""
    email = _with_own_words(email, row_of("generic"), own)
    samples = _SAMPLE | ({"view_in_browser": own.view_in_browser} if own.view_in_browser else {})
    return replace(email, html=fill(email.html, samples), text=fill(email.text, samples))


def asked(email: Email) -> tuple[str, ...]:
    """The names of the tags that a neutral email asks for, in the order of their first use."""
    return used(email.html + email.text)


def asked_in_both(email: Email) -> tuple[str, ...]:
    """Those of them that HTML and text alike ask for."""
    text = used(email.text)
    return tuple(name for name in used(email.html) if name in text)


def inexpressible(names: Iterable[str], provider: str, own: Own) -> tuple[str, ...]:
    """Those tags of an email that `provider` has no form of, and that nothing of our own stands in for."""
    row = row_of(provider)
    return tuple(name for name in names if name not in row.tags and not _is_own(name, row, own))


def left_out(names: Iterable[str], provider: str, own: Own) -> tuple[str, ...]:
    """Those of the inexpressible tags that an email can do without, if its theme asks for `tags` first.

    They are a page in a browser that is nowhere, and what the provider adds by itself.
    """
    adds = ("view_in_browser", *row_of(provider).adds)
    return tuple(name for name in inexpressible(names, provider, own) if name in adds)


def mend_of(name: str) -> str:
    """What an editor does about a tag that a provider has no form of."""
    if name == "view_in_browser":
        return "give [archive] url in digest.toml, the web folder in which issues can be read"
    return f'take merge("{name}") out of the theme, or choose another provider'


def unconfirmed(names: Iterable[str], provider: str, own: Own) -> tuple[str, ...]:
    """Those tags of an email whose form at `provider` is not documented: look at them in a test mail."""
    row = row_of(provider)
    told = (name for name in names if name in row.tags and not _is_own(name, row, own))
    return tuple(name for name in told if not row.tags[name].documented)


def missing(names: Iterable[str], provider: str) -> tuple[str, ...]:
    """The tags that `provider` insists on, in both parts, and that are not among `names`."""
    there = set(names)
    return tuple(name for name in row_of(provider).mandatory if name not in there)


def _refuse_torn(html: str, row: Row) -> None:
    """Raises InputError for a tag in an attribute that the quotation marks in its own form would end."""
    for name, tag in row.tags.items():
        if '"' in (tag.html or tag.text) and pattern(rf'="[^"<>]*\ue000{name}\b').search(html):
            raise InputError(
                f'{row.title} writes the merge tag "{name}" with quotation marks, which end the attribute it '
                "stands in; let the theme ask for it in text"
            )


def _is_own(name: str, row: Row, own: Own) -> bool:
    if name == "postal_address":
        return name not in row.tags
    tag = row.tags.get(name)
    return name == "view_in_browser" and bool(own.view_in_browser) and not (tag and tag.documented)


def _with_own_words(email: Email, row: Row, own: Own) -> Email:
    html, text = email.html, email.text
    if _is_own("postal_address", row, own):
        lines = [line for line in own.postal_address.splitlines() if line.strip()]
        html = swap(html, "postal_address", "<br>".join(line.translate(_ESCAPED) for line in lines))
        text = swap(text, "postal_address", "\n".join(map(_wrapped, lines)))
    if _is_own("view_in_browser", row, own):
        html = swap(html, "view_in_browser", own.view_in_browser.translate(_ESCAPED))
        text = swap(text, "view_in_browser", own.view_in_browser)
    return replace(email, html=html, text=text)


def _wrapped(line: str) -> str:
    whole = " ".join(line.split())
    return textwrap.fill(whole, _WIDTH, break_long_words=False, break_on_hyphens=False)
