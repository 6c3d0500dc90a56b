"""What the desk's page offers beyond an article's words: design, wishes, sponsor, lists, pictures."""

import re

from desk_browser import LEAD, change, email, keep, seen, toml


def told(page, words):
    """It is said that something was changed."""
    seen(page.locator("#said .is-changed")).to_contain_text(words)


def test_the_theme_is_chosen_and_given_back(page, week):
    page.get_by_role("tab", name="Issue").click()
    page.get_by_label("Theme").select_option("bulletin")
    told(page, "Theme")
    assert 'theme = "bulletin"' in toml(week)
    page.get_by_role("button", name="Reset theme to what is usual").click()
    told(page, "given back")
    assert "theme" not in toml(week)


def test_all_summaries_and_one_are_made_as_wished(page, week):
    page.get_by_role("tab", name="Issue").click()
    page.get_by_label("Summaries").select_option("1 sentence")
    told(page, "Summary length")
    page.get_by_role("tab", name="Story").click()
    seen(page.get_by_label("Length", exact=True)).to_have_value("1")
    seen(page.get_by_label("Sentence 2")).to_have_count(0)
    page.get_by_label("Length", exact=True).select_option("2 sentences")
    seen(page.get_by_label("Sentence 2")).to_have_count(1)
    page.get_by_role("tabpanel", name="Story").get_by_label("Set as").select_option("Bullet points")
    told(page, "Summary style")
    assert re.search(r"(?sm)^summary_length = 1$.*^summary_length = 2$.*^summary_style", toml(week))


def test_a_sponsor_is_named_and_taken_out(page, week):
    page.get_by_role("tab", name="Issue").click()
    page.get_by_text("Sponsor", exact=True).click()
    sponsor = page.locator("details", has=page.get_by_text("Sponsor", exact=True))
    sponsor.get_by_label("Address").fill("https://quaybank.example")
    keep(page, "Name", "Quay Bank")
    seen(email(page).locator("body")).to_contain_text("Quay Bank")
    assert 'url = "https://quaybank.example"' in toml(week)
    page.get_by_role("button", name="Take out the sponsor").click()
    told(page, "Sponsor taken out")
    assert "Quay Bank" not in toml(week)


def test_a_diary_is_begun_and_written(page, week):
    page.get_by_role("tab", name="Issue").click()
    page.get_by_text("Diary, jobs and other lists").click()
    page.get_by_label("Title of a new list").fill("Diary")
    page.get_by_role("button", name="Add a list").click()
    page.get_by_text("Add a line").click()
    page.get_by_label("What", exact=True).fill("Harbour open day")
    page.get_by_label("When", exact=True).fill("2026-12-05")
    page.get_by_role("button", name="Add line").click()
    seen(email(page).locator("body")).to_contain_text("Harbour open day")
    assert "when = 2026-12-05" in toml(week)
    keep(page, "What: Harbour open day", "Open day")
    seen(page.get_by_label("What: Open day")).to_be_visible()
    assert 'title = "Open day"' in toml(week)
    page.get_by_role("button", name="Drop: Open day").click()
    seen(page.get_by_label("What: Open day")).to_have_count(0)


def test_a_promo_that_no_page_has_is_added(page, week):
    page.get_by_role("tab", name="Story").click()
    page.get_by_text("Add a promo").click()
    page.get_by_label("Words of the promo").fill("Podcast: the harbour at night")
    page.locator("[data-key=promo-kind]").select_option("podcast")
    page.get_by_role("button", name="Add promo").click()
    seen(email(page).locator("body")).to_contain_text("the harbour at night")
    assert 'kind = "podcast"' in toml(week)


def test_a_picture_is_given_and_taken_out(page, week):
    page.get_by_role("tab", name="Story").click()
    page.locator("[data-key=part-picture] summary").click()
    keep(page, "Or its address", "https://quayside.example/boat.jpg")
    seen(email(page).locator("img[src$='boat.jpg']")).to_have_count(1)
    keep(page, "In words, for those who do not see it", "A boat at the quay")
    seen(email(page).get_by_alt_text("A boat at the quay")).to_have_count(1)
    page.get_by_role("button", name="No picture").click()
    seen(email(page).get_by_alt_text("A boat at the quay")).to_have_count(0)
    assert "image = false" in toml(week)


def test_a_quotation_is_taken_out_and_shown_again_by_clicking_it(page):
    page.get_by_role("tab", name="Story").click()
    page.get_by_text("Choose quotations in the article").click()
    first = page.locator("[data-key=quotes-source] .passage").first
    words = first.inner_text().strip('“”", ')
    shown = page.locator(".quotes blockquote", has_text=words)
    seen(shown).to_have_count(1)
    first.click()
    seen(shown).to_have_count(0)
    seen(first).to_have_attribute("aria-pressed", "false")
    first.click()
    seen(shown).to_have_count(1)


def test_no_word_of_the_machine_stands_on_the_desk(page, week):
    change(week, 'source = "sources/ferry.txt"', 'source = "sources/ferry.txt"\nbyline = []\nstandfirst = ""')
    email(page).get_by_text("We listened to the small boats").click()
    page.locator("mark").first.wait_for()
    for tab in ("Evidence", "Story", "Issue", "Findings"):
        page.get_by_role("tab", name=tab).click()
        page.wait_for_timeout(200)
        said = page.evaluate(
            "() => [...document.querySelectorAll('body *')].flatMap(e => [...e.childNodes]).filter(n => n.nodeType === 3).map(n => n.data.trim())"
        )
        assert not {"false", "true", "null", "undefined", "NaN", "[object Object]"} & set(said)
    seen(page.locator("#stories")).to_contain_text(LEAD)
