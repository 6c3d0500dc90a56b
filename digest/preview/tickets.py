"""What an editor was shown before saying yes: the yes is for that, and for nothing that came after it."""

from http import HTTPStatus
from secrets import token_urlsafe
from threading import Lock
from typing import TypeVar

from starlette.exceptions import HTTPException

MOST = 20  # a page has one or two; older ones are of boxes that were closed

T = TypeVar("T")


class Tickets:
    """Tickets for what was shown, each good for one go. Methods may be called from any thread."""

    def __init__(self) -> None:
        self._shown: dict[str, object] = {}
        self._lock = Lock()

    def give(self, shown: object) -> str:
        """A ticket for what is shown now."""
        ticket = token_urlsafe(16)
        with self._lock:
            self._shown[ticket] = shown
            while len(self._shown) > MOST:
                del self._shown[next(iter(self._shown))]
        return ticket

    def take(self, ticket: str, kind: type[T]) -> T:
        """What was shown with a ticket; answers 409 for one that was used, or is of something else."""
        with self._lock:
            shown = self._shown.pop(ticket, None)
        if not isinstance(shown, kind):
            raise stale("This was done already, or is too old; look at it again.")
        return shown


def stale(why: str = "The issue was changed since this was shown, and nothing was done.") -> HTTPException:
    """The answer to a yes that is for something else than what is there now."""
    return HTTPException(HTTPStatus.CONFLICT, why)
