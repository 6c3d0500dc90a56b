"""A pasted page becomes an article: every line in exactly one place, whatever the page."""

import textwrap
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.model import BlockKind, Level, Source
from digest.sources.capture import Capture
from digest.sources.decoding import decode
from digest.sources.pasted.article import read_text

FIRST = "The harbour board has cut its fees for small boats by a tenth, after two years of complaints from the quay."
SECOND = (
    "Owners of boats under eight metres will pay £90 a year from October, the board said on Tuesday evening."
)
THIRD = (
    '"We listened, and then we counted," said Ada Fell, who chairs the board. "The boats had been leaving."'
)
LAST = "The new fees apply to the inner basin only, and the board will look at them again in two years."


def read(*lines, name="page.txt"):
    return read_text(decode(Capture(name=name, raw="\n".join(lines).encode())))


def page(*between, top=("Harbour board cuts its fees", "", "By Al Roe", "", "3 June 2024", "")):
    return read(*top, FIRST, "", SECOND, "", *between, "", THIRD, "", LAST)


def titles(article):
    return [link.title for link in article.related]


def texts(article, kind=None):
    return [block.text for block in article.body if kind in {None, block.kind}]


def places_of(article):
    """Every line of the page, with the names of the places that hold it."""
    spans = [("body", block.span) for block in article.body]
    spans += [("caption", caption.span) for caption in article.captions]
    spans += [("related", link.span) for link in article.related]
    spans += [("promo", promo.span) for promo in article.promos]
    spans += [("junk", junk.span) for junk in article.junk]
    head = list(article.places.values())
    position = 0
    for line in article.source.text.split("\n"):
        if line.strip():
            end = position + len(line)
            held = [name for name, span in spans if span.start < end and span.end > position]
            yield line, held + ["head"] * any(span.start < end and span.end > position for span in head)
        position += len(line) + 1


def holds_its_promises(article):
    assert all(len(held) == 1 for _, held in places_of(article))
    for block in article.body:
        said = article.source.text[block.span.start : block.span.end]
        assert block.text == (
            said if block.kind is BlockKind.LIST else said.replace("\n", " ")
        ) or block.text == said.replace("\n", " ")
    starts = [block.span.start for block in article.body]
    assert starts == sorted(starts)


def test_the_opening_is_read():
    article = read(
        "Harbour board cuts its fees",
        "Small boats will pay a tenth less from October",
        "",
        "By Al Roe and Bea Nash",
        "",
        "3 June 2024",
        "",
        FIRST,
        "",
        LAST,
    )
    assert article.headline == "Harbour board cuts its fees"
    assert article.standfirst == "Small boats will pay a tenth less from October"
    assert article.byline == ("Al Roe", "Bea Nash")
    assert article.published == date(2024, 6, 3)
    assert article.language == "en"
    assert texts(article) == [FIRST, LAST]


def test_places_say_where_the_opening_stands():
    article = read("Harbour board cuts its fees", "Al Roe, Port editor - 3 June 2024", FIRST, LAST)
    said = {name: article.source.text[span.start : span.end] for name, span in article.places.items()}
    assert said == {
        "headline": "Harbour board cuts its fees",
        "byline": "Al Roe, Port editor - 3 June 2024",
        "published": "3 June 2024",
    }


def test_what_stands_above_the_headline_is_set_aside():
    article = read(
        "Home > News > Ports",
        "PORTS",
        "12 minutes ago",
        "Harbour board cuts its fees",
        "Al Roe",
        "3 June 2024",
        FIRST,
        LAST,
    )
    assert article.headline == "Harbour board cuts its fees"
    assert [junk.reason for junk in article.junk] == ["breadcrumb", "section label", "count line"]


def test_a_first_paragraph_is_not_taken_for_a_standfirst():
    article = read("Harbour board cuts its fees", FIRST, SECOND, LAST)
    assert article.standfirst == ""
    assert texts(article) == [FIRST, SECOND, LAST]


def test_a_block_of_headlines_between_paragraphs_is_set_aside():
    article = page(
        'Dredging row "far from over", says Mo Siddiq',
        "Ferry firm asks for time",
        "Lunchtime webinar with Acme and DFG",
    )
    assert titles(article) == ['Dredging row "far from over", says Mo Siddiq', "Ferry firm asks for time"]
    assert article.promos[0].partners == ("Acme", "DFG")
    assert texts(article) == [FIRST, SECOND, THIRD, LAST]


