"""An issue to proof, sound but for what a test changes, and the hits of one check on it."""

import datetime as dt
from functools import cache

from msgspec.structs import replace

from digest.model import Article, Decided, Email, Link, Origin, Promo, PromoKind, Publication, Source, Utm
from digest.preflight.galley import Galley
from digest.preflight.table import catalogue
from issues_for_render import make_issue, make_story

FRIDAY = dt.date(2026, 11, 20)
PAGE = """Ferry timetable loses its last boat

The night boat to Sandholm will stop in March, the Coast Ferry Board told its 40 crew on Tuesday.

"Nobody sails at two in the morning for the view," said Ida Brandt, who runs the board for the World Ferry \
Union, in an interview with this paper.
"""
OURS = Publication(name="Quayside", url="https://quayside.example", utm=Utm(source="quayside"))


@cache
def rows():
    return {row.code: row for row in catalogue()}


def hits(code, issue, *, html="<p>Ferry</p>", past=(), preheader="Why it stops"):
    """What the check with this code finds."""
    email = Email(subject=issue.subject.value, preheader=preheader, html=html, text="")
    return list(rows()[code].run(Galley(issue=issue, email=email, past=tuple(past))))


def wheres(code, issue, **more):
    """Where it finds something: the keys."""
    return [hit.where for hit in hits(code, issue, **more)]


def story(slug="ferry", page=PAGE, **fields):
    """A story on a page of its own."""
    told = {"headline": "Ferry timetable loses its last boat", "url": f"https://quayside.example/{slug}"}
    made = make_story(slug, **{**told, **fields})
    source = Source(name=f"{slug}.txt", text=page)
    article = Article(source=source, headline=made.headline.value)
    return replace(made, article=article)


def issue(*stories, publication=OURS, **fields):
    """An issue of a Friday."""
    told = {"day": FRIDAY, "subject": "Last boat to Sandholm", "slug": "q-12"}
    return make_issue(*(stories or (story(),)), publication=publication, **{**told, **fields})


def promo(title="Webinar: what night boats cost", **fields):
    told = {
        "kind": PromoKind.WEBINAR,
        "starts": dt.datetime(2026, 12, 3, 11, tzinfo=dt.UTC),
        "url": "https://quayside.example/webinar",
    }
    return Promo(title=title, **{**told, **fields})


def with_promo(*promos, **fields):
    return issue(story(promos=promos), **fields)


def related(*links):
    return tuple(Link(title=title, url=url) for title, url in links)


def by_machine(value):
    return Decided(value=value, origin=Origin.EXTRACTED)
