"""Merge tags stay neutral to the very end, and nobody can forge one."""

import pytest

from digest.errors import InputError
from digest.render.email import render
from digest.render.mergetags import GENERIC, fill, merge
from issues_for_render import FULL, make_issue, make_story, weekly


def test_a_neutral_tag_becomes_the_providers_own():
    text = f'<a href="{merge("unsubscribe")}">x</a>'
    assert fill(text, {"unsubscribe": "*|UNSUB|*"}) == '<a href="*|UNSUB|*">x</a>'


def test_a_tag_the_provider_cannot_express_is_an_error_that_names_it():
    with pytest.raises(InputError, match='"view_in_browser"'):
        fill(merge("view_in_browser"), {"unsubscribe": "x"})


def test_a_tag_that_is_none_is_an_error():
    with pytest.raises(InputError, match='no merge tag "unsubscibe"'):
        merge("unsubscibe")


def test_what_stands_for_a_tag_is_not_read_as_a_pattern():
    assert fill(merge("unsubscribe"), {"unsubscribe": r"\1 \g<0> {{ x }}"}) == r"\1 \g<0> {{ x }}"


def test_both_parts_carry_every_tag_in_links_and_text():
    email = render(FULL, weekly())
    for name, own in GENERIC.items():
        assert f'href="{own}"' in fill(email.html, GENERIC)
        assert own in fill(email.text, GENERIC)
        assert email.html.count(merge(name)) == email.text.count(merge(name)) == 1
    for part in (email.html, email.text):
        assert "\ue000" not in fill(part, GENERIC)


def test_nobody_can_forge_a_tag():
    forged = "\ue000unsubscribe\ue001"
    issue = make_issue(
        make_story(headline=f"A {forged}", url=f"https://e.example/{forged}"), note=forged, subject=forged
    )
    email = render(issue, weekly())
    for part in (email.html, email.text):
        assert part.count(forged) == 1  # the footer's own
    assert "\ue000" not in email.subject
