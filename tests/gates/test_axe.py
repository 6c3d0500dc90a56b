"""axe finds nothing in a letter that would keep somebody from reading it, in light and in dark."""

from axe_playwright_python.sync_playwright import Axe

EXEMPT = {"landmark-one-main", "region"}  # webmail has landmarks of its own, and a letter stands within one


def test_everybody_can_read_the_letter(page):
    found = Axe().run(page, options={"resultTypes": ["violations"], "preload": False}).response["violations"]
    told = {
        rule["id"]: [f"{node['html'][:200]}: {node['failureSummary']}" for node in rule["nodes"]]
        for rule in found
        if rule["id"] not in EXEMPT
    }
    assert told == {}
