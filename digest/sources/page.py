"""The desk on which a pasted page is sorted: one mark a line, so every line ends in exactly one place."""

from enum import IntEnum, auto

from msgspec import Struct

from digest.model import Finding, Level, Source
from digest.sources.lines import Line

_MOST_NOTES = 20


class Sort(IntEnum):
    """What a line is. SHORT, HEADING and PROMISED are guesses that later steps settle."""

    HEADLINE = auto()
    STANDFIRST = auto()
    BYLINE = auto()
    DATE = auto()
    PROSE = auto()
    CROSSHEAD = auto()
    LIST = auto()
    CAPTION = auto()
    RELATED = auto()
    PROMO = auto()
    DETAIL = auto()  # belongs to the related headline or promo above it: its address, day, "Book now"
    JUNK = auto()
    SHORT = auto()  # no full stop: a related headline, a crosshead, or a paragraph without its stop
    HEADING = auto()  # the words of a related block's heading; a crosshead when no block follows


class Mark(Struct):
    """A line's sort so far; `title` and `url` are those of a link or promo, `reason` why a line is junk."""

    sort: Sort
    title: str = ""
    url: str = ""
    reason: str = ""


class Page(Struct):
    """A source's lines and their marks."""

    source: Source
    lines: list[Line]
    marks: list[Mark]
    notes: list[Finding]

    def set(self, index: int, sort: Sort, reason: str = "") -> None:
        """Settle what a line is."""
        self.marks[index].sort, self.marks[index].reason = sort, reason

    def note(self, code: str, index: int, message: str, level: Level = Level.NOTE, mend: str = "") -> None:
        """Tell the editor something about a line; after many notes of one page no more is told."""
        if len(self.notes) >= _MOST_NOTES:
            return
        where = f"{self.source.name}:{self.source.line(self.lines[index].start)}"
        self.notes.append(Finding(code=code, level=level, message=message, where=where, mend=mend))
