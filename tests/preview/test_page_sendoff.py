"""Proof and hand-off at the desk's page, by keyboard, and by those who do not see it or have a small window."""

import pytest

from desk_browser import NARROW, SECOND, WIDE, change, email, flaws, seen

BROKEN = ('source = "sources/ferry.txt"', 'source = "sources/ferry.txt"\nurl = "http://localhost/ferry"')


@pytest.fixture(autouse=True)
def _patience():
    """What is asked here runs every check and asks a provider, which takes its time on a busy machine."""
    from playwright.sync_api import expect

    expect.set_options(timeout=20_000)
    yield
    expect.set_options(timeout=5_000)


def press(page, name):
    """Presses a button of the box by keyboard alone."""
    button = page.locator("dialog[open]").get_by_role("button", name=name)
    button.wait_for()
    for _ in range(40):
        if button.evaluate("element => element === document.activeElement"):
            return page.keyboard.press("Enter")
        page.keyboard.press("Tab")
    raise AssertionError(f"{name} is not reached with the Tab key")


def opened(page, name):
    """The box behind a button of the top bar, opened by keyboard."""
    page.locator("#top").get_by_role("button", name=name).press("Enter")
    return page.locator("dialog[open]")


def test_an_issue_is_handed_over_twice_by_keyboard_and_what_was_changed_there_is_shown(mailchimp, week, page):
    box = opened(page, "Hand off…")
    seen(box).to_contain_text("a new draft will be made")
    seen(box).to_contain_text("Nothing here mails readers")
    press(page, "Make the draft at Mailchimp")
    seen(box.get_by_role("status")).to_have_text("Done. Nothing was sent to readers.")
    seen(box.get_by_role("link", name="Open the draft at Mailchimp")).to_have_attribute("target", "_blank")
    page.keyboard.press("Escape")
    seen(page.locator("dialog[open]")).to_have_count(0)
    seen(page.get_by_role("button", name="Hand off…")).to_be_focused()

    (draft,) = mailchimp.drafts
    mailchimp.edit(draft, subject="Fog over the fees")
    change(week, 'kicker = "Ports"', 'kicker = "Quays"')
    opened(page, "Hand off…")
    seen(box.locator(".changed-there")).to_contain_text("Fog over the fees")
    press(page, "Overwrite the draft at Mailchimp")
    seen(box.get_by_role("alert")).to_contain_text("may be overwritten")
    tick = box.get_by_label("Overwrite what was changed there")
    seen(tick).to_be_focused()
    assert mailchimp.held(draft)["subject"] == "Fog over the fees"
    tick.press("Space")
    press(page, "Overwrite the draft at Mailchimp")
    seen(box.get_by_role("heading", name="brought the draft up to date")).to_be_focused()
    assert mailchimp.drafts == [draft]
    assert "Quays" in mailchimp.held(draft)["html"]


def test_what_stands_against_it_leads_to_its_place(mailchimp, week, page):
    change(week, *BROKEN)
    box = opened(page, "Hand off…")
    seen(box.get_by_role("status")).to_contain_text("before this is mended")
    seen(box.get_by_role("button", name="Make the draft")).to_have_count(0)
    press(page, "localhost")
    seen(page.locator("dialog[open]")).to_have_count(0)
    seen(email(page).locator("[data-desk-mark]")).to_contain_text(SECOND)
    assert mailchimp.requests == []


def test_an_issue_that_changes_under_the_box_is_shown_again(mailchimp, week, page):
    box = opened(page, "Hand off…")
    box.get_by_role("button", name="Make the draft").wait_for()
    change(week, 'source = "sources/fees.txt"', 'source = "sources/fees.txt"\nheadline = "Cheaper berths"')
    press(page, "Make the draft at Mailchimp")
    seen(box.get_by_role("alert")).to_contain_text("was changed since this was shown")
    seen(box.locator(".slip")).to_contain_text("Cheaper berths")
    assert mailchimp.changes == []


