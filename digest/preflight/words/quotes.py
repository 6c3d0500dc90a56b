"""Checks on the quotations: are they said by whom we say, and where we say?"""

import textwrap
from collections.abc import Iterator

from digest.model import Decided, Level, Origin, Quote, Story
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.spots import Spot, spot

_CODES_OF_ETHICS = 'IPSO Editors\' Code of Practice, clause 1; SPJ Code of Ethics, "Seek Truth"'


def without_speaker(galley: Galley) -> Iterator[Hit]:
    """A quotation nobody is named for."""
    for _, quote, here in _quotes(galley):
        if not quote.value.speaker:
            yield here.hit(
                f"nobody is named for “{start_of(quote.value)}”",
                "give its speaker in issue.toml, or leave the quotation out",
            )


def outside_quotation_marks(galley: Galley) -> Iterator[Hit]:
    """An editor's quotation that its source gives as the reporter's own words."""
    for story, quote, here in _quotes(galley):
        if quote.origin is Origin.EDITOR and not _in_marks(quote.value, story):
            yield here.hit(
                f"“{start_of(quote.value)}” stands in the source, but not in quotation marks",
                "make sure that these are the speaker's words and not the reporter's",
            )


def speaker_not_in_source(galley: Galley) -> Iterator[Hit]:
    """A speaker whose last name the source never mentions."""
    for story, quote, here in _quotes(galley):
        speaker = quote.value.speaker
        if speaker and speaker.split()[-1].casefold() not in story.article.source.text.casefold():
            yield here.hit(f"{speaker} is not named in {story.article.source.name}", "check who said it")


def start_of(quote: Quote) -> str:
    """The first words of a quotation, to tell it by."""
    return textwrap.shorten(quote.text, 60, placeholder=" …")


def _quotes(galley: Galley) -> Iterator[tuple[Story, Decided[Quote], Spot]]:
    for number, story in enumerate(galley.issue.stories, 1):
        for n, quote in enumerate(story.quotes, 1):
            yield story, quote, spot(number, story, f"quotes[{n}]", quote)


def _in_marks(quote: Quote, story: Story) -> bool:
    """True when the letter before the quotation, or before its paragraph's sentence, opens a quotation."""
    text = story.article.source.text
    start = text.rfind("\n", 0, quote.spans[0].start) + 1
    before = text[start : quote.spans[0].start]
    opened = sum(before.count(mark) for mark in "“«„") + before.count('"') % 2
    return opened > sum(before.count(mark) for mark in "”»") or before.endswith(("'", "‘"))


ROWS = (
    Check(
        code="quote-speaker-missing",
        level=Level.ERROR,
        run=without_speaker,
        title="nobody is named for a quotation",
        why="readers cannot weigh words that nobody answers for",
        source=_CODES_OF_ETHICS,
        ignorable=False,
    ),
    Check(
        code="quote-not-quoted",
        level=Level.WARNING,
        run=outside_quotation_marks,
        title="a quotation stands in its source, but not in quotation marks",
        why="a reporter's words would be put into somebody's mouth",
        source=_CODES_OF_ETHICS,
    ),
    Check(
        code="speaker-not-in-source",
        level=Level.WARNING,
        run=speaker_not_in_source,
        title="a speaker is not named in the source",
        why="the words may be given to the wrong person",
        source=_CODES_OF_ETHICS,
    ),
)
