"""The email in other colours: what is asked is answered, and no word is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.preview.guises import Scheme, shown, with_own_pictures

DARK_RULE = "<style>@media (prefers-color-scheme: dark) { p { color: #fff } }</style>"
META = '<meta name="color-scheme" content="light dark">'


@pytest.mark.parametrize(("scheme", "answer"), [("light", "(max-width: 0)"), ("dark", "(min-width: 0)")])
def test_the_email_s_dark_rules_hold_only_in_the_dark(scheme, answer):
    assert f"@media {answer}" in shown(DARK_RULE, Scheme(scheme))


def test_a_picture_for_the_dark_is_chosen_as_the_dark_rules_are():
    source = '<source media="(prefers-color-scheme: dark)" srcset="dark.png">'
    assert 'media="(min-width: 0)"' in shown(source, Scheme.DARK)
    assert 'media="(max-width: 0)"' in shown(source, Scheme.LIGHT)


def test_the_editor_s_own_screen_has_no_say():
    assert 'content="dark"' in shown(META, Scheme.DARK)
    assert 'content="light"' in shown(META, Scheme.LIGHT)
    css = "<style>:root { color-scheme: light dark; }</style>"
    assert "color-scheme: dark;" in shown(css, Scheme.DARK)


def test_forced_dark_turns_colours_over_but_not_pictures():
    forced = shown(f"<head>{DARK_RULE}</head>", Scheme.FORCED)
    assert "html { background: #fff; filter: invert(1)" in forced
    assert "img, video { filter: invert(1)" in forced
    assert "(max-width: 0)" in forced


@given(st.text(), st.sampled_from(Scheme))
def test_words_are_never_changed(words, scheme):
    told = words.replace("<", "&lt;")
    said = f"<body><p>(prefers-color-scheme: dark) media={told}</p></body>"
    assert shown(f"<head></head>{said}", scheme).endswith(said)


def test_pictures_still_to_be_uploaded_are_shown_from_here():
    html = '<img src="https://cdn.example/a&amp;b/quay.jpg"><p>https://cdn.example/a/quay.jpg</p>'
    own = with_own_pictures(html, ["images/quay.jpg"], "https://cdn.example/a&b/")
    assert own == '<img src="images/quay.jpg"><p>https://cdn.example/a/quay.jpg</p>'


def test_without_a_web_folder_pictures_are_named_as_they_lie():
    assert with_own_pictures('<img src="images/quay.jpg">', ["images/quay.jpg"], "") == (
        '<img src="images/quay.jpg">'
    )
