"""The web version of an issue, kept at its hand-off: `handed-over/web.html` and what goes with it.

The archive is made from these copies and from nothing else, so an issue that is edited afterwards stays in it
as it was sent.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from digest.build import Press
from digest.errors import InputError
from digest.files import write_whole
from digest.handoff.message import set_moment
from digest.handoff.state import COPIES
from digest.model import Issue
from digest.newsroom import Newsroom
from digest.outward.webpage import web_page
from digest.render.cleaning import clean, one_line

PAGE, TOLD, IMAGES = "web.html", "web.json", "images"
_Moment = Annotated[datetime, Meta(tz=True)]


class Told(Struct, frozen=True, kw_only=True):
    """What the archive tells of an issue, each in one line.

    `slug` is that of the issue it was handed over as; a folder that was copied still tells the old one.
    `published` is the moment (UTC) of its first hand-off, `updated` that of the last which changed anything.
    """

    title: str
    description: str
    language: str
    published: _Moment
    updated: _Moment
    day: date | None = None
    number: int | None = None
    slug: str = ""


class WebCopy(Struct, frozen=True, kw_only=True):
    """An issue's web version: its HTML, and its own pictures by their names in it."""

    slug: str
    told: Told
    html: str
    images: Mapping[str, bytes]

    @property
    def day(self) -> date:
        """The issue's day; that of its hand-off where it has none."""
        return self.told.day or self.told.published.date()


def keep_web_copy(
    folder: Path, newsroom: Newsroom, issue: Issue, press: Press, moment: datetime | None = None
) -> None:
    """Keeps the web version of an issue in its folder, in place of an earlier one.

    It is handed over at `moment`, else at what SOURCE_DATE_EPOCH says, else now. Pictures that only an
    earlier version showed are taken away.
    """
    moment = (moment or set_moment() or datetime.now(UTC)).replace(microsecond=0)
    copy = _made(newsroom, issue, press, moment)
    with suppress(InputError):  # nothing can be learnt from one that is missing or broken
        copy = _following(copy, read_web_copy(folder))
    place = folder / COPIES
    pictures = {place / name: content for name, content in copy.images.items()}
    told = msgspec.json.format(msgspec.json.encode(copy.told), indent=2) + b"\n"
    write_whole({**pictures, place / PAGE: copy.html.encode(), place / TOLD: told})
    for old in set((place / IMAGES).glob("*")) - pictures.keys():
        old.unlink()


def has_web_copy(folder: Path) -> bool:
    """Whether an issue has been handed over with a web version."""
    return (folder / COPIES / TOLD).is_file()


def read_web_copy(folder: Path) -> WebCopy:
    """The web version kept in an issue's folder; raises InputError when it cannot be read."""
    place = folder / COPIES
    try:
        return WebCopy(
            slug=folder.resolve().name,
            told=msgspec.json.decode((place / TOLD).read_bytes(), type=Told),
            html=(place / PAGE).read_text(encoding="utf-8"),
            images={
                f"{IMAGES}/{path.name}": path.read_bytes() for path in sorted((place / IMAGES).glob("*"))
            },
        )
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise InputError(
            f"{place / TOLD}: the web version kept at the hand-off cannot be read ({error}); bring back "
            f'{place} from a backup, or delete "{PAGE}" and "{TOLD}" there and hand the issue over again'
        ) from None


def _made(newsroom: Newsroom, issue: Issue, press: Press, moment: datetime) -> WebCopy:
    """The copy, whose pictures lie beside it wherever those of the email do."""
    publication = replace(issue.publication, images_base="")
    made = press.neutral(newsroom, replace(issue, publication=publication), web=True)
    address = clean(publication.postal_address).splitlines()
    headlines = [one_line(story.headline.value) for story in issue.stories]
    told = Told(
        title=made.email.subject or headlines[0] or one_line(publication.name),
        description=made.email.preheader or " · ".join(filter(None, headlines)),
        language=publication.language,
        published=moment,
        updated=moment,
        day=issue.day.value,
        number=issue.number.value,
        slug=issue.slug,
    )
    return WebCopy(
        slug=issue.slug,
        told=told,
        html=web_page(made.email.html, [line for line in address if line.strip()]),
        images={image.name: image.content for image in made.images if image.name in made.email.html},
    )


def _following(copy: WebCopy, earlier: WebCopy) -> WebCopy:
    """The copy with the moments it has after an earlier one: a hand-off that changes nothing is no news."""
    told = replace(copy.told, published=earlier.told.published)
    unchanged = replace(copy, told=replace(told, updated=earlier.told.updated))
    return unchanged if unchanged == earlier else replace(copy, told=told)
