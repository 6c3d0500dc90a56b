"""A message handed to a mail server (RFC 5321), the very same bytes to one recipient after another.

Rule 1. One transaction for each recipient, so that one who is refused stops no other and the answer to each
        is known.
Rule 2. The bytes go as they are: `smtplib.SMTP.send_message` would write them anew, and put ">" before a line
        that begins with "From ".
Rule 3. Nothing is repeated. When a server falls silent after it got the message, nobody knows whether it has
        taken it; that is told, and an editor decides.
"""

import smtplib
from collections.abc import Sequence
from contextlib import suppress

from msgspec import Struct

from digest.errors import InputError
from digest.handoff.mailserver import PATIENCE, is_yes, signed_in, told
from digest.model import ProofSettings


class Delivery(Struct, frozen=True, kw_only=True):
    """What came of one recipient: `told` is the server's answer, or what happened instead of one."""

    recipient: str
    accepted: bool
    told: str


def deliver(  # noqa: PLR0913  # a delivery is all of these
    message: bytes,
    sender: str,
    recipients: Sequence[str],
    server: ProofSettings,
    password: str,
    *,
    patience: float = PATIENCE,
) -> tuple[Delivery, ...]:
    """Hands the message over for each recipient; addresses are in the letters of `headers.mailbox`.

    `patience` is how many seconds each answer may take. From the first recipient on nothing is raised: what
    became of each is told.

    Raises:
        InputError: the settings cannot be worked with.
        UnreachedError: there is no server, or none that is to be trusted; nothing was sent.
        RefusedError: the server does not let us in; nothing was sent.
    """
    with signed_in(server, password, patience) as smtp:
        return tuple(_transaction(smtp, message, sender, recipient) for recipient in recipients)


def verify(server: ProofSettings, password: str, *, patience: float = PATIENCE) -> None:
    """Logs in and leaves; raises as `deliver` does, and InputError where nobody is named to log in."""
    if not server.user:
        raise InputError("there is nobody to log in; write user under [proof] in digest.toml")
    with signed_in(server, password, patience):
        pass


def _transaction(smtp: smtplib.SMTP, message: bytes, sender: str, recipient: str) -> Delivery:
    size = [f"size={len(message)}"] if smtp.has_extn("size") else []
    answer: bytes | str
    lost = "not handed over: the connection to the mail server was lost"
    try:
        code, answer = smtp.mail(sender, size)
        if is_yes(code):
            code, answer = smtp.rcpt(recipient)
        if is_yes(code):
            lost = "it may have arrived: the mail server fell silent while it was given the message"
            code, answer = smtp.data(message)
    except smtplib.SMTPResponseException as refusal:
        code, answer = refusal.smtp_code, refusal.smtp_error
    except OSError:  # smtplib has closed the connection, and says so whenever it is used again
        return Delivery(recipient=recipient, accepted=False, told=lost)
    if not is_yes(code):
        with suppress(OSError):
            smtp.rset()
    return Delivery(recipient=recipient, accepted=is_yes(code), told=told(code, answer))
