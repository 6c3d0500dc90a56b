"""Checks on the words: is everything said by whom we say, and where we say?"""

import re
import textwrap
from collections.abc import Iterator

from digest.model import Email, Finding, Issue, Level, Origin, Quote, Story


def reading_notes(issue: Issue, _: Email) -> Iterator[Finding]:
    """What the reader noticed in the sources."""
    for story in issue.stories:
        yield from story.article.notes


def missing_headlines(issue: Issue, _: Email) -> Iterator[Finding]:
    """A story without a headline."""
    for number, story in enumerate(issue.stories, 1):
        if not story.headline.value:
            yield Finding(
                code="headline-missing",
                level=Level.ERROR,
                message=f"no headline was found in {story.article.source.name}",
                where=f"stories[{number}].headline",
                mend='write one in issue.toml: headline = "…"',
            )


def quotes_without_speaker(issue: Issue, _: Email) -> Iterator[Finding]:
    """A quotation nobody is named for."""
    for story, quote in _quotes(issue):
        if not quote.speaker:
            yield Finding(
                code="quote-speaker-missing",
                level=Level.ERROR,
                message=f"nobody is named for “{_start(quote)}”",
                where=story.slug,
                mend="give its speaker in issue.toml, or leave the quotation out",
            )


def quotes_outside_quotation_marks(issue: Issue, _: Email) -> Iterator[Finding]:
    """An editor's quotation that its source gives as the reporter's own words."""
    for story in issue.stories:
        for decided in story.quotes:
            if decided.origin is Origin.EDITOR and not _in_marks(decided.value, story):
                yield Finding(
                    code="quote-not-quoted",
                    level=Level.WARNING,
                    message=f"“{_start(decided.value)}” stands in the source, but not in quotation marks",
                    where=story.slug,
                    mend="make sure that these are the speaker's words and not the reporter's",
                )


def merge_tags_in_text(issue: Issue, _: Email) -> Iterator[Finding]:
    """Words that look like the merge tags which a provider fills in."""
    for story in issue.stories:
        told = [story.headline, story.standfirst, story.kicker, *story.summary]
        texts = [each.value for each in told] + [decided.value.text for decided in story.quotes]
        for tag in re.findall(r"\[\[\w+\]\]|\{\{.*?\}\}|\*\|\w+\|\*", "\n".join(texts)):
            yield Finding(
                code="merge-tag-in-text",
                level=Level.NOTE,
                message=f"the text says {tag}, which a mail provider may take for a merge tag",
                where=story.slug,
                mend="look at it in a proof before you send",
            )


def speakers_not_in_source(issue: Issue, _: Email) -> Iterator[Finding]:
    """A speaker whose last name the source never mentions."""
    for story, quote in _quotes(issue):
        if quote.speaker and quote.speaker.split()[-1].casefold() not in story.article.source.text.casefold():
            yield Finding(
                code="speaker-not-in-source",
                level=Level.WARNING,
                message=f"{quote.speaker} is not named in {story.article.source.name}",
                where=story.slug,
                mend="check who said it",
            )


def stories_without_summary(issue: Issue, _: Email) -> Iterator[Finding]:
    """A story in which nothing could be summed up."""
    for story in issue.stories:
        if not story.summary:
            yield Finding(
                code="summary-missing",
                level=Level.WARNING,
                message=f"no summary of “{story.headline.value}”",
                where=story.slug,
                mend='write one in issue.toml: summary = ["…"]',
            )


def _quotes(issue: Issue) -> Iterator[tuple[Story, Quote]]:
    return ((story, decided.value) for story in issue.stories for decided in story.quotes)


def _in_marks(quote: Quote, story: Story) -> bool:
    """True when the letter before the quotation, or before its paragraph's sentence, opens a quotation."""
    text = story.article.source.text
    start = text.rfind("\n", 0, quote.spans[0].start) + 1
    before = text[start : quote.spans[0].start]
    opened = sum(before.count(mark) for mark in "“«„") + before.count('"') % 2
    return opened > sum(before.count(mark) for mark in "”»") or before.endswith(("'", "‘"))


def _start(quote: Quote) -> str:
    return textwrap.shorten(quote.text, 60, placeholder=" …")
