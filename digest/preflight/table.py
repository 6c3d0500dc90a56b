"""Every check, in one table; `check` runs them all."""

from collections.abc import Callable, Iterable

from digest.model import Email, Finding, Issue, Level
from digest.preflight import links, message, words

Check = Callable[[Issue, Email], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    words.reading_notes,
    words.missing_headlines,
    words.quotes_without_speaker,
    words.quotes_outside_quotation_marks,
    words.speakers_not_in_source,
    words.merge_tags_in_text,
    words.stories_without_summary,
    links.missing_links,
    message.subject_length,
    message.postal_address,
    message.size,
    message.leftovers,
)

ORDER = {level: weight for weight, level in enumerate((Level.ERROR, Level.WARNING, Level.NOTE))}


def check(issue: Issue, email: Email) -> tuple[Finding, ...]:
    """All findings on an issue and its email, worst first."""
    findings = [finding for each in CHECKS for finding in each(issue, email)]
    return tuple(sorted(findings, key=lambda finding: ORDER[finding.level]))
