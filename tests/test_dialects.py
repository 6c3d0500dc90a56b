"""Foreign text comes out of every provider's template language as it went in, with the provider's tags filled."""

import html
import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from digest.errors import InputError
from digest.mergetags import dialects
from digest.mergetags.dialects import escape
from digest.mergetags.neutral import fill, merge
from digest.mergetags.table import TABLE
from digest.model import Email
from digest.render.email import render
from engines import ENGINES, NAME
from issues_for_render import FULL, weekly

JOINER = "\u2060"
PROVIDERS = sorted(set(TABLE) - {"generic"})
EVERY = [(provider, number) for provider in PROVIDERS for number in range(len(ENGINES[provider]))]
PIECES = [
    *"{}[]%#$*|@<>&!^/=-~\"'\\ \n.,:;az9", "{{", "{{{", "}}", "{%", "%}", "{#", "*|", "|*", "[[", "<%", "${", "<@", "@TrackLink",
    "{{ filled }}", "*|filled|*", "[[filled]]", "%filled%", "[filled]", "{$filled}", "<unsubscribe>", "{{#if x}}", "{% load y %}",
]  # fmt: skip
FOREIGN = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
TAG = merge("email")


def run(provider, number, source):
    """What the engine makes of an escaped text whose neutral tag has become one of the provider's."""
    engine, own = ENGINES[provider][number]
    return engine(fill(source, {"email": own})), NAME if own else ""


@pytest.mark.parametrize(("provider", "number"), EVERY)
@given(before=FOREIGN, after=FOREIGN)
@settings(max_examples=60, deadline=None)
def test_text_in_html_is_shown_as_it_was_written(provider, number, before, after):
    source = f"<p>{html.escape(before)}{TAG}{html.escape(after)}</p>"
    shown, filled = run(provider, number, dialects.html(source, TABLE[provider].dialect))
    assert html.unescape(shown[3:-4]) == before + filled + after


@pytest.mark.parametrize(("provider", "number"), EVERY)
@given(before=FOREIGN, after=FOREIGN)
@settings(max_examples=60, deadline=None)
def test_an_attribute_says_what_it_said(provider, number, before, after):
    source = f'<img alt="{html.escape(before)}{TAG}{html.escape(after)}" />'
    shown, filled = run(provider, number, dialects.html(source, TABLE[provider].dialect))
    assert html.unescape(shown[10:-4]) == before + filled + after


@pytest.mark.parametrize(("provider", "number"), EVERY)
@given(before=FOREIGN, after=FOREIGN)
@settings(max_examples=60, deadline=None)
def test_a_plain_text_reads_as_it_was_written(provider, number, before, after):
    source = dialects.text(before + TAG + after, TABLE[provider].dialect)
    shown, filled = run(provider, number, source)
    assert shown.replace(JOINER, "") == before + filled + after


@pytest.mark.parametrize("provider", PROVIDERS)
@given(subject=FOREIGN, preheader=FOREIGN)
@settings(max_examples=30, deadline=None)
def test_subject_and_preheader_read_as_they_were_written(provider, subject, preheader):
    email = Email(subject=subject, preheader=preheader, html="", text="")
    escaped = escape(email, TABLE[provider].dialect)
    for engine, _ in ENGINES[provider]:
        assert engine(escaped.subject).replace(JOINER, "") == subject
        assert engine(escaped.preheader).replace(JOINER, "") == preheader


ADDRESSES = st.lists(
    st.sampled_from([*"abz09/?=&.-_{}[]$*|@", "%20", "%7B", "{{ filled }}", "[[filled]]"]), max_size=9
)


@pytest.mark.parametrize("provider", [name for name in PROVIDERS if not TABLE[name].dialect.refused])
@given(path=ADDRESSES.map("".join))
@settings(max_examples=60, deadline=None)
def test_an_address_leads_where_it_led_in_both_parts(provider, path):
    url = f"https://quay.example/{path}z".replace(" ", "")
    dialect = TABLE[provider].dialect
    linked = dialects.html(f'<a href="{html.escape(url)}">x</a>', dialect)
    (href,) = re.findall(r'href="(.*)"', linked)
    told = dialects.text(f"See {url} or {url}.", dialect)
    for engine, _ in ENGINES[provider]:
        assert unquoted(html.unescape(engine(href))) == unquoted(url)
        assert engine(told).replace(JOINER, "") == told.replace(JOINER, "")
        assert unquoted(told).startswith(f"See {unquoted(url)} or ")


def test_a_bracket_that_closes_an_address_is_its_own_only_if_it_opens_it_too():
    told = "{See https://quay.example/{a} and https://quay.example/b} [https://quay.example/c]"
    escaped = dialects.text(told, dialects.BRACES)
    assert escaped == (
        "{⁠See https://quay.example/%7Ba%7D and https://quay.example/b}⁠ [https://quay.example/c]"
    )


def unquoted(url):
    return re.sub("%(5B|7B|7D|24|2A|40)", lambda code: chr(int(code[1], 16)), url)


