"""What a page displays around and between its paragraphs: mastheads, hours, pull quotes, notices, titles."""

import pytest

from digest.model import Source
from digest.sources.judges.notices import notice_of
from digest.sources.pasted.article import read_text

FIRST = (
    "The quarry at Long Edge will stop blasting in May, its owner said on Monday after a year of complaints."
)
SECOND = "Windows in the village had shaken on forty days since the new face was opened, the council counted."
THIRD = (
    "The stone that is left can be cut with wire saws, which are slower and cost about twice as much a tonne."
)
LAST = "Work on the saw shed begins in March, and the last blast is to be fired on the second Friday in May."


def read(*lines):
    return read_text(Source(name="page.txt", text="\n\n".join(lines)))


def body(article):
    return [block.text for block in article.body]


def test_the_sites_name_and_menu_are_not_the_headline():
    found = read(
        "STONE WEEKLY",
        "News | Plant | Safety | Jobs",
        "Quarry to stop blasting in May",
        "By Jo Hewer",
        FIRST,
        SECOND,
    )
    assert (found.headline, found.byline) == ("Quarry to stop blasting in May", ("Jo Hewer",))


def test_the_title_of_a_browsers_tab_is_not_the_headline_twice():
    found = read(
        "Quarry to stop blasting in May | Stone Weekly",
        "Quarry to stop blasting in May",
        "By Jo Hewer",
        FIRST,
        SECOND,
    )
    assert found.headline == "Quarry to stop blasting in May"
    assert body(found) == [FIRST, SECOND]


def test_the_pictures_maker_in_a_byline_is_no_author():
    found = read("Quarry to stop blasting in May", "Words: Jo Hewer. Photography: Al Lens", FIRST, SECOND)
    assert found.byline == ("Jo Hewer",)


def test_a_pull_quote_does_not_stand_in_the_body_twice():
    said = "“We have lived with cracked panes for a year and nobody came to look at one,” said Ivy Marl of the parish."
    pulled = "We have lived with cracked panes for a year"
    found = read("Quarry to stop blasting in May", "By Jo Hewer", FIRST, said, pulled, SECOND, LAST)
    assert body(found) == [FIRST, said, SECOND, LAST]


def test_hours_on_a_page_that_follows_events_are_the_pages():
    found = read(
        "Quarry blast: as it happened",
        "By Jo Hewer",
        "14.41",
        FIRST,
        "14.05",
        SECOND,
        "13.30",
        THIRD,
        "12.10",
        LAST,
    )
    assert body(found) == [FIRST, SECOND, THIRD, LAST]


def test_what_a_site_adds_to_a_related_headline_comes_off():
    found = read(
        "Quarry to stop blasting in May",
        "By Jo Hewer",
        FIRST,
        "Related articles",
        "Wire saws pass their first winter (2 days ago)",
        "Council buys a seismograph (1 week ago)",
        SECOND,
        LAST,
    )
    assert [link.title for link in found.related] == [
        "Wire saws pass their first winter",
        "Council buys a seismograph",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "This article first appeared in Stone Weekly on 3 May",
        "Word count: 412",
        "Translated by Ada Fell",
    ],
)
def test_what_a_page_says_of_its_own_text_is_no_paragraph(line):
    assert notice_of(line.lower(), line)


def test_a_paragraph_about_an_article_stays():
    line = "This article of faith has held in the quarry for a hundred years, and nobody has ever written it down."
    assert not notice_of(line.lower(), line)


def test_a_row_of_headlines_between_bars_is_taken_apart():
    row = "RELATED: Brevik's bridge bill doubles | Norway's empty terminals: the list | Who pays for ports?"
    found = read("Quarry to stop blasting in May", "By Jo Hewer", f"{FIRST} {SECOND}", row, f"{THIRD} {LAST}")
    assert [link.title for link in found.related] == row.removeprefix("RELATED: ").split(" | ")


def test_somebodys_words_alone_between_paragraphs_are_a_crosshead():
    quoted = "‘A monument to meetings’"
    found = read("Quarry to stop blasting in May", "By Jo Hewer", FIRST, SECOND, quoted, THIRD, LAST)
    assert quoted in body(found)
    assert not found.related
