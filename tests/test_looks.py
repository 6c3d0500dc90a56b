"""The weekly theme in a real browser: nothing cut, nothing sideways, everything legible, nothing fetched."""

import os
import shutil

import pytest
from msgspec import structs

from digest.model import Link
from digest.render.email import render
from digest.render.mergetags import GENERIC, fill
from issues_for_render import FULL, LEAD, QUAYSIDE, make_issue, make_story, quote, said, weekly

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDTHS = [700, 600, 375, 320]

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
HARD = make_story(
    "hard",
    kicker=LONG,
    headline=f"{LONG} https://e.example/{'long-' * 30}",
    standfirst=LONG * 2,
    byline=(LONG, LONG),
    url="https://e.example/",
    read_more="Read every word of this rather long story on our website, all of it, today",
    summary=(LONG * 3,),
    quotes=(quote(LONG * 2, LONG, LONG),),
    related=(Link(title=LONG * 2, url="https://e.example/a"),),
    promos=tuple(structs.replace(told.value, title=LONG) for told in LEAD.promos),
)
ISSUES = {
    "full": structs.replace(FULL, stories=(*FULL.stories, HARD)),
    "bare": make_issue(make_story(), publication=structs.replace(QUAYSIDE, strapline="", boilerplate="")),
    "hard note": make_issue(
        HARD, publication=QUAYSIDE, note=f"# {LONG}\n\n> {LONG}\n\n- {LONG}\n\n`{LONG}`\n\n---"
    ),
    "right to left": structs.replace(
        FULL, publication=structs.replace(QUAYSIDE, language="ar"), day=said(None)
    ),
}

SIDEWAYS = "document.documentElement.scrollWidth - window.innerWidth"
CUT = """() => [...document.querySelectorAll("body *")].filter(element => {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    if (!element.innerText || style.display === "none" || box.height === 0) return false;
    const clips = style.overflowX !== "visible" || style.overflowY !== "visible";
    const spills = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    return box.left < -0.5 || box.right > window.innerWidth + 0.5 || (clips && spills);
}).map(element => element.outerHTML.slice(0, 120))"""
FAINT = """() => {
    const numbers = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
    const seen = colour => { const [, , , alpha = 1] = numbers(colour); return alpha > 0; };
    const light = colour => {
        const [r, g, b] = numbers(colour).map(n => n / 255).map(
            n => n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = element => {
        for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (seen(colour)) return colour;
        }
        return "rgb(255, 255, 255)";
    };
    const faint = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
        const element = text.parentElement, style = getComputedStyle(element);
        if (!text.data.trim() || !element.getClientRects().length || ["STYLE", "TITLE"].includes(element.tagName)) continue;
        const [one, other] = [light(style.color), light(behind(element))].sort((a, b) => b - a);
        const ratio = (one + 0.05) / (other + 0.05);
        if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${style.color} on ${behind(element)}: ${text.data.trim()}`);
    }
    return faint;
}"""


@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM:
        if os.environ.get("CI"):
            pytest.fail("CI must look at the mail: apt-get install chromium")
        pytest.skip("no chromium to look with: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=["light", "dark"])
def scheme(request):
    return request.param


@pytest.fixture(scope="module", params=ISSUES)
def show(request, browser, scheme):
    """Opens the issue at a width; what the page asks for is in `asked`."""
    html = fill(render(ISSUES[request.param], weekly()).html, GENERIC)
    context = browser.new_context(color_scheme=scheme, viewport={"width": 700, "height": 900})
    page = context.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.set_content(html, wait_until="load")
    yield page
    context.close()


def test_nothing_is_cut_and_nothing_scrolls_sideways(show):
    for width in WIDTHS:
        show.set_viewport_size({"width": width, "height": 900})
        assert show.evaluate(SIDEWAYS) <= 0, width
        assert show.evaluate(CUT) == [], width


def test_every_text_is_legible(show):
    assert show.evaluate(FAINT) == []


def test_the_page_is_dark_where_the_reader_wants_it(show, scheme):
    paper = show.evaluate("getComputedStyle(document.querySelector('.paper')).backgroundColor")
    assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(22, 28, 31)"}[scheme]


def test_the_mail_asks_for_nothing(show):
    assert show.asked == []


def test_the_browser_is_in_standards_mode_and_hides_the_preheader(show):
    assert show.evaluate("document.compatMode") == "CSS1Compat"
    assert "railway" not in show.evaluate("document.body.innerText").split("Quayside")[0]


def test_the_contents_lead_to_the_stories(show):
    for link in show.query_selector_all("a[href^='#']"):
        target = link.get_attribute("href")[1:]
        assert show.query_selector(f"[id='{target}']")


def test_phones_have_narrow_margins_and_smaller_headlines(show):
    def left_and_size():
        return show.evaluate(
            "(() => { const head = document.querySelector('.lead'); "
            "return [head.getBoundingClientRect().left, parseFloat(getComputedStyle(head).fontSize)] })()"
        )

    show.set_viewport_size({"width": 375, "height": 900})
    assert left_and_size()[0] == 22
    assert left_and_size()[1] == 27
    show.set_viewport_size({"width": 700, "height": 900})
    assert left_and_size() == [90, 32]
