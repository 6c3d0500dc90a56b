"""A row of the table of providers, and a tag in it."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from digest.mergetags.dialects import Dialect


class Tag(Struct, frozen=True, kw_only=True):
    """A provider's form of a tag, with `neutral.FALLBACK` where ours brings a fallback.

    `html` is given where the HTML part wants another form than the text part, `element` where a link in it is
    no `a` but an element of this name. `source` says who documents the forms; where one of them is not, the
    tag is not `documented`.
    """

    text: str
    html: str = ""
    element: str = ""
    documented: bool
    source: str


class Row(Struct, frozen=True, kw_only=True):
    """A provider: what it reads as its language, its tags by our names, and those it insists on.

    Without a `mandatory` tag it refuses the campaign or puts a footer of its own below it; what it `adds` is
    in that footer whatever we say. The `preheader` has a "field" of its own there, or stands in the "html".
    """

    title: str
    dialect: Dialect
    tags: Mapping[str, Tag] = field(default_factory=dict)
    mandatory: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()
    preheader: Literal["field", "html"] = "html"


def known(text: str, source: str, html: str = "", element: str = "") -> Tag:
    """A tag whose forms are documented."""
    return Tag(text=text, html=html, element=element, documented=True, source=source)


def unsure(text: str, source: str = "from memory", html: str = "", element: str = "") -> Tag:
    """A tag of which a form is not documented."""
    return Tag(text=text, html=html, element=element, documented=False, source=source)
