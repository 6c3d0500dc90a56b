"""One line alone between two paragraphs, weighed: related headline, or crosshead.

Rule 1. Its shape weighs first (headlines.py).
Rule 2. Words it shares with the paragraphs around it make it their crosshead; when the article knows none
        of its words, or not the names in it, it comes from elsewhere. A crosshead stands close on its
        paragraph and never before the first one; a block has room around it.
Rule 3. A page with three lines of that kind, each alone, has crossheads; three questions, each over its
        answer, are an interview.
"""

from digest.patterns import pattern
from digest.sources.judges.headlines import headline_weight
from digest.sources.judges.vocabulary import Vocabulary, stems
from digest.sources.lines import is_link_bullet
from digest.sources.page import Page, Sort
from digest.sources.pasted.gaps import Gap

_SYSTEM = 3
_CROSSHEAD_WORDS = 3
_QUOTATION = ('"', "“")
_NUMBERED = pattern(r"\d")


class Weigher:
    """What a page tells before its lonely lines are weighed; `usual` counts its common blank lines."""

    def __init__(self, page: Page, gaps: list[Gap], usual: int) -> None:
        self.usual = usual
        self._page = page
        self._vocabulary: Vocabulary | None = None
        alone = [
            shorts[0]
            for gap in gaps
            if len(shorts := gap.shorts(page)) == 1 and gap.after and not gap.anchors(page)
        ]
        last = [shorts[-1] for gap in gaps if (shorts := gap.shorts(page)) and gap.after]
        self._questions = sum(page.marks[index].title.endswith("?") for index in last)
        self._longer = sum(
            page.lines[index].words > _CROSSHEAD_WORDS and not self._has_room(index) for index in alone
        )

    def is_question(self, index: int) -> bool:
        """Whether a line is one of the questions that head the parts of this article."""
        return self._questions >= _SYSTEM and self._page.marks[index].title.endswith("?")

    def weigh(self, index: int, gap: Gap) -> float:
        """About 2 and more: a related headline; below 1: the article's own."""
        title = self._page.marks[index].title
        weight = headline_weight(title) + self._place(index, gap) + self.strangeness(index, gap)
        weight -= 3.0 * self.is_question(index)
        return weight - (self._longer >= _SYSTEM)

    def _place(self, index: int, gap: Gap) -> float:
        line, after = self._page.lines[index], self._page.lines[gap.after or index]
        if _NUMBERED.match(line.bullet):
            return -3.0
        weight = 2.0 * is_link_bullet(line.bullet) + self._has_room(index) + 2.5 * (gap.before is None)
        weight += 0.5 * after.text.startswith(_QUOTATION)
        return weight - 2.0 * (gap.after == index + 1 and after.gap < self.usual)

    def _has_room(self, index: int) -> bool:
        lines = self._page.lines
        after = lines[index + 1].gap if index + 1 < len(lines) else 0
        return lines[index].gap > self.usual or after > self.usual

    def strangeness(self, index: int, gap: Gap) -> float:
        """How little a line shares with the article: at most 2, below 0 for the words around it."""
        title = self._page.marks[index].title
        if self._vocabulary is None:
            texts = (
                line.text
                for line, mark in zip(self._page.lines, self._page.marks, strict=True)
                if mark.sort is Sort.PROSE
            )
            self._vocabulary = Vocabulary(texts)
        own, weight = stems(title), float(self._vocabulary.strange_names(title))
        if not own:
            return weight
        near, unknown = own & stems(self._around(gap)), self._vocabulary.unknown(own)
        return weight + (len(unknown) - 2.0 * len(near)) / len(own)

    def _around(self, gap: Gap) -> str:
        """The paragraph before and the two after a gap."""
        around = [] if gap.before is None else [gap.before]
        around += [] if gap.after is None else range(gap.after, min(gap.after + 2, len(self._page.lines)))
        return " ".join(self._page.lines[index].text for index in around)
