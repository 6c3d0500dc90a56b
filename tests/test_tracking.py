"""Links are of a safe kind, unbroken, and carry the campaign's parameters once."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Publication, Utm
from digest.render.email import render
from digest.render.tracking import safe_url, tracker
from issues_for_render import Page, make_issue, make_story, weekly

TRACK = tracker(Utm(source="quay & co", medium="email"), "q-12")
EVERY = "utm_source=quay%20%26%20co&utm_medium=email&utm_campaign=q-12"


@pytest.mark.parametrize(
    ("url", "tracked"),
    [
        ("https://e.example", f"https://e.example?{EVERY}"),
        ("HTTPS://e.example/a", f"HTTPS://e.example/a?{EVERY}"),
        ("https://e.example/a?b=1&c=%20d", f"https://e.example/a?b=1&c=%20d&{EVERY}"),
        ("https://e.example/a?b=1#top?x", f"https://e.example/a?b=1&{EVERY}#top?x"),
        ("https://e.example/a?#top", f"https://e.example/a?{EVERY}#top"),
        ("https://e.example/a?b=1&", f"https://e.example/a?b=1&{EVERY}"),
        ("mailto:desk@e.example", "mailto:desk@e.example"),
        ("", ""),
    ],
)
def test_parameters_go_on_web_links_before_the_fragment(url, tracked):
    assert TRACK(url) == tracked


def test_a_parameter_that_is_there_is_left_alone():
    tracked = TRACK("https://e.example/?UTM_source=x&utm_campaign=")
    assert tracked == "https://e.example/?UTM_source=x&utm_campaign=&utm_medium=email"


def test_tracking_twice_is_tracking_once():
    once = TRACK("https://e.example/a?b#c")
    assert TRACK(once) == once


def test_without_a_source_nothing_is_added():
    assert tracker(Utm(), "q-12")("https://e.example/") == "https://e.example/"


def test_an_empty_medium_is_left_off_and_a_campaign_of_ones_own_is_used():
    track = tracker(Utm(source="q", medium="", campaign="spring"), "q-12")
    assert track("https://e.example/") == "https://e.example/?utm_source=q&utm_campaign=spring"


UNSAFE = [
    "javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
    "ftp://e.example/", "//e.example/", "/news", "news.html", "https://", "https:///x", "http:e.example",
    "java\nscript:alert(1)", "\x00https://e.example", "mailto:", "#top", "cid:x",
]  # fmt: skip


@pytest.mark.parametrize("url", UNSAFE)
def test_no_other_kind_becomes_a_link(url):
    assert safe_url(url) == ""


def test_characters_that_no_link_may_hold_are_encoded():
    assert safe_url(' https://e.example/a b\n"<{{x}}>*|Y|* ') == (
        "https://e.example/a%20b%0A%22%3C%7B%7Bx%7D%7D%3E*%7CY%7C*"
    )


@settings(deadline=None)
@given(st.text(), st.text(), st.text())
def test_a_tracked_link_is_one_word_and_keeps_its_path_query_and_fragment(path, query, fragment):
    url = safe_url(
        f"https://e.example/{path.replace('#', '').replace('?', '')}?a={query.replace('#', '')}#{fragment}"
    )
    tracked = TRACK(url)
    assert len(tracked.split()) == 1
    before, after = urlsplit(url), urlsplit(tracked)
    assert (before.netloc, before.path, before.fragment) == (after.netloc, after.path, after.fragment)
    there = parse_qsl(after.query, keep_blank_values=True)
    assert there[: len(parse_qsl(before.query, keep_blank_values=True))] == parse_qsl(
        before.query, keep_blank_values=True
    )
    names = [name.lower() for name, _ in there]
    assert {"utm_source", "utm_medium", "utm_campaign"} <= set(names)


def test_every_link_of_both_parts_is_tracked_but_merge_tags_and_addresses():
    publication = Publication(name="Q", url="https://q.example/", utm=Utm(source="q"))
    story = make_story(url="https://q.example/a")
    issue = make_issue(
        story, publication=publication, note="[w](mailto:a@q.example) [p](https://q.example/n)"
    )
    email = render(issue, weekly())
    web = [link for link in Page(email.html).links if link.startswith("http")]
    assert len(web) == 4
    assert all(link.endswith("utm_source=q&utm_medium=email&utm_campaign=q-12") for link in web)
    assert {link for link in web if link in email.text} == set(web)
    assert "mailto:a@q.example>" in email.text


def test_no_white_space_of_any_script_breaks_a_link():
    assert (
        safe_url("https://e.example/a\u2028b\u3000c\u2009d")
        == "https://e.example/a%E2%80%A8b%E3%80%80c%E2%80%89d"
    )
