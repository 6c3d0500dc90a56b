"""A quotation stands in its source letter for letter, or the nearest passage is shown."""

from hypothesis import given
from hypothesis import strategies as st

from digest.model import Span
from digest.verbatim import find_verbatim, fold, nearest_passage, same_words

SOURCE = "He said: “We can’t wait – not now.”\n\n“It is late.\n\n“We must go.”"


def passages(text):
    return [SOURCE[span.start : span.end] for span in find_verbatim(text, SOURCE)]


def test_the_shapes_of_quote_marks_and_dashes_and_white_space_do_not_matter():
    assert passages("We can't  wait -\nnot now.") == ["We can’t wait – not now."]


def test_another_word_is_not_verbatim():
    assert find_verbatim("We cannot wait – not now.", SOURCE) == ()


def test_another_case_is_not_verbatim():
    assert find_verbatim("we can’t wait", SOURCE) == ()


def test_a_piece_of_a_word_is_not_verbatim():
    assert find_verbatim("e can’t wai", SOURCE) == ()
    assert find_verbatim("can’t wai", SOURCE) == ()


def test_each_paragraph_of_a_long_quotation_has_its_own_span():
    assert passages("It is late.\n\nWe must go.") == ["It is late.", "We must go."]


def test_paragraphs_in_another_order_are_not_verbatim():
    assert find_verbatim("We must go.\n\nIt is late.", SOURCE) == ()


def test_nothing_stands_nowhere():
    assert find_verbatim(" \n ", SOURCE) == ()


def test_the_passage_with_most_words_in_common_is_the_nearest():
    there = ["The harbour is closed.", "We shall open the harbour in May.", "Nobody knows."]
    assert nearest_passage("We will open the harbour in May", there) == "We shall open the harbour in May."


def test_nothing_is_near_to_words_that_are_not_there():
    assert nearest_passage("Completely different words", ["The harbour is closed."]) == ""


def test_titles_are_the_same_whatever_their_case_and_punctuation():
    assert same_words("Port fees: “no change”", "port fees – no change")
    assert not same_words("Port fees rise", "Port fees fall")


@given(st.text(), st.text(min_size=1), st.text())
def test_what_is_cut_from_a_source_at_white_space_is_found_again(before, middle, after):
    source = f"{before} {middle} {after}"
    found = find_verbatim(middle.replace("\n", " "), source)
    assert bool(found) == bool(middle.split())
    for span in found:
        assert isinstance(span, Span)
        assert fold(source[span.start : span.end]) == fold(middle)
