"""What an editor wants to hear no more of: `ignore = ["code"]` in issue.toml, for an issue or one story."""

from collections.abc import Iterable

from digest.model import Issue
from digest.nearmiss import near_miss
from digest.preflight.galley import Check


def is_ignored(code: str, story: str, issue: Issue) -> bool:
    """Whether the editor ignores a code in the whole issue, or in the story with this slug."""
    return any(each.code == code and each.story in ("", story) for each in issue.ignored)


def refusal(code: str, rows: Iterable[Check]) -> str:
    """Why a code cannot be ignored, given the whole catalogue; "" when it can."""
    known = {row.code: row for row in rows}
    if code not in known:
        return f'there is no check "{code}"{near_miss(code, known) or "; all of them: digest check --list"}'
    row = known[code]
    return "" if row.ignorable else f'"{code}" cannot be ignored: {row.why}'