def test_a_refusal_stands_in_the_box_with_what_to_do(mailchimp, monkeypatch, request):
    monkeypatch.setenv("DIGEST_MAILCHIMP_KEY", "a-wrong-key-us7")
    page = request.getfixturevalue("page")
    box = opened(page, "Hand off…")
    seen(box.get_by_role("alert")).to_contain_text("digest login mailchimp")
    assert "a-wrong-key" not in page.content()
    seen(box.get_by_role("button", name="Try again")).to_be_visible()
    assert mailchimp.changes == []


def test_a_proof_is_sent_and_its_addresses_are_remembered(inbox, page):
    box = opened(page, "Proof…")
    seen(box.get_by_label("Colleagues' addresses")).to_be_focused()
    page.keyboard.type("ada@quay.example, reader@elsewhere.example")
    page.keyboard.press("Enter")
    seen(box.get_by_role("alert")).to_contain_text("reader@elsewhere.example")
    box.get_by_label("Colleagues' addresses").fill("ada@quay.example, ben@quay.example")
    page.keyboard.press("Enter")
    seen(box.locator(".slip")).to_contain_text("[PROOF] Harbour board cuts its fees")
    press(page, "Send it to 2 addresses")
    seen(box.get_by_role("status")).to_have_text("Accepted for 1 of 2 addresses.")
    seen(box.locator(".came")).to_contain_text("ben@quay.example")
    assert [got for _, got, *_ in inbox.taken] == [("ada@quay.example",)]
    page.keyboard.press("Escape")
    opened(page, "Proof…")
    seen(box.get_by_label("Colleagues' addresses")).to_have_value("ada@quay.example")


def test_where_nothing_is_set_up_it_is_told_what_to_write(desk_at):
    page = desk_at("#/desktop", viewport=NARROW)
    box = opened(page, "Hand off…")
    seen(box).to_contain_text('provider = "mailchimp"')
    seen(box).to_contain_text("digest export week")
    page.keyboard.press("Escape")
    opened(page, "Proof…")
    seen(box).to_contain_text("proof_to")
    assert flaws(page, "dialog[open]") == {}


@pytest.mark.usefixtures("inbox")
def test_everybody_can_send_a_proof_and_hand_over(mailchimp, week, monkeypatch, request):
    monkeypatch.setenv("DIGEST_RESEND_KEY", "another")
    page = request.getfixturevalue("page")
    box = opened(page, "Hand off…")
    press(page, "Make the draft")
    box.get_by_role("link", name="Open the draft").wait_for()
    page.keyboard.press("Escape")
    mailchimp.edit(mailchimp.drafts[0], subject="Fog")
    opened(page, "Hand off…")
    box.locator(".changed-there").wait_for()
    looked_at_by_everybody(page)
    asked = len(mailchimp.requests)
    box.get_by_label("Provider").select_option("Resend")
    seen(box.get_by_role("button", name="Show what will be done")).to_be_visible()
    assert len(mailchimp.requests) == asked
    page.keyboard.press("Escape")
    change(week, *BROKEN)
    opened(page, "Hand off…")
    box.locator(".against").first.wait_for()
    looked_at_by_everybody(page)
    page.keyboard.press("Escape")
    opened(page, "Proof…")
    box.get_by_label("Colleagues' addresses").fill("ada@quay.example")
    press(page, "Show what will be sent")
    box.locator(".slip").wait_for()
    looked_at_by_everybody(page)


def looked_at_by_everybody(page):
    """The open box has no flaw, wide and narrow, light and dark, and nothing stands out of it sideways."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for size in (WIDE, NARROW):
            page.set_viewport_size(size)
            assert flaws(page, "dialog[open]") == {}, (scheme, size)
            assert page.locator("dialog[open]").evaluate("box => box.scrollWidth - box.clientWidth") <= 0
            assert page.locator("#top").evaluate("top => top.scrollWidth - top.clientWidth") <= 0
    page.set_viewport_size(WIDE)
