"""What adapters share: is it a draft still, is it there at all, and how a sender is written."""

from collections.abc import Mapping
from email.utils import quote
from http import HTTPStatus

from digest.errors import HandoffError, RefusedError
from digest.model import DraftState, Remote


def still_draft(title: str, name: str, status: str, draft: str = "draft") -> None:
    """Raises HandoffError when what was made or changed is anything but a draft, as its provider calls it."""
    if status != draft:
        raise HandoffError(f"{title} made “{name}” {status} instead of a draft; look there at once")


def state_of(told: str, states: Mapping[str, DraftState]) -> DraftState:
    """What a provider's word for a state means; an unknown one counts as scheduled: nothing touches it."""
    return states.get(told, DraftState.SCHEDULED)


def gone(refusal: RefusedError, *statuses: int) -> Remote:
    """The draft that is no more, where the refusal says so (404, and `statuses`); else raises the refusal."""
    if refusal.status not in (HTTPStatus.NOT_FOUND, *statuses):
        raise refusal
    return Remote(state=DraftState.GONE)


def mailbox(name: str, address: str) -> str:
    """`Name <address>` for JSON, in which any letter may stand: in quotes where the name has other signs."""
    name = " ".join(name.split())
    if not all(letter.isalnum() or letter == " " for letter in name):
        name = f'"{quote(name)}"'
    return f"{name} <{address}>" if name else address
