"""The order of work of `digest check`: an issue is proofed, and nothing is written.

1. open      read, extract, lay over         build.py
2. render    the email as it will be sent    build.py
3. ask       what its links lead to, if wanted   sources/web/survey.py
4. check     every row of the catalogue      preflight/
5. locate    the line of each key            whereabouts.py
"""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from digest.build import Press, open_issue
from digest.model import Finding, Issue, Level
from digest.preflight.email.size import Weight, meter
from digest.preflight.galley import Galley
from digest.preflight.table import check
from digest.progress import Work
from digest.reply import Replies
from digest.whereabouts import Whereabouts

Ask = Callable[[tuple[str, ...]], Replies]
"""Asks web addresses for their replies."""


class Checkup(Struct, frozen=True, kw_only=True):
    """An issue and what was found: worst first, the ignored ones last.

    `meter` is what each part of the HTML weighs, `asked` how many addresses were asked (None: not wanted).
    """

    issue: Issue
    findings: tuple[Finding, ...]
    meter: tuple[Weight, ...]
    asked: int | None = None

    def counts(self) -> Mapping[str, int]:
        """How many errors, warnings and notes there are, and how many findings are ignored."""
        found = Counter("ignored" if finding.ignored else finding.level.value for finding in self.findings)
        return {name: found[name] for name in (*Level, "ignored")}


def check_issue(folder: Path, ask: Ask | None = None) -> Checkup:
    """Proofs an issue folder; with `ask` its links too. Raises as `open_issue` does."""
    newsroom, issue = open_issue(folder)
    galley = Press().proof(newsroom, issue, deep=True)
    if ask:
        galley = replace(galley, replies=ask(_addresses(galley)))
    return Checkup(
        issue=issue,
        findings=find(galley, folder, deep=True),
        meter=meter(galley.email.html),
        asked=None if galley.replies is None else len(galley.replies),
    )


def find(galley: Galley, folder: Path, *, deep: bool) -> tuple[Finding, ...]:
    """What the checks find in a galley of an issue folder, each with the line on which it is mended."""
    whereabouts = Whereabouts(folder, galley.root)
    return tuple(whereabouts.located(finding) for finding in check(galley, deep=deep))


def asker(work: Work, *, allow_private: bool) -> Ask:
    """Asks over the network, and says so; good replies are remembered for some hours in the user's cache."""
    from digest.render.cache import user_cache
    from digest.sources.web.survey import survey

    def told(done: int, total: int) -> None:
        work.doing = f"asking links, {done} of {total}"

    return lambda urls: survey(urls, user_cache(), told, allow_private=allow_private)


def _addresses(galley: Galley) -> tuple[str, ...]:
    from digest.preflight.links.spotted import addresses

    return tuple(dict.fromkeys(spotted.url for spotted in addresses(galley)))
