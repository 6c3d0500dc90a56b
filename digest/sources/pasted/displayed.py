"""Lines that stand on a page for display: headlines that look like sentences, pull quotes, running heads.

Rule 1. A line wholly in quote marks, or with one and without a stop at its end, is somebody's words, unless
        it stands in a block without room: then it is a headline. Where the page parts nothing by blank lines,
        only one without its stop is.
Rule 2. Some sites end headlines in full stops. On a page that parts its paragraphs by blank lines, three
        short sentences and more without room are such headlines when a promo stands among them or one ends in
        "…, says X." Two are never enough: a quotation and its answer stand like that.
Rule 3. A line that says again what a longer paragraph says is a pull quote; a name and a role under it are
        its speaker's.
Rule 4. A short line that stands above the headline too, or comes again but for its digits, is a running head
        of a printed page, and a number alone beside it the page's. Names come again in interviews; they hold
        no digits.
"""

from collections import Counter

from digest.patterns import pattern
from digest.sources.judges.headlines import ends_in_speaker, has_news_verb
from digest.sources.lines import Line
from digest.sources.page import Page, Sort
from digest.sources.pasted.neighbours import stands_in_run

_QUOTED_WORDS, _STOPPED_WORDS, _FEWEST = 18, 16, 3
_PULLED_WORDS, _SPEAKER_WORDS = range(5, 41), 9
_OPENING_MARKS, _CLOSING_MARKS, _STOPS = "\"“‘'„«", "\"”»“’'", (".", "!", "?", ",")
_HEAD_WORDS, _LONGEST_HEAD, _LONGEST_PULLED, _DIGITS = 8, 60, 260, pattern(r"\d+")
_QUOTED = pattern(r"(?:^|(?<=: )|(?<=— ))[\"“‘„«]([^\"“”«»]{15,})[\"”’“»]")
_MOST_PULLED = 100  # a page with more such lines is a transcript: each is looked for in the whole page
_STOP_WITHIN = pattern(r"[.!?]['\"’”]? \S")
_TEXT = frozenset({Sort.PROSE, Sort.SHORT})
_OF_RUN = frozenset({Sort.PROSE, Sort.SHORT, Sort.RELATED, Sort.PROMO, Sort.DETAIL})
_LINKS = frozenset({Sort.RELATED, Sort.PROMO})


def settle_displayed(page: Page, begin: int, usual: int) -> None:
    """Settle them from the line `begin` on; `usual` counts the common blank lines."""
    _set_running_heads_aside(page, begin)
    _set_pull_quotes_aside(page, begin)
    _free_quoted(page, begin, usual)
    if usual:
        _free_stopped(page, begin)


def _set_running_heads_aside(page: Page, begin: int) -> None:
    short = [index for index, line in enumerate(page.lines) if len(line.text) <= _LONGEST_HEAD]
    plain = [_DIGITS.sub("", page.lines[index].text).lower() for index in short]
    if len(set(plain)) == len(plain):
        return
    above = {page.lines[index].text.lower() for index in short if index < begin}
    count = Counter(text for index, text in zip(short, plain, strict=True) if index >= begin)
    for index, text in zip(short, plain, strict=True):
        line = page.lines[index]
        again = line.text.lower() in above or (count[text] > 1 and text != line.text.lower())
        if index >= begin and again and page.marks[index].sort is Sort.SHORT and _may_run(line):
            page.set(index, Sort.JUNK, "running head")
            _set_numbers_aside(page, index)


def _may_run(line: Line) -> bool:
    return 1 < line.words <= _HEAD_WORDS and not line.is_sentence and not line.bullet


def _set_numbers_aside(page: Page, head: int) -> None:
    for index in (head - 1, head + 1):
        if index < len(page.lines) and page.lines[index].text.isdigit():
            page.set(index, Sort.JUNK, "page number")


def _free_quoted(page: Page, begin: int, usual: int) -> None:
    for index in range(begin, len(page.lines)):
        line, mark = page.lines[index], page.marks[index]
        if mark.sort is not Sort.PROSE or line.text[0] not in _OPENING_MARKS or line.words > _QUOTED_WORDS:
            continue
        if _is_free(line.text, usual) and stands_in_run(page, index):
            mark.sort = Sort.SHORT


def _is_free(text: str, usual: int) -> bool:
    whole = text[-1] in _CLOSING_MARKS and not any(sign in text[1:-1] for sign in _CLOSING_MARKS[:-2])
    if whole:
        return usual > 0 or text[-2:-1] not in _STOPS
    return text.rstrip(_CLOSING_MARKS)[-1:] not in _STOPS


def _free_stopped(page: Page, begin: int) -> None:
    run: list[int] = []
    for index in range(begin, len(page.lines)):
        if page.lines[index].gap:
            if len(run) >= _FEWEST:
                _settle_stopped(page, run)
            run = []
        run.append(index)
    if len(run) >= _FEWEST:
        _settle_stopped(page, run)


def _settle_stopped(page: Page, run: list[int]) -> None:
    run = [index for index in run if page.marks[index].sort is not Sort.JUNK]
    prose = [index for index in run if page.marks[index].sort is Sort.PROSE]
    if len(run) < _FEWEST or not prose or not all(page.marks[index].sort in _OF_RUN for index in run):
        return
    if not all(_is_one_short_sentence(page.lines[index]) for index in prose):
        return
    linked = any(page.marks[index].sort in _LINKS for index in run)
    if linked or any(ends_in_speaker(page.lines[index].text.rstrip(".")) for index in prose):
        for index in prose:
            page.marks[index].sort = Sort.RELATED


def _is_one_short_sentence(line: Line) -> bool:
    quoted = line.text[0] in _OPENING_MARKS
    return line.words <= _STOPPED_WORDS and not (quoted or line.bullet or _STOP_WITHIN.search(line.text))


def _set_pull_quotes_aside(page: Page, begin: int) -> None:
    may_be = [
        index
        for index in range(begin, len(page.lines))
        if page.marks[index].sort in _TEXT and _may_be_pulled(page, index)
    ]
    whole = "\n".join(line.text for line in page.lines[begin:]) if may_be else ""
    for index in may_be[:_MOST_PULLED]:
        text = page.lines[index].text
        said = _said(text)
        if whole.count(said) > 1 and any(
            said in line.text and len(line.text) > len(text) for line in page.lines
        ):
            page.set(index, Sort.JUNK, "pull quote")
            _set_speaker_aside(page, index + 1)


def _may_be_pulled(page: Page, index: int) -> bool:
    line, sort = page.lines[index], page.marks[index].sort
    if len(line.text) > _LONGEST_PULLED or (sort is Sort.PROSE and line.text[0] not in _OPENING_MARKS):
        return False
    quoted = line.text[0] in _OPENING_MARKS and (line.text[-1] in _CLOSING_MARKS or not line.is_sentence)
    return (sort is Sort.SHORT or quoted) and line.words in _PULLED_WORDS


def _said(text: str) -> str:
    """The words of a pull quote, without its marks and the name before or after them."""
    quoted = _QUOTED.search(text)
    named = quoted and text[-1] not in _STOPS and text.count(" ") - quoted[1].count(" ") < _SPEAKER_WORDS
    words = quoted[1] if quoted and named else text
    return words.strip(_OPENING_MARKS + _CLOSING_MARKS + ".,… ")


def _set_speaker_aside(page: Page, index: int) -> None:
    if index >= len(page.lines) or page.marks[index].sort is not Sort.SHORT:
        return
    line = page.lines[index]
    if line.words <= _SPEAKER_WORDS and not has_news_verb(line.text):
        page.set(index, Sort.JUNK, "pull quote")
