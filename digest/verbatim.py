"""Whether words stand in a source, letter for letter, and which passage comes nearest when they do not.

White space, the shape of quote marks and the length of dashes may differ: an editor types what the keyboard
gives. The passage found is what is shown, so the reader always gets the article's own letters.
"""

import difflib
import re
from collections.abc import Iterable

from digest.model import Span

SHAPES = str.maketrans("“”„‟«»‘’‚‛‹›–—‑‐", "\"\"\"\"\"\"''''''----")  # one for one, so that places hold


def fold(text: str) -> str:
    """A text with its white space and the shapes of its quote marks and dashes made equal."""
    return " ".join(text.translate(SHAPES).split())


def same_words(one: str, other: str) -> bool:
    """True when two titles say the same, whatever their case, punctuation and spaces."""
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())


def find_verbatim(text: str, source: str) -> tuple[Span, ...]:
    """Where a text stands in a source, one span for each of its paragraphs in turn; () when it does not."""
    folded, spans, start = source.translate(SHAPES), [], 0
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        words = paragraph.translate(SHAPES).split()
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
        found = re.compile(pattern).search(folded, start) if words else None
        if not found:
            return ()
        spans.append(Span(found.start(), found.end()))
        start = found.end()
    return tuple(spans)


def nearest_passage(text: str, passages: Iterable[str]) -> str:
    """The passage most like a text; "" when none is like it at all."""
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(fold(text).split())
    best, best_ratio = "", 0.3  # under a third of the words in common is another sentence
    for passage in passages:
        matcher.set_seq1(fold(passage).split())
        if (ratio := matcher.ratio()) > best_ratio:
            best, best_ratio = passage, ratio
    return best
