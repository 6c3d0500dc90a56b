"""Promos: what invites is one, news about such things is none; partners, day and label are read."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import PromoKind
from digest.sources.judges.promos import promo_kind, read_promo

PUBLISHED = date(2024, 3, 1)


def read(line, *details):
    return read_promo(line, promo_kind(line), PUBLISHED, details)


@pytest.mark.parametrize(
    ("line", "kind", "partners"),
    [
        ("Lunchtime webinar with Planet and DFG", "webinar", ("Planet", "DFG")),
        ("Webinar (sponsored by Acme Municipal): sharing depots", "webinar", ("Acme Municipal",)),
        (
            "Live online: Planet, DFG and Acme debate kerb charges (webinar)",
            "webinar",
            ("Planet", "DFG", "Acme"),
        ),
        (
            "Round table: who needs depots? In association with Bell & Company",
            "roundtable",
            ("Bell & Company",),
        ),
        (
            "Conference: Depots Now, 12 June, Leeds, sponsored by Acme and Planet",
            "conference",
            ("Acme", "Planet"),
        ),
        ("Listen to our new podcast: the last depot", "podcast", ()),
        ("Podcast: inside the depot, with DFG", "podcast", ("DFG",)),
        ("Free whitepaper from Acme: depots explained", "whitepaper", ("Acme",)),
        ("Download the free guide to depots", "whitepaper", ()),
        ("Take our annual depot survey", "survey", ()),
        ("Book now: Depot Awards, Leeds", "event", ()),
        ("Post Budget webinar with CSX & KPX", "webinar", ("CSX", "KPX")),
    ],
)
def test_an_invitation_is_read(line, kind, partners):
    promo = read(line)
    assert (promo.kind, promo.partners, promo.title) == (PromoKind(kind), partners, line)


@pytest.mark.parametrize(
    "line",
    [
        "Survey: half of councils fear bankruptcy",
        "White paper: ministers promise reform",
        "Conference: leader rallies the party",
        "Minister cancels webinar after leak",
        "Podcast firms face new tax",
        "Minister quits podcast with Jo Bloggs",
        "Report: one in five farms at risk",
        "Free schools report criticised",
        "The webinar, sponsored by Acme, will be held in June.",
        "The conference",
        "",
    ],
)
def test_news_about_such_things_is_no_promo(line):
    assert promo_kind(line) is None


def test_a_partner_makes_it_partner_content():
    assert read("Webinar: depots, in partnership with Acme").partner_content
    assert not read("Last chance to book our webinar on depots").partner_content


def test_the_call_to_action_is_neutral():
    assert read("Last chance to book our webinar on depots").call_to_action == "Register for the webinar"
    assert read("Watch again: depots - a webinar with Acme").call_to_action == "Watch the webinar"


def test_the_start_may_stand_under_the_title():
    assert read("Webinar: depots", "Thursday 14 March, 2pm").starts == datetime(2024, 3, 14, 14, 0)  # noqa: DTZ001


def test_what_is_over_has_no_start():
    assert read("Watch again: our webinar of 14 March").starts is None


def test_a_place_after_a_comma_is_no_partner():
    assert read("Depot summit with Acme, Leeds - book now").partners == ("Acme",)


@given(st.text(max_size=220))
def test_no_line_raises(line):
    for text in (line, f"Webinar: {line}", f"Book now: conference {line} with {line}"):
        kind = promo_kind(text)
        if kind:
            read_promo(text, kind, PUBLISHED, (line,))


@pytest.mark.parametrize(
    ("line", "kind", "partners"),
    [
        ("Sleep and Tides: a free evening event with the Acme Trust", "event", ("Acme Trust",)),
        ("Open day with the Pier Network", "event", ("Pier Network",)),
        (
            "Webinar: tides, with Acme Inc. and Hall & Bright. Tuesday 3 May, 2pm",
            "webinar",
            ("Acme Inc", "Hall & Bright"),
        ),
        ("Masterclass: mending nets, with Bell Rooms", "event", ("Bell Rooms",)),
        ("White paper from Acme: the dry dock", "whitepaper", ("Acme",)),
        ("White paper: the dry dock, by Quill & Bell", "whitepaper", ("Quill & Bell",)),
        ("Acme and Bell UK invite you to a webinar on tides", "webinar", ("Acme", "Bell UK")),
        ("Webinar: Eis statt Strom, mit Polar und Nordsee Systeme", "webinar", ("Polar", "Nordsee Systeme")),
        ("Webinaire : vendre la glace, avec Glaces du Nord et Bell", "webinar", ("Glaces du Nord", "Bell")),
    ],
)
def test_partners_are_named_in_many_ways(line, kind, partners):
    promo = read(line)
    assert (promo.kind, promo.partners) == (PromoKind(kind), partners)
