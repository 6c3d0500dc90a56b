"""After which answers of a provider a request may be made again, and how long that is waited for."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

TRIES = 4
LONGEST_WAIT = 60.0  # seconds; a person waits no longer


def is_passing(status: int, method: str) -> bool:
    """Whether the same request may be made again: what may have been carried out may not."""
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return True
    return status >= HTTPStatus.INTERNAL_SERVER_ERROR and method != "POST"


def usual_wait(left: int) -> float:
    """Seconds until the next try, the more the fewer tries are `left`."""
    return 2.0 ** (TRIES - 1 - left)


def asked_wait(retry_after: str) -> float | None:
    """Seconds that a Retry-After (RFC 9110, 10.2.3) asks for, by number or date; None where it asks none."""
    asked = retry_after.strip()
    if asked.isascii() and asked.isdigit():
        return float(asked)
    try:
        moment = parsedate_to_datetime(asked)
    except (ValueError, TypeError):
        return None
    return max((moment.astimezone(UTC) - datetime.now(UTC)).total_seconds(), 0.0)
