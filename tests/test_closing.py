"""Where an article ends: notes, comments, biographies, footers, and a second article in the same paste."""

import pytest

from digest.model import Source
from digest.sources.pasted.article import read_text

OPENING = ("Ferry to stop at dusk after third grounding", "By Liv Torp", "4 March 2026")
BODY = (
    "The ferry between Aske and Holm will sail only by daylight from October, the council decided on Tuesday.",
    "“We are not afraid of the dark, we are afraid of the rocks in it,” said Unni Hage, who has sailed since 1998.",
    "The last boat will leave Holm at four in the afternoon until the middle of February, as it did in 1961.",
    "Hage will be on it.",
)


def read(*lines):
    return read_text(Source(name="page.txt", text="\n\n".join(lines)))


def body(article):
    return [block.text for block in article.body]


@pytest.mark.parametrize(
    "after",
    [
        ["ENDS", "Notes to editors", "Island Ferries carries 90,000 passengers a year on four routes."],
        ["Liv Torp", "Liv covers boats and harbours for the Island Post."],
        ["Kommentare (2)", "Ich fahre seit Jahren mit. Punkt.", "Antworten"],
        ["Newest | Oldest | Top rated", "Per in Aske (2 hours ago)", "My boat has lights."],
        ["Topics: Ferries, Islands", "Letters may be shortened."],
        ["© Island Post 2026", "The editor reads every letter that is signed."],
    ],
)
def test_what_follows_the_articles_end_is_not_of_it(after):
    assert body(read(*OPENING, *BODY, *after)) == list(BODY)


def test_a_prompt_before_the_last_paragraph_ends_nothing():
    assert body(read(*OPENING, *BODY[:3], "Sign up for our newsletter", BODY[3])) == list(BODY)


SECOND = (
    "Lighthouse gets a keeper again after forty years",
    "Ole Sund",
    "2 March 2026",
    "The lamp at Stokknes, dark since 1984, is to be lit by hand again, says its new owner, Berit Moe.",
    "She bought the tower for one krone, and Moe thinks that the Coastal Agency was glad to be rid of it.",
)


def test_a_second_article_under_a_bare_name_is_cut_off_and_told():
    article = read(*OPENING, *BODY, *SECOND)
    assert body(article) == list(BODY)
    assert [note.code for note in article.notes] == ["two-articles"]


def test_a_card_of_another_article_within_the_text_cuts_nothing():
    more = (
        "Skippers have asked for lights on the Aske rocks since 1970, and Unni Hage signed the last petition.",
        "The council answered that Aske had asked for quiet nights, and that Holm had asked for nothing.",
    )
    assert body(read(*OPENING, *BODY[:3], *SECOND[:3], *more))[-2:] == list(more)


def test_headlines_that_end_in_full_stops_are_a_block_when_one_names_its_speaker():
    block = "Buoys are cheaper than pilots.\nNight boats will be back, says Tor Lie.\nThe wreck that paid for a pier."
    article = read(*OPENING, *BODY[:2], block, *BODY[2:])
    assert [link.title for link in article.related] == block.split("\n")
    assert body(article) == list(BODY)


def test_three_short_sentences_of_the_article_stay():
    said = "It was dark.\nThe engine stopped.\nNobody spoke."
    assert "\n".join(body(read(*OPENING, *BODY[:2], said, *BODY[2:]))).count("Nobody spoke.") == 1


def test_lines_without_any_sign_of_a_headline_are_the_articles_list():
    listed = "What to bring\n• Warm clothes for the deck\n• Coins for the kettle\n• Patience on the way home"
    article = read(*OPENING, *BODY[:2], listed, *BODY[2:])
    assert article.related == ()
    assert "Coins for the kettle" in "".join(body(article))


def test_questions_that_head_the_parts_of_an_article_are_crossheads():
    parts = [line for place, text in enumerate(BODY) for line in (f"Who pays for boat number {place}?", text)]
    article = read(*OPENING, BODY[0], *parts[2:])
    assert article.related == ()


def test_a_page_of_entries_may_end_in_an_hour():
    article = read(
        *OPENING, "15.20", BODY[0], "14.41", BODY[1], "13.05", "The last boat leaves", BODY[2], "12.30"
    )
    assert body(article) == [BODY[0], BODY[1], "The last boat leaves", BODY[2]]
