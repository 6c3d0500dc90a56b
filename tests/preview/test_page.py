"""The desk's page in a real browser, on a desk that is served as editors serve it."""

import os
import re
import shutil

import pytest

from pasted import CRANES

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
LEAD, SECOND = "Harbour board cuts its fees", "Ferry timetable loses its last boat"
BROOK = "We listened to the small boats and we have acted on what they told us,"


@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM:
        told = "chromium is not installed: bash tests/setup"
        pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def sit_down(browser, served):
    """Opens the desk in a browser of its own; nothing may go wrong in its scripts."""
    contexts, wrong = [], []

    def opened(at="", viewport=WIDE, scheme="light"):
        context = browser.new_context(viewport=viewport, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.set_default_timeout(8000)
        page.goto(served)
        page.goto(f"{page.url.partition('#')[0]}{at}")
        page.locator("#stories .headline").nth(1).wait_for(state="attached")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def page(sit_down):
    page = sit_down()
    email(page).get_by_role("heading", name=LEAD).wait_for()
    return page


def email(page, pane=0):
    return page.frame_locator(
        ".pane:nth-of-type(1) iframe:not(.is-loading)" if not pane else ".pane ~ .pane iframe"
    )


def seen(locator):
    from playwright.sync_api import expect

    return expect(locator)


def toml(week):
    return (week / "issue.toml").read_text()


def change(week, old, new):
    text = toml(week)
    assert old in text
    (week / "issue.toml").write_text(text.replace(old, new))


def keep(page, label, text, *, exact=True):
    """Types into a field and keeps it with Enter; waits until it was said to be done."""
    field = page.get_by_label(label, exact=exact)
    field.fill(text)
    field.press("Enter")
    seen(page.locator("#said .is-changed")).to_be_visible()


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
def test_each_width_has_an_address_and_lays_the_email_out_for_it(sit_down, address, width):
    page = sit_down(f"#/{address}")
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
def test_each_view_of_words_has_an_address(sit_down, address, words):
    page = sit_down(f"#/{address}")
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
    seen(page.locator("li.line.is-decided")).to_have_count(1)


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
    seen(page.locator("dialog")).to_contain_text("Theirs")
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


def test_two_desks_see_each_others_changes(sit_down):
    one, other = sit_down("#/desktop?panel=story"), sit_down("#/desktop?panel=story")
    keep(one, "Kicker", "Fees")
    seen(other.get_by_label("Kicker", exact=True)).to_have_value("Fees")


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


def test_an_article_cannot_bring_markup_onto_the_desk(sit_down, week):
    nasty = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    change(week, 'kicker = "Ports"', f"kicker = '{nasty}'")
    page = sit_down("#/desktop?panel=story")
    seen(page.locator("#stories .kicker").first).to_have_text(nasty)
    assert page.locator("#stories img, #side img, #side script").count() == 0
    assert page.title() == "Quayside: digest desk"


PLACES = [
    "#/desktop", "#/desktop/phone-375.dark?panel=story", "#/inbox?panel=issue", "#/reader/source", "#/text?panel=story",
]  # fmt: skip


def flaws(page):
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })")
    options = {"resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    return {
        rule["id"]: [f"{node['html'][:160]}: {node['failureSummary']}" for node in rule["nodes"]]
        for rule in found
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", PLACES)
def test_everybody_can_work_at_the_desk(sit_down, place, scheme):
    page = sit_down(place, scheme=scheme)
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
def test_a_phone_shows_one_part_at_a_time_with_nothing_sideways(sit_down, room):
    page = sit_down("#/phone-375?panel=story", viewport=NARROW)
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