def test_a_block_before_the_first_paragraph_is_set_aside():
    article = page(
        top=(
            "Harbour board cuts its fees",
            "By Al Roe",
            "3 June 2024",
            "",
            "Dredging row goes to court",
            "Ferry firm asks for time",
            "",
        )
    )
    assert titles(article) == ["Dredging row goes to court", "Ferry firm asks for time"]
    assert article.standfirst == ""


def test_a_block_after_the_last_paragraph_is_set_aside():
    article = read(
        "Harbour board cuts its fees",
        "By Al Roe",
        FIRST,
        "",
        LAST,
        "",
        "Share this page",
        "Related articles",
        "Dredging row goes to court",
        "Fish prices fall",
    )
    assert titles(article) == ["Dredging row goes to court", "Fish prices fall"]
    assert texts(article) == [FIRST, LAST]


def test_one_headline_alone_is_set_aside_when_it_is_a_stranger():
    article = page("Pottery museum loses roof in Stoke")
    assert titles(article) == ["Pottery museum loses roof in Stoke"]


@pytest.mark.parametrize(
    "crosshead",
    [
        "Two years late",
        "The board's sums",
        "What the owners of small boats will pay",
        "Who pays?",
        "‘Counted’",
    ],
)
def test_a_crosshead_stays_in_the_body(crosshead):
    article = page(crosshead)
    assert crosshead in texts(article, BlockKind.CROSSHEAD)
    assert titles(article) == []


def test_a_crosshead_after_a_block_stays_in_the_body():
    article = page("Dredging row goes to court", "Ferry firm asks for time", "", "The sums")
    assert texts(article, BlockKind.CROSSHEAD) == ["The sums"]
    assert len(titles(article)) == 2


def test_a_paragraph_without_its_full_stop_stays_in_the_body():
    lost = "The board said that the fees for visiting boats would not change before the end of the season"
    assert lost in texts(page(lost), BlockKind.PARAGRAPH)


def test_prefixes_and_bullets_are_not_part_of_a_headline():
    article = page(
        "Read more: Dredging row goes to court",
        "• Ferry firm asks for time",
        "» Fish prices fall for third year",
    )
    assert titles(article) == [
        "Dredging row goes to court",
        "Ferry firm asks for time",
        "Fish prices fall for third year",
    ]


def test_addresses_go_to_the_headlines_they_stand_by():
    article = page(
        "Dredging row goes to court",
        "https://example.com/dredging",
        "Ferry firm asks for time (https://example.com/ferry)",
        "[Fish prices fall](https://example.com/fish)",
    )
    assert [link.url for link in article.related] == [
        f"https://example.com/{name}" for name in ("dredging", "ferry", "fish")
    ]
    assert titles(article)[1:] == ["Ferry firm asks for time", "Fish prices fall"]
    holds_its_promises(article)


def test_an_address_at_the_top_is_the_articles():
    assert (
        read("https://example.com/fees", "Harbour board cuts its fees", FIRST, LAST).url
        == "https://example.com/fees"
    )


def test_a_list_of_the_article_is_a_list():
    article = page(
        "The board will also:", "", "- paint the bollards", "- mend the crane", "- count the gulls"
    )
    assert texts(article, BlockKind.LIST) == ["- paint the bollards\n- mend the crane\n- count the gulls"]


def test_a_line_between_two_others_of_its_paragraph_stays():
    article = page(SECOND, "Be the board that counts in a smaller room", LAST)
    assert "Be the board that counts in a smaller room" in texts(article)


def test_a_colon_before_a_block_belongs_to_the_quotation_after_it():
    article = page("Fell went on:", "", "Dredging row goes to court", "Ferry firm asks for time")
    assert len(titles(article)) == 2
    assert "Fell went on:" in texts(article)


def test_numbered_crossheads_and_interviews_stay():
    article = page(
        "1. Count the boats",
        "",
        SECOND,
        "",
        "2. Ask the owners of the boats",
        "",
        SECOND,
        "",
        "3. Cut the fees",
    )
    assert titles(article) == []
    questions = ("Why did you cut the fees?", "Did anybody thank you for it?", "What will you cut next year?")
    interview = read(
        "Five minutes with the harbour board",
        *[line for question in questions for line in ("", question, FIRST)],
        "",
        LAST,
    )
    assert texts(interview, BlockKind.CROSSHEAD) == list(questions)


def test_captions_and_prompts_in_the_body_are_set_aside():
    article = page(
        "The inner basin. Photograph: Dee Marsh", "", "Sign up for our newsletter", "", "Advertisement"
    )
    assert [caption.text for caption in article.captions] == ["The inner basin. Photograph: Dee Marsh"]
    assert [junk.reason for junk in article.junk] == ["newsletter prompt", "advertisement"]
    assert texts(article) == [FIRST, SECOND, THIRD, LAST]


