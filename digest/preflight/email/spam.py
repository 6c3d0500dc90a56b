"""What SpamAssassin thinks of the finished message, by its local rules; where it is not installed, a note."""

import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from digest.model import Level
from digest.patterns import pattern
from digest.preflight.galley import Check, Galley, Hit

PROGRAM = "spamassassin"
PATIENCE = 60  # seconds
SUSPECT = 2.0  # many servers sort at 3 to 5, and add points of their own for the sender
SPAM = 5.0  # SpamAssassin's own limit
SCORE = pattern(r"\bscore=(-?[\d.]+)")
RULE = pattern(r"(?m)^\s*(-?\d+\.\d+)\s+([A-Z][A-Z0-9_]+)\s")


class Verdict(Struct, frozen=True, kw_only=True):
    """The points, and the rules that gave some; `trouble` tells why there is no verdict."""

    score: float = 0.0
    rules: tuple[tuple[str, float], ...] = ()
    trouble: str = ""


def suspect(galley: Galley) -> Iterator[Hit]:
    """A message that a spam filter would hold back, or nearly so."""
    verdict = _verdict(galley)
    if verdict and verdict.score > SUSPECT:
        rules = ", ".join(f"{name} {points:g}" for name, points in verdict.rules)
        yield Hit(
            level=Level.ERROR if verdict.score > SPAM else Level.WARNING,
            message=f"SpamAssassin gives the message {verdict.score:g} points ({rules})",
            where="email.eml",
            mend="look the rules up at spamassassin.apache.org, and mend the heaviest first",
        )


def unasked(galley: Galley) -> Iterator[Hit]:
    """A message that no filter has looked at."""
    verdict = _verdict(galley)
    if verdict and verdict.trouble:
        yield Hit(
            message=verdict.trouble, mend="install SpamAssassin, or look at your provider's own spam check"
        )


def _verdict(galley: Galley) -> Verdict | None:
    """None where there is no message yet to judge."""
    return _judged(galley.message()) if galley.message else None


@lru_cache(maxsize=2)
def _judged(message: bytes) -> Verdict:
    program = shutil.which(PROGRAM)
    if not program:
        return Verdict(trouble="SpamAssassin is not installed, so no spam filter has looked at the message")
    command = [program, "--local", "--test-mode", "--nocreate-prefs"]
    try:
        run = subprocess.run(command, input=message, capture_output=True, timeout=PATIENCE, check=True)  # noqa: S603 # a fixed command
    except (OSError, subprocess.SubprocessError) as error:
        return Verdict(trouble=f"SpamAssassin did not answer: {error}")
    return _read(run.stdout.decode(errors="replace"))


def _read(report: str) -> Verdict:
    score = SCORE.search(report)
    if not score:
        return Verdict(trouble="SpamAssassin's answer has no score in it")
    rules = {name: float(points) for points, name in RULE.findall(report) if float(points)}
    heaviest = sorted(rules.items(), key=lambda rule: -rule[1])
    return Verdict(score=float(score[1]), rules=tuple(heaviest))


ROWS = (
    Check(
        code="spam-score",
        level=Level.WARNING,
        run=suspect,
        title="SpamAssassin takes the message for spam, or nearly so",
        why="it lands in the spam folder, and so may the next ones",
        source="SpamAssassin's local rules; it takes 5 points for spam",
        deep=True,
    ),
    Check(
        code="spam-unasked",
        level=Level.NOTE,
        run=unasked,
        title="no spam filter has looked at the message",
        why="so that you know that this was not checked",
        deep=True,
    ),
)
