"""Checks on how headlines read."""

from collections.abc import Iterator

from digest.model import Level
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.spots import spot, texts
from digest.preflight.wording import shouts

_ROOM = 120  # characters; about three lines of a phone at headline size


def headline_long(galley: Galley) -> Iterator[Hit]:
    """A headline that fills a phone's screen."""
    for number, story in enumerate(galley.issue.stories, 1):
        if (length := len(story.headline.value)) > _ROOM:
            yield spot(number, story, "headline", story.headline).hit(
                f"the headline has {length} characters; up to {_ROOM} read well on a phone",
                'a shorter one can be given in issue.toml: headline = "…"',
            )


def headline_cut(galley: Galley) -> Iterator[Hit]:
    """A headline that breaks off."""
    for number, story in enumerate(galley.issue.stories, 1):
        if story.headline.value.rstrip().endswith(("…", "...")):
            yield spot(number, story, "headline", story.headline).hit(
                f"the headline breaks off: “{story.headline.value}”",
                "compare it with the article's own, which may have been cut to fit a page",
            )


def capitals(galley: Galley) -> Iterator[Hit]:
    """A headline or standfirst that is all capitals."""
    for text in texts(galley.issue):
        if text.name in {"headline", "standfirst", "related", "promo"} and shouts(text.value):
            yield text.spot.hit(
                f"the {text.name} is all capitals: “{text.value}”", "write it in small letters"
            )


ROWS = (
    Check(
        code="headline-long",
        level=Level.NOTE,
        run=headline_long,
        title="a headline fills a phone's screen",
        why="readers see nothing but the headline, and scroll past",
        deep=True,
    ),
    Check(
        code="headline-cut",
        level=Level.NOTE,
        run=headline_cut,
        title="a headline breaks off",
        why="it was probably cut by the page that it was copied from",
        deep=True,
    ),
    Check(
        code="all-capitals",
        level=Level.WARNING,
        run=capitals,
        title="a headline or standfirst is all capitals",
        why="it is hard to read, and some screen readers spell it out letter by letter",
        source="GOV.UK style guide: capital letters",
        deep=True,
    ),
)
