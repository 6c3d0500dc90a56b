"""The desk's page by keyboard alone, with a screen reader (axe), on a phone."""

import pytest

from desk_browser import LEAD, NARROW, email, flaws, seen
from pasted import CRANES

PLACES = [
    "#/desktop", "#/desktop/phone-375.dark?panel=story", "#/inbox?panel=issue", "#/reader/source", "#/text?panel=story",
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", PLACES)
def test_everybody_can_work_at_the_desk(desk_at, place, scheme):
    page = desk_at(place, scheme=scheme)
    page.wait_for_timeout(300)
    assert flaws(page) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_see_the_evidence_and_add_an_article(page, scheme):
    page.emulate_media(color_scheme=scheme)
    email(page).get_by_text("We listened to the small boats").click()
    page.locator("mark").first.wait_for()
    assert flaws(page) == {}
    page.get_by_role("button", name="Add an article").click()
    page.get_by_label("The page, pasted").fill(CRANES)
    assert flaws(page) == {}
    page.get_by_role("button", name="Read it").click()
    page.locator(".understood").wait_for()
    assert flaws(page) == {}


@pytest.mark.parametrize("room", ["Stories", "Email", "Desk"])
def test_a_phone_shows_one_part_at_a_time_with_nothing_sideways(desk_at, room):
    page = desk_at("#/phone-375?panel=story", viewport=NARROW)
    page.get_by_role("navigation", name="Parts of the desk").get_by_role("button", name=room).click()
    page.wait_for_timeout(300)
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    sideways = "() => [...document.querySelectorAll('#side .panel, #stories, #top')].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.id)"
    assert page.evaluate(sideways) == []
    assert flaws(page) == {}


def test_everything_on_the_desk_is_reached_with_the_tab_key(page):
    page.get_by_role("tab", name="Story").click()
    page.locator("body").press("Home")
    page.evaluate("() => document.activeElement.blur()")
    reached = set()
    for _ in range(140):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "() => document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim().slice(0, 40) || document.activeElement.dataset.key || ''"
            )
        )
    wanted = {
        "Check",
        "Add an article",
        LEAD,
        "Desktop",
        "Dark",
        "Side by side",
        "Width of the email",
        "Story",
        f"Move down: {LEAD}",
    }
    assert wanted <= reached


def test_the_focus_stays_by_what_was_changed_though_it_is_gone(page):
    page.get_by_role("tab", name="Story").click()
    dropped = page.locator(".quotes .entry-of").last.get_by_role("button", name="Drop:")
    dropped.focus()
    dropped.press("Enter")
    seen(page.locator("#said .is-changed")).to_be_visible()
    seen(page.locator("[data-key=part-quotes] > summary")).to_be_focused()
