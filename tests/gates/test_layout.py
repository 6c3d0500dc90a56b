"""What each theme promises of its layout: headings, links, columns, buttons, logos and margins."""

import itertools

import pytest

from browsing import at_width
from letters import EVERY, THEMES

DESK, PHONE = 700, 375
COLUMNLESS = "plain"
BAND = "bulletin"  # its masthead is a band of colour, whose logo is the other scheme's
SIZES = {  # the margin and the first headline's size, on a phone and on a desk
    "weekly": ([20, 28], [90, 34]),
    "bulletin": ([20, 31], [90, 40]),
    "plain": ([20, 18], [70, 18]),
}


def test_headings_go_down_one_step_at_a_time_from_one_of_the_first_level(page):
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4')].map(head => +head.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in itertools.pairwise(levels))


def test_what_is_seen_of_a_link_begins_its_name(page):
    labels = "[...document.querySelectorAll('a[aria-label]')].map(a => [a.getAttribute('aria-label'), a.innerText])"
    for label, shown in page.evaluate(labels):
        assert shown in label


def test_the_links_inside_lead_to_their_places(page):
    for link in page.query_selector_all("a[href^='#']"):
        target = link.get_attribute("href")[1:]
        assert page.query_selector(f"[id='{target}']"), target


@pytest.mark.parametrize("letter", [f"{theme}/rich" for theme in THEMES], indirect=True)
def test_a_link_to_somewhere_else_has_a_name_of_its_own(page):
    links = page.evaluate(
        "[...document.querySelectorAll('a[href^=http]')].map(a => "
        "[a.getAttribute('aria-label') || a.innerText || a.querySelector('img').alt, a.href])"
    )
    for name, url in links:
        assert {other for named, other in links if named == name} == {url}, name


@pytest.mark.parametrize("letter", [f"{theme}/rich" for theme in THEMES], indirect=True)
def test_the_logo_of_the_scheme_is_shown_and_the_other_is_not(page, letter, scheme):
    brand = letter.issue.publication.brand
    seen = [image.get_attribute("src") for image in page.query_selector_all("h1 img") if image.is_visible()]
    is_dark = (scheme == "dark") != (letter.theme == BAND)
    assert seen == [brand.dark_logo if is_dark else brand.logo]


@pytest.mark.parametrize("letter", [name for name in EVERY if not name.startswith(COLUMNLESS)], indirect=True)
def test_two_stories_stand_side_by_side_and_on_a_phone_one_below_the_other(page, letter):
    halves = page.query_selector_all(".half")
    for pair in zip(halves[::2], halves[1::2], strict=True):
        at_width(page, DESK)
        one, other = (half.bounding_box() for half in pair)
        assert one["y"] == other["y"]
        assert (one["x"] < other["x"]) == ("right-to-left" not in letter.name)
        at_width(page, PHONE)
        one, other = (half.bounding_box() for half in pair)
        assert (one["x"], one["width"]) == (other["x"], other["width"]) == (20, 335)
        assert one["y"] + one["height"] <= other["y"]


def test_a_button_fills_a_phone(page):
    for button in at_width(page, PHONE).query_selector_all(".button"):
        room = button.evaluate("button => button.parentElement.getBoundingClientRect().width")
        assert button.query_selector("a").bounding_box()["width"] == pytest.approx(room)


@pytest.mark.parametrize("letter", [f"{theme}/rich" for theme in SIZES], indirect=True)
def test_phones_have_narrow_margins_and_smaller_headlines(page, letter):
    def margin_and_size():
        return page.evaluate(
            "(() => { const head = document.querySelector('.headline'), box = document.querySelector('h1'); return "
            "[Math.min(box.getBoundingClientRect().left, window.innerWidth - box.getBoundingClientRect().right), "
            "parseFloat(getComputedStyle(head).fontSize)] })()"
        )

    at_width(page, PHONE)
    on_phone = margin_and_size()
    at_width(page, DESK)
    assert (on_phone, margin_and_size()) == SIZES[letter.theme]
