"""The door to the readers."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.sources.capture import Capture
from digest.sources.readers import read


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><html>",
        "\ufeff  <html lang='en'>",
        "<?xml version='1.0'?>\n<html>",
        "<!-- x --><body>",
        "<p>Hello</p>",
    ],
)
def test_html_is_refused_with_what_to_do_instead(page):
    with pytest.raises(SourceError, match="an HTML page: copy the page's text"):
        read(Capture(name="page.html", raw=page.encode()))


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
