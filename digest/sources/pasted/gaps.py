"""The gaps between paragraphs: runs of lines that are no sentences, and what stands around them."""

from collections import Counter

from msgspec import Struct

from digest.sources.page import Page, Sort

_TEXT = frozenset({Sort.PROSE, Sort.LIST})


class Gap(Struct):
    """Lines between two paragraphs; `before` and `after` are those paragraphs, None at the page's ends."""

    members: list[int]
    before: int | None
    after: int | None

    def shorts(self, page: Page) -> list[int]:
        """Its lines that are still to be settled."""
        return [index for index in self.members if page.marks[index].sort is Sort.SHORT]

    def anchors(self, page: Page) -> list[int]:
        """Its lines that are surely links: promos, and headlines already settled."""
        return [index for index in self.members if page.marks[index].sort in {Sort.PROMO, Sort.RELATED}]


def gaps_of(page: Page, begin: int) -> list[Gap]:
    """The gaps from the line `begin` on, in order."""
    gaps: list[Gap] = []
    members: list[int] = []
    before: int | None = None
    for index in range(begin, len(page.lines)):
        if page.marks[index].sort not in _TEXT:
            members.append(index)
            continue
        if members:
            gaps.append(Gap(members, before, index))
        members, before = [], index
    return [*gaps, Gap(members, before, None)] if members else gaps


def usual_gap(page: Page, begin: int) -> int:
    """How many blank lines commonly stand between the paragraphs."""
    counts = Counter(
        page.lines[index].gap
        for index in range(begin + 1, len(page.lines))
        if page.marks[index].sort in _TEXT and page.marks[index - 1].sort in _TEXT
    )
    return counts.most_common(1)[0][0] if counts else 1
