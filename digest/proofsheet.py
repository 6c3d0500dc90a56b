"""A checkup for people: findings under their stories' headlines, worst first, and what each part weighs."""

import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from digest.checkup import Checkup
from digest.model import Finding, Issue, Level
from digest.newsroom import FILE
from digest.preflight.email.size import GMAIL_CLIPS
from digest.preflight.galley import Check
from digest.preflight.places import story_at

Paint = Callable[[str, str], str]
"""Colours a text in a style: a level's name, "heading" or "quiet"."""

_WIDEST = 100  # characters; longer lines are hard to read
_TEXT, _MARGIN, _BAR, _SIZE = 11, 2, 20, 9  # columns
_ENOUGH = 2  # notes of one code in a group
_WEIGHT = {level: weight for weight, level in enumerate(Level)}
_PLURALS = {"address": "addresses", "ignored": "ignored"}


class Screen(Struct, frozen=True):
    """Where the lines are to stand: how many columns there are, and how a text is coloured."""

    width: int
    paint: Paint

    def painted(self, text: str, style: str, indent: int = 0) -> Iterator[str]:
        """The text in lines that fit, each of them coloured; an address is never broken."""
        return (self.paint(line, style) for line in self.wrapped(text, indent))

    def wrapped(self, text: str, indent: int) -> list[str]:
        """The text in lines that fit."""
        margin = " " * indent
        return textwrap.wrap(
            " ".join(text.split()),
            min(self.width, _WIDEST),
            initial_indent=margin,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        )


def sheet(checkup: Checkup, rows: Mapping[str, Check], screen: Screen) -> Iterator[str]:
    """What `digest check` prints; with `rows`, the catalogue by code, all notes, and why each matters."""
    for heading, findings in (*_groups(checkup), *_ignored(checkup)):
        shown = findings if rows else _few(findings)
        yield from screen.painted(heading, "heading")
        for finding in shown:
            yield from _finding(finding, rows.get(finding.code), screen)
        if len(shown) < len(findings):
            more = f"and {_counted(len(findings) - len(shown), 'note')} of the same kinds: digest check --why"
            yield from screen.painted(more, "quiet", _TEXT)
        yield ""
    yield from _meter(checkup, screen)
    yield _counts(checkup, screen.paint)


def catalogue_sheet(rows: Sequence[Check], screen: Screen) -> Iterator[str]:
    """What `digest check --list` prints: every check, what it finds, why that matters and who says so."""
    for row in rows:
        manners = ", with --online" * row.online + ", cannot be ignored" * (not row.ignorable)
        yield screen.paint(row.code, "heading") + f"  {screen.paint(row.level, row.level)}{manners}"
        yield from screen.wrapped(row.title, _MARGIN)
        yield from screen.painted(f"why: {_why(row)}", "quiet", _MARGIN)
    yield f"{len(rows)} checks"


def _groups(checkup: Checkup) -> list[tuple[str, list[Finding]]]:
    """The findings that count, by story; the story with the worst one first."""
    headings = {"": "The whole issue"}
    headings |= {story.slug: story.headline.value or story.slug for story in checkup.issue.stories}
    found: dict[str, list[Finding]] = {slug: [] for slug in headings}
    for finding in checkup.findings:
        if not finding.ignored:
            found[finding.story if finding.story in found else ""].append(finding)
    groups = [(headings[slug], findings) for slug, findings in found.items() if findings]
    return sorted(groups, key=lambda group: min(_WEIGHT[finding.level] for finding in group[1]))


def _ignored(checkup: Checkup) -> list[tuple[str, list[Finding]]]:
    findings = [finding for finding in checkup.findings if finding.ignored]
    return [("Ignored, as issue.toml asks", findings)] if findings else []


def _few(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those notes of whose code there are enough before them."""
    seen: Counter[str] = Counter()
    shown = []
    for finding in findings:
        seen[finding.code] += 1
        if finding.level is not Level.NOTE or seen[finding.code] <= _ENOUGH:
            shown.append(finding)
    return shown


def _finding(finding: Finding, row: Check | None, screen: Screen) -> Iterator[str]:
    label = f"{' ' * _MARGIN}{finding.level:{_TEXT - _MARGIN}}"
    first, *more = screen.wrapped(finding.message, _TEXT)
    yield screen.paint(label, "quiet" if finding.ignored else finding.level) + first[_TEXT:]
    yield from more
    if finding.mend and not finding.ignored:
        yield from screen.wrapped(f"mend: {finding.mend}", _TEXT)
    if row:
        yield from screen.wrapped(f"why: {_why(row)}", _TEXT)
    yield from screen.painted(", ".join(filter(None, (finding.code, _place(finding)))), "quiet", _TEXT)


def _why(row: Check) -> str:
    return f"{row.why} ({row.source})" if row.source else row.why


def _place(finding: Finding) -> str:
    """`issues/12/issue.toml:9 (stories[1].url)`."""
    key = finding.where.removeprefix(f"{FILE}: ") or finding.place
    file = f"{finding.file}:{finding.line}" if finding.line else finding.file
    return f"{file} ({key})" if file and key and not key.startswith(file) else key or file


def _meter(checkup: Checkup, screen: Screen) -> Iterator[str]:
    whole = sum(weight.size for weight in checkup.meter)
    yield screen.paint(f"{_kb(whole)} of HTML; Gmail clips at {_kb(GMAIL_CLIPS)}", "heading")
    most = max(weight.size for weight in checkup.meter)
    room = min(screen.width, _WIDEST) - _MARGIN - _SIZE - _BAR - 1
    for weight in checkup.meter:
        name = textwrap.shorten(_part(weight.place, checkup.issue), room, placeholder=" …")
        bar = "█" * round(_BAR * weight.size / most)
        yield f"{' ' * _MARGIN}{name:{room}}{_kb(weight.size):>{_SIZE}} {screen.paint(bar, 'quiet')}"
    yield ""


def _part(place: str, issue: Issue) -> str:
    slug = story_at(place, issue)
    return next((story.headline.value for story in issue.stories if story.slug == slug), "") or place


def _counts(checkup: Checkup, paint: Paint) -> str:
    told = [
        paint(_counted(number, name), name if number else "quiet")
        for name, number in checkup.counts().items()
        if number or name != "ignored"
    ]
    asked = "" if checkup.asked is None else f"; {_counted(checkup.asked, 'address')} asked"
    return ", ".join(told) + asked


def _counted(number: int, name: str) -> str:
    return f"{number} {name if number == 1 else _PLURALS.get(name, f'{name}s')}"


def _kb(size: int) -> str:
    return f"{size / 1000:.1f} kB"
