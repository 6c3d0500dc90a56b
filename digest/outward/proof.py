"""The order of work of `digest proof`: an issue goes to colleagues' inboxes, as readers would get it.

1. address   only whom digest.toml allows        recipients.py
2. render    pictures in the message itself      build.py
3. fill      merge tags with samples             mergetags/express.py
4. check     told, and never in the way          checkup.py
5. compose   one message for all of them         handoff/message.py
6. deliver   when somebody has said yes          handoff/smtp.py
7. keep      that it went out, for digest status handoff/state.py

`prepare` takes steps 1 to 5 and connects nowhere, `send` the others.
"""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from digest.build import Press
from digest.checkup import find
from digest.errors import DigestError, InputError
from digest.handoff.headers import mailbox
from digest.handoff.mailserver import port_of
from digest.handoff.message import compose, set_moment
from digest.handoff.secrets import Keyholder, secret
from digest.handoff.smtp import Delivery, deliver
from digest.handoff.state import Proofed, open_state
from digest.mergetags.plain import sample
from digest.model import Finding, Images, Issue, ProofSettings, Security
from digest.newsroom import Newsroom
from digest.outward.drafting import fingerprint, linked, own_words
from digest.outward.plan import keyholder
from digest.outward.recipients import recipients

MARK = "[PROOF]"
PASSWORD = "smtp"  # noqa: S105  # the name it is kept under
_SECURITY = {Security.STARTTLS: "STARTTLS", Security.TLS: "TLS", Security.NONE: "on this computer"}


class Proof(Struct, frozen=True, kw_only=True):
    """A proof ready to go: the message, byte for byte, and what an editor is shown before it goes.

    `findings` are those of `digest check`; they keep no proof back, which may be sent on their account.
    `fingerprint` is of the email that readers would get.
    """

    message: bytes
    subject: str
    sender: str
    recipients: tuple[str, ...]
    server: ProofSettings
    findings: tuple[Finding, ...]
    fingerprint: str
    holder: Keyholder

    @property
    def told(self) -> str:
        """The mail server in words."""
        place = f"{self.server.host}, port {port_of(self.server)}, {_SECURITY[self.server.security]}"
        return f"{place}, as {self.server.user}" if self.server.user else place

    @property
    def errors(self) -> int:
        """How many errors the checks found that no editor has accepted."""
        return sum(finding.stops for finding in self.findings)


def prepare(newsroom: Newsroom, issue: Issue, to: str) -> Proof:
    """The proof of an issue for the addresses in `to`; nothing is sent, and nothing is asked of any server.

    Raises:
        UsageError: an address is none, or not allowed.
        InputError: digest.toml does not say yet what a proof needs.
    """
    server, sender = proof_server(newsroom), _sender(issue)
    addresses = recipients(to, server.proof_to)
    how = Images.NONE if issue.publication.images is Images.NONE else Images.EMBED
    press = Press()
    made = press.neutral(newsroom, issue, images=how)
    email = sample(made.email, own_words(newsroom, issue))
    email = replace(email, subject=f"{MARK} {email.subject}")
    return Proof(
        message=compose(issue, email, made.images, set_moment() or datetime.now(UTC), addresses),
        subject=email.subject,
        sender=sender,
        recipients=addresses,
        server=server,
        findings=find(press.proof(newsroom, issue, deep=True), newsroom.opened or Path(), deep=True),
        fingerprint=_fingerprint(press, newsroom, issue),
        holder=keyholder(newsroom),
    )


def send(proof: Proof, folder: Path) -> tuple[Delivery, ...]:
    """Sends the proof of the issue in `folder`, and tells what came of each recipient.

    Raises HandoffError where it could not begin: no password, no server, none that is to be trusted, or
    somebody else is at it.
    """
    with open_state(folder) as book:
        password = secret(PASSWORD, proof.holder) if proof.server.user else ""
        deliveries = deliver(proof.message, proof.sender, proof.recipients, proof.server, password)
        if reached := tuple(delivery.recipient for delivery in deliveries if delivery.accepted):
            with suppress(DigestError):  # it is out, and that must be told, whether it can be kept or not
                book.keep_proof(Proofed(at=datetime.now(UTC), to=reached, fingerprint=proof.fingerprint))
    return deliveries


def proof_server(newsroom: Newsroom) -> ProofSettings:
    """The mail server that digest.toml names, its files found; raises InputError where it names none."""
    server = newsroom.proof
    if not server.host:
        raise InputError(
            "there is no mail server for proofs yet; write into digest.toml:\n"
            '[proof]\nhost = "mail.example.org"\nuser = "weekly@example.org"\nproof_to = ["example.org"]'
        )
    return replace(server, ca_file=str((newsroom.root or Path()) / server.ca_file) if server.ca_file else "")


def _fingerprint(press: Press, newsroom: Newsroom, issue: Issue) -> str:
    linking = press.neutral(newsroom, issue, images=linked(issue.publication))
    return fingerprint(linking.email, issue.publication)


def _sender(issue: Issue) -> str:
    address = issue.publication.sender_address
    if not address:
        raise InputError(
            "a proof must come from somebody; write into digest.toml:\n"
            '[sender]\naddress = "weekly@example.org"'
        )
    return mailbox("", address)
