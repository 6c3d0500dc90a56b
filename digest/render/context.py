"""Makes an issue's context, once for both parts of the mail.

Every text is freed of control characters and of the private-use characters of merge tags; every link is of a
safe kind and carries the campaign's parameters. The stories are made in `stories.py`.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from digest.errors import InputError
from digest.mergetags.neutral import GENERIC
from digest.model import Brand, Issue, Listing, ListingItem, Look, PromoKind, Publication, Sponsor
from digest.nearmiss import near_miss
from digest.render.cleaning import clean, one_line, paragraphs
from digest.render.language import day_written, is_right_to_left, moment_written, quote_marks
from digest.render.note import Note
from digest.render.pictures import logo_view
from digest.render.stories import StoryMaker, rows
from digest.render.tracking import safe_url, tracker
from digest.render.views import (
    Context,
    ListingItemView,
    ListingView,
    PublicationView,
    SocialView,
    SponsorView,
    StoryView,
)

NEEDED_WORDS = frozenset(
    {"and", "by", "with", "number", "read_more", "partner_content", "calendar_no_zone", "sponsor"}
).union(*({kind.value, f"{kind}_button"} for kind in PromoKind))
"""The labels that this room itself puts into values; every theme's [words] must have them."""

_CSS_VALUE = re.compile(r"[\w #%.,'()-]*")


def make_context(
    issue: Issue, words: Mapping[str, str], *, web: bool = False, without: Collection[str] = ()
) -> Context:
    """What templates see of `issue`; `words` are the theme's labels, which the publication may rename.

    For a page on the `web` its links are left uncounted; merge tags `without` a form are none of its `tags`.

    Raises:
        InputError: a label is renamed that the theme does not have, a brand value is no colour or font, or
            the publication's language is not known.
    """
    tags = () if web else tuple(name for name in GENERIC if name not in without)
    return _Maker(issue, renamed(words, issue.publication.words), tags, web=web).context(issue)


def renamed(words: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, str]:
    """A theme's labels, some renamed; raises InputError where `wanted` names one that it has not."""
    for name in wanted:
        if name not in words:
            known = ", ".join(sorted(words))
            near = near_miss(name, words) or f"; it has: {known}"
            raise InputError(f'words: the theme has no label "{name}"{near}')
    return {name: clean(word) for name, word in {**words, **wanted}.items()}


def css_look(brand: Brand) -> Look:
    """The brand's values as CSS that needs no escaping, in a style attribute or in a style element."""
    values: dict[str, Any] = {name: getattr(brand, name) for name in Look.__struct_fields__}
    texts = {name: _css(name, value) for name, value in values.items() if isinstance(value, str)}
    return Look(**{**values, **texts})


def _css(name: str, value: str) -> str:
    value = value.replace('"', "'")
    if not _CSS_VALUE.fullmatch(value):
        raise InputError(f"brand.{name}: {value!r} is neither a colour nor a list of fonts")
    if "'" not in value:
        return value  # nothing in it to escape, and a plain string is put in faster than Markup
    return Markup(value)  # noqa: S704 - held to letters, digits and harmless marks just above


class _Maker:
    """Makes the values of one issue, in its language, with its links and labels."""

    def __init__(self, issue: Issue, words: Mapping[str, str], tags: tuple[str, ...], *, web: bool) -> None:
        self._tags = tags
        self._words = words
        self._web = web
        self._language = issue.publication.language
        self._marks = quote_marks(self._language)
        self._link = safe_url if web else tracker(issue.publication.utm, issue.slug)

    def context(self, issue: Issue) -> Context:
        publication = self._publication(issue.publication)
        stories = self._stories(issue)
        backwards = is_right_to_left(self._language)
        number = issue.number.value
        numbered = "" if number is None else f"{self._words['number']} {number}".strip()
        day = day_written(issue.day.value, self._language)
        return Context(
            lang=clean(self._language),
            dir="rtl" if backwards else "ltr",
            start="right" if backwards else "left",
            end="left" if backwards else "right",
            opening=self._marks[0],
            closing=self._marks[1],
            subject=one_line(issue.subject.value),
            preheader=one_line(issue.preheader.value),
            publication=publication,
            logo=logo_view(issue.publication.brand, publication.masthead),
            web_fonts=safe_url(issue.publication.brand.web_fonts),
            brand=css_look(issue.publication.brand),
            words=SimpleNamespace(**self._words),
            number=numbered,
            day=day,
            issue_line=" · ".join(part for part in (numbered, day) if part),
            note=Note(clean(issue.note.value), self._link),
            contents=stories if len(stories) > 1 else (),
            stories=stories,
            rows=tuple(rows(stories)),
            sponsor=self._sponsor(issue.sponsor),
            listings=tuple(self._listing(listing) for listing in issue.listings if listing.items),
            socials=tuple(_socials(issue.publication.socials)),
            tags=self._tags,
            web=self._web,
        )

    def _stories(self, issue: Issue) -> tuple[StoryView, ...]:
        maker = StoryMaker(
            language=self._language,
            closing=self._marks[1],
            words=self._words,
            link=self._link,
            day=issue.day.value,
        )
        return tuple(maker.story(story, is_lead=n == 0) for n, story in enumerate(issue.stories))

    def _publication(self, publication: Publication) -> PublicationView:
        return PublicationView(
            name=clean(publication.name),
            masthead=clean(publication.masthead or publication.name),
            strapline=clean(publication.strapline),
            url=self._link(publication.url),
            postal_address=tuple(
                line for line in clean(publication.postal_address).splitlines() if line.strip()
            ),
            boilerplate=paragraphs(publication.boilerplate),
        )

    def _sponsor(self, sponsor: Sponsor | None) -> SponsorView | None:
        if sponsor is None or not sponsor.name.strip():
            return None
        return SponsorView(
            label=clean(sponsor.label) or self._words["sponsor"],
            name=clean(sponsor.name),
            url=self._link(sponsor.url),
            text=clean(sponsor.text),
        )

    def _listing(self, listing: Listing) -> ListingView:
        return ListingView(title=clean(listing.title), items=tuple(map(self._item, listing.items)))

    def _item(self, item: ListingItem) -> ListingItemView:
        return ListingItemView(
            title=clean(item.title),
            url=self._link(item.url),
            when=moment_written(item.when, self._language),
            detail=clean(item.detail),
        )


def _socials(addresses: Mapping[str, str]) -> Iterator[SocialView]:
    """The networks with their addresses as they are: their figures are not the campaign's."""
    told = ((clean(name), safe_url(url)) for name, url in addresses.items())
    return (SocialView(name=name, url=url) for name, url in told if name and url)
