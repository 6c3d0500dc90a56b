"""What each line of the body's region is by itself; what stands around it is looked at later (related.py)."""

from digest.patterns import pattern
from digest.sources.judges.blockheads import is_block_heading
from digest.sources.judges.captions import is_caption
from digest.sources.judges.junk import junk_reason
from digest.sources.judges.links import after_prefix, bare_address, split_address, without_age
from digest.sources.judges.promos import promo_kind
from digest.sources.lines import Line, is_link_bullet
from digest.sources.page import Mark, Sort

_LONG = 320  # characters; nothing that stands around an article is longer, footers aside
_SHORT, _SHORT_WORDS = 150, 22
_MAY_INVITE = frozenset(
    {
        "advertisement",
        "comments",
        "newsletter prompt",
        "reader prompt",
        "login line",
        "listen line",
        "navigation",
    }
)
_LETTER = pattern(r"[^\W_]")
_QUESTION_WITHIN = pattern(r"[.!?]['\"’”]? ['\"‘“]?[A-Z]")
_ASKED = pattern(r", [\"“„‘'«][^\"“”„«»]+\?[\"“”’'»«]$")  # she says, "but who pays?"
_INTERVIEW = pattern(r"(?:Q|A|Question|Answer)\d*\s?[:.]\s")
_SPOKEN_WORDS, _FEWEST_SPACES, _SUBJECT_WORDS = 5, 2, 3
_CLOSERS = "\"'”’“»«"
_OPENERS = '"“„«'


def mark_line(line: Line) -> Mark:
    """The line's sort by its own words alone."""
    text = line.text
    reason = junk_reason(text)
    if reason and not (reason in _MAY_INVITE and promo_kind(text)):
        return Mark(Sort.JUNK, reason=reason)
    if len(text) > _LONG:
        return Mark(Sort.LIST if line.bullet else Sort.PROSE)
    if not _LETTER.search(text):
        return Mark(Sort.JUNK, reason="rule")
    return _mark_short(line)


def _mark_short(line: Line) -> Mark:  # noqa: PLR0911 # one kind of line a return
    if is_caption(line.text):
        return Mark(Sort.CAPTION)
    if address := bare_address(line.text):
        return Mark(Sort.DETAIL, url=address)
    bullet = line.bullet
    title, url = split_address(line.text[len(bullet) :])
    if kind := promo_kind(title):
        return Mark(Sort.PROMO, title, url, kind)
    if (fresh := without_age(title)) and fresh.count(" ") >= _FEWEST_SPACES:
        return Mark(Sort.RELATED, fresh, url)
    rest = "" if title.isupper() and is_block_heading(title) else after_prefix(title)
    if rest and _are_subjects(rest):
        return Mark(Sort.JUNK, reason="tags")
    if rest:
        kind = promo_kind(rest)
        return Mark(Sort.PROMO, rest, url, kind) if kind else Mark(Sort.RELATED, rest, url)
    if is_block_heading(title):
        return Mark(Sort.HEADING, title)
    return Mark(_shape(line, title, bullet, url), title, url)


def _are_subjects(rest: str) -> bool:
    """Whether subjects stand in a row after "Read more on:", and no headline."""
    parts = rest.split(" | ")
    return len(parts) > 1 and all(part.count(" ") < _SUBJECT_WORDS for part in parts)


def _shape(line: Line, title: str, bullet: str, url: str) -> Sort:
    if url and not Line(title, 0, 0, 0).is_sentence:
        return Sort.RELATED if line.words <= _SHORT_WORDS else Sort.PROSE
    if len(title) > _SHORT or title.count(" ") >= _SHORT_WORDS or line.is_sentence or _is_speech(title):
        return Sort.LIST if bullet and not is_link_bullet(bullet) else Sort.PROSE
    if _INTERVIEW.match(title):
        return Sort.PROSE
    if title.rstrip(_CLOSERS).endswith("?") and (_QUESTION_WITHIN.search(title) or _ASKED.search(title)):
        return Sort.PROSE
    return Sort.SHORT


def _is_speech(title: str) -> bool:
    """Whether a line is somebody's words: it opens with a quote mark, and not for a word or two only."""
    if not title.startswith(tuple(_OPENERS)):
        return False
    closing = max(title.rfind(mark) for mark in '"”“»')
    words = title.count(" ")
    if closing > 0 and title[closing + 1 : closing + 3] == ": ":
        return False  # "We were never told": leaseholders sue
    if closing >= len(title) - 2:
        return words >= _SPOKEN_WORDS  # fewer, all in marks, are a crosshead
    return closing <= 0 or title.count(" ", 0, closing) >= _SPOKEN_WORDS
