"""Checks on the links."""

from collections.abc import Iterator

from digest.model import Email, Finding, Issue, Level


def missing_links(issue: Issue, _: Email) -> Iterator[Finding]:
    """Stories, related headlines and promos that lead nowhere."""
    for n, story in enumerate(issue.stories, 1):
        if not story.url.value:
            yield _missing(f"“{story.headline.value}” has no link to the full story", f"stories[{n}].url")
        for m, promo in enumerate(story.promos, 1):
            if not promo.value.url:
                yield _missing(
                    f"the promo “{promo.value.title}” has no link", f"stories[{n}].promos[{m}].url"
                )
        unlinked = [link.value.title for link in story.related if not link.value.url]
        if unlinked:
            titles = ", ".join(f"“{title}”" for title in unlinked)
            yield _missing(f"related headlines without a link: {titles}", f"stories[{n}].related")


def _missing(message: str, key: str) -> Finding:
    return Finding(
        code="link-missing",
        level=Level.WARNING,
        message=message,
        where=key,
        mend="give its url in issue.toml",
    )
