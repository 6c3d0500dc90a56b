"""The opening of a pasted page: the headline found under menus and mastheads, standfirsts, credits in all forms."""

from datetime import date

import pytest

from digest.model import Source
from digest.sources.judges.bylines import read_byline
from digest.sources.pasted.article import read_text

BODY = (
    "The ferry between Aske and Holm will sail only by daylight from October, the council decided on Tuesday.",
    "“We are not afraid of the dark, we are afraid of the rocks in it,” said Unni Hage, who has sailed since 1998.",
    "The last boat will leave Holm at four in the afternoon until the middle of February, as it did in 1961.",
)


def read(*opening, room=True):
    return read_text(Source(name="page.txt", text=("\n\n" if room else "\n").join([*opening, *BODY])))


def said(article):
    return article.headline, article.standfirst, article.byline, article.published


WHOLE = (
    "Ferry to stop at dusk after third grounding",
    "Islanders fear for their jobs on the mainland",
    ("Liv Torp",),
    date(2026, 3, 4),
)
OPENING = (WHOLE[0], WHOLE[1], "By Liv Torp", "4 March 2026")


@pytest.mark.parametrize("room", [True, False])
@pytest.mark.parametrize(
    "above",
    [
        ["The Island Post", "Home", "News", "Ships & Boats", "Weather", "Log in"],
        ["ISLAND POST", "Wednesday 4 March 2026", "FERRIES"],
        ["Small boats ▾ Big boats ▾ Harbours ▾", "Boats » Ferries"],
        ["The Island Post", "For people who live on islands"],
        ["ISLAND WEEKLY * Issue 611 * Boats, every Thursday"],
        ["Ferry to stop at dusk after third grounding | The Island Post"],
        ["Subject: ferries", "From: Liv Torp", "Good morning, islanders."],
        ["We use cookies to make this site better.", "Accept all", "Island Post", "Menu"],
    ],
)
def test_the_headline_is_found_under_what_the_site_puts_above_it(above, room):
    assert said(read(*above, *OPENING, room=room)) == WHOLE


@pytest.mark.parametrize(
    "lines",
    [
        ["Words: Liv Torp. Photography: Ole Sund", "04.03.26"],
        ["Story and pictures by Liv Torp", "4 March 2026"],
        ["Interview: Liv Torp", "4 March 2026"],
        ["Liv Torp", "Island News, Holm", "Published", "4 March 2026"],
        ["4 March 2026 · 3 minute read · Liv Torp"],
        ["Issue 1,204 | 4 March 2026 | Liv Torp"],
        ["LIV TORP, Ferries Correspondent", "March 4, 2026"],
        ["Liv Torp writes", "Wed 4 Mar 2026 06.00 GMT"],
    ],
)
def test_credits_are_read_in_many_forms(lines):
    assert said(read(*OPENING[:2], *lines)) == WHOLE


def test_two_writers_may_each_have_a_place():
    assert read_byline("By Liv Torp in Holm and Ole Sund in Aske") == ("Liv Torp", "Ole Sund")
    assert read_byline("By Liv Torp in Holm and Aske") == ("Liv Torp",)


@pytest.mark.parametrize("line", ["Island Post staff", "Staff and agencies", "Our own reporters"])
def test_a_newsroom_may_stand_for_a_name(line):
    assert read_byline(line, bare=True) == (line,)


@pytest.mark.parametrize(
    "line", ["À Holm, les bateaux restent à quai", "Warum der Hafen in Holm so früh schließt"]
)
def test_a_headline_is_no_bare_name(line):
    assert read_byline(line, bare=True) == ()


def test_a_standfirst_may_be_a_list_or_two_sentences():
    listed = read(
        WHOLE[0], "• Boats stop at four", "• Islanders fear for jobs", "By Liv Torp", "4 March 2026"
    )
    assert listed.standfirst == "Boats stop at four • Islanders fear for jobs"
    broken = read(WHOLE[0], "Boats stop at four.", "Nobody asked the islanders.", "By Liv Torp", room=False)
    assert broken.standfirst == "Boats stop at four. Nobody asked the islanders."


def test_a_byline_above_the_headline_counts_when_none_is_under_it():
    assert said(read("By Liv Torp", *OPENING[:2], "4 March 2026")) == WHOLE


def test_a_short_headline_keeps_its_long_standfirst():
    found = read("After dusk", "How three groundings ended a century of night boats to Holm", "By Liv Torp")
    assert found.headline == "After dusk"
