"""Somebody at a terminal sees that work goes on; a file or pipe gets nothing."""

import io
import time

from digest import progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_long_work_shows_its_seconds_on_a_terminal_and_wipes_them(monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    terminal = Terminal()
    with progress.progress(terminal):
        while "working, 2 s" not in terminal.getvalue():
            time.sleep(0.001)
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_it_says_what_is_done_just_now(monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    terminal = Terminal()
    with progress.progress(terminal) as work:
        work.doing = "asking links, 3 of 8"
        while "asking links, 3 of 8, 1 s" not in terminal.getvalue():
            time.sleep(0.001)


def test_short_work_shows_nothing():
    terminal = Terminal()
    with progress.progress(terminal):
        pass
    assert terminal.getvalue() == ""


def test_what_is_no_terminal_gets_nothing(monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0)
    stream = io.StringIO()
    with progress.progress(stream):
        time.sleep(0.01)
    assert stream.getvalue() == ""
