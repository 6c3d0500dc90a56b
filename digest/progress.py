"""Tells somebody who waits at a terminal that work goes on, once it takes more than a second."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

PATIENCE = 1.0  # seconds


@contextmanager
def progress(stream: TextIO | None = None) -> Iterator[None]:
    """Shows the seconds on a terminal while the block runs, and wipes them when it ends."""
    terminal = stream or sys.stderr
    if not terminal.isatty():
        yield
        return
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(terminal, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(terminal: TextIO, done: threading.Event) -> None:
    passed = 0
    while not done.wait(PATIENCE):
        passed += 1
        terminal.write(f"\rworking, {passed} s ")
        terminal.flush()
    if passed:
        terminal.write("\r\x1b[K")
        terminal.flush()
