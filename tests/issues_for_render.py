"""Issues for the render room's tests, made straight from model values, with every field to overrule."""

import datetime as dt
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from digest.model import (
    Article,
    Decided,
    Issue,
    Link,
    Origin,
    Promo,
    PromoKind,
    Publication,
    Quote,
    Source,
    Story,
    Utm,
)
from digest.render.theme import Theme, bundled_templates, load_theme


def said(value):
    return Decided(value=value, origin=Origin.EDITOR)


def make_story(slug="harbour", **fields):
    told = {
        "kicker": "",
        "headline": "Harbour board drops its second crane",
        "standfirst": "",
        "byline": (),
        "published": None,
        "url": "",
        "read_more": "",
    }
    several = {"summary": (), "quotes": (), "related": (), "promos": ()}
    plain = {name: said(fields.get(name, value)) for name, value in told.items()}
    listed = {name: tuple(said(item) for item in fields.get(name, value)) for name, value in several.items()}
    article = Article(source=Source(name=slug, text=""), headline=plain["headline"].value)
    return Story(slug=slug, article=article, **plain, **listed)


def make_issue(*stories, publication=None, **fields):
    told = {"number": None, "day": None, "subject": "", "preheader": "", "note": ""}
    plain = {name: said(fields.get(name, value)) for name, value in told.items()}
    publication = publication or Publication(name="Quayside Weekly")
    return Issue(
        slug=fields.get("slug", "q-12"), publication=publication, theme="weekly", stories=stories, **plain
    )


def quote(text, speaker="", role=""):
    return Quote(text=text, spans=(), paragraph=0, speaker=speaker, role=role)


QUAYSIDE = Publication(
    name="Quayside Weekly",
    strapline="News for people who run ports",
    url="https://quayside.example/",
    postal_address="Quayside Media\n3 Rope Walk\nHull HU1 1AA",
    boilerplate="You get this because you signed up at our conference.\n\nQuayside is written in Hull.",
    utm=Utm(source="quayside"),
)

LEAD = make_story(
    "harbour",
    kicker="Investment",
    headline="Harbour board drops its second crane after a year of delays on the north quay",
    standfirst="Engineers say the money is better spent on rail, and the unions are not so sure",
    byline=("Ida Brandt", "Tom Okafor"),
    published=dt.date(2026, 11, 17),
    url="https://quayside.example/news/second-crane?ref=home#top",
    summary=(
        "The harbour board has cancelled a second ship-to-shore crane, eleven months after it was ordered.",
        "The £14m set aside for it will go towards two kilometres of track and a new yard for rail wagons.",
        "Dockers were told at a meeting on Monday evening.",
    ),
    quotes=(
        quote(
            "A crane that stands idle four days in seven is a monument, and nobody ever shipped a box with a "
            "monument,",
            "Mathilde Rønne",
            "chief executive of the harbour board",
        ),
        quote(
            "We were promised sixty jobs on this quay.\n\nWhat we have now is a promise about a railway, and "
            "a railway does not need sixty of us.",
            "Gareth Pugh",
            "convener at the dockers’ union",
        ),
    ),
    related=(
        Link(
            title="Rail freight at the port doubles in five years", url="https://quayside.example/news/rail"
        ),
        Link(title="Minister: “no blank cheque” for northern ports"),
        Link(title="What the tide tables do not tell you", url="https://quayside.example/news/tides"),
    ),
    promos=(
        Promo(
            kind=PromoKind.WEBINAR,
            title="After the spending round: what ports can still build",
            partners=("Bollard & Co", "TideBank"),
            starts=dt.datetime(2026, 12, 3, 11, 0, tzinfo=dt.timezone(dt.timedelta(0), "GMT")),
            url="https://quayside.example/events/spending-round",
            partner_content=True,
        ),
    ),
)

SECOND = make_story(
    "pilots",
    kicker="People",
    headline="Pilots’ rota will change in the new year",
    standfirst="Twelve-hour watches are to be cut to ten",
    byline=("Ida Brandt",),
    published=dt.date(2026, 11, 18),
    url="https://quayside.example/news/rota",
    summary=("Harbour pilots will work ten-hour watches from January, after a trial over the summer.",),
    quotes=(
        quote("Nobody makes a good decision in the eleventh hour.", "Captain Aoife Byrne", "duty pilot"),
    ),
)

THIRD = make_story(
    "eels",
    headline="Eels return to the old timber dock",
    url="https://quayside.example/news/eels",
    published=dt.date(2026, 11, 19),
    summary=(
        "Young eels have been counted in the timber dock for the first time since 1974.",
        "The count was made by volunteers over six nights in October.",
    ),
    related=(Link(title="How clean is the water?", url="https://quayside.example/news/water"),),
)

FULL = make_issue(
    LEAD,
    SECOND,
    THIRD,
    publication=QUAYSIDE,
    number=12,
    day=dt.date(2026, 11, 20),
    subject="Second crane dropped, pilots’ hours cut, and eels",
    preheader="Why the harbour board would rather have a railway",
    note="Good morning. We spent the week on the **north quay**, where "
    "[the crane](https://quayside.example/c) was to stand.\n\n"
    "Three things to read:\n\n- the board’s reasons\n- the unions’ answer\n- the eels",
)


@cache
def weekly() -> Theme:
    with TemporaryDirectory() as folder:
        return load_theme("weekly", [bundled_templates()], Path(folder))


def theme_with(folder, changes, name="weekly", cache=None) -> Theme:
    """The theme `name` with files of it changed or added under `folder`/templates."""
    for file, text in changes.items():
        path = folder / "templates" / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_theme(name, [folder / "templates", bundled_templates()], cache or folder / "cache")


def block(file: str) -> str:
    """A file of the bundled theme, to change."""
    return (bundled_templates() / "weekly" / file).read_text(encoding="utf-8")


class Page(HTMLParser):
    """What a reader finds on a page: its words and, in order, where its links go.

    What is hidden from screen readers only repeats what stands beside it, and is left out.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self._unseen = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.tags.append(tag)
        if tag == "br":
            self.said.append(" ")
        if (
            tag in {"style", "title"}
            or "aria-hidden" in told
            or (tag == "div" and "display:none" in (told.get("style") or ""))
        ):
            self._unseen = tag
        if tag == "a" and (told.get("href") or "#")[0] != "#":
            self.links.append(told["href"])

    def handle_endtag(self, tag):
        if tag == self._unseen:
            self._unseen = ""
        if tag in {"p", "h1", "h2", "h3", "li", "a", "td"}:
            self.said.append(" ")

    def handle_data(self, data):
        if not self._unseen:
            self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.said).split())
