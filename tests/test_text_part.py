"""The text part reads by itself and says what the HTML says: the same words and links in the same order."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.mergetags.neutral import GENERIC, fill
from digest.render.email import render
from digest.render.note import Note
from digest.render.wrap import wrap
from issues_for_render import FULL, LEAD, QUAYSIDE, Page, make_issue, make_story, weekly

EMAIL = render(FULL, weekly())
WIDTH = 72


def words(text):
    return re.findall(r"[^\W_]+", text.lower())


def test_both_parts_have_the_same_links_in_the_same_order():
    assert in_text(EMAIL.text) == in_html(EMAIL.html)
    assert len(in_text(EMAIL.text)) > 10


def in_html(html):
    """Where the links go; a headline and its button go to the same place, said once in the text."""
    links = Page(fill(html, GENERIC)).links
    return [link for n, link in enumerate(links) if link not in links[:n]]


def in_text(text):
    return re.findall(r"https?://[^\s>]+|\[\[\w+_url\]\]", fill(text, GENERIC))


def test_both_parts_say_the_same_words_in_the_same_order():
    said = re.sub(r"https?://\S+|^\d\. ", "", re.sub("\ue000.*?\ue001", "", EMAIL.text), flags=re.MULTILINE)
    assert words(said) == words(Page(re.sub("\ue000.*?\ue001", "", EMAIL.html)).text)


def test_every_sentence_quotation_speaker_and_headline_stands_in_both():
    html, text = Page(EMAIL.html).text, " ".join(EMAIL.text.split())
    for story in FULL.stories:
        told = [story.headline.value, *(line.value for line in story.summary)]
        for quote in story.quotes:
            told += [quote.value.speaker, quote.value.role, *quote.value.text.removesuffix(",").split("\n\n")]
        told += [link.value.title for link in story.related] + [promo.value.title for promo in story.promos]
        for piece in told:
            assert piece in html
            assert piece in text


def test_no_line_is_longer_than_72_but_for_a_link_that_cannot_be_broken():
    for line in EMAIL.text.split("\n"):
        assert len(line) <= WIDTH or " " not in line.strip(), line


def test_no_line_ends_in_a_space_and_no_two_empty_lines_meet():
    assert not re.search(r"[ \t]\n|\n\n\n|^\n|\n\n$", EMAIL.text)


def test_a_quotation_is_set_off_with_its_speaker_below():
    assert (
        "    “Nobody makes a good decision in the eleventh hour.”\n    — Captain Aoife Byrne, duty pilot\n"
    ) in EMAIL.text


def test_a_very_long_link_stays_in_one_piece():
    url = "https://e.example/" + "very-long-" * 40
    text = render(make_issue(make_story(url=url), note=f"[read]({url}) on"), weekly()).text
    assert f"\n{url}\n" in text
    assert f"<{url}>\n" in text


def test_the_text_part_is_not_escaped():
    assert "Bollard & Co and TideBank" in EMAIL.text
    assert "Pilots’ rota" in EMAIL.text


def test_a_story_alone_has_no_contents():
    text = render(make_issue(LEAD, publication=QUAYSIDE), weekly()).text
    assert "IN THIS ISSUE" not in text
    assert "\n1. " not in text


# Lines


@settings(deadline=None)
@given(st.text(alphabet="ab \n", max_size=300), st.integers(5, 40), st.text("> ", max_size=4))
def test_wrapped_lines_say_the_same_words_and_fit(text, width, first):
    lines = wrap(text, width, first).split("\n")
    assert lines[0].startswith(first)
    assert all(line.startswith(" " * len(first)) for line in lines[1:])
    bare = [line[len(first) :] for line in lines]
    assert " ".join(bare).split() == text.split()
    assert all(len(line) <= width or " " not in own for line, own in zip(lines, bare, strict=True))


@settings(deadline=None)
@given(st.lists(st.text("ab", min_size=1, max_size=9), min_size=2))
def test_a_line_is_as_full_as_it_can_be(parts):
    lines = wrap(" ".join(parts), 20).split("\n")
    for line, following in itertools.pairwise(lines):
        assert len(line) + 1 + len(following.split()[0]) > 20


def test_a_text_of_a_million_words_is_wrapped_in_no_time():
    assert wrap("word " * 1_000_000).count("\n") > 60_000


# The editor's note


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("One *two* **three** `four`", "One two three four"),
        ("One\ntwo  \nthree", "One two\nthree"),
        ("# Head\n\nBody", "Head\n\nBody"),
        ("- a\n- b\n  - c\n- d", "- a\n- b\n  - c\n- d"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("- a\n\n- b", "- a\n\n- b"),
        ("> quoted\n> words", "  quoted words"),
        ("    code  here", "    code  here"),
        ("a\n\n---\n\nb", "a\n\n* * *\n\nb"),
        ("[see](https://e.example/) it", "see <https://e.example/> it"),
        ("<https://e.example/>", "<https://e.example/>"),
        ("![a picture](https://e.example/p.png)", "a picture"),
        ("a <b>c</b>", "a <b>c</b>"),
        ("[x](javascript:alert)", "[x](javascript:alert)"),
        ("&copy; \\*", "© *"),
    ],
)
def test_a_note_reads_as_plain_text(markdown, text):
    assert Note(markdown, lambda url: url if url.startswith("https:") else "").text() == text


def test_a_note_is_wrapped_with_its_lists_set_in():
    note = Note("- " + "word " * 20, str)
    assert [len(line) for line in note.text(30).split("\n")] == [26, 26, 26, 26]
    assert note.text(30).split("\n")[1].startswith("  word")


def test_a_notes_styles_are_the_templates():
    note = Note("## A\n\nb [c](https://e.example/?a=1&b=2)", str)
    assert note.html(p="margin:0", a="color:'red\"") == (
        '<h2>A</h2>\n<p style="margin:0">b <a href="https://e.example/?a=1&amp;b=2" '
        'style="color:\'red&quot;">c</a></p>\n'
    )


@settings(deadline=None)
@given(st.text())
def test_no_note_breaks_either_part(markdown):
    note = Note(markdown, str)
    assert not re.search("<script|<img", note.html())
    note.text()
