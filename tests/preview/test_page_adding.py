"""Articles brought to the desk's page as files that are dropped and as addresses."""

import json

from desk_browser import seen
from pasted import CRANES

DROP = """(files) => {
  const carried = new DataTransfer();
  for (const [name, text] of files) carried.items.add(new File([text], name, { type: "text/plain" }));
  const dropped = new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true });
  document.querySelector("#stage").dispatchEvent(dropped);
}"""
PILOTS = CRANES.replace("Crane drivers go back to work", "Pilots go back to sea")


def test_files_that_are_dropped_are_read_one_after_the_other(page, week):
    page.evaluate(DROP, [["cranes.txt", CRANES], ["pilots.txt", PILOTS]])
    seen(page.locator(".understood")).to_contain_text("Crane drivers go back to work")
    page.get_by_role("button", name="Add to the issue").click()
    seen(page.locator(".understood")).to_contain_text("Pilots go back to sea")
    page.get_by_role("button", name="Add to the issue").click()
    seen(page.locator("dialog[open]")).to_have_count(0)
    seen(page.locator("li.story")).to_have_count(4)
    assert (week / "sources" / "pilots.txt").read_text() == PILOTS


def test_a_file_is_chosen(page):
    page.get_by_role("button", name="Add an article").click()
    page.get_by_label("Or a file").set_input_files(
        {"name": "cranes.txt", "mimeType": "text/plain", "buffer": CRANES.encode()}
    )
    seen(page.locator(".understood")).to_contain_text("Crane drivers go back to work")


def test_an_address_on_a_private_network_is_refused_in_the_box(page, served):
    page.get_by_role("button", name="Add an article").click()
    page.get_by_label("Or its address").fill(served.partition("?")[0])
    page.get_by_role("button", name="Read it").click()
    seen(page.locator("dialog").get_by_role("alert")).to_contain_text("not on the open web")


def test_an_address_is_asked_for_and_what_it_brings_is_added(page):
    """The desk reaches no web here: the page's question is passed on with the text the address has."""
    asked = []

    def web(route):
        asked.append(json.loads(route.request.post_data))
        route.continue_(post_data=json.dumps({"text": CRANES}))

    page.route("**/api/capture", web)
    page.get_by_role("button", name="Add an article").click()
    page.get_by_label("Or its address").fill("https://quayside.example/cranes")
    page.get_by_label("Or its address").press("Enter")
    seen(page.locator(".understood")).to_contain_text("Crane drivers go back to work")
    page.get_by_role("button", name="Add to the issue").click()
    seen(page.locator("li.story")).to_have_count(3)
    assert asked == [{"url": "https://quayside.example/cranes"}]
