"""The checks on promos, the sponsor line and the listings."""

import datetime as dt

import pytest
from msgspec.structs import replace

from digest.model import Listing, ListingItem, PromoKind, Sponsor
from proofing import OURS, hits, issue, promo, story, wheres, with_promo

BEFORE, AFTER = dt.date(2026, 11, 19), dt.date(2026, 11, 21)


def test_a_promo_has_a_link():
    assert wheres("promo-url-missing", with_promo(promo(url=""))) == ["stories[1].promos[1].url"]
    assert wheres("promo-url-missing", with_promo(promo())) == []


@pytest.mark.parametrize("day", [BEFORE, dt.datetime(2026, 11, 19, 11, tzinfo=dt.UTC)])
def test_a_promo_of_yesterday_is_told(day):
    assert wheres("promo-past", with_promo(promo(starts=day))) == ["stories[1].promos[1].starts"]


def test_a_promo_of_today_or_to_be_watched_later_is_not_past():
    assert wheres("promo-past", with_promo(promo(starts=dt.date(2026, 11, 20)))) == []
    recorded = promo("Watch on demand: what night boats cost", starts=BEFORE)
    assert wheres("promo-past", with_promo(recorded)) == []


def test_an_issue_without_a_day_is_not_sent_before_its_latest_story():
    told = issue(story(promos=(promo(starts=BEFORE),), published=AFTER), day=None)
    assert wheres("promo-past", told) == ["stories[1].promos[1].starts"]
    assert wheres("promo-past", with_promo(promo(starts=BEFORE), day=None)) == []


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Webinar: night boats. Register by 18 November", True),
        ("Harbour awards: entries close on Thursday 19 November", True),
        ("Harbour awards: entries close on 21 November", False),
        ("The storm of 18 November: a webinar", False),
    ],
)
def test_a_promo_after_registration_closed_is_told(title, found):
    assert bool(wheres("promo-closed", with_promo(promo(title)))) is found


def test_a_promo_two_years_away_is_noted():
    assert wheres("promo-far", with_promo(promo(starts=dt.date(2028, 1, 5))))
    assert wheres("promo-far", with_promo(promo())) == []


def test_an_event_has_a_day_and_a_white_paper_needs_none():
    assert wheres("promo-day-missing", with_promo(promo(starts=None))) == ["stories[1].promos[1].starts"]
    assert wheres("promo-day-missing", with_promo(promo())) == []
    paper = promo("The night boat book", kind=PromoKind.WHITEPAPER, starts=None)
    assert wheres("promo-day-missing", with_promo(paper)) == []


def test_a_moment_has_a_zone_and_a_day_needs_none():
    floating = promo(starts=dt.datetime(2026, 12, 3, 11))  # noqa: DTZ001 - what the check is for
    (hit,) = hits("promo-zone-missing", with_promo(floating))
    assert "starts = 2026-12-03T11:00:00Z" in hit.mend
    assert hits("promo-zone-missing", with_promo(promo())) == []
    assert hits("promo-zone-missing", with_promo(promo(starts=AFTER))) == []


@pytest.mark.parametrize(
    ("title", "found"), [("Webinar on Friday 3 December", True), ("Webinar on Thursday 3 December", False)]
)
def test_a_promo_s_weekday_is_that_of_its_date(title, found):
    assert bool(wheres("promo-weekday", with_promo(promo(title)))) is found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Webinar on 4 December", True),
        ("Webinar on 3 December", False),
        ("Webinar: register by 1 December", False),
        ("Webinar", False),
    ],
)
def test_a_promo_s_words_give_the_day_it_is_given(title, found):
    assert bool(wheres("promo-day-differs", with_promo(promo(title)))) is found


def test_days_in_a_language_that_is_not_read_are_left_alone():
    french = replace(OURS, language="fr")
    told = with_promo(promo("Register by 1 May, Fri 4 December"), publication=french)
    for code in ("promo-closed", "promo-weekday", "promo-day-differs"):
        assert wheres(code, told) == []


def test_partner_content_names_its_partner():
    assert wheres("promo-partner-missing", with_promo(promo(partner_content=True, partners=(" ",))))
    named = promo(partner_content=True, partners=("Quay Bank",))
    assert wheres("promo-partner-missing", with_promo(named)) == []


def test_a_sponsored_promo_is_labelled():
    title = "Webinar in association with Quay Bank"
    assert wheres("promo-label-missing", with_promo(promo(title))) == ["stories[1].promos[1].partner_content"]
    assert wheres("promo-label-missing", with_promo(promo(title, partner_content=True))) == []
    assert wheres("promo-label-missing", with_promo(promo())) == []


def test_a_promo_is_shown_once():
    twice = with_promo(promo(), promo("Another title, the same page"))
    assert wheres("promo-repeated", twice) == ["stories[1].promos[2]"]
    two = with_promo(promo(), promo("Roundtable", url="https://quayside.example/roundtable"))
    assert wheres("promo-repeated", two) == []


def listed(*items):
    return replace(issue(), listings=(Listing(title="Diary", items=items),))


SOUND = ListingItem(title="Quay fair", url="https://quayside.example/fair", when=AFTER)


def test_a_sponsor_and_the_lines_of_a_listing_have_links():
    assert wheres("sponsor-url-missing", replace(issue(), sponsor=Sponsor(name="Quay Bank"))) == [
        "sponsor.url"
    ]
    linked = Sponsor(name="Quay Bank", url="https://bank.example")
    assert wheres("sponsor-url-missing", replace(issue(), sponsor=linked)) == []
    assert wheres("listing-url-missing", listed(replace(SOUND, url=""))) == ["listings[1].items[1].url"]
    assert wheres("listing-url-missing", listed(SOUND)) == []


def test_a_listing_holds_what_is_still_to_come():
    assert wheres("listing-past", listed(SOUND, replace(SOUND, when=BEFORE))) == ["listings[1].items[2].when"]
    assert wheres("listing-past", listed(SOUND, replace(SOUND, when=None))) == []
    assert wheres("listing-empty", listed()) == ["listings[1]"]
    assert wheres("listing-empty", listed(SOUND)) == []
