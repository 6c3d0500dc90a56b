"""The desk in a browser, as tests look at it and type into it."""

WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
LEAD, SECOND = "Harbour board cuts its fees", "Ferry timetable loses its last boat"
BROOK = "We listened to the small boats and we have acted on what they told us,"


def email(page):
    """The email in the first view, as it is seen."""
    return page.frame_locator(".pane iframe:not(.is-loading)").first


def seen(locator):
    """What is expected of a part of the page, before long: a busy machine may take its time."""
    from playwright.sync_api import expect

    expect.set_options(timeout=20_000)
    return expect(locator)


def toml(week):
    return (week / "issue.toml").read_text()


def change(week, old, new):
    """Changes issue.toml as an editor does who saves it elsewhere."""
    text = toml(week)
    assert old in text
    (week / "issue.toml").write_text(text.replace(old, new))


def keep(page, label, text):
    """Types into a field and keeps it with Enter; waits until it was said to be done."""
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Enter")
    seen(page.locator("#said .is-changed")).to_be_visible()


def flaws(page, part=None):
    """What axe finds on the desk or a part of it, with everything unfolded that can be."""
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true })")
    options = {"resultTypes": ["violations"], "preload": False}
    found = Axe().run(page, context=part, options=options).response["violations"]
    return {
        rule["id"]: [f"{node['html'][:160]}: {node['failureSummary']}" for node in rule["nodes"]]
        for rule in found
    }
