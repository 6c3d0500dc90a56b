"""The text part says what the HTML says, as text."""

import pytest

from digest.preflight.email.parts import ROWS
from galleys import TEXT, galley, hits, page, story

WORDS = "The harbour board has cancelled a second crane"
SAID = f"{WORDS}.\n\n{TEXT}"


def both(words=WORDS, text=SAID, slug="harbour"):
    return galley(page(story(slug, words)), text=text)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_two_parts_that_say_the_same_are_left_alone(row):
    assert list(row.run(both())) == []


def test_an_empty_text_part_is_told_and_nothing_else_of_it():
    empty = both(text=" \n")
    assert [row.code for row in ROWS if list(row.run(empty))] == ["text-empty"]


def test_words_that_only_the_html_has_are_told_with_their_story():
    (hit,) = hits(ROWS, "text-lacks", both("The unions say that sixty jobs are lost", text=TEXT))
    assert (hit.story, hit.place) == ("harbour", "story-harbour")
    assert "sixty jobs" in hit.message


def test_one_changed_word_is_told():
    assert hits(ROWS, "text-lacks", both(text=SAID.replace("second", "third")))
    assert hits(ROWS, "text-adds", both(text=SAID.replace("second", "third")))


def test_words_that_only_the_text_has_are_told_with_their_line():
    (hit,) = hits(ROWS, "text-adds", both(text=f"{SAID}\n\nRead this before anybody else does\n"))
    assert hit.line == 9


def test_capitals_wraps_list_marks_and_addresses_make_no_difference():
    html = page(
        f'<h2>In this issue</h2><ol><li>{WORDS}</li></ol><p>Read <a href="https://q.example/a">how it was done</a>.</p>'
    )
    text = f"IN THIS ISSUE\n\n1. The Harbour board has cancelled a\n   second crane\n\nRead how it was\ndone <https://q.example/a>.\n\n{TEXT}"
    assert [row.code for row in ROWS if list(row.run(galley(html, text=text)))] == []


def test_lines_that_are_broken_between_letters_make_no_difference():
    words = "港湾委員会は二基目のクレーン計画を中止した"
    assert hits(ROWS, "text-lacks", both(words, text=f"{words[:8]}\n{words[8:]}\n\n{TEXT}")) == []
    assert hits(ROWS, "text-lacks", both(words, text=f"{words[:8]}\n{words[9:]}\n\n{TEXT}"))


def test_what_the_html_hides_need_not_be_in_the_text():
    hidden = '<div style="display:none;max-height:0px">Why the board would rather have a railway</div>'
    assert hits(ROWS, "text-lacks", galley(page(hidden + story("harbour", WORDS)), text=SAID)) == []


def test_a_link_that_only_one_part_has_is_told_for_that_part():
    html = page(f'{story("harbour", WORDS)}<p><a href="https://q.example/a">More</a></p>')
    (hit,) = hits(ROWS, "text-links", galley(html, text=SAID))
    assert hit.where == "email.txt"


def test_a_link_that_only_the_text_has_is_told():
    (hit,) = hits(ROWS, "text-links", both(text=f"{SAID}\nMore:\nhttps://q.example/b\n"))
    assert (hit.where, "https://q.example/b" in hit.message) == ("email.html", True)


def test_jumps_inside_the_email_need_not_be_in_the_text():
    html = page(f'<p><a href="#story-harbour">{WORDS}</a></p>')
    assert hits(ROWS, "text-links", galley(html, text=SAID)) == []


@pytest.mark.parametrize("mark", ["<strong>second</strong>", "<br />", "A &amp; B", "&#8220;"])
def test_markup_in_the_text_part_is_told(mark):
    assert hits(ROWS, "text-markup", both(text=f"{SAID}\n{mark}\n"))


def test_a_tag_that_an_article_speaks_of_is_no_markup():
    spoken = "Never close a <br> before noon, he said"
    assert hits(ROWS, "text-markup", both(spoken.replace("<", "&lt;"), text=f"{spoken}\n\n{TEXT}")) == []


def test_a_line_of_text_that_was_not_wrapped_is_told():
    assert hits(ROWS, "text-line-long", both(text=f"{SAID}\n{'word ' * 20}\n"))


def test_a_long_web_address_on_its_line_is_left_alone():
    assert hits(ROWS, "text-line-long", both(text=f"{SAID}\nhttps://q.example/{'a' * 100}\n")) == []


def test_a_line_of_the_message_that_is_longer_than_mail_may_have_is_told():
    long = galley(message=lambda: b"Subject: x\r\n\r\n" + b"a" * 999 + b"\r\n")
    (hit,) = hits(ROWS, "line-long", long)
    assert hit.line == 3


def test_a_line_of_998_octets_is_mail():
    assert hits(ROWS, "line-long", galley(message=lambda: b"a" * 998 + b"\r\n")) == []
