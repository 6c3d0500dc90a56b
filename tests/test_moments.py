"""When an event starts: only what the line says for sure."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.sources.judges.moments import find_start

PUBLISHED = date(2015, 11, 9)


def test_a_day_with_its_year_needs_no_help():
    assert find_start("Summit, 3 July 2016, Leeds", None) == date(2016, 7, 3)


def test_a_missing_year_is_the_next_one_that_fits():
    assert find_start("Webinar, 12 November", PUBLISHED) == date(2015, 11, 12)
    assert find_start("Webinar, 12 January", PUBLISHED) == date(2016, 1, 12)


@pytest.mark.parametrize(
    "line", ["Webinar, 12 October", "Webinar, Monday 12 November", "Webinar soon", "Webinar, 31 November"]
)
def test_an_unsafe_year_is_not_guessed(line):
    assert find_start(line, PUBLISHED) is None


def test_without_a_day_of_publication_no_year_is_guessed():
    assert find_start("Webinar, 12 November", None) is None


def test_a_year_elsewhere_in_the_line_is_the_year():
    assert find_start("Summit 2016: 12 March, Leeds", PUBLISHED) == date(2016, 3, 12)


def test_time_and_zone_are_read():
    bst = timezone(timedelta(hours=1))
    assert find_start("14 May 2020 at 2pm BST", None) == datetime(2020, 5, 14, 14, 0, tzinfo=bst)
    assert find_start("14 May 2020, 10.30am GMT", None) == datetime(2020, 5, 14, 10, 30, tzinfo=UTC)


def test_an_ambiguous_zone_leaves_the_moment_without():
    assert find_start("14 May 2020, 14:00 IST", None) == datetime(2020, 5, 14, 14, 0)  # noqa: DTZ001 # no zone is given


def test_twelve_is_noon_and_midnight():
    assert find_start("14 May 2020, 12pm", None).hour == 12
    assert find_start("14 May 2020, 12am", None).hour == 0


@given(st.text(max_size=120), st.dates())
def test_no_line_raises(text, published):
    find_start(text, published)


def test_a_zone_keeps_the_name_that_the_page_gives_it():
    assert find_start("Webinar: berths, 2 December 2026, 11am GMT", None).tzname() == "GMT"
    assert find_start("Webinar: berths, 2 July 2026, 11am BST", None).tzname() == "BST"
