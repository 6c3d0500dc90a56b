"""What leaves the house: a draft for a mail provider, what a provider can take, and what it holds."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from msgspec import Struct, field

from digest.shapes import Port


class Security(StrEnum):
    """How a connection to a mail server is made secret; `NONE` only on this computer."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class ProofSettings(Struct, frozen=True, kw_only=True):
    """The mail server for proofs, and who may get one (`proof_to`: addresses, or whole domains).

    Port 0 is the usual one: 587, 465 for `TLS`, 25 for `NONE`. `ca_file` holds the certificate of a house
    that vouches for itself.
    """

    host: str = ""
    port: Port = 0
    security: Security = Security.STARTTLS
    user: str = ""
    proof_to: tuple[str, ...] = ()
    ca_file: str = ""


class Draft(Struct, frozen=True, kw_only=True):
    """An email in a provider's own language: nothing in it is escaped or filled in any more.

    `name` is what the draft is called there and found again by: unique among a publication's issues, at most
    100 characters. `preheader` is empty where it stands in the HTML already.
    """

    name: str
    subject: str
    preheader: str
    from_name: str
    from_email: str
    reply_to: str
    html: str
    text: str
    language: str


class Capabilities(Struct, frozen=True, kw_only=True):
    """What a provider does with a draft.

    `text`: ours is "kept", or it is "made" from the HTML there. `losses` are sentences about what will not
    arrive as it was built, told before anything is asked; `max_html` is the most bytes of HTML it takes, 0
    where no limit is known. Where its preheader stands is told with its language (`mergetags/table.py`).
    """

    text: Literal["kept", "made"] = "kept"
    losses: tuple[str, ...] = ()
    max_html: int = 0


class DraftState(StrEnum):
    """How a draft stands at its provider."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    SENT = "sent"
    GONE = "gone"


class Remote(Struct, frozen=True, kw_only=True):
    """A draft as its provider holds it; `url` is where people look at it there, "" where that is not known.

    `facts` are what the provider tells of it, each under one of these names: subject, preheader, sender,
    reply_to, audience, html, text.
    """

    state: DraftState
    url: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
