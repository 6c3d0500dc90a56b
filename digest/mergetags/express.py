"""A neutral email in a provider's language: own words put in, foreign text escaped, the tags filled.

The order counts: the publication's own words are foreign text too, so they go in before the escaping; the
provider's tags are its language, so they go in after.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from digest.errors import InputError
from digest.mergetags.dialects import escape
from digest.mergetags.dialects import line as escaped_line
from digest.mergetags.elements import linked
from digest.mergetags.neutral import fill, used
from digest.mergetags.plain import Own, asked, with_address, with_page
from digest.mergetags.row import Row
from digest.mergetags.table import row_of
from digest.model import Email
from digest.patterns import pattern


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
    if _is_own("postal_address", row, own):
        email = with_address(email, own)
    if _is_own("view_in_browser", row, own):
        email = with_page(email, own)
    return email
