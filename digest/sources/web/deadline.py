"""Work that must end in time, whatever it waits for."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from digest.errors import Fault, UnreachableError
from digest.sources.web.answers import SAVE

T = TypeVar("T")


def within(seconds: float, work: Callable[[], T]) -> T:
    """What the work returns or raises; raises UnreachableError when it takes longer.

    A name's resolution and headers that drip cannot be limited from within, so the work is done in a thread
    of its own. One that is late is left to its own limits and keeps nobody from leaving.
    """
    outcome: Future[T] = Future()
    Thread(target=settle, args=(outcome, work), daemon=True).start()
    try:
        return outcome.result(seconds)
    except TimeoutError:
        raise too_late(seconds) from None


def too_late(seconds: float) -> UnreachableError:
    """The error that tells of a page that took too long."""
    return UnreachableError(
        f"takes longer than {seconds:g} seconds", f"try again later, or {SAVE}", Fault.TIME
    )


def settle(outcome: "Future[T]", work: Callable[[], T]) -> None:
    """Does the work and gives its outcome to who waits for it, whatever it is."""
    try:
        outcome.set_result(work())
    except BaseException as error:  # noqa: BLE001 # raised again where it is waited for
        outcome.set_exception(error)
