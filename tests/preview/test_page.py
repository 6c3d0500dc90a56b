"""The desk's page in a real browser: every view, kept up with the files, findings, evidence, what is taken away."""

import re

import pytest

from desk_browser import BROOK, LEAD, SECOND, change, email, seen


@pytest.mark.parametrize(
    ("address", "width"),
    [
        ("desktop", 700),
        ("tablet", 768),
        ("phone-414", 414),
        ("phone-375", 375),
        ("phone-320", 320),
        ("px-512", 512),
    ],
)
def test_each_width_has_an_address_and_lays_the_email_out_for_it(desk_at, address, width):
    page = desk_at(f"#/{address}")
    seen(page.locator(".paper iframe:not(.is-loading)")).to_be_visible()
    assert email(page).locator("html").evaluate("() => window.innerWidth") == width


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("text", "HARBOUR BOARD CUTS ITS FEES|Harbour board cuts its fees"),
        ("text-phone", "Ida Brandt"),
        ("source", "<!doctype html>|<!DOCTYPE html>"),
        ("reader", "heading 2"),
        ("inbox", "Outlook"),
    ],
)
def test_each_view_of_words_has_an_address(desk_at, address, words):
    page = desk_at(f"#/{address}")
    seen(page.locator("#stage")).to_contain_text(re.compile(words))


def test_schemes_and_pictures_are_chosen_by_links_that_can_be_gone_back_from(page):
    page.get_by_role("link", name="Dark", exact=True).click()
    seen(page).to_have_url(re.compile(r"#/desktop\.dark$"))
    page.get_by_role("link", name="No images").click()
    seen(page).to_have_url(re.compile(r"#/desktop\.dark\.noimages$"))
    page.go_back()
    seen(page.get_by_role("link", name="Dark", exact=True)).to_have_attribute("aria-current", "true")


def test_two_views_stand_side_by_side(page):
    page.get_by_role("link", name="Side by side").click()
    seen(page).to_have_url(re.compile(r"#/desktop/phone-375"))
    seen(page.locator(".pane")).to_have_count(2)
    page.get_by_role("button", name="Close the second view").click()
    seen(page.locator(".pane")).to_have_count(1)


def test_arrow_keys_make_the_email_any_width(page):
    page.get_by_role("separator", name="Width of the email").press("ArrowLeft")
    seen(page).to_have_url(re.compile("#/px-690"))


def test_a_saved_file_is_on_screen_without_losing_the_place(page, week):
    ferry = email(page).get_by_role("heading", name=SECOND)
    ferry.scroll_into_view_if_needed()
    before = ferry.evaluate("element => element.getBoundingClientRect().top")
    change(
        week, 'source = "sources/fees.txt"', 'source = "sources/fees.txt"\nstandfirst = "A much longer word."'
    )
    seen(email(page).locator("body")).to_contain_text("A much longer word.")
    assert abs(ferry.evaluate("element => element.getBoundingClientRect().top") - before) < 2


def test_a_broken_file_is_told_over_the_last_good_version_and_goes_by_itself(page, week):
    change(week, "number = 4", "number = four")
    seen(page.get_by_role("alert").first).to_contain_text("issue.toml")
    seen(page.get_by_role("alert").first).to_contain_text("line 2")
    seen(email(page).get_by_role("heading", name=LEAD)).to_be_visible()
    change(week, "number = four", "number = 5")
    seen(page.locator("#problems")).to_be_empty()
    seen(page.locator("#top")).to_contain_text("No. 5")


def test_a_finding_shows_its_place(page, week):
    change(
        week, 'source = "sources/ferry.txt"', 'source = "sources/ferry.txt"\nurl = "http://localhost/ferry"'
    )
    found = page.locator(".finding button.point", has_text="localhost").first
    found.click()
    marked = email(page).locator("[data-desk-mark]")
    seen(marked).to_contain_text(SECOND)
    assert LEAD not in marked.inner_text()


def test_a_line_of_the_email_shows_who_decided_it_and_where_it_stands(page):
    email(page).get_by_text("We listened to the small boats").click()
    panel = page.get_by_role("tabpanel", name="Evidence")
    seen(panel).to_contain_text("Drawn from the article, word for word.")
    seen(panel.locator("mark.is-words").first).to_have_text(BROOK)
    seen(panel.locator("mark.is-witness", has_text="Ada Brook").first).to_be_visible()


def test_a_link_of_the_email_leads_nowhere(page):
    email(page).locator("a[href^='https']").first.click()
    seen(email(page).get_by_role("heading", name=LEAD)).to_be_visible()


def test_the_email_is_copied_and_taken_away(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_text("Take away").click()
    page.get_by_role("button", name="Copy HTML").click()
    seen(page.locator("#said")).to_contain_text("copied")
    assert "<html" in page.evaluate("() => navigator.clipboard.readText()")
    page.get_by_text("Take away").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download .eml").click()
    assert download.value.suggested_filename == "week.eml"


def test_the_check_is_run_and_summed_up(page):
    page.get_by_role("button", name="Check").click()
    seen(page.locator("#said")).to_contain_text(re.compile(r"Checked: \d+ errors?"))


def test_an_article_cannot_bring_markup_onto_the_desk(desk_at, week):
    nasty = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    change(week, 'kicker = "Ports"', f"kicker = '{nasty}'")
    page = desk_at("#/desktop?panel=story")
    seen(page.locator("#stories .kicker").first).to_have_text(nasty)
    assert page.locator("#stories img, #side img, #side script").count() == 0
    assert page.title() == "Quayside: digest desk"
