"""Makes an issue's context, once for both parts of the mail.

Every text is freed of control characters and of the private-use characters of merge tags; every link is of a
safe kind and carries the campaign's parameters.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from types import SimpleNamespace

from markupsafe import Markup
from msgspec import structs

from digest.errors import InputError
from digest.model import Brand, Issue, Link, Promo, PromoKind, Publication, Quote, Story, SummaryStyle
from digest.nearmiss import near_miss
from digest.render.calendar import entry, is_for_calendars
from digest.render.language import day_written, is_right_to_left, listed, moment_written, quote_marks
from digest.render.note import Note
from digest.render.tracking import safe_url, tracker
from digest.render.views import (
    CalendarView,
    Context,
    LinkView,
    PromoView,
    PublicationView,
    QuoteView,
    StoryView,
)

NEEDED_WORDS = frozenset(
    {"and", "by", "with", "number", "read_more", "partner_content", "calendar_no_zone"}
).union(*({kind.value, f"{kind}_button"} for kind in PromoKind))
"""The labels that this room itself puts into values; every theme's [words] must have them."""

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000\ue001\ufffe\uffff]")
_LONG_QUOTE = 260
_SPACELESS = "。！？｡"
_CSS_VALUE = re.compile(r"[\w #%.,'()-]*")


def make_context(issue: Issue, words: Mapping[str, str]) -> Context:
    """What templates see of `issue`; `words` are the theme's labels, which the publication may rename.

    Raises:
        InputError: a label is renamed that the theme does not have, a brand value is no colour or font, or
            the publication's language is not known.
    """
    return _Maker(issue, _renamed(words, issue.publication.words)).context(issue)


def _renamed(words: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, str]:
    for name in wanted:
        if name not in words:
            known = ", ".join(sorted(words))
            near = near_miss(name, words) or f"; it has: {known}"
            raise InputError(f'words: the theme has no label "{name}"{near}')
    return {name: _clean(word) for name, word in {**words, **wanted}.items()}


def _clean(text: str) -> str:
    return _UNWANTED.sub("", text) if _UNWANTED.search(text) else text


def _one_line(text: str) -> str:
    """A text fit for a mail's header, which ends with its line."""
    return " ".join(line.strip() for line in _clean(text).splitlines())


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in _clean(text).split("\n\n")) if part)


def _summary(story: Story) -> tuple[str, ...]:
    """A summary's paragraphs or points; sentences of scripts without spaces are joined without one."""
    parts = [part for told in story.summary for part in _paragraphs(told.value)]
    if story.summary_style is not SummaryStyle.PARAGRAPH or not parts:
        return tuple(parts)
    return ("".join(part if part[-1] in _SPACELESS else f"{part} " for part in parts).rstrip(),)


def _spoken(text: str, closing: str) -> tuple[str, ...]:
    """A quotation's parts as paragraphs; one that begins in mid-sentence stays with the one before.

    The comma by which a part runs into its attribution is left off and nothing else is touched. Where such a
    part is followed by another, it is closed: without its attribution it would run into the next.
    """
    paragraphs: list[str] = []
    for part in _paragraphs(text):
        if paragraphs and part[0].islower():
            paragraphs[-1] += f" {part}"
        else:
            paragraphs.append(part)
    return tuple(
        paragraph.removesuffix(",") + (closing if paragraph.endswith(",") and n < len(paragraphs) else "")
        for n, paragraph in enumerate(paragraphs, 1)
    )


def _brand(brand: Brand) -> Brand:
    """The brand's values as CSS that needs no escaping, in a style attribute or in a style element."""
    return Brand(**{name: _css(name, value) for name, value in structs.asdict(brand).items()})


def _css(name: str, value: str) -> str:
    value = value.replace('"', "'")
    if not _CSS_VALUE.fullmatch(value):
        raise InputError(f"brand.{name}: {value!r} is neither a colour nor a list of fonts")
    if "'" not in value:
        return value  # nothing in it to escape, and a plain string is put in faster than Markup
    return Markup(value)  # noqa: S704 - held to letters, digits and harmless marks just above