def test_comments_and_biography_are_not_the_article():
    article = read(
        "Harbour board cuts its fees",
        "By Al Roe",
        FIRST,
        SECOND,
        THIRD,
        LAST,
        "Al Roe is port editor of The Quay.",
        "Comments (2)",
        "About time too, I have paid this for years.",
        "Gulls next please.",
    )
    assert texts(article) == [FIRST, SECOND, THIRD, LAST]
    assert [junk.reason for junk in article.junk] == [
        "author's biography",
        "comments",
        "reader's comment",
        "reader's comment",
    ]


def test_a_details_line_under_a_promo_tells_when_it_starts():
    article = page("Webinar: the future of small harbours", "Thursday 13 June, 2pm BST", "Register now")
    assert article.promos[0].starts.isoformat() == "2024-06-13T14:00:00+01:00"
    holds_its_promises(article)


def test_a_hard_wrapped_paste_is_put_together():
    wrapped = [line for text in (FIRST, SECOND, THIRD) for line in (*textwrap.wrap(text, 60), "")]
    block = ("Dredging row goes to court", "Ferry firm asks for more time", "")
    article = read(
        "Harbour board cuts its fees", "", "By Al Roe", "", *wrapped, *block, *textwrap.wrap(LAST, 60)
    )
    assert texts(article) == [FIRST, SECOND, THIRD, LAST]
    assert titles(article) == ["Dredging row goes to court", "Ferry firm asks for more time"]
    holds_its_promises(article)


def test_two_articles_in_one_paste_are_told():
    article = read(
        "Harbour board cuts its fees",
        "By Al Roe",
        "3 June 2024",
        FIRST,
        SECOND,
        LAST,
        "Crane driver wins national prize",
        "By Bea Nash",
        "4 June 2024",
        FIRST,
        SECOND,
    )
    warning = next(note for note in article.notes if note.code == "two-articles")
    assert (warning.level, warning.where) == (Level.WARNING, "page.txt:7")
    assert texts(article) == [FIRST, SECOND, LAST]
    holds_its_promises(article)


def test_a_page_without_a_headline_is_read_and_told():
    article = read(FIRST + " " + SECOND + " " + LAST, "", THIRD)
    assert article.headline == ""
    assert [note.code for note in article.notes] == ["no-headline"]


def test_a_doubtful_line_stays_and_is_told():
    article = read("Harbour board cuts its fees", "By Al Roe", FIRST, SECOND, LAST, "Not everyone is happy")
    assert "Not everyone is happy" in texts(article)
    note = article.notes[0]
    assert (note.code, note.level, note.where) == ("text-unplaced", Level.NOTE, "page.txt:6")


def test_mended_letters_are_noted():
    article = read("Harbour board cuts its fees", FIRST, "The boardâ€™s sums were right, said the clerk.")
    assert article.notes[0].code == "text-mended"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ((), "is empty"),
        (("Harbour board cuts its fees",), "a headline and nothing else"),
        (("Harbour board cuts its fees", "By Al Roe", "3 June 2024"), "a headline and nothing else"),
        (
            ("Share this page", "Print", "Advertisement", "We use cookies to make this site work"),
            "only a page's surroundings",
        ),
        (
            (
                "Harbour board cuts its fees",
                "Read more: Ferry firm asks for time",
                "Read more: Fish prices fall",
            ),
            "headlines only",
        ),
    ],
)
def test_a_page_without_an_article_is_refused_with_what_was_found(lines, message):
    with pytest.raises(SourceError, match=message):
        read(*lines)


LINES = st.sampled_from(
    [
        "", "", FIRST, SECOND, THIRD, LAST, "Harbour board cuts its fees", "By Al Roe", "By", "3 June 2024", "Al Roe", "Port editor", "Dredging row goes to court", "The sums",
        "Read more:", "Related articles", "• Ferry firm asks for time", "- a gull", "1. Count", "Read more: Fish prices fall", "Webinar with Acme", "Register now", "Thursday 13 June, 2pm",
        "https://example.com/a", "Share this page", "Comments (2)", "Photograph: Dee Marsh", "She said:", "Why?", "Al Roe is port editor.", "Topics", "Key points", "___", "Updated 4 June 2024",
        "Home > Ports", "NEWS", "and so it", "“Open", "In summary", "By Bea Nash, 4 June 2024", "Two years late", "About the author", "More from Al Roe",
    ]
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(LINES, max_size=30))
def test_every_line_of_any_page_is_in_exactly_one_place(lines):
    try:
        article = read(*lines)
    except SourceError:
        return
    holds_its_promises(article)