@pytest.mark.parametrize("provider", ["activecampaign", "mailgun"])
@pytest.mark.parametrize(
    "tag", ["%FIRSTNAME%", "%UNSUBSCRIBELINK%", "%unsubscribe_url%", "%DEAL_TITLE%", "%recipient.name%"]
)
def test_an_address_with_a_tag_between_per_cent_signs_is_refused(provider, tag):
    url = f"https://quay.example/?q={tag}"
    dialect = TABLE[provider].dialect
    for call in (
        lambda: dialects.html(f'<a href="{url}">x</a>', dialect),
        lambda: dialects.text(f"{url}\n", dialect),
    ):
        with pytest.raises(InputError, match=re.escape(f"the address {url} holds {tag}")):
            call()


@pytest.mark.parametrize("provider", ["activecampaign", "mailgun"])
@pytest.mark.parametrize(
    "path",
    [
        "a%20b%20c",
        "%E2%80%99s",
        "%C3%A9t%C3%A9",
        "100%25",
        "%C2%A3900%20m",
        "%20unsubscribe%20",
        "%D0%BF%D0%BE%D1%80%D1%82",
    ],
)
def test_an_address_in_which_other_letters_are_encoded_stays_as_it_is(provider, path):
    link = f'<a href="https://quay.example/{path}">x</a>'
    assert dialects.html(link, TABLE[provider].dialect) == link


def test_signs_that_are_common_in_prose_are_left_alone_where_they_open_nothing():
    prose = "* 5 ** 2 is 25, up 20% | at $5 {"
    assert dialects.text(prose, dialects.STARS) == prose
    assert dialects.text(prose, dialects.PERCENTS) == prose
    assert dialects.text("at $5", dialects.BRACKETS) == "at $5"


def test_the_rules_of_a_style_element_stay_as_they_are_but_for_a_space():
    style = "<style>#outlook a{padding:0}@media(x){#a[b]{c:d}}</style>"
    assert (
        dialects.html(style, dialects.BRACES)
        == "<style>#outlook a{ padding:0}@media(x){ #a[b]{ c:d}}</style>"
    )
    assert dialects.html(style, dialects.ELEMENTS) == style


def test_conditional_comments_stay_and_what_is_in_them_is_escaped():
    source = '<!--[if mso | IE]><td title="[a]">[b]</td><![endif]--><!--[if !mso]><!-->[c]<!--<![endif]-->'
    escaped = dialects.html(source, dialects.ELEMENTS)
    assert escaped == source.replace("[a]", "&#91;a]").replace("[b]", "&#91;b]").replace("[c]", "&#91;c]")


def test_what_stands_in_a_comment_is_escaped_too_since_providers_read_it():
    assert dialects.html("<!-- {{ x }} --><p>", dialects.BRACES) == "<!-- &#123;&#123; x &#125;&#125; --><p>"


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_real_email_is_the_same_to_its_readers(provider):
    email = render(FULL, weekly())
    assert everything(delivered(escape(email, TABLE[provider].dialect).html)) == everything(email.html)


UNREADABLE = {  # the readers are stricter than the providers, and take these for tags
    "listmonk": "Go's Safe", "campaign-monitor": "Outlook's conditions",
    "activecampaign": "encoded letters in addresses", "mailgun": "the same",
}  # fmt: skip


@pytest.mark.parametrize(("provider", "number"), [(p, n) for p, n in EVERY if p not in UNREADABLE])
def test_a_real_email_comes_through_the_engine(provider, number):
    email = escape(render(FULL, weekly()), TABLE[provider].dialect)
    engine, _ = ENGINES[provider][number]
    assert engine(neutral_gone(email.text)) == neutral_gone(email.text)
    if provider != "sendgrid" or number < 2:  # the last one takes Outlook's conditions for tags
        assert everything(engine(neutral_gone(email.html))) == everything(neutral_gone(email.html))


def neutral_gone(part):
    return fill(part, {"unsubscribe": "U", "view_in_browser": "V", "postal_address": "P"})


def delivered(part):
    """What listmonk makes of its `Safe` (the others have none)."""
    return re.sub(r'\{\{ Safe "((?:[^"\\]|\\.)*)" \}\}', lambda safe: safe[1].replace(r"\"", '"'), part)


def everything(source):
    """Each element with its attributes and texts; where a style was spaced out, its spaces do not count."""
    tree = lxml_html.document_fromstring(source)
    return [
        (str(node.tag), sorted(node.attrib.items()), (node.text or "").replace("{ ", "{"), node.tail)
        for node in tree.iter()
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "<",
                ">",
                '"',
                "'",
                "<p ",
                "</",
                "<!--",
                "-->",
                "[if mso]>",
                "{",
                "<style>",
                "</style>",
                "a=",
                "x",
            ]
        )
    )
)
@settings(max_examples=200, deadline=None)
def test_whatever_the_html_it_is_escaped_without_losing_a_letter(pieces):
    source = "".join(pieces)
    assume("&" not in source)
    escaped = dialects.html(source, dialects.BRACES)
    assert html.unescape(escaped).replace("{ ", "{") == source.replace("{ ", "{")
