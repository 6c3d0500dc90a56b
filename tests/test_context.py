"""What templates see of an issue: complete values, and nothing for what nobody gave."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from digest.model import (
    Brand,
    Layout,
    Listing,
    ListingItem,
    Picture,
    Promo,
    PromoKind,
    Publication,
    Sponsor,
    Utm,
)
from digest.render.context import make_context
from issues_for_render import make_issue, make_story, said, weekly

QUAY = Publication(name="Quay Weekly", utm=Utm(source="quay"))
HALF, FULL = Layout.HALF, Layout.FULL


def context(*stories, **fields):
    issue = make_issue(*stories, publication=fields.pop("publication", QUAY))
    return make_context(replace(issue, **fields), weekly().words)


def stories_of(*layouts):
    return [replace(make_story(f"s{n}"), layout=layout) for n, layout in enumerate(layouts)]


def laid_out(*layouts):
    return [[story.anchor[-1] for story in row.stories] for row in context(*stories_of(*layouts)).rows]


# Rows


def test_two_halves_running_share_a_row():
    assert laid_out(FULL, HALF, HALF, FULL) == [["0"], ["1", "2"], ["3"]]


def test_a_half_without_another_beside_it_has_the_row_to_itself():
    assert laid_out(FULL, HALF, FULL, HALF) == [["0"], ["1"], ["2"], ["3"]]
    assert laid_out(HALF, HALF, HALF) == [["0", "1"], ["2"]]
    assert [row.is_pair for row in context(*stories_of(HALF, HALF, HALF)).rows] == [True, False]


def test_a_row_has_the_promos_of_its_stories_in_order():
    promos = [Promo(kind=PromoKind.EVENT, title=title) for title in ("One", "Two", "Three")]
    left = replace(make_story("left", promos=promos[:2]), layout=HALF)
    right = replace(make_story("right", promos=promos[2:]), layout=HALF)
    (row,) = context(left, right).rows
    assert [promo.title for promo in row.promos] == ["One", "Two", "Three"]


@given(st.lists(st.sampled_from(Layout), min_size=1, max_size=12))
def test_rows_hold_every_story_once_in_order(layouts):
    made = context(*stories_of(*layouts))
    assert tuple(story for row in made.rows for story in row.stories) == made.stories
    assert all(row.is_pair == (len(row.stories) == 2) for row in made.rows)


# Pictures


def picture(**told):
    return context(replace(make_story(), image=said(Picture(**told)))).stories[0].image


def test_a_story_without_an_image_has_none():
    assert context(make_story()).stories[0].image is None


def test_an_address_stays_as_it_is_without_campaign_parameters():
    shown = picture(url="https://example.org/a.jpg?w=1", alt="A\nquay", credit="Ada Fell", width=1200)
    assert (shown.src, shown.alt, shown.credit) == ("https://example.org/a.jpg?w=1", "A quay", "Ada Fell")
    assert (shown.width, shown.height) == (1200, "")


def test_a_file_is_called_by_its_name_in_one_folder():
    assert picture(file="sources/pictures/The quay.png").src == "images/The%20quay.png"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:image/png;base64,AA", "mailto:a@b.example", ""])
def test_what_is_no_web_address_is_no_picture(url):
    assert picture(url=url) is None


def test_a_height_follows_from_the_width_shown_where_both_are_known():
    assert picture(url="https://a.example/x", width=1040, height=780).height_at(520) == 390
    assert picture(url="https://a.example/x", width=9000, height=1).height_at(520) == 1
    assert picture(url="https://a.example/x", width=1040).height_at(520) == ""


def test_a_logo_is_called_by_the_masthead_unless_the_brand_gives_words():
    brand = Brand(logo="images/logo.png", dark_logo="https://a.example/dark.png", logo_width=180)
    shown = context(make_story(), publication=replace(QUAY, masthead="THE QUAY", brand=brand)).logo
    assert (shown.src, shown.dark_src) == ("images/logo.png", "https://a.example/dark.png")
    assert (shown.alt, shown.width, shown.height) == ("THE QUAY", 180, "")
    named = replace(QUAY, brand=replace(brand, logo_alt="Quay, since 1911"))
    assert context(make_story(), publication=named).logo.alt == "Quay, since 1911"


def test_without_a_logo_there_is_none():
    made = context(make_story())
    assert (made.logo, made.web_fonts) == (None, "")


# Promos


def date_of(starts, language="en-GB"):
    story = make_story(promos=(Promo(kind=PromoKind.WEBINAR, title="Fees", starts=starts),))
    (promo,) = context(story, publication=replace(QUAY, language=language)).stories[0].promos
    assert promo.code == "webinar"
    return promo.date and (promo.date.day, promo.date.month, promo.date.weekday, promo.date.time)


def test_a_date_block_has_a_promos_day_in_parts():
    zone = dt.timezone(dt.timedelta(0), "GMT")
    assert date_of(dt.datetime(2026, 11, 26, 14, 0, tzinfo=zone)) == ("26", "Nov", "Thu", "14:00 GMT")
    assert date_of(dt.datetime(2026, 11, 6, 9, 30)) == ("6", "Nov", "Fri", "09:30")  # noqa: DTZ001 - floating
    assert date_of(dt.date(2026, 9, 1)) == ("1", "Sep", "Tue", "")
    assert date_of(None) is None


def test_a_date_block_speaks_the_publications_language():
    assert date_of(dt.date(2026, 10, 29), "de") == ("29", "Okt", "Do", "")


# Sponsor, listings, social networks


def test_a_sponsor_is_introduced_in_the_themes_words_or_its_own():
    sponsor = Sponsor(name="Quay Bank", url="https://bank.example/")
    shown = context(make_story(), sponsor=sponsor).sponsor
    assert (shown.label, shown.name, shown.text) == ("In association with", "Quay Bank", "")
    assert shown.url.startswith("https://bank.example/?utm_source=quay")
    assert context(make_story(), sponsor=replace(sponsor, label="Paid for by")).sponsor.label == "Paid for by"
    assert context(make_story()).sponsor is None


def test_a_listing_has_its_days_written_out_and_an_empty_one_is_left_out():
    jobs = Listing(title="Jobs", items=(ListingItem(title="Harbour master", detail="Hull"),))
    diary = Listing(title="Diary", items=(ListingItem(title="Open day", when=dt.date(2026, 11, 26)),))
    shown = context(make_story(), listings=(jobs, Listing(title="Tenders"), diary)).listings
    assert [listing.title for listing in shown] == ["Jobs", "Diary"]
    assert (shown[0].items[0].when, shown[0].items[0].detail) == ("", "Hull")
    assert shown[1].items[0].when == "Thursday 26 November 2026"


def test_social_networks_keep_their_addresses_as_they_are():
    own = replace(
        QUAY, socials={"LinkedIn": "https://social.example/quay", "Odd": "ftp://x.example", "": "x"}
    )
    shown = context(make_story(), publication=own).socials
    assert [(each.name, each.url) for each in shown] == [("LinkedIn", "https://social.example/quay")]


def test_a_brand_that_templates_see_has_sizes_and_no_files():
    brand = context(make_story(), publication=replace(QUAY, brand=Brand(radius=0, width=640))).brand
    assert (brand.radius, brand.width) == (0, 640)
    assert not hasattr(brand, "logo")
