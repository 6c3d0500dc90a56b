"""Every text and every link of an issue, with the key in issue.toml under which it is mended."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from digest.model import Decided, Issue, Level, Origin, Publication, Story
from digest.preflight.galley import Hit


class Spot(Struct, frozen=True, kw_only=True):
    """A place in the issue: its key, its story if it is in one, and the line its evidence stands on."""

    key: str
    story: str = ""
    file: str = ""
    line: int = 0
    place: str = ""

    def hit(self, message: str, mend: str = "", level: Level | None = None) -> Hit:
        """A hit at this place."""
        return Hit(
            message=message,
            mend=mend,
            level=level,
            where=self.key,
            story=self.story,
            file=self.file,
            line=self.line,
            place=self.place,
        )


class Text(Struct, frozen=True, kw_only=True):
    """A text that is sent, and who decided it; `name` says what it is ("headline")."""

    name: str
    value: str
    origin: Origin
    spot: Spot


class Target(Struct, frozen=True, kw_only=True):
    """A link that is sent: what is shown, and where it leads ("" nowhere)."""

    shown: str
    url: str
    spot: Spot


def spot(number: int, story: Story, key: str = "", decided: Decided[Any] | None = None) -> Spot:
    """A place in the `number`th story; what was decided by the page has the line it stands on."""
    line = 0
    if decided and decided.evidence:
        line = story.article.source.line(decided.evidence[0].start)
    return Spot(
        key=f"stories[{number}].{key}".rstrip("."),
        story=story.slug,
        file=story.article.source.name if line else "",
        line=line,
        place=f"story-{story.slug}",
    )


def texts(issue: Issue) -> Iterator[Text]:
    """Every text that readers get to see; the editor's note is in Markdown."""
    for name, place in (("subject", ""), ("preheader", ""), ("note", "note")):
        decided: Decided[str] = getattr(issue, name)
        if not _is_taken_over(decided, issue):
            here = Spot(key=name, place=place)
            yield Text(name=name, value=decided.value, origin=decided.origin, spot=here)
    for number, story in enumerate(issue.stories, 1):
        yield from story_texts(number, story)
    yield from _paid(issue)
    yield from _listings(issue)
    yield from _publication(issue.publication)


def story_texts(number: int, story: Story) -> Iterator[Text]:
    """The texts of one story, its quotations among them."""
    for name in ("kicker", "headline", "standfirst", "read_more"):
        decided = getattr(story, name)
        yield _text(name, decided.value, decided, spot(number, story, name, decided))
    if picture := story.image.value:
        for name in ("alt", "credit"):
            here = spot(number, story, f"image.{name}")
            yield _text(name, getattr(picture, name), story.image, here)
    for n, sentence in enumerate(story.summary, 1):
        yield _text("summary", sentence.value, sentence, spot(number, story, f"summary[{n}]", sentence))
    for n, quote in enumerate(story.quotes, 1):
        here = spot(number, story, f"quotes[{n}]", quote)
        yield _text("quote", quote.value.text, quote, here)
        yield _text("speaker", quote.value.speaker, quote, _under(here, "speaker"))
        yield _text("role", quote.value.role, quote, _under(here, "role"))
    for n, link in enumerate(story.related, 1):
        yield _text("related", link.value.title, link, spot(number, story, f"related[{n}]", link))
    for n, promo in enumerate(story.promos, 1):
        here = spot(number, story, f"promos[{n}]", promo)
        yield _text("promo", promo.value.title, promo, here)
        yield _text("call_to_action", promo.value.call_to_action, promo, _under(here, "call_to_action"))


def targets(issue: Issue) -> Iterator[Target]:
    """Every link in the issue's keys, those that lead nowhere yet among them."""
    for number, story in enumerate(issue.stories, 1):
        here = spot(number, story, "url", story.url)
        yield Target(shown=story.headline.value, url=story.url.value, spot=here)
        for n, link in enumerate(story.related, 1):
            here = spot(number, story, f"related[{n}].url", link)
            yield Target(shown=link.value.title, url=link.value.url, spot=here)
        for n, promo in enumerate(story.promos, 1):
            here = spot(number, story, f"promos[{n}].url", promo)
            yield Target(shown=promo.value.title, url=promo.value.url, spot=here)
    if issue.sponsor:
        here = Spot(key="sponsor.url", place="sponsor")
        yield Target(shown=issue.sponsor.name, url=issue.sponsor.url, spot=here)
    for m, listing in enumerate(issue.listings, 1):
        for n, item in enumerate(listing.items, 1):
            here = Spot(key=f"listings[{m}].items[{n}].url", place="listings")
            yield Target(shown=item.title, url=item.url, spot=here)
    yield from _publication_targets(issue.publication)


def _is_taken_over(decided: Decided[str], issue: Issue) -> bool:
    """Whether subject or preheader is a text of the lead, which is told where it stands in its story."""
    lead = issue.stories[0]
    return any(decided is text for text in (lead.headline, lead.standfirst, *lead.summary))


def _paid(issue: Issue) -> Iterator[Text]:
    for name in ("label", "name", "text"):
        if issue.sponsor:
            here = Spot(key=f"sponsor.{name}", place="sponsor")
            yield _written("sponsor", getattr(issue.sponsor, name), here)


def _listings(issue: Issue) -> Iterator[Text]:
    for m, listing in enumerate(issue.listings, 1):
        here = Spot(key=f"listings[{m}]", place="listings")
        yield _written("listing", listing.title, _under(here, "title"))
        for n, item in enumerate(listing.items, 1):
            yield _written("listing", item.title, _under(here, f"items[{n}].title"))
            yield _written("listing", item.detail, _under(here, f"items[{n}].detail"))


def _publication(publication: Publication) -> Iterator[Text]:
    places = {"masthead": "masthead", "strapline": "masthead", "boilerplate": "footer"}
    for name in ("name", "masthead", "strapline", "postal_address", "boilerplate"):
        here = Spot(key=f"digest.toml: publication.{name}", place=places.get(name, "footer"))
        yield _written(name, getattr(publication, name), here)


def _publication_targets(publication: Publication) -> Iterator[Target]:
    here = Spot(key="digest.toml: publication.url", place="masthead")
    yield Target(shown=publication.name, url=publication.url, spot=here)
    for name, url in publication.socials.items():
        here = Spot(key=f"digest.toml: social.{name}", place="footer")
        yield Target(shown=name, url=url, spot=here)


def _text(name: str, value: str, decided: Decided[Any], here: Spot) -> Text:
    return Text(name=name, value=value, origin=decided.parts.get(name, decided.origin), spot=here)


def _written(name: str, value: str, here: Spot) -> Text:
    return Text(name=name, value=value, origin=Origin.EDITOR, spot=here)


def _under(here: Spot, key: str) -> Spot:
    return replace(here, key=f"{here.key}.{key}")
