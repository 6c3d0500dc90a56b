"""Lines and hard wraps."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from digest.model import Source
from digest.sources.lines import lines_of

PROSE = (
    "The crane at the end of the quay has not moved since the spring of last year, when its driver retired and nobody could be found who "
    "knew how to work it, although the board advertised the post in three counties and on the radio, twice, at some expense."
)


def lines(text):
    return lines_of(Source(name="page", text=text))


def test_a_balanced_headline_over_wrapped_prose_is_one_line():
    page = "Short boats leave the quay for want\nof a crane\n\nBy Al Roe\n3 June 2024\n\n" + textwrap.fill(
        PROSE, 56
    )
    assert [line.text for line in lines(page)] == [
        "Short boats leave the quay for want of a crane",
        "By Al Roe",
        "3 June 2024",
        PROSE,
    ]


def test_blank_lines_are_counted_before_each_line():
    assert [(line.text, line.gap) for line in lines("\none\n\n\ntwo\nthree")] == [
        ("one", 1),
        ("two", 2),
        ("three", 0),
    ]


def test_lines_know_where_they_stand():
    text = "one\n\ntwo words"
    assert [text[line.start : line.end] for line in lines(text)] == ["one", "two words"]


def test_paragraphs_of_one_line_are_left_alone():
    text = "\n".join([PROSE] * 6)
    assert [line.text for line in lines(text)] == [PROSE] * 6


def test_a_block_of_headlines_of_one_length_is_not_a_wrapped_paragraph():
    block = [
        "Bank holds its main rate at four per cent",
        "Fish prices fall for the third year running",
        "Ferry firm asks the port for more time",
        "Court hears the dredging row at last",
    ]
    text = "\n\n".join([PROSE, "\n".join(block), PROSE, PROSE])
    assert [line.text for line in lines(text)] == [PROSE, *block, PROSE, PROSE]


def test_a_bullet_begins_its_own_line():
    wrapped = textwrap.fill(PROSE, 60).split("\n")
    text = "\n".join([*wrapped, "- mend the crane before anything else is spent on paint", "- count"])
    assert [line.text[:6] for line in lines(text)] == ["The cr", "- mend", "- coun"]


@given(st.integers(min_value=50, max_value=100), st.integers(min_value=2, max_value=5))
def test_a_greedy_wrap_is_undone_at_every_width(width, count):
    paragraphs = [f"{number} {PROSE}" for number in range(count)]
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert [line.text for line in lines(text)] == paragraphs


@given(st.text(alphabet="ab .\n-•1", max_size=300))
def test_a_line_is_its_source_with_line_ends_as_spaces(text):
    for line in lines(text):
        assert line.text == text[line.start : line.end].replace("\n", " ")


def test_a_wrapped_headline_in_a_block_goes_on_and_the_next_one_begins():
    block = [
        "Tug crews on the northern coast will vote on a four-day week, but only if the pilots do",
        "Pier sold",
        "Dredging row goes to the court of appeal, says the man who lost it twice in Hartlow",
    ]
    wrapped = [*textwrap.wrap(PROSE, 72), "", *(line for text in block for line in textwrap.wrap(text, 72))]
    assert [line.text for line in lines("\n".join([*wrapped, "", *textwrap.wrap(PROSE, 72)]))] == [
        PROSE,
        *block,
        PROSE,
    ]


def test_a_day_is_no_numbered_item():
    assert [line.bullet for line in lines("3. Dezember 2026, 11 Uhr\n3. a film of the pump")] == ["", "3. "]
