"""Dates: the usual forms, nothing the calendar does not know, and which lines hold nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.sources.judges.dates import begins_with_day, find_day, in_american, is_moment, read_date_line


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("09 Nov 2015", date(2015, 11, 9)),
        ("Last modified on Sat 17 Mar 2007 12.41 GMT", date(2007, 3, 17)),
        ("Nov. 22, 2009 at 08:15 GMT", date(2009, 11, 22)),
        ("2012-10-21T08:00:00Z", date(2012, 10, 21)),
        ("2021/02/03", date(2021, 2, 3)),
        ("Tuesday, November 14th 2023", date(2023, 11, 14)),
        ("Published: 3 May 2021", date(2021, 5, 3)),
        ("Updated 14:20 GMT, 10 November 2003", date(2003, 11, 10)),
        ("14.06.2014", date(2014, 6, 14)),
        ("22-Nov-2019", date(2019, 11, 22)),
        ("May 4, 2021, 10:30 a.m. ET", date(2021, 5, 4)),
        ("17 Aug 2004 | 07:00", date(2004, 8, 17)),
        ("9th of May 2014", date(2014, 5, 9)),
        ("Le 3 mars 2020 à 10h30", date(2020, 3, 3)),
        ("3. März 2020", date(2020, 3, 3)),
        ("12 de octubre de 2022", date(2022, 10, 12)),
    ],
)
def test_a_date_line_is_read_and_nothing_is_left_of_it(line, day):
    told = read_date_line(line)
    assert told is not None
    assert (told.found.day, told.rest) == (day, "")


def test_the_day_comes_first_unless_it_cannot():
    assert find_day("09/11/2015").day == date(2015, 11, 9)
    assert find_day("11/25/2015").day == date(2015, 11, 25)
    assert find_day("3/4/15").day == date(2015, 4, 3)


@pytest.mark.parametrize(
    "text", ["31 April 2015", "30/02/2020", "2015-13-40", "Room 12, 2015", "99/99/2015", "0 May 2015"]
)
def test_an_impossible_date_is_none(text):
    assert find_day(text) is None


def test_the_day_of_publication_beats_the_update():
    assert read_date_line("Updated 5 May 2021 | Published 3 May 2021").found.day == date(2021, 5, 3)
    assert read_date_line("Last modified 5 May 2021").later


def test_what_stands_beside_a_day_is_left_over():
    told = read_date_line("By Jo Bloggs and Al Roe - 7th October, 2012")
    assert told.rest == "By Jo Bloggs and Al Roe"


def test_a_moment_has_no_year():
    assert is_moment("14:20 GMT")
    assert is_moment("Monday 9 November")
    assert not is_moment("The vote on 9 November")
    assert not is_moment("No digits here")


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_found_in_every_form(day):
    for form in ("%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d/%m/%Y", "%a %d %b %Y"):
        assert find_day(day.strftime(form)).day == day


@given(st.text(max_size=160))
def test_no_text_raises(text):
    find_day(text)
    read_date_line(text)
    is_moment(text)


def test_a_page_tells_which_side_of_the_ocean_wrote_its_numbers():
    found = find_day("04/02/2026")
    assert in_american(found, "Fares rose 18 percent to $40 at 9 a.m. on Nov. 3.") == date(2026, 4, 2)
    assert in_american(found, "Fares rose 18 per cent to £40 at 9am.") == date(2026, 2, 4)


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday 6 October, 8am, Caerwen",
        "3. Dezember 2026, 11 Uhr, kostenlos",
        "Mardi 17 novembre 2026, 14 h",
    ],
)
def test_a_line_may_open_with_its_day(line):
    assert begins_with_day(line)


def test_a_day_further_on_opens_nothing():
    assert not begins_with_day("The board will meet on 6 October")
