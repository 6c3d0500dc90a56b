"""A neutral email becomes a provider's own: its tags filled, foreign text escaped, own words where it has none."""

import html as entities
import re

import pytest
from msgspec.structs import replace

from digest.build import own_words
from digest.errors import InputError
from digest.mergetags.express import express, express_line, inexpressible, missing, unconfirmed
from digest.mergetags.neutral import merge
from digest.mergetags.plain import Own, asked, asked_in_both, generic, sample
from digest.mergetags.table import TABLE
from digest.model import Email
from digest.render.email import render
from issues_for_render import FULL, QUAYSIDE, make_issue, make_story, weekly

PROVIDERS = sorted(TABLE)
OWN = Own(
    postal_address="Quay & Co\n\n1 Rope {{ Walk }}",
    view_in_browser="https://quay.example/archive/12?a=1&b={c}",
)
WEEKLY = render(FULL, weekly())


def email(html="", text="", **more):
    return Email(subject=more.get("subject", ""), preheader=more.get("preheader", ""), html=html, text=text)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_every_tag_that_a_provider_has_is_filled_in_both_parts(provider):
    for name, tag in TABLE[provider].tags.items():
        neutral = merge(name, "you" if name == "first_name" else "")
        where = "<p>Hi {}</p>" if name == "first_name" else '<p>Hi</p><a href="{}">x</a>'
        made = express(email(where.format(neutral), f"Hi {neutral}."), provider, Own())
        assert made.text == f"Hi {tag.text}.".replace("<fallback>", "you")
        if not tag.element:
            assert made.html == where.format(tag.html or tag.text).replace("<fallback>", "you")


@pytest.mark.parametrize("provider", ["buttondown", "mailjet", "constant-contact"])
def test_a_tag_that_would_end_its_attribute_is_refused_there(provider):
    neutral = merge("first_name", "you")
    with pytest.raises(InputError, match="quotation marks, which end the attribute"):
        express(email(f'<img alt="For {neutral}">'), provider, Own())
    assert "you" in express(email(f'<img alt="For"> {neutral} = "{neutral}"'), provider, Own()).html


def test_a_line_beside_the_email_is_escaped_as_its_subject_is():
    assert express_line("Quay {{ x }}", "brevo") == "Quay {\u2060{\u2060 x }\u2060}\u2060"
    assert express_line("Quay & Co", "brevo") == "Quay & Co"


@pytest.mark.parametrize("provider", sorted(set(PROVIDERS) - {"constant-contact"}))
def test_a_bundled_theme_can_be_given_to_a_provider_once_the_issue_has_a_page_of_its_own(provider):
    made = express(WEEKLY, provider, own_words(QUAYSIDE, "https://quay.example/archive/12"))
    for part in (made.html, made.text):
        assert "\ue000" not in part
        assert "\ue001" not in part


@pytest.mark.parametrize("provider", ["resend", "ses", "postmark", "mailgun"])
def test_a_tag_that_a_provider_does_not_have_is_an_error_that_names_both(provider):
    with pytest.raises(
        InputError, match=f'{TABLE[provider].title} has nothing for the merge tag "view_in_browser"'
    ):
        express(WEEKLY, provider, own_words(QUAYSIDE))


def test_a_provider_that_nobody_knows_is_an_error():
    with pytest.raises(InputError, match='"brveo"; did you mean "brevo"'):
        express(WEEKLY, "brveo", Own())


def test_the_publications_own_address_is_escaped_as_foreign_text():
    tag = merge("postal_address")
    made = express(email(f"<p>{tag}</p>", tag), "brevo", OWN)
    assert made.html == "<p>Quay &amp; Co<br>1 Rope &#123;&#123; Walk &#125;&#125;</p>"
    assert made.text.replace("\u2060", "") == "Quay & Co\n1 Rope {{ Walk }}"
    assert "{{" not in made.text


def test_a_provider_that_insists_on_its_own_address_gets_its_tag():
    tag = merge("postal_address")
    made = express(email(f"<p>{tag}</p>", tag), "mailchimp", OWN)
    assert (made.html, made.text) == ("<p>*|HTML:LIST_ADDRESS_HTML|*</p>", "*|LIST:ADDRESS|*")


def test_a_long_line_of_the_address_is_broken_in_the_text_part_as_other_lines_are():
    street = (
        "Quayside Media Publishing and Conferences Limited, The Old Weighbridge, 4 Sample Quay, Exampleton"
    )
    made = generic(email("", merge("postal_address")), Own(postal_address=f"{street}\nEX1 1EX"))
    assert " ".join(made.text.split("\n")[:-1]) == street
    assert max(map(len, made.text.split("\n"))) <= 72
    assert made.text.endswith("\nEX1 1EX")


