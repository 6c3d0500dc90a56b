"""Tells somebody who waits at a terminal that work goes on, once it takes more than a second."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

PATIENCE = 1.0  # seconds


class Work:
    """What is done just now, in words that may change while it goes on."""

    doing = "working"


@contextmanager
def progress(stream: TextIO | None = None) -> Iterator[Work]:
    """Shows on a terminal what is done, and the seconds, while the block runs; wipes them when it ends."""
    terminal, work = stream or sys.stderr, Work()
    if not terminal.isatty():
        yield work
        return
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(terminal, work, done), daemon=True)
    teller.start()
    try:
        yield work
    finally:
        done.set()
        teller.join()


def _tell(terminal: TextIO, work: Work, done: threading.Event) -> None:
    passed = 0
    while not done.wait(PATIENCE):
        passed += 1
        terminal.write(f"\r{work.doing}, {passed} s \x1b[K")
        terminal.flush()
    if passed:
        terminal.write("\r\x1b[K")
        terminal.flush()
