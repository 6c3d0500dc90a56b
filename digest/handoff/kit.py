"""What an editor who pastes by hand is given: an issue in a provider's language, and what to say of it."""

from collections.abc import Mapping

from msgspec import Struct, field

from digest.mergetags.row import Row
from digest.mergetags.table import row_of
from digest.model import Email, ImageFile, Issue


class KitTag(Struct, frozen=True, kw_only=True):
    """A merge tag that the email asks for, and what stands in its place in either part.

    `own` is true for the publication's own words. Where it is neither `own` nor `documented`, somebody has to
    look at it in a test.
    """

    name: str
    html: str
    text: str
    own: bool
    documented: bool


class KitLink(Struct, frozen=True, kw_only=True):
    """A link of the email: where it leads, what it says, and where it stands (`headline`: in which story).

    `merge_tags` are the names of those in its address; `utm` are the campaign's parameters on it.
    """

    url: str
    words: str
    part: str
    headline: str = ""
    merge_tags: tuple[str, ...] = ()
    utm: Mapping[str, str] = field(default_factory=dict)


class Kit(Struct, frozen=True, kw_only=True):
    """An issue for one provider. `email` is in its language; its preheader is the text of the field, too.

    `images` are the local pictures and `carried` those that `email.eml` has in itself; `email_shown` is the
    email that shows them by their names, in the same language. `missing` are tags the provider insists on and
    the email does not ask for.
    """

    issue: Issue
    provider: str
    email: Email
    email_shown: Email
    tags: tuple[KitTag, ...]
    links: tuple[KitLink, ...]
    missing: tuple[str, ...] = ()
    images: tuple[ImageFile, ...] = ()
    carried: tuple[ImageFile, ...] = ()

    @property
    def row(self) -> Row:
        """What is known of the provider's language."""
        return row_of(self.provider)

    @property
    def title(self) -> str:
        """The provider in a sentence."""
        return "your mail provider" if self.provider == "generic" else self.row.title

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The names of the tags to be looked at in a test, in words."""
        return tuple(in_words(tag.name) for tag in self.tags if not tag.own and not tag.documented)

    @property
    def homeless(self) -> bool:
        """Whether the HTML shows pictures that have no address on the web yet."""
        return bool(self.images) and not self.issue.publication.images_base


def in_words(name: str) -> str:
    """A merge tag's name as editors read it."""
    return name.replace("_", " ")
