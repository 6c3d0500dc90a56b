"""Decoding: any bytes become one clean text, and what was mended is told."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.sources.capture import Capture
from digest.sources.decoding import decode


def decoded(raw):
    return decode(Capture(name="page", raw=raw))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_gives_the_same_letters(encoding):
    text = "“Café” – £5\nO’Brien said"
    assert decoded(text.encode(encoding)).text == text


def test_windows_1252_is_told():
    assert "Windows-1252" in decoded("“Café”".encode("cp1252")).notes[0]


def test_bytes_unknown_to_windows_1252_do_not_raise():
    source = decoded(b"caf\xe9 \x81\x8d")
    assert source.text == "café \ufffd\ufffd"
    assert "2 letters unknown" in source.notes[1]


def test_utf_8_with_one_broken_letter_stays_utf_8():
    source = decoded("“One” and “two” and “three”".encode() + b" \xe2\x80")
    assert source.text.startswith("“One” and “two” and “three”")
    assert "damaged" in source.notes[0]


def test_damaged_utf_16_is_refused():
    with pytest.raises(SourceError, match="damaged"):
        decoded(b"\xff\xfea\x00b")


def test_mojibake_is_mended_and_told():
    source = decoded("It’s £5 – a bargain".encode().decode("cp1252").encode())
    assert source.text == "It’s £5 – a bargain"
    assert source.notes == ("broken letters (mojibake) mended on 1 lines",)


def test_sound_lines_beside_mojibake_keep_their_curly_quotes():
    broken = "The council’s plan".encode().decode("cp1252")
    assert decoded(f"“Sound,” she said\n{broken}".encode()).text == "“Sound,” she said\nThe council’s plan"


def test_a_sound_text_is_not_mended():
    source = decoded("Ça va, Ångström à Âmes: “naïve”".encode())
    assert source.text == "Ça va, Ångström à Âmes: “naïve”"
    assert source.notes == ()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\v"])
def test_every_line_end_becomes_one(end):
    assert decoded(f"one{end}two".encode()).text == "one\ntwo"


def test_odd_spaces_become_plain_and_runs_collapse():
    assert decoded("a\u00a0 b\t\u2009c  \n  d ".encode()).text == "a b c\nd"


def test_what_nobody_sees_is_removed():
    assert decoded("in\u200bvis\u00adible \ue000merge\uf8ff \x07bell".encode()).text == "invisible merge bell"


def test_a_joiner_that_means_something_stays():
    family, persian = "👩\u200d🌾", "می\u200cخواهم"
    assert decoded(f"{family} {persian} a\u200db".encode()).text == f"{family} {persian} ab"


def test_line_numbers_are_those_of_the_file():
    source = decoded(b"\r\n\r\nHeadline\r\n\r\nText")
    assert source.line(source.text.index("Text")) == 5


@given(st.binary(max_size=300))
def test_no_bytes_break_the_promises_of_a_source(raw):
    try:
        text = decoded(raw).text
    except SourceError:
        return
    assert not re.search("\r|\t|\u00a0|  | \n|[\ue000-\uf8ff]|[\x00-\x08\x0e-\x1f]", text)
    assert not text.endswith(" ")


@given(st.text(max_size=200))
def test_a_decoded_text_is_decoded_to_itself(text):
    once = decoded(text.encode("utf-8", "ignore")).text
    assert decoded(once.encode()).text == once or "�" in once or not once.isascii()


@given(st.text(alphabet="abc ABC.,\"'\n", max_size=200))
def test_plain_letters_are_all_kept(text):
    assert re.sub(r"\s", "", decoded(text.encode()).text) == re.sub(r"\s", "", text)


def test_every_broken_letter_of_a_broken_page_is_mended():
    text = "Boats pay â‚¹5 a kilo\nâ€œFine,â€ he said at the cafÃ©"
    assert (
        decode(Capture(name="page", raw=text.encode())).text
        == "Boats pay ₹5 a kilo\n“Fine,” he said at the café"
    )
