"""A web version says nothing to one reader only, and all else it says as the email does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.mergetags.neutral import merge
from digest.outward.webpage import address_in, published_page, web_page
from digest.render.email import render
from issues_for_render import FULL, block, theme_with, weekly

LEAVE, LOOK = merge("unsubscribe"), merge("view_in_browser")
PAGE = "<!DOCTYPE html><html><head><title>Cranes</title></head><body><p>Hi</p></body></html>"


def shown(html, address=()):
    return web_page(html, address)


def published(html=PAGE, **other):
    told = {"title": "T", "description": "D", "address": "https://a.example/b/", "feed": "../atom.xml"}
    return published_page(html, **{**told, **other})


@pytest.mark.parametrize(
    ("html", "left"),
    [
        (f'<p>A <a href="{LEAVE}">Leave</a> B</p>', "<p>A  B</p>"),
        (f'<p>A · <a class="x" title="a > b" href="{LEAVE}"><b>Leave</b> us</a> · B</p>', "<p>A · B</p>"),
        (f'<p><a href="{LEAVE}">Leave</a> · <a href="{LOOK}">Look</a> | B</p>', "<p>B</p>"),
        (f'<p>A &middot; <a href="{LEAVE}">Leave</a>&nbsp;&bull; <a href="{LOOK}">Look</a></p>', "<p>A</p>"),
        (f'<div><p class="s"><a href="{LEAVE}">Leave</a> · <a href="{LOOK}">Look</a></p></div>', "<div></div>"),
        (f'<ul><li><a href="{LEAVE}">Leave</a></li><li>B</li></ul>', "<ul><li>B</li></ul>"),
        (f'<a href="https://x.example/?who={merge("email")}">Your page</a>!', "!"),
        (f'<img alt="" src="https://x.example/?who={merge("email")}" />', ""),
        (f"<p>Dear {merge('first_name', 'friend')} at {merge('email')}.</p>", "<p>Dear friend at .</p>"),
        (f"<!--[if mso]><v:rect href='{LEAVE}'></v:rect><![endif]-->", "<!--[if mso]><v:rect href=''></v:rect><![endif]-->"),
        (f"<p>{merge('postal_address')}</p>", "<p>1 Quay &lt;A&gt;<br />Hull</p>"),
        (f'<a href="{LEAVE}">never closed', '<a href="">never closed'),
    ],
)  # fmt: skip
def test_what_concerns_one_reader_is_gone_with_what_set_it_apart(html, left):
    assert shown(html, ["1 Quay <A>", "Hull"]) == left


def test_links_and_marks_beside_those_that_go_stay():
    html = f'<p><a href="/a">A</a> · <a href="/b">B</a> / <a href="{LEAVE}">Leave</a></p>\n<p>·</p><p></p>'
    assert shown(html) == '<p><a href="/a">A</a> · <a href="/b">B</a></p>\n<p>·</p><p></p>'


@given(st.text(st.characters(exclude_characters="\ue000\ue001", exclude_categories=["Cs"])))
def test_a_page_that_asks_for_no_tag_stays_letter_for_letter(text):
    assert shown(text) == text


_PIECES = ["<a href='", "'>", "</a>", "<p>", "</p>", " · ", '<img src="', '">', "\n", "Leave", "<!--", "-->"]  # fmt: skip


@given(
    st.lists(st.sampled_from([*_PIECES, LEAVE, LOOK, merge("first_name", "all"), merge("postal_address")]))
)
def test_no_tag_is_left_however_broken_the_page(pieces):
    assert not re.search("[\ue000\ue001]", shown("".join(pieces), ["Hull"]))


def test_a_bundled_theme_leaves_out_by_itself_what_concerns_one_reader():
    made = render(FULL, weekly(), web=True)
    for part in (made.html, made.text):
        assert "\ue000" not in part
        assert "Unsubscribe" not in part
        assert "View in your browser" not in part
        assert "utm_" not in part
        assert "3 Rope Walk" in part
    assert FULL.preheader.value not in made.html
    assert '<a class="muted" href="../"' in made.html


def test_the_email_itself_still_asks_for_its_tags():
    made = render(FULL, weekly())
    for name in ("unsubscribe", "view_in_browser", "postal_address"):
        assert merge(name) in made.html
        assert merge(name) in made.text


def test_a_theme_that_does_not_know_of_the_web_is_freed_of_its_tags(tmp_path):
    own = """<mj-text><p>Written for {{ merge("first_name", "friends") }} of {{ publication.name }}</p>
      <p>Kept <a href="{{ merge('view_in_browser') }}">in a browser</a> · <a href="https://x.example/">Us</a></p>
      <p class="muted">{{ merge("postal_address") }} {{ merge("email") }}</p></mj-text>
      <mj-button href="{{ merge('unsubscribe') }}">Leave us</mj-button>"""
    theme = theme_with(tmp_path, {"blocks/footer.mjml": own})
    page = shown(render(FULL, theme, web=True).html, ["3 Rope Walk", "Hull"])
    assert not re.search("[\ue000\ue001]", page)
    assert "Written for friends of Quayside Weekly" in page
    assert "3 Rope Walk<br />Hull" in page
    assert re.search(r'Kept +· <a href="https://x.example/"|Kept <a href="https://x.example/"', page)
    for gone in ("Leave us", "in a browser"):
        assert gone not in page


def test_a_theme_with_a_footer_of_before_has_no_empty_line_where_its_links_were(tmp_path):
    footer = block("blocks/footer.mjml").replace("not web", "true")
    page = shown(render(FULL, theme_with(tmp_path, {"blocks/footer.mjml": footer}), web=True).html, ["Hull"])
    assert "Unsubscribe" not in page
    assert not re.search(r"<p[^>]*>\W*</p>", page)


def test_a_published_page_tells_its_address_its_feed_and_what_it_is_about():
    page = published(description='"Up" & <down>', address="https://a.example/b&c/")
    head = page.partition("</head>")[0]
    assert '<meta name="description" content="&quot;Up&quot; &amp; &lt;down&gt;">' in head
    assert '<link rel="canonical" href="https://a.example/b&amp;c/">' in head
    assert '<link rel="alternate" type="application/atom+xml" href="../atom.xml">' in head
    assert head.count("<title>") == 1
    assert page.endswith("</head><body><main><p>Hi</p></main></body></html>")


def test_an_empty_title_is_filled():
    page = published(PAGE.replace("Cranes", " "), title="Cranes & co")
    assert re.findall("<title>.*?</title>", page) == ["<title>Cranes &amp; co</title>"]


def test_what_a_theme_says_itself_is_not_said_twice():
    said = '<meta name="description" content="Own"><link rel="canonical" href="https://own.example/">'
    page = published(PAGE.replace("</head>", f"{said}</head>").replace("<p>", '<main id="m"><p>'))
    assert page.count("canonical") == page.count('"description"') == page.count("<main") == 1


def test_an_issues_name_is_spelt_as_an_address():
    assert address_in("https://a.example/", "Wk 1/ü") == "https://a.example/Wk%201%2F%C3%BC/"
