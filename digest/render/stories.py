"""Makes what templates see of a story: its words, quotations, related headlines and promos."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime

from msgspec import Struct

from digest.model import Layout, Link, Promo, Quote, Story, SummaryStyle
from digest.render.calendar import entry, is_for_calendars
from digest.render.cleaning import clean, one_line, paragraphs
from digest.render.language import day_parts, day_written, hour_written, listed, moment_written
from digest.render.pictures import picture_view
from digest.render.tracking import safe_url
from digest.render.views import (
    CalendarView,
    DateView,
    LinkView,
    PromoView,
    QuoteView,
    RowView,
    StoryView,
)

_LONG_QUOTE = 260
_SPACELESS = "。！？｡"


class StoryMaker(Struct, frozen=True, kw_only=True):
    """Makes the stories of one issue, in its language, with its labels; `link` makes its links."""

    language: str
    closing: str
    words: Mapping[str, str]
    link: Callable[[str], str]
    day: date | None

    def story(self, story: Story, *, is_lead: bool) -> StoryView:
        """What templates see of `story`; the lead is the issue's first."""
        names = [clean(name) for name in story.byline.value if name.strip()]
        return StoryView(
            anchor=f"story-{clean(story.slug)}",
            is_lead=is_lead,
            kicker=clean(story.kicker.value),
            headline=clean(story.headline.value),
            standfirst=clean(story.standfirst.value),
            byline=f"{self.words['by']} {listed(names, self.words['and'])}" if names else "",
            published=day_written(story.published.value, self.language),
            url=self.link(story.url.value),
            summary=_summary(story),
            in_points=story.summary_style is SummaryStyle.POINTS,
            quotes=tuple(quote for told in story.quotes if (quote := self._quote(told.value)).paragraphs),
            related=tuple(self._related(told.value) for told in story.related if told.value.title.strip()),
            promos=tuple(self._promo(told.value) for told in story.promos),
            read_more=clean(story.read_more.value) or self.words["read_more"],
            image=picture_view(story.image.value),
            layout=story.layout,
        )

    def _quote(self, quote: Quote) -> QuoteView:
        return QuoteView(
            paragraphs=_spoken(quote.text, self.closing),
            is_long=len(quote.text) > _LONG_QUOTE,
            speaker=clean(quote.speaker),
            role=clean(quote.role),
        )

    def _related(self, link: Link) -> LinkView:
        return LinkView(title=clean(link.title), url=self.link(link.url))

    def _promo(self, promo: Promo) -> PromoView:
        return PromoView(
            code=promo.kind.value,
            kind=self.words[promo.kind],
            label=self._label(promo),
            title=clean(promo.title),
            starts=moment_written(promo.starts, self.language),
            date=self._date(promo.starts),
            url=self.link(promo.url),
            button=clean(promo.call_to_action) or self.words[f"{promo.kind}_button"],
            calendar=self._calendar(promo),
        )

    def _date(self, starts: datetime | date | None) -> DateView | None:
        if starts is None:
            return None
        day, month, weekday = day_parts(starts, self.language)
        return DateView(day=day, month=month, weekday=weekday, time=hour_written(starts))

    def _calendar(self, promo: Promo) -> CalendarView | None:
        title, starts = one_line(promo.title), promo.starts
        if starts is None or not title or not is_for_calendars(promo, self.day):
            return None
        floating = isinstance(starts, datetime) and starts.utcoffset() is None
        no_zone = self.words["calendar_no_zone"] if floating else ""
        return entry(title, starts, safe_url(promo.url), self._label(promo), no_zone)

    def _label(self, promo: Promo) -> str:
        names = [clean(name) for name in promo.partners if name.strip()]
        partners = f"{self.words['with']} {listed(names, self.words['and'])}" if names else ""
        if promo.partner_content:
            return " · ".join(part for part in (self.words["partner_content"], partners) if part)
        return partners[:1].upper() + partners[1:]


def rows(stories: Iterable[StoryView]) -> Iterator[RowView]:
    """The stories as they are laid out: two half as wide, one after the other, stand side by side.

    A half that finds no other next to it has the row to itself.
    """
    waiting: StoryView | None = None
    for story in stories:
        if waiting and story.layout is Layout.HALF:
            yield _row(waiting, story)
            waiting = None
            continue
        if waiting:
            yield _row(waiting)
        waiting = story if story.layout is Layout.HALF else None
        if not waiting:
            yield _row(story)
    if waiting:
        yield _row(waiting)


def _row(*stories: StoryView) -> RowView:
    promos = tuple(promo for story in stories for promo in story.promos)
    return RowView(is_pair=len(stories) > 1, stories=stories, promos=promos)


def _summary(story: Story) -> tuple[str, ...]:
    """A summary's paragraphs or points; sentences of scripts without spaces are joined without one."""
    parts = [part for told in story.summary for part in paragraphs(told.value)]
    if story.summary_style is not SummaryStyle.PARAGRAPH or not parts:
        return tuple(parts)
    return ("".join(part if part[-1] in _SPACELESS else f"{part} " for part in parts).rstrip(),)


def _spoken(text: str, closing: str) -> tuple[str, ...]:
    """A quotation's parts as paragraphs; one that begins in mid-sentence stays with the one before.

    The comma by which a part runs into its attribution is left off and nothing else is touched. Where such a
    part is followed by another, it is closed: without its attribution it would run into the next.
    """
    parts: list[str] = []
    for part in paragraphs(text):
        if parts and part[0].islower():
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    return tuple(
        part.removesuffix(",") + (closing if part.endswith(",") and n < len(parts) else "")
        for n, part in enumerate(parts, 1)
    )
