"""Words that do not stand out from what they are written on."""

import pytest
from msgspec.structs import replace

from digest.model import Brand
from digest.preflight.email.contrast import ROWS
from digest.preflight.email.schemes import DARK, LIGHT, OUTLOOK_DARK, written
from galleys import galley, hits, page
from issues_for_render import FULL, LEAD, QUAYSIDE, make_issue

DARK_STYLE = "<style>@media (prefers-color-scheme: dark) {{ {} }}</style>"


def faint(body, head=""):
    return [hit.message for hit in hits(ROWS, "contrast", galley(page(body, head)))]


def lettering(html, text, scheme=LIGHT):
    tree = galley(html).tree
    return next(each.lettering for each in written(tree, scheme) if each.text == text)


def test_the_good_sample_has_no_faint_words(full):
    assert hits(ROWS, "contrast", full) == []
    assert hits(ROWS, "brand-contrast", full) == []


@pytest.fixture
def full():
    from digest.render.email import render
    from issues_for_render import weekly

    email = render(FULL, weekly())
    return galley(email.html, email.text, issue=FULL)


def test_two_close_colours_of_a_brand_are_told_with_key_and_shade():
    issue = make_issue(LEAD, publication=replace(QUAYSIDE, brand=Brand(muted="#999999")))
    first = hits(ROWS, "brand-contrast", galley(issue=issue))[0]
    assert first.where == "digest.toml: brand.muted"
    assert 'muted = "#' in first.mend


def test_faint_words_are_told_once_for_their_colours_with_their_place():
    grey = '<p style="color:#aaaaaa">Small print</p>'
    (hit,) = hits(ROWS, "contrast", galley(page(f'<div id="story-harbour">{grey}{grey}</div>')))
    assert (hit.story, hit.place) == ("harbour", "story-harbour")
    assert "“Small print” is #aaaaaa on #ffffff in light design" in hit.message


def test_a_pair_that_is_told_of_the_brand_is_not_told_again():
    issue = make_issue(LEAD, publication=replace(QUAYSIDE, brand=Brand(muted="#999999")))
    html = page('<p style="color:#999999">Small print</p>')
    assert hits(ROWS, "contrast", galley(html, issue=issue)) == []


def test_large_letters_need_less():
    grey = "color:#8a8a8a"
    assert faint(f'<p style="{grey};font-size:24px">Large</p>') == []
    assert faint(f'<p style="{grey};font-size:19px;font-weight:700">Bold</p>') == []
    assert faint(f'<p style="{grey};font-size:19px">Not so large</p>')


def test_words_that_nobody_sees_and_dots_are_left_alone():
    assert (
        faint('<div style="display:none;color:#ffffff">Preheader</div><p style="color:#cccccc">·</p>') == []
    )
    assert faint('<p style="color:#ffffff;font-size:0px">Spacer</p>') == []


def test_a_background_lasts_until_another_is_said():
    assert faint('<table bgcolor="#111111"><tr><td><p style="color:#222222">Night</p></td></tr></table>')
    assert faint('<div style="background:#111111"><p style="color:#eeeeee">Night</p></div>') == []


def test_words_over_a_picture_are_not_judged():
    assert faint('<div style="background:url(\'a.png\')"><p style="color:#ffffff">Sky</p></div>') == []


def test_a_link_without_a_colour_is_blue():
    assert lettering(page('<a href="https://q.example/">Go</a>'), "Go").ink == "#0000ee"


def test_dark_rules_hold_in_the_dark_and_there_alone():
    head = DARK_STYLE.format(".words { color: #333333 !important; }")
    html = page('<p class="words" style="color:#111111">Words</p>', head)
    assert [lettering(html, "Words", scheme).ink for scheme in (LIGHT, DARK)] == ["#111111", "#333333"]


def test_dark_paper_under_words_that_stay_dark_is_told():
    head = DARK_STYLE.format("body { background: #111111 !important; }")
    message = faint('<p style="color:#222222">Forgotten</p>', head)[0]
    assert "in dark design" in message


def test_what_a_scheme_alone_shows_is_judged_in_it_alone():
    head = DARK_STYLE.format(".night { display: block !important; }")
    hidden = '<p class="night" style="display:none;color:#dddddd">Night</p>'
    (message,) = faint(hidden, head)
    assert "in dark design" in message


def test_outlooks_own_dark_rules_are_read():
    head = "<style>[data-ogsc] .words { color: #333333 !important; }</style>"
    html = page('<p class="words" style="color:#111111">Words</p>', head)
    assert [lettering(html, "Words", scheme).ink for scheme in (DARK, OUTLOOK_DARK)] == ["#111111", "#333333"]


@pytest.mark.parametrize(
    ("rules", "ink"),
    [
        (".a { color: #010101 !important } p { color: #020202 !important }", "#010101"),
        ("p { color: #010101 } p { color: #020202 !important }", "#020202"),
        ("p { color: #010101 }", "#050505"),
        ("p:hover { color: #010101 !important }", "#050505"),
        ("p::before { color: #010101 !important }", "#050505"),
    ],
)
def test_rules_are_laid_over_the_attribute_in_the_order_of_the_cascade(rules, ink):
    html = page('<p class="a" style="color:#050505">Words</p>', f"<style>{rules}</style>")
    assert lettering(html, "Words").ink == ink


def test_a_colour_that_lets_its_background_through_is_mixed_with_it():
    assert lettering(page('<p style="color:rgba(0,0,0,.5)">Words</p>'), "Words").ink == "#808080"
