"""Everything an editor can change on the desk's page, in a real browser, down to the letters in issue.toml."""

import re

from desk_browser import LEAD, SECOND, change, email, keep, seen, toml
from pasted import CRANES


def test_stories_are_moved_by_buttons_by_keys_and_by_dragging(page, week):
    lead = page.locator("#stories .headline").first
    page.get_by_role("button", name=f"Move down: {LEAD}").click()
    seen(lead).to_have_text(SECOND)
    lead.press("Alt+ArrowDown")
    seen(lead).to_have_text(LEAD)
    page.locator("li.story").nth(1).drag_to(page.locator("li.story").first, target_position={"x": 60, "y": 4})
    seen(lead).to_have_text(SECOND)
    assert toml(week).index("ferry.txt") < toml(week).index("fees.txt")
    assert "# a word above" in toml(week)


def test_a_story_is_taken_out_and_comes_back(page):
    page.locator("li.story").nth(1).hover()
    page.get_by_role("button", name=f"Take out: {SECOND}").click()
    seen(page.locator("li.story")).to_have_count(1)
    page.locator("#top").get_by_role("button", name="Undo").click()
    seen(page.locator("li.story")).to_have_count(2)


def test_a_headline_is_changed_undone_and_done_again(page, week):
    page.get_by_role("tab", name="Story").click()
    keep(page, "Headline", "Cheaper berths")
    seen(email(page).get_by_role("heading", name="Cheaper berths")).to_be_visible()
    assert 'headline = "Cheaper berths"' in toml(week)
    page.locator("#stories .headline").first.focus()
    page.keyboard.press("Control+z")
    seen(email(page).get_by_role("heading", name=LEAD)).to_be_visible()
    page.keyboard.press("Control+Shift+z")
    seen(email(page).get_by_role("heading", name="Cheaper berths")).to_be_visible()
    page.get_by_role("button", name="Reset headline to what the article says").click()
    seen(email(page).get_by_role("heading", name=LEAD)).to_be_visible()


def test_a_change_is_shown_as_a_diff(page):
    page.get_by_role("tab", name="Story").click()
    keep(page, "Kicker", "Fees")
    page.get_by_role("button", name="Show diff").click()
    seen(page.locator("dialog .is-added")).to_contain_text('kicker = "Fees"')
    page.keyboard.press("Escape")
    seen(page.locator("dialog[open]")).to_have_count(0)


def test_a_sentence_is_put_into_the_summary_by_clicking_it(page, week):
    page.get_by_role("tab", name="Story").click()
    page.get_by_text("Choose in the article").click()
    skippers = page.locator(".passage", has_text="Skippers had asked for a cut since the spring")
    chosen = skippers.get_attribute("aria-pressed")
    skippers.click()
    seen(skippers).to_have_attribute("aria-pressed", "false" if chosen == "true" else "true")
    assert ("Skippers had asked" in toml(week)) == (chosen == "false")


def test_a_speaker_is_corrected(page, week):
    page.get_by_role("tab", name="Story").click()
    page.get_by_label("Speaker").first.fill("Adele Brook")
    page.get_by_label("Speaker").first.press("Enter")
    seen(email(page).locator("body")).to_contain_text("Adele Brook")
    assert 'speaker = "Adele Brook"' in toml(week)


def test_words_nobody_said_are_refused_and_the_nearest_passage_is_offered(page, week):
    page.get_by_role("tab", name="Story").click()
    page.get_by_text("Type a quotation").click()
    page.get_by_label("Word for word as in the article").fill(
        "Nobody should ever leave home waters over a bill"
    )
    page.get_by_role("button", name="Add quotation").click()
    seen(page.locator(".nearest")).to_contain_text("home waters over a bill")
    seen(page.locator("#said .is-refused")).to_be_visible()
    assert "home waters" not in toml(week)


def test_a_related_headline_gets_its_address(page, week):
    page.get_by_role("tab", name="Story").click()
    field = page.get_by_label("Address of Why do the cranes stand still?")
    field.fill("https://quayside.example/cranes")
    field.press("Enter")
    seen(page.locator("#said .is-changed")).to_be_visible()
    assert "https://quayside.example/cranes" in toml(week)


