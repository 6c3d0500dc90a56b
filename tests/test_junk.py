"""Lines of the page, and lines of articles that only begin like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.sources.judges.captions import is_caption
from digest.sources.judges.junk import is_breadcrumb, junk_reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share this page", "share line"),
        ("Facebook Twitter LinkedIn Email", "share line"),
        ("Read the most recent articles written by matt.harker - Timber prices ease", "author line"),
        ("Follow Jo Bloggs on LinkedIn", "author line"),
        ("Comments (12)", "comments"),
        ("Have your say: join the discussion", "comments"),
        ("- ADVERTISEMENT -", "advertisement"),
        ("Article continues below advertisement", "advertisement"),
        ("Sign up for our weekly newsletter.", "newsletter prompt"),
        ("We use cookies to make this site work better for you.", "cookie notice"),
        ("© 2024 Planet Media. All rights reserved.", "copyright line"),
        ("(c) 2024 Planet Media LLC", "copyright line"),
        ("Planet Weekly is published by Planet Media Ltd. Cookie settings", "copyright line"),
        ("SPONSORED: How Acme halved its fuel bill", "advertisement"),
        ("You have 2 free articles remaining", "reader prompt"),
        ("You've read 3 of 5 free stories this month", "newsletter prompt"),
        ("Related Companies: Acme, Quay Trust", "tags"),
        ("Topics: Housing, Planning", "tags"),
        ("This article first appeared in the May issue of Hill Farm", "publication line"),
        ("Skip to main content", "navigation"),
        ("Subscribe | Log in", "navigation"),
        ("Listen to this article", "listen line"),
        ("5 min read", "count line"),
        ("Read our full guide to heat pumps", "reader prompt"),
        ("Got a story? Email the desk", "correction line"),
        ("— Jo Bloggs (@jobloggs) May 3, 2021", "embedded post"),
    ],
)
def test_a_line_of_the_page_has_its_reason(line, reason):
    assert junk_reason(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday.",
        "Back to work plan stalls",
        "Home care providers say no",
        "Copyright law reform delayed",
        "This story was always going to end badly.",
        "Save this hospital, plead campaigners",
        "Follow the money",
        "Print media in decline",
        "Post Office inquiry reopens",
        "Get a grip on spending, MPs tell ministry",
        "The numbers",
        "Who pays?",
        "",
    ],
)
def test_a_line_of_an_article_has_none(line):
    assert junk_reason(line) == ""


def test_a_long_paragraph_is_never_the_pages():
    assert junk_reason("Share this " + "word " * 200) == ""


def test_a_breadcrumb_is_a_path():
    assert is_breadcrumb("News > Health > Hospitals")
    assert not is_breadcrumb("Councils told to publish contracts")


@pytest.mark.parametrize(
    "line",
    [
        "Photograph: Dee Marsh/Planet",
        "Picture caption: the plans as published",
        "The new depot (Image: Harbour Trust)",
        "The new depot | Credit: Alamy",
        "Lorries at the dock. Photo by Dee Marsh/Rex",
        "Getty Images",
        "Pictured: the mayor and her dog",
        "Photo courtesy of Harbour Trust",
    ],
)
def test_a_caption_is_known_by_its_credit(line):
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The picture is mixed, says the regulator",
        "The minister said the photo was fake.",
        "Credit unions face new rules",
        "LONDON (Reuters) - Plans are afoot",
        "He told Reuters that the image was his, and that he had made rolls of film out of it.",
        "Picture perfect",
    ],
)
def test_a_sentence_about_pictures_is_no_caption(line):
    assert not is_caption(line)


@given(st.text(max_size=400))
def test_no_line_raises(line):
    junk_reason(line)
    is_caption(line)
    is_breadcrumb(line)


@pytest.mark.parametrize(
    "line",
    [
        "Get the Tide Table every Friday",
        "Join 20,000 anglers who read our Monday note",
        "Share: LinkedIn X Email",
        "Have you a view? Write to the letters page",
        "To read more of our coverage, register for a free account",
        "Printed from the website of The Tide Table",
        "(With inputs from agencies)",
        "Follow her: @adatide",
        "Issue 12, May 2031",
        "Newsletter abonnieren",
        "Partager sur LinkedIn",
        "5 min. read | Subscriber content",
    ],
)
def test_furniture_is_known_by_its_signs_and_not_by_its_words(line):
    assert junk_reason(line)


@pytest.mark.parametrize(
    "line",
    [
        "Get ready for higher berth fees, users told",
        "Follow the money: how tolls vanished",
        "Join the queue: pilots wait for licences",
        "Want amid plenty: food banks in Kent",
        "This report of the sinking is false",
        "Our towns need doctors, says peer",
    ],
)
def test_an_order_alone_is_a_headline(line):
    assert not junk_reason(line)


def test_what_readers_wrote_about_a_story_is_no_part_of_it():
    line = "Forum 4 messages on this story. Latest from “hodman”: I have two of them in my garden"
    assert junk_reason(line) == "comments"
    assert junk_reason("The board had 4 messages on Monday and answered none of them.") == ""
