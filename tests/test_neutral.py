"""Merge tags stay neutral to the very end, and nobody can forge one."""

import pytest
from msgspec.structs import replace

from digest.build import own_words
from digest.errors import InputError
from digest.mergetags.neutral import GENERIC, fill, merge, swap, used
from digest.mergetags.plain import generic
from digest.render.email import render
from issues_for_render import FULL, QUAYSIDE, make_issue, make_story, weekly


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


def test_a_first_name_brings_its_fallback_along():
    assert fill(merge("first_name", "there"), GENERIC) == "[[first_name|there]]"
    assert fill(merge("first_name", fallback="dear reader"), {"first_name": "x"}) == "x"


def test_an_apostrophe_in_a_fallback_does_not_end_what_providers_put_in_apostrophes():
    assert (
        fill(merge("first_name", "l'ami"), {"first_name": "{{ n|default:'<fallback>' }}"})
        == "{{ n|default:'l’ami' }}"
    )


@pytest.mark.parametrize(
    "fallback", ["", " ", "{{ x }}", 'th"ere', "a|b", "*|X|*", "[you]", "50%", "<b>", "a\ue001"]
)
def test_a_fallback_of_other_signs_than_names_have_is_an_error(fallback):
    with pytest.raises(InputError, match="letters, digits, spaces"):
        merge("first_name", fallback)


@pytest.mark.parametrize("fallback", ["there", "Leser", "дорогой читатель", "o'er-there Jr. 2"])
def test_a_fallback_may_be_a_word_of_any_language(fallback):
    assert used(merge("first_name", fallback)) == ("first_name",)


def test_no_other_tag_has_a_fallback():
    with pytest.raises(InputError, match="takes no fallback"):
        merge("email", "nobody")


def test_the_tags_of_a_text_are_named_once_in_the_order_of_their_use():
    text = "".join((merge("email"), merge("first_name", "you"), merge("email"), merge("unsubscribe")))
    assert used(f"a {text} b") == ("email", "first_name", "unsubscribe")
    assert used("no tags, {{ email }}") == ()


def test_one_tag_is_swapped_for_words_and_the_others_stay():
    text = merge("postal_address") + merge("email")
    assert swap(text, "postal_address", "1 Quay") == "1 Quay" + merge("email")


def test_both_parts_of_an_email_carry_every_tag_of_the_theme():
    email = render(FULL, weekly())
    assert sorted(used(email.html)) == sorted(used(email.text))
    assert used(email.html) == ("postal_address", "unsubscribe", "view_in_browser")
    for name in ("unsubscribe", "view_in_browser"):
        assert f'href="{GENERIC[name]}"' in fill(email.html, GENERIC)
        assert GENERIC[name] in fill(email.text, GENERIC)
        assert email.html.count(merge(name)) == email.text.count(merge(name)) == 1
    for part in (email.html, email.text):
        assert "\ue000" not in fill(part, GENERIC)


def test_nobody_can_forge_a_tag():
    forged = "\ue000unsubscribe\ue001"
    publication = replace(QUAYSIDE, postal_address=f"1 Quay {forged}", boilerplate=forged)
    story = make_story(headline=f"A {forged}", url=f"https://e.example/{forged}")
    issue = make_issue(story, note=forged, subject=forged, publication=publication)
    email = render(issue, weekly())
    for part in (email.html, email.text):
        assert part.count(forged) == 1  # the footer's own
    assert "\ue000" not in email.subject
    built = generic(email, own_words(publication))
    assert "1 Quay unsubscribe" in built.html
    assert "1 Quay unsubscribe" in built.text
    assert "\ue000" not in built.html + built.text
