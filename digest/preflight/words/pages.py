"""What was noticed while the sources were read and summed up; each code is the reader's own."""

from collections.abc import Iterator
from functools import partial

from digest.model import Finding, Level
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.spots import spot

_UNHEADED = "no-headline"  # the desk knows better whether a headline is missing
_NOTICED = {
    "text-cut": (
        Level.WARNING,
        "the page may hold only the beginning of its article",
        "a digest made of a paywall's teaser misses what the article says further down",
    ),
    "teaser-only": (
        Level.NOTE,
        "the feed carries a teaser of the article only",
        "summary and quotations can be drawn only from what is there",
    ),
    "text-mended": (
        Level.NOTE,
        "letters of the source were mended",
        "a wrong guess would change a name or a figure",
    ),
    "text-unplaced": (
        Level.NOTE,
        "a line of the page may belong elsewhere",
        "a headline of another article must not be read as a part of this one",
    ),
    "two-articles": (
        Level.WARNING,
        "the source holds more than one article",
        "what was left out is told nowhere else",
    ),
    "two-headlines": (
        Level.WARNING,
        "the page gives two headlines",
        "readers see the one that was taken; the other may be the right one",
    ),
    "front-matter": (
        Level.WARNING,
        "a value above a Markdown article could not be used",
        "what its author meant is left out",
    ),
    "html-unclosed": (
        Level.WARNING,
        "a comment in a Markdown article never ends",
        "all that follows is hidden",
    ),
    "feed-entries": (
        Level.NOTE,
        "the feed holds several articles and one was taken",
        "it may not be the one that was meant",
    ),
    "summary-drafted": (
        Level.NOTE,
        "a language model wrote in the summary",
        "a model may join what does not belong together; its sentences must be read",
    ),
    "summary-refused": (
        Level.WARNING,
        "a sentence that a model drafted is not borne out",
        "it would have told readers what the article does not say",
    ),
    "summary-failed": (
        Level.WARNING,
        "the summariser failed",
        "the summary is not the one that was asked for",
    ),
    "summary-missing": (
        Level.ERROR,
        "the summariser cannot be used",
        "the summary is not the one that was asked for",
    ),
}


def _noticed(code: str, galley: Galley) -> Iterator[Hit]:
    return _hits(galley, {code})


def _noticed_otherwise(galley: Galley) -> Iterator[Hit]:
    told = {note.code for story in galley.issue.stories for note in story.article.notes}
    return _hits(galley, told - _NOTICED.keys() - {_UNHEADED})


def _hits(galley: Galley, codes: set[str]) -> Iterator[Hit]:
    for number, story in enumerate(galley.issue.stories, 1):
        for note in story.article.notes:
            if note.code in codes:
                here = spot(number, story)
                yield Hit(
                    message=note.message,
                    mend=note.mend,
                    level=note.level,
                    where=note.where,
                    story=story.slug,
                    place=here.place,
                    file=story.article.source.name,
                    line=_line(note),
                )


def _line(note: Finding) -> int:
    line = note.where.rpartition(":")[2]
    return int(line) if line.isdigit() else 0


ROWS = (
    *(
        Check(code=code, level=level, run=partial(_noticed, code), title=title, why=why)
        for code, (level, title, why) in _NOTICED.items()
    ),
    Check(
        code="page-noticed",
        level=Level.NOTE,
        run=_noticed_otherwise,
        title="a reader of another package noticed something",
        why="whoever wrote the reader thought that an editor should know",
    ),
)
