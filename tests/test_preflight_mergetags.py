"""What the chosen mail provider cannot express, insists on, or may write otherwise than we think."""

import pytest

from digest.mergetags.plain import Own
from digest.model import Level
from digest.preflight.email.mergetags import ROWS
from digest.preflight.words import placeholders
from galleys import ADDRESS, LINKS, galley, hits, page
from issues_for_render import LEAD, make_issue, make_story

ALL = ("postal_address", "unsubscribe", "view_in_browser")
PAGED = Own(view_in_browser="https://quay.example/archive")


def told(code, provider, tags=ALL, **more):
    return [
        hit.message
        for hit in hits(ROWS, code, galley(provider=provider, tags=tags, shared_tags=tags, **more))
    ]


@pytest.mark.parametrize("provider", ["", "a-provider-of-another-package"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_nothing_is_said_where_no_provider_is_chosen_or_its_tags_are_not_known(row, provider):
    assert list(row.run(galley(provider=provider, tags=()))) == []


def test_a_tag_that_the_provider_does_not_have_is_told_with_the_way_out():
    (hit,) = hits(ROWS, "merge-tag-inexpressible", galley(provider="mailgun", tags=("first_name", *ALL)))
    assert hit.message == 'Mailgun has nothing for the merge tag "first_name"'
    assert 'take merge("first_name") out of the theme' in hit.mend
    assert told("merge-tag-inexpressible", "mailchimp") == []


@pytest.mark.parametrize("own", [Own(), PAGED])
def test_a_link_to_a_page_in_a_browser_is_left_out_or_leads_to_the_archive(own):
    assert told("merge-tag-inexpressible", "resend", own=own) == []


def test_a_link_of_the_themes_own_is_not_the_one_that_the_provider_insists_on():
    leave = '<a href="https://quay.example/unsubscribe">Leave</a>'
    made = galley(
        page(footer=f"<p>{ADDRESS}</p>{leave}"), "Leave:\nhttps://quay.example/unsubscribe\n",
        provider="brevo", tags=("unsubscribe", "view_in_browser"), shared_tags=("view_in_browser",),
    )  # fmt: skip
    (hit,) = hits(ROWS, "merge-tag-missing", made)
    assert hit.level is Level.ERROR
    assert 'Brevo insists on its own merge tag "unsubscribe"' in hit.message


def test_an_address_that_the_theme_writes_itself_makes_the_provider_add_its_own():
    (message,) = told("merge-tag-missing", "mailchimp", ("unsubscribe",))
    assert 'Mailchimp insists on its own merge tag "postal_address"' in message
    assert told("merge-tag-missing", "brevo", ("unsubscribe",)) == []
    assert told("merge-tag-missing", "mailchimp") == []


def test_what_lacks_altogether_is_left_to_the_checks_that_tell_it():
    assert told("merge-tag-missing", "brevo", (), html=page(footer=ADDRESS), text="Bye\n") == []
    assert told("merge-tag-missing", "mailchimp", ("unsubscribe",), html=page(footer=LINKS)) == []
    assert told("merge-tag-missing", "mailchimp", ("unsubscribe",), issue=make_issue(LEAD)) == []


def test_a_tag_whose_form_is_not_documented_is_told_with_its_form():
    messages = told("merge-tag-unconfirmed", "mailchimp")
    half = "the form in HTML is documented, the one in text from memory"
    assert messages == [
        f'Mailchimp gets *|HTML:LIST_ADDRESS_HTML|* for the merge tag "postal_address": {half}',
        'Mailchimp gets *|ARCHIVE|* for the merge tag "view_in_browser": from memory',
    ]
    assert len(told("merge-tag-unconfirmed", "mailchimp", own=PAGED)) == 1
    assert told("merge-tag-unconfirmed", "listmonk") == []


def test_a_text_that_looks_like_a_tag_is_escaped_where_the_issue_is_handed_over():
    issue = make_issue(make_story(headline="For {{ name }}"))
    (pasted,) = hits(placeholders.ROWS, "merge-tag-in-text", galley(issue=issue))
    (handed,) = hits(placeholders.ROWS, "merge-tag-in-text", galley(issue=issue, provider="brevo"))
    assert "pasted by hand" in pasted.message
    assert "readers will get as it stands" in handed.message
