"""Checks for what every story must have: a headline, a summary, and links that lead somewhere."""

from collections.abc import Iterator

from digest.model import Level
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.spots import spot


def headline_missing(galley: Galley) -> Iterator[Hit]:
    """A story without a headline."""
    for number, story in enumerate(galley.issue.stories, 1):
        if not story.headline.value.strip():
            yield spot(number, story, "headline").hit(
                f"no headline was found in {story.article.source.name}",
                'write one in issue.toml: headline = "…"',
            )


def summary_empty(galley: Galley) -> Iterator[Hit]:
    """A story in which nothing could be summed up."""
    for number, story in enumerate(galley.issue.stories, 1):
        if not any(sentence.value.strip() for sentence in story.summary):
            yield spot(number, story, "summary").hit(
                f"no summary of “{story.headline.value}”", 'write one in issue.toml: summary = ["…"]'
            )


def link_missing(galley: Galley) -> Iterator[Hit]:
    """Stories and related headlines that lead nowhere."""
    for number, story in enumerate(galley.issue.stories, 1):
        if not story.url.value:
            yield spot(number, story, "url").hit(
                f"“{story.headline.value}” has no link to the full story", "give its url in issue.toml"
            )
        unlinked = [link.value.title for link in story.related if not link.value.url]
        if unlinked:
            titles = ", ".join(f"“{title}”" for title in unlinked)
            yield spot(number, story, "related").hit(
                f"related headlines without a link: {titles}", "give their urls in issue.toml"
            )


def promo_url_missing(galley: Galley) -> Iterator[Hit]:
    """A promo that leads nowhere."""
    for number, story in enumerate(galley.issue.stories, 1):
        for n, promo in enumerate(story.promos, 1):
            if not promo.value.url:
                yield spot(number, story, f"promos[{n}].url", promo).hit(
                    f"the promo “{promo.value.title}” has no link", "give its url in issue.toml"
                )


ROWS = (
    Check(
        code="headline-missing",
        level=Level.ERROR,
        run=headline_missing,
        title="a story has no headline",
        why="readers cannot tell what the story is, and screen readers cannot reach it",
        source="WCAG 2.2, 2.4.6",
        ignorable=False,
    ),
    Check(
        code="summary-empty",
        level=Level.WARNING,
        run=summary_empty,
        title="a story has no summary",
        why="readers get a headline and nothing of the story",
    ),
    Check(
        code="link-missing",
        level=Level.WARNING,
        run=link_missing,
        title="a story or a related headline has no link",
        why="readers cannot go on to the full story",
    ),
    Check(
        code="promo-url-missing",
        level=Level.WARNING,
        run=promo_url_missing,
        title="a promo has no link",
        why="it is shown without a button, and nobody can sign up",
    ),
)
