"""Outlook's conditional comments reach listmonk's readers through Go's templates, which drop comments."""

import re

import pytest

from digest.mergetags.dialects import GO, html
from digest.mergetags.golang import safe
from digest.render.email import render
from issues_for_render import FULL, weekly

ACTION = re.compile(r'\{\{ Safe "((?:[^"\\]|\\.)*)" \}\}')


@pytest.mark.parametrize(
    "delimiter",
    [
        "<!--[if mso]>",
        "<!--[if (gte mso 9)|(IE)]>",
        "<![endif]-->",
        "<!--[if !mso]><!-->",
        "<!--[if !mso]>-->",
        "<!--<![endif]-->",
    ],
)
def test_a_delimiter_is_given_to_safe(delimiter):
    assert html(f"a{delimiter}b", GO) == f"a{safe(delimiter)}b"


def test_a_string_of_go_s_has_its_quotes_and_backslashes_escaped():
    assert safe('<!--[if "a\\b"]>') == r'{{ Safe "<!--[if \"a\\b\"]>" }}'


def test_no_comment_is_left_in_a_real_email_for_go_to_drop_and_none_is_lost():
    source = render(FULL, weekly()).html
    made = html(source, GO)
    assert "<!--" not in ACTION.sub("", made)
    assert "<![endif]" not in ACTION.sub("", made)
    assert [safe[1] for safe in ACTION.finditer(made)] == re.findall(
        r"<!--\[if [^\]]*\]>(?:<!-->)?|(?:<!--)?<!\[endif\]-->", source
    )


def test_a_link_between_two_delimiters_can_still_be_filled():
    source = '<!--[if mso]><a href="\ue000unsubscribe\ue001" title="{{ x }}">{</a><![endif]-->'
    made = ACTION.sub("", html(source, GO))
    assert made == '<a href="\ue000unsubscribe\ue001" title="&#123;&#123; x &#125;&#125;">&#123;</a>'
