"""Bylines: names as they stand, without roles, places, outlets and handles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.sources.judges.bylines import is_lead_alone, is_role, read_byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By matt.harker", ("matt.harker",)),
        ("By Jo Bloggs and Al Roe", ("Jo Bloggs", "Al Roe")),
        ("By Jo Bloggs, Business Editor, and Al Roe, Health Editor", ("Jo Bloggs", "Al Roe")),
        ("By Jo Bloggs, Al Roe and Mo Siddiq in London", ("Jo Bloggs", "Al Roe", "Mo Siddiq")),
        ("Written by Ann Marie O'Neill", ("Ann Marie O'Neill",)),
        ("Words: Tom Fox", ("Tom Fox",)),
        ("by Jo Bloggs for The Local Planet", ("Jo Bloggs",)),
        ("By Jo Bloggs @jobloggs", ("Jo Bloggs",)),
        ("By Jo Bloggs jo@planet.example", ("Jo Bloggs",)),
        ("By Jo Bloggs Health Correspondent", ("Jo Bloggs",)),
        ("By Jo BloggsThe Local Planet", ("Jo Bloggs",)),
        ("By Jo Bloggs | The Local Planet", ("Jo Bloggs",)),
        ("By Reuters", ("Reuters",)),
        ("By Ludwig van der Berg", ("Ludwig van der Berg",)),
        ("By Jean-Luc Müller and Zoë O’Brien", ("Jean-Luc Müller", "Zoë O’Brien")),
        ("Par Marie Curie", ("Marie Curie",)),
    ],
)
def test_the_names_of_a_byline_are_read(line, names):
    assert read_byline(line) == names


def test_a_line_set_in_capitals_is_given_back_its_letters():
    assert read_byline("BY JO MCBLOGGS AND SEÁN O’HARA") == ("Jo McBloggs", "Seán O’Hara")
    assert read_byline("By AFP") == ("AFP",)


@pytest.mark.parametrize(
    "line",
    [
        "By 2020 the council will spend more",
        "By the time of the election",
        "By Design and Build the firm grows",
        "Bypass opens",
        "",
    ],
)
def test_what_begins_with_by_is_not_always_a_byline(line):
    assert read_byline(line) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jo Bloggs", ("Jo Bloggs",)),
        ("Jo Bloggs | Reporter", ("Jo Bloggs",)),
        ("Jo Bloggs, Political correspondent", ("Jo Bloggs",)),
        ("Jo Bloggs & Al Roe", ("Jo Bloggs", "Al Roe")),
        ("Press Association", ("Press Association",)),
        ("Local Government", ()),
        ("Council Tax Rise", ()),
        ("Bloggs", ()),
        ("Jo Bloggs resigns.", ()),
    ],
)
def test_a_bare_name_counts_only_where_one_is_expected(line, names):
    assert read_byline(line, bare=True) == names
    assert read_byline(line) == ()


def test_a_lead_may_stand_alone():
    assert is_lead_alone("By")
    assert is_lead_alone("Written by:")
    assert not is_lead_alone("By Jo")


def test_a_job_title_is_known():
    assert is_role("Health correspondent")
    assert not is_role("Hospital trusts")


@given(st.text(max_size=160))
def test_no_line_raises_and_no_name_is_invented(line):
    for name in read_byline(line, bare=True) + read_byline("By " + line):
        assert all(word.lower() in f"by {line}".lower() for word in name.split())


@pytest.mark.parametrize("line", ["Staff reporter", "Harbour News Service", "Tideline Bureau"])
def test_a_newsroom_may_sign(line):
    assert read_byline(line, bare=True) == (line,)


@pytest.mark.parametrize("line", ["New dental service", "Fire service"])
def test_a_service_in_the_news_signs_nothing(line):
    assert not read_byline(line, bare=True)