def test_a_promo_moves_to_another_story(page):
    page.get_by_role("tab", name="Story").click()
    page.get_by_label("Stands with").select_option(label=SECOND)
    seen(page.locator("#said .is-changed")).to_contain_text("moved to another story")
    seen(page.get_by_label("Stands with")).to_have_count(0)


def test_a_line_is_taken_for_something_else(page, week):
    page.get_by_role("tab", name="Story").click()
    page.get_by_text("The page, line by line").click()
    page.get_by_label("Line 14 is").select_option("body")
    seen(page.locator("#said .is-changed")).to_contain_text("taken for body")
    assert re.search(r'14 = "body"', toml(week))
    seen(page.locator(".is-assigned li.line.is-decided")).to_have_count(1)


def test_subject_and_preheader_are_counted_while_they_are_typed(page, week):
    page.get_by_role("tab", name="Issue").click()
    page.get_by_label("Subject", exact=True).fill("Fees fall")
    seen(page.locator(".counter").first).to_have_text("9 of 35–60")
    page.keyboard.press("Escape")
    page.locator(".suggested").first.get_by_role("button").first.click()
    seen(page.locator("#said .is-changed")).to_contain_text("Subject")
    assert "subject = " in toml(week)


def test_a_pasted_page_is_shown_as_it_was_read_and_then_added(page, week):
    page.get_by_role("button", name="Add an article").click()
    page.get_by_label("The page, pasted").fill(CRANES)
    page.get_by_role("button", name="Read it").click()
    seen(page.locator(".understood")).to_contain_text("Crane drivers go back to work")
    promo = page.locator("dialog li.line.is-promo select")
    seen(promo).to_have_count(1)
    promo.select_option("body")
    seen(page.locator("dialog li.line.is-promo")).to_have_count(0)
    page.get_by_role("button", name="Add to the issue").click()
    seen(page.locator("li.story")).to_have_count(3)
    seen(page.locator("dialog[open]")).to_have_count(0)
    assert (week / "sources" / "crane-drivers-go-back-to-work.txt").read_text() == CRANES


def test_what_is_no_article_is_refused_in_the_box(page):
    page.get_by_role("button", name="Add an article").click()
    page.get_by_label("The page, pasted").fill("x")
    page.get_by_role("button", name="Read it").click()
    seen(page.locator("dialog").get_by_role("alert")).not_to_be_empty()


def test_a_change_made_elsewhere_meanwhile_is_shown_and_can_be_chosen(page, week):
    page.get_by_role("tab", name="Story").click()
    field = page.get_by_label("Kicker", exact=True)
    field.fill("Mine")
    page.route("**/api/state", lambda route: route.abort())  # the page has not heard of it yet
    change(week, 'kicker = "Ports"', 'kicker = "Theirs"')
    page.wait_for_timeout(300)
    field.press("Enter")
    seen(page.locator("dialog[open]")).to_contain_text("Theirs")
    page.unroute("**/api/state")
    page.get_by_role("button", name="Make my change on the newer file").click()
    seen(page.locator("#stories .kicker").first).to_have_text("Mine")
    assert 'kicker = "Mine"   # a word above' in toml(week)


def test_what_is_being_typed_stays_when_the_issue_changes(page, week):
    page.get_by_role("tab", name="Story").click()
    page.get_by_label("Headline", exact=True).fill("Half a head")
    change(week, "number = 4", "number = 6")
    change(week, 'kicker = "Ports"', 'kicker = "Quays"')
    seen(page.get_by_label("Kicker", exact=True)).to_have_value("Quays")
    seen(page.get_by_label("Headline", exact=True)).to_have_value("Half a head")
    seen(page.get_by_label("Headline", exact=True)).to_be_focused()


def test_two_desks_see_each_others_changes(desk_at):
    one, other = desk_at("#/desktop?panel=story"), desk_at("#/desktop?panel=story")
    keep(one, "Kicker", "Fees")
    seen(other.get_by_label("Kicker", exact=True)).to_have_value("Fees")
