"""Checks on what an inbox shows: subject and preheader."""

from collections.abc import Iterator

from digest.model import Level
from digest.patterns import pattern
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.spots import Spot
from digest.preflight.wording import shouts, told_words

SUBJECT_ROOM = 60  # characters; phones show 35 to 45, desktop mail programs about 60
_SUBJECT = Spot(key="subject")
_PREHEADER = Spot(key="preheader")
_REWRITE = 'write it in issue.toml: subject = "…"'
_SHOUT = pattern(r"!{2,}|\?!|!\?|!.*!|\?{2,}|\$\$")
_REPLY = pattern(r"(?i)\s*(?:re|fwd?|aw|wg|tr|sv|vs|rv|antw)(?:\[\d+\])?\s*:")


def missing(galley: Galley) -> Iterator[Hit]:
    """An email without a subject."""
    if not galley.email.subject:
        yield _SUBJECT.hit("there is no subject", 'write one in issue.toml: subject = "…"')


def long(galley: Galley) -> Iterator[Hit]:
    """A subject that is cut off in the inbox."""
    if (length := len(galley.email.subject)) > SUBJECT_ROOM:
        yield _SUBJECT.hit(
            f"the subject has {length} characters; inboxes show about {SUBJECT_ROOM}",
            'a shorter one can be given in issue.toml: subject = "…"',
        )


def capitals(galley: Galley) -> Iterator[Hit]:
    """A subject that is all capitals."""
    if shouts(galley.email.subject):
        yield _SUBJECT.hit("the subject is all capitals", _REWRITE)


def exclaiming(galley: Galley) -> Iterator[Hit]:
    """A subject with more than one mark of excitement."""
    if found := _SHOUT.search(galley.email.subject):
        yield _SUBJECT.hit(f"the subject says “{found[0]}”", "one mark is enough")


def posing_as_reply(galley: Galley) -> Iterator[Hit]:
    """A subject that looks like a reply or a forwarded mail."""
    if found := _REPLY.match(galley.email.subject):
        yield _SUBJECT.hit(
            f"the subject begins with “{found[0].strip()}”, as if it answered a mail", _REWRITE
        )


def preheader_missing(galley: Galley) -> Iterator[Hit]:
    """An email without its second line in the inbox."""
    if not galley.email.preheader:
        yield _PREHEADER.hit("there is no preheader", 'write one in issue.toml: preheader = "…"')


def preheader_repeats(galley: Galley) -> Iterator[Hit]:
    """A preheader that says what the subject says."""
    subject, preheader = told_words(galley.email.subject), told_words(galley.email.preheader)
    if subject and f"{preheader} ".startswith(f"{subject} "):
        yield _PREHEADER.hit(
            "the preheader says what the subject says", 'write another in issue.toml: preheader = "…"'
        )


ROWS = (
    Check(
        code="subject-missing",
        level=Level.ERROR,
        run=missing,
        title="there is no subject",
        why="nobody opens a mail without one, and spam filters count it",
        source="RFC 5322, 3.6.5; SpamAssassin: MISSING_SUBJECT",
        ignorable=False,
    ),
    Check(
        code="subject-long",
        level=Level.NOTE,
        run=long,
        title="the subject is cut off in the inbox",
        why="phones show 35 to 45 characters of it and desktop programs about 60",
    ),
    Check(
        code="subject-capitals",
        level=Level.WARNING,
        run=capitals,
        title="the subject is all capitals",
        why="it reads as shouting, and spam filters count it",
        source="SpamAssassin: SUBJ_ALL_CAPS",
        deep=True,
    ),
    Check(
        code="subject-exclaims",
        level=Level.NOTE,
        run=exclaiming,
        title="the subject has several marks of excitement",
        why="it reads as advertising, and spam filters count it",
        source="SpamAssassin: PLING_QUERY",
        deep=True,
    ),
    Check(
        code="subject-reply",
        level=Level.WARNING,
        run=posing_as_reply,
        title="the subject poses as a reply",
        why="it deceives readers about what the mail is, which the law forbids",
        source="CAN-SPAM Act, 15 U.S.C. 7704(a)(2); Gmail: Email sender guidelines",
        deep=True,
    ),
    Check(
        code="preheader-missing",
        level=Level.WARNING,
        run=preheader_missing,
        title="there is no preheader",
        why="inboxes show whatever the mail begins with after the subject",
        deep=True,
    ),
    Check(
        code="preheader-repeats",
        level=Level.WARNING,
        run=preheader_repeats,
        title="the preheader says what the subject says",
        why="the second line of the inbox is wasted",
        deep=True,
    ),
)