def test_the_issues_own_page_goes_before_a_tag_that_is_not_documented_and_behind_one_that_is():
    link = email(f'<a href="{merge("view_in_browser")}">x</a>', merge("view_in_browser"))
    assert "*|ARCHIVE|*" in express(link, "mailchimp", Own()).text
    own = express(link, "mailchimp", OWN)
    assert own.html == '<a href="https://quay.example/archive/12?a=1&amp;b={c}">x</a>'
    assert own.text == "https://quay.example/archive/12?a=1&b={c}"
    assert express(link, "resend", OWN).text == "https://quay.example/archive/12?a=1&b=%7Bc%7D"
    assert express(link, "listmonk", OWN).text == "{{ MessageURL }}"


def test_a_link_to_leave_by_is_an_element_at_campaign_monitor_and_keeps_its_style():
    link = f'<p><a class="muted" href="{merge("unsubscribe")}" style="color:#555">Leave <b>us</b></a> <a href="#x">up</a></p>'
    made = express(email(link, merge("unsubscribe")), "campaign-monitor", Own())
    assert made.html == (
        '<p><unsubscribe><span class="muted" style="color:#555">Leave <b>us</b></span></unsubscribe>'
        ' <a href="#x">up</a></p>'
    )
    assert made.text == "[unsubscribe]"
    bare = email(f'<a href="{merge("view_in_browser")}">Online</a>')
    assert express(bare, "campaign-monitor", Own()).html == "<webversion>Online</webversion>"


def test_an_element_cannot_stand_for_an_address_in_a_text():
    with pytest.raises(
        InputError, match='Campaign Monitor cannot express the merge tag "unsubscribe" but as'
    ):
        express(email(f"<p>Go to {merge('unsubscribe')}</p>"), "campaign-monitor", Own())


def test_foreign_text_is_escaped_wherever_it_stands():
    words = "{{ secret }}"
    issue = make_issue(
        make_story(headline=words), subject=words, preheader=words, note=words, publication=QUAYSIDE
    )
    made = express(render(issue, weekly()), "buttondown", own_words(QUAYSIDE))
    own = {tag.text for tag in TABLE["buttondown"].tags.values()}
    for part in (made.subject, made.preheader, made.html, made.text):
        assert set(re.findall(r"\{\{.*?\}\}", part)) <= own
        assert words in entities.unescape(part).replace("\u2060", "")


def test_the_generic_form_escapes_nothing():
    made = generic(email(f"<b>{{{{ x }}}}</b>{merge('email')}", "[[y]]", subject="*|z|*"), OWN)
    assert (made.html, made.text, made.subject) == ("<b>{{ x }}</b>[[email]]", "[[y]]", "*|z|*")


def test_a_sample_shows_something_for_every_tag():
    neutral = email(
        "".join((f'<a href="{merge("unsubscribe")}">x</a>', merge("first_name", "you"), merge("email"))),
        merge("postal_address"),
    )
    made = sample(neutral, OWN)
    assert made.html == (
        '<a href="https://example.org/sample-of-the-link-to-unsubscribe">x</a>Samplesample.reader@example.org'
    )
    assert made.text == "Quay & Co\n1 Rope {{ Walk }}"
    page = sample(email("", merge("view_in_browser")), OWN)
    assert page.text == OWN.view_in_browser
    assert sample(email("", merge("view_in_browser")), Own()).text.startswith("https://example.org/")


def test_the_tags_of_an_email_are_sorted_by_what_a_provider_has():
    names = asked(WEEKLY)
    assert set(names) == {"unsubscribe", "view_in_browser", "postal_address"}
    assert inexpressible(names, "resend", Own()) == ("view_in_browser",)
    assert inexpressible(names, "resend", OWN) == ()
    assert inexpressible(names, "constant-contact", OWN) == ("unsubscribe",)
    assert set(unconfirmed(names, "mailchimp", Own())) == {"view_in_browser", "postal_address"}
    assert unconfirmed(names, "mailchimp", OWN) == ("postal_address",)
    assert unconfirmed(names, "listmonk", Own()) == ()
    assert missing(asked_in_both(WEEKLY), "mailchimp") == ()
    assert asked_in_both(email(merge("email") + merge("unsubscribe"), merge("unsubscribe"))) == (
        "unsubscribe",
    )
    assert missing(("view_in_browser",), "mailchimp") == ("unsubscribe", "postal_address")


def test_what_is_no_part_of_the_email_itself_stays():
    made = express(replace(WEEKLY, subject="A | b"), "mailchimp", own_words(QUAYSIDE))
    assert (made.subject, made.preheader, made.calendars) == ("A | b", WEEKLY.preheader, WEEKLY.calendars)
