"""A letter in a real browser, at four widths: nothing cut, nothing sideways, everything legible."""

from browsing import WIDTHS, at_width, opened
from looking import CUT, FAINT, SIDEWAYS, WORDS, contrasts

STILL_LEGIBLE = 3.0  # of pixels, whose edges are softened; WCAG's 4.5 is asked of the colours themselves


def test_nothing_is_cut_and_nothing_scrolls_sideways(page):
    for width in WIDTHS:
        at_width(page, width)
        assert page.evaluate(SIDEWAYS) <= 0, width
        assert page.evaluate(CUT) == [], width


def test_every_text_is_legible(page):
    assert page.evaluate(FAINT) == []


def test_the_letter_is_dark_where_the_reader_wants_it(page, letter, scheme):
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    brand = letter.issue.publication.brand
    grounds = {"light": (brand.canvas, brand.paper), "dark": (brand.dark_canvas, brand.dark_paper)}
    assert paper in [told(colour) for colour in grounds[scheme]]


def test_the_browser_is_in_standards_mode_and_hides_the_preheader(page, letter):
    assert page.evaluate("document.compatMode") == "CSS1Compat"
    assert not page.evaluate(WORDS).strip().startswith(letter.galley.email.preheader or "\n")


def told(colour):
    """A colour as browsers say it."""
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


# a browser that darkens every page by itself


def forced_dark(page):
    page.context.new_cdp_session(page).send("Emulation.setAutoDarkModeOverride", {"enabled": True})


def test_a_browser_that_forces_the_dark_leaves_ours_as_it_is(browser, letter):
    with opened(browser, letter, "dark") as page:
        ours = page.screenshot()
        forced_dark(page)
        assert page.screenshot() == ours


def test_a_program_that_drops_the_styles_and_forces_the_dark_still_shows_every_word(browser, letter):
    with opened(browser, letter, "dark", scale=2) as page:
        page.evaluate("document.querySelectorAll('style, meta[name*=color]').forEach(each => each.remove())")
        forced_dark(page)
        assert {text: ratio for text, ratio in contrasts(page).items() if ratio < STILL_LEGIBLE} == {}
