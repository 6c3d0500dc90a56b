"""Every check, in one catalogue; `check` runs them.

A module of checks exports `ROWS`, its part of the catalogue. What is not deep is looked at with every build.
"""

from collections.abc import Iterator

from digest.model import Finding, Level
from digest.preflight.email import identity, size
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.ignoring import is_ignored
from digest.preflight.words import missing, pages, placeholders, quotes, subject

QUICK_MODULES = (pages, missing, quotes, placeholders, subject, identity, size)
_WEIGHT = {level: weight for weight, level in enumerate((Level.ERROR, Level.WARNING, Level.NOTE))}


def catalogue() -> tuple[Check, ...]:
    """Every row, in the order in which they are run and listed."""
    from digest.preflight.email import contrast, mergetags, parts, pictures, spam
    from digest.preflight.email.support import rows as support
    from digest.preflight.links import campaigns, hosts, linktexts, online, written
    from digest.preflight.words import days, headlines, listings, past, promos, repeats, sourced, typography

    words = (sourced, headlines, repeats, typography, days, past, promos, listings)
    email = (mergetags, parts, pictures, contrast, support, spam)
    modules = (*QUICK_MODULES, *words, written, hosts, campaigns, linktexts, online, *email)
    return tuple(row for module in modules for row in module.ROWS)


def check(galley: Galley, *, deep: bool) -> tuple[Finding, ...]:
    """All findings, worst first and the ignored ones last; without `deep` only what a build looks at."""
    rows = catalogue() if deep else _quick()
    findings = [_finding(row, hit, galley) for row in rows for hit in row.run(galley)]
    return tuple(sorted(findings, key=lambda finding: (finding.ignored, _WEIGHT[finding.level])))


def _quick() -> Iterator[Check]:
    return (row for module in QUICK_MODULES for row in module.ROWS if not row.deep)


def _finding(row: Check, hit: Hit, galley: Galley) -> Finding:
    return Finding(
        code=row.code,
        level=hit.level or row.level,
        message=hit.message,
        where=hit.where,
        mend=hit.mend,
        story=hit.story,
        file=hit.file,
        line=hit.line,
        place=hit.place,
        ignored=row.ignorable and is_ignored(row.code, hit.story, galley.issue),
    )
