"""Capturing: bytes come back untouched, and what holds no text is refused with one message that helps."""

import io
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from digest.errors import SourceError
from digest.sources.capture import LIMIT, capture


def file_with(tmp_path, raw, name="page.txt"):
    path = tmp_path / name
    path.write_bytes(raw)
    return str(path)


def test_a_file_is_captured_byte_for_byte(tmp_path):
    raw = b"\xef\xbb\xbfHeadline\r\n\r\nText\x93quoted\x94\r\n"
    captured = capture(file_with(tmp_path, raw))
    assert captured.raw == raw
    assert captured.name.endswith("page.txt")


def test_a_dash_reads_standard_input():
    captured = capture("-", io.BytesIO(b"Headline\n\nText"))
    assert (captured.name, captured.raw) == ("standard input", b"Headline\n\nText")


def test_standard_input_without_a_word_is_refused():
    with pytest.raises(SourceError, match="standard input: is empty"):
        capture("-", io.BytesIO(b"  \n\t\n"))


@pytest.mark.parametrize(
    "raw", [b"", b" \n\r\n\t", b"\xef\xbb\xbf", "\u200b\u00a0\n".encode(), b"\xff\xfe \x00"]
)
def test_a_file_of_white_space_is_empty(tmp_path, raw):
    with pytest.raises(SourceError, match="is empty"):
        capture(file_with(tmp_path, raw))


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 rest", "a PDF"),
        (b"PK\x03\x04rest", "a Word"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0rest", "a JPEG picture"),
        (b"{\\rtf1\\ansi Hello}", "RTF"),
        (b"words\x00words", "binary"),
        (bytes(range(1, 9)) * 40, "binary"),
    ],
)
def test_what_is_no_text_is_named_and_refused(tmp_path, raw, what):
    with pytest.raises(SourceError, match=what):
        capture(file_with(tmp_path, raw))


def test_utf_16_is_text_though_it_holds_nuls(tmp_path):
    assert capture(file_with(tmp_path, "Headline\n\nText".encode("utf-16"))).raw


def test_a_missing_file_is_told_by_its_name(tmp_path):
    with pytest.raises(SourceError, match=r"gone\.txt: there is no such file"):
        capture(str(tmp_path / "gone.txt"))


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(SourceError, match="is a folder"):
        capture(str(tmp_path))


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_what_cannot_be_a_file_name_is_refused(name):
    with pytest.raises(SourceError, match="is not a file name"):
        capture(name)


@contextmanager
def as_nobody():
    """Root may read everything: whoever runs as root looks as nobody for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_file_that_may_not_be_read_is_refused():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # pytest's own folders are closed to nobody
        path = Path(folder) / "secret.txt"
        path.write_text("words", encoding="utf-8")
        path.chmod(0)
        with as_nobody(), pytest.raises(SourceError, match="may not be read"):
            capture(str(path))


def test_a_file_that_may_not_be_read_is_told_whoever_runs(tmp_path, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(SourceError, match="may not be read"):
        capture(str(tmp_path / "page.txt"))


def test_more_than_any_article_is_refused():
    with pytest.raises(SourceError, match="is over 20 MB"):
        capture("-", io.BytesIO(b"x" * (LIMIT + 1)))
