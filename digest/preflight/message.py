"""Checks on the message as it will be sent."""

from collections.abc import Iterator

from digest.model import Email, Finding, Issue, Level

SUBJECT_ROOM = 60  # characters; phones show 35 to 45, desktop mail programs about 60
GMAIL_CLIPS = 102_000  # bytes of HTML; Gmail hides what comes after, the unsubscribe link with it
NEAR_CLIPPING = 90_000


def subject_length(_: Issue, email: Email) -> Iterator[Finding]:
    """A subject that is missing, or cut off in the inbox."""
    if not email.subject:
        yield Finding(
            code="subject-missing",
            level=Level.ERROR,
            message="there is no subject",
            where="subject",
            mend='write one in issue.toml: subject = "…"',
        )
    elif len(email.subject) > SUBJECT_ROOM:
        yield Finding(
            code="subject-long",
            level=Level.NOTE,
            where="subject",
            message=f"the subject has {len(email.subject)} characters; inboxes show about {SUBJECT_ROOM}",
            mend='a shorter one can be given in issue.toml: subject = "…"',
        )


def postal_address(issue: Issue, _: Email) -> Iterator[Finding]:
    """Bulk mail must name a postal address (CAN-SPAM Act, 16 CFR 316.2(p)); so do most providers' rules."""
    if not issue.publication.postal_address:
        yield Finding(
            code="address-missing",
            level=Level.WARNING,
            where="digest.toml: publication.postal_address",
            message="the footer has no postal address, which bulk mail must show",
            mend="give postal_address in digest.toml",
        )


def size(_: Issue, email: Email) -> Iterator[Finding]:
    """HTML that Gmail will clip."""
    weight = len(email.html.encode())
    if weight > NEAR_CLIPPING:
        yield Finding(
            code="size",
            level=Level.ERROR if weight > GMAIL_CLIPS else Level.WARNING,
            where="email.html",
            message=f"the HTML weighs {weight // 1000} kB; Gmail clips at {GMAIL_CLIPS // 1000} kB",
            mend="cut a story, or some of its quotes and related headlines",
        )


def leftovers(_: Issue, email: Email) -> Iterator[Finding]:
    """MJML that was not compiled, which no mail program understands."""
    if "<mj-" in email.html:
        yield Finding(
            code="mjml-left",
            level=Level.ERROR,
            message="MJML is left in the HTML",
            where="email.html",
            mend="mend the theme",
        )