@given(st.text(max_size=600))
def test_any_text_is_read_or_refused(text):
    try:
        article = read(text)
    except SourceError:
        return
    holds_its_promises(article)


@given(st.lists(st.sampled_from([FIRST, SECOND, THIRD, LAST]), min_size=1, max_size=12))
def test_no_paragraph_is_ever_lost(paragraphs):
    article = read("Harbour board cuts its fees", "By Al Roe", "3 June 2024", *paragraphs)
    assert Counter(texts(article)) == Counter(paragraphs)


@pytest.mark.parametrize("label", ["Cold & Store", "PORTS | COLD STORES", "The Tide Table", "Landlords"])
def test_a_label_over_headline_and_standfirst_is_no_headline(label):
    article = read(
        label,
        "Harbour board cuts its fees",
        "Boats will pay a tenth less",
        "By Al Roe",
        "3 June 2024",
        FIRST,
        LAST,
    )
    assert (article.headline, article.standfirst) == (
        "Harbour board cuts its fees",
        "Boats will pay a tenth less",
    )


def test_a_standfirst_may_stand_after_byline_and_date():
    article = read(
        "Harbour board cuts its fees",
        "By Al Roe",
        "3 June 2024",
        "Boats will pay a tenth less from May",
        "",
        FIRST,
        "",
        LAST,
    )
    assert article.standfirst == "Boats will pay a tenth less from May"
    assert texts(article) == [FIRST, LAST]


def test_lines_of_a_block_that_look_like_something_else_are_of_the_block():
    article = page(
        "THE WEEK AFLOAT",
        '"We trusted the tide. That was the mistake."',
        "The pier that was sold before anybody told the anglers",
        "Open day with the Pier Network",
        "Tuesday 6 May, 8am, Caerwen. Places are free but limited",
    )
    assert titles(article) == [
        '"We trusted the tide. That was the mistake."',
        "The pier that was sold before anybody told the anglers",
    ]
    assert texts(article) == [FIRST, SECOND, THIRD, LAST]
    assert [promo.partners for promo in article.promos] == [("Pier Network",)]


def test_no_article_begins_with_a_crosshead():
    article = read(
        "Harbour board cuts its fees",
        "",
        "By Al Roe",
        "3 June 2024",
        "",
        "Could wrecks pay for themselves?",
        "",
        FIRST,
        "",
        LAST,
    )
    assert titles(article) == ["Could wrecks pay for themselves?"]


def test_a_long_menu_may_stand_above_the_headline():
    menu = (
        "Skip to main content",
        "Menu",
        *[
            "News",
            "Opinion",
            "Data",
            "Jobs",
            "Events",
            "Magazine",
            "Ports",
            "Ships",
            "Rail",
            "Roads",
            "Air",
            "Energy",
            "Finance",
            "Law",
            "People",
            "Video",
        ],
        "Sign in",
        "",
    )
    article = read(
        *menu,
        "Harbour board cuts its fees",
        "",
        "By Al Roe",
        "",
        "3 June 2024",
        "",
        FIRST,
        "",
        SECOND,
        "",
        LAST,
    )
    assert (article.headline, article.byline, article.published) == (
        "Harbour board cuts its fees",
        ("Al Roe",),
        date(2024, 6, 3),
    )
    holds_its_promises(article)


def test_a_day_under_an_address_that_is_nobody_s_is_not_lost():
    article = page(
        "",
        "Ferry firm asks for time",
        "https://example.com/a",
        "https://example.com/b",
        "Thursday 13 June, 2pm",
        "",
    )
    assert titles(article) == ["Ferry firm asks for time"]
    holds_its_promises(article)


def test_a_line_over_the_readers_menu_is_the_sites_and_not_the_headline():
    found = read_text(
        Source(
            name="page",
            text="The Tap: news for brewers and publicans\nLog in | Subscribe | Basket (0)\n\n"
            "Duty cut will not save the village pub\n\nBy Ann Lee\n\n14 March 2026\n\n"
            "Landlords have dismissed the cut in duty as too small, and few of them will pass it on.\n\n"
            "The cut takes effect in August and lowers the duty on draught beer by about a penny a pint.",
        )
    )
    assert found.headline == "Duty cut will not save the village pub"
    assert found.junk[0].text == "The Tap: news for brewers and publicans"
