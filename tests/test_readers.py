"""The door to the readers."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.plugins import installed
from digest.sources import readers
from digest.sources.capture import Capture
from digest.sources.readers import read, reader_of

RSS = "<rss version='2.0'><channel><title>Quays</title></channel></rss>"


@pytest.mark.parametrize(
    ("page", "reader"),
    [
        ("<!DOCTYPE html><html>", "html"),
        ("\ufeff  <html lang='en'>", "html"),
        ("<?xml version='1.0'?>\n<html>", "html"),
        ("<!-- x --><body>", "html"),
        ("<p>Hello</p>", "html"),
        ("<?xml version='1.0'?>" + RSS, "feed"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "feed"),
        ("---\ntitle: Fees rise\n---\nThe board met.", "markdown"),
        ("Fees rise\n\n- a crane\n- a lock\n\n#harbour", "text"),
        ("Fees < costs, says board\n\nThe board met.", "text"),
        ("", "text"),
    ],
)
def test_a_source_goes_to_the_reader_of_its_kind(page, reader):
    assert reader_of(Capture(name="page", raw=page.encode())) == reader


def test_the_name_of_a_file_tells_its_kind():
    assert reader_of(Capture(name="fees.md", raw=b"The board met.")) == "markdown"


def test_a_plug_in_of_another_package_beats_ours(tmp_path, monkeypatch):
    (tmp_path / "wires.py").write_text(
        "from digest.model import Article, Source\n"
        "def claims(captured, opening): return 1.0 if opening.startswith('ZCZC') else 0.0\n"
        "def read(captured): return Article(source=Source(name='wire', text=''), headline='A wire')\n"
    )
    place = tmp_path / "newsroom_wires-1.0.dist-info"
    place.mkdir()
    (place / "METADATA").write_text("Metadata-Version: 2.1\nName: newsroom-wires\nVersion: 1.0\n")
    (place / "entry_points.txt").write_text("[digest.readers]\nwire = wires\n")
    monkeypatch.syspath_prepend(tmp_path)
    forget()
    try:
        assert read(Capture(name="page", raw=b"ZCZC 0042")).headline == "A wire"
    finally:
        forget()


def forget():
    installed.cache_clear()
    readers.all_readers.cache_clear()


def test_an_angle_bracket_alone_is_text():
    text = "Fees < costs, says board\n\nThe board said that <script> is no way to spell prescription, and left it there."
    assert read(Capture(name="page.txt", raw=text.encode())).headline == "Fees < costs, says board"


def test_a_page_of_three_thousand_paragraphs_is_read_whole():
    paragraph = "The board met again on {} and talked about the crane until the tide had turned, as it does."
    text = "Harbour board meets\n\n" + "\n\n".join(paragraph.format(number) for number in range(3000))
    assert len(read(Capture(name="page.txt", raw=text.encode())).body) == 3000


@settings(max_examples=200)
@given(st.binary(max_size=500))
def test_any_bytes_are_read_or_refused(raw):
    with contextlib.suppress(SourceError):
        assert read(Capture(name="page", raw=raw)).body