class _Maker:
    """Makes the values of one issue, in its language, with its links and labels."""

    def __init__(self, issue: Issue, words: Mapping[str, str]) -> None:
        self._words = words
        self._language = issue.publication.language
        self._opening, self._closing = quote_marks(self._language)
        self._link = tracker(issue.publication.utm, issue.slug)
        self._day = issue.day.value

    def context(self, issue: Issue) -> Context:
        stories = tuple(self._story(story, is_lead=n == 0) for n, story in enumerate(issue.stories))
        backwards = is_right_to_left(self._language)
        number = issue.number.value
        numbered = "" if number is None else f"{self._words['number']} {number}".strip()
        day = day_written(issue.day.value, self._language)
        return Context(
            lang=_clean(self._language),
            dir="rtl" if backwards else "ltr",
            start="right" if backwards else "left",
            end="left" if backwards else "right",
            opening=self._opening,
            closing=self._closing,
            subject=_one_line(issue.subject.value),
            preheader=_one_line(issue.preheader.value),
            publication=self._publication(issue.publication),
            brand=_brand(issue.publication.brand),
            words=SimpleNamespace(**self._words),
            number=numbered,
            day=day,
            issue_line=" · ".join(part for part in (numbered, day) if part),
            note=Note(_clean(issue.note.value), self._link),
            contents=stories if len(stories) > 1 else (),
            stories=stories,
        )

    def _publication(self, publication: Publication) -> PublicationView:
        return PublicationView(
            name=_clean(publication.name),
            masthead=_clean(publication.masthead or publication.name),
            strapline=_clean(publication.strapline),
            url=self._link(publication.url),
            postal_address=tuple(
                line for line in _clean(publication.postal_address).splitlines() if line.strip()
            ),
            boilerplate=_paragraphs(publication.boilerplate),
        )

    def _story(self, story: Story, *, is_lead: bool) -> StoryView:
        names = [_clean(name) for name in story.byline.value if name.strip()]
        return StoryView(
            anchor=f"story-{_clean(story.slug)}",
            is_lead=is_lead,
            kicker=_clean(story.kicker.value),
            headline=_clean(story.headline.value),
            standfirst=_clean(story.standfirst.value),
            byline=f"{self._words['by']} {listed(names, self._words['and'])}" if names else "",
            published=day_written(story.published.value, self._language),
            url=self._link(story.url.value),
            summary=_summary(story),
            in_points=story.summary_style is SummaryStyle.POINTS,
            quotes=tuple(quote for told in story.quotes if (quote := self._quote(told.value)).paragraphs),
            related=tuple(self._related(told.value) for told in story.related if told.value.title.strip()),
            promos=tuple(self._promo(told.value) for told in story.promos),
            read_more=_clean(story.read_more.value) or self._words["read_more"],
        )

    def _quote(self, quote: Quote) -> QuoteView:
        return QuoteView(
            paragraphs=_spoken(quote.text, self._closing),
            is_long=len(quote.text) > _LONG_QUOTE,
            speaker=_clean(quote.speaker),
            role=_clean(quote.role),
        )

    def _related(self, link: Link) -> LinkView:
        return LinkView(title=_clean(link.title), url=self._link(link.url))

    def _promo(self, promo: Promo) -> PromoView:
        return PromoView(
            kind=self._words[promo.kind],
            label=self._label(promo),
            title=_clean(promo.title),
            starts=moment_written(promo.starts, self._language),
            url=self._link(promo.url),
            button=_clean(promo.call_to_action) or self._words[f"{promo.kind}_button"],
            calendar=self._calendar(promo),
        )

    def _calendar(self, promo: Promo) -> CalendarView | None:
        title, starts = _one_line(promo.title), promo.starts
        if starts is None or not title or not is_for_calendars(promo, self._day):
            return None
        floating = isinstance(starts, datetime) and starts.utcoffset() is None
        no_zone = self._words["calendar_no_zone"] if floating else ""
        return entry(title, starts, safe_url(promo.url), self._label(promo), no_zone)

    def _label(self, promo: Promo) -> str:
        names = [_clean(name) for name in promo.partners if name.strip()]
        partners = f"{self._words['with']} {listed(names, self._words['and'])}" if names else ""
        if promo.partner_content:
            return " · ".join(part for part in (self._words["partner_content"], partners) if part)
        return partners[:1].upper() + partners[1:]
