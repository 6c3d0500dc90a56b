from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.extract.sentences import sentences


def texts(paragraph):
    return [paragraph[start:end] for start, end in sentences(paragraph)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sen. Ada Mbeki and Mr. Lund met Dr. Osei on Main St. near the port.",
        "The U.S. Senate heard from J. K. Moreau and John F. Adeyemi.",
        "Fares rise by 3.5 per cent, see No. 10 and pp. 4 of the plan at plan.example.org today.",
        "Doors close at 5 p.m. Monday and 6 a.m. GMT.",
        "Halden Inc. Chief Executive Bo Ek signed on Sept. 4 and Jan. 5.",
        "Well ... it may rain . . . or not.",
        "“Why now?” she asked.",
        "'Why now?' asked the minister.",
        "“Why now?” Mira Lund asked.",
        "“Stop!” he shouted, and ran.",
        "« Pourquoi ? » dit-elle.",
        "Die Regierung hat z.B. Herrn Dr. Ek gefragt.",
        "「行こう。」と大臣は言った。",
        "1. Write to the council.",
    ],
)
def test_one_sentence_stays_whole(sentence):
    assert texts(sentence) == [sentence]
    assert texts(sentence + " The rest follows.") == [sentence, "The rest follows."]


@pytest.mark.parametrize(
    "parts",
    [
        ["The council met.", "It voted no.", "The mayor left."],
        ["“We won.”", "He smiled."],
        ["'We won.'", "Then he left."],
        ["(The vote was close.)", "She agreed."],
        ["Is it late?", "It is!", "So go."],
        ["It ended in 2015.", "The next began."],
        ["Sales fell at Halden Inc.", "The shares followed."],
        ["They live in the U.S.", "But they vote here."],
        ["It starts at 10 p.m.", "Police will be there."],
        ["He trailed off...", "Nobody spoke."],
        ["She waited…", "Nobody came."],
        ["Phones sell well.", "iPhone sales rose."],
        ["She said no.", "No one minded."],
        ["“Is it?”", "“It is,” said Bo Ek."],
        ["« Bon. »", "Il part."],
        ["योजना पारित हुई।", "सब खुश थे।"],
        ["هل تم ذلك؟", "نعم تم."],
    ],
)
def test_sentences_are_parted_by_a_space(parts):
    assert texts(" ".join(parts)) == parts


def test_scripts_without_spaces_are_parted_at_their_stops():
    assert texts("大臣は辞任した。後任は未定だ！本当か？") == [
        "大臣は辞任した。",
        "後任は未定だ！",
        "本当か？",
    ]


def test_each_line_of_a_list_ends_its_sentence():
    assert texts("• more staff\n• longer hours. Later, too\n") == [
        "• more staff",
        "• longer hours.",
        "Later, too",
    ]


def test_a_text_without_a_stop_is_one_sentence():
    assert texts("  nothing ends here ") == ["nothing ends here"]


@pytest.mark.parametrize("nothing", ["", " ", "\n \n"])
def test_no_words_make_no_sentences(nothing):
    assert sentences(nothing) == []


@given(st.text(st.sampled_from(" \n.?!…。？।\"'“”‘’«»()abAB1é大U.S.Mr"), max_size=80) | st.text())
def test_the_ranges_are_in_order_trimmed_and_hold_every_letter(text):
    ranges = sentences(text)
    assert all(start < end for start, end in ranges)
    assert all(before[1] <= after[0] for before, after in pairwise(ranges))
    assert all(text[start:end] == text[start:end].strip() for start, end in ranges)
    assert "".join("".join(text[start:end].split()) for start, end in ranges) == "".join(text.split())


@pytest.mark.parametrize("text", ["", " \n ", "\n\nAlone", "  Two. \n\n Three.\n", "Four \nFive ", ". . ."])
def test_no_sentence_begins_or_ends_with_space_or_is_empty(text):
    found = texts(text)
    assert all(sentence and sentence == sentence.strip() for sentence in found)
    assert "".join("".join(found).split()) == "".join(text.split())
