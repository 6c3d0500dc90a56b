"""Every provider's row is complete, and its tags can be put into a link, a text and a text part."""

import re

import pytest

from digest.errors import InputError
from digest.mergetags.neutral import FALLBACK, GENERIC
from digest.mergetags.table import TABLE, row_of

TAGS = [(provider, name) for provider, row in TABLE.items() for name in row.tags]


def test_every_provider_of_the_plan_has_a_row():
    assert set(TABLE) == {
        "generic", "mailchimp", "brevo", "sendgrid", "listmonk", "buttondown", "resend", "klaviyo", "mailjet",
        "campaign-monitor", "hubspot", "mailerlite", "activecampaign", "constant-contact", "mailgun", "postmark", "ses",
    }  # fmt: skip


@pytest.mark.parametrize("provider", TABLE)
def test_a_row_has_no_other_tags_than_a_theme_may_ask_for_and_those_it_insists_on(provider):
    row = TABLE[provider]
    assert set(row.tags) <= set(GENERIC)
    assert set(row.mandatory) <= set(row.tags)
    assert row.title


@pytest.mark.parametrize(("provider", "name"), TAGS)
def test_a_tag_says_its_source_and_has_a_fallback_only_where_ours_has_one(provider, name):
    tag = TABLE[provider].tags[name]
    assert tag.source
    assert (FALLBACK in tag.text) == (name == "first_name")
    for form in (tag.text, tag.html):
        assert not re.search("[\n\ue000\ue001]", form)


@pytest.mark.parametrize(
    ("provider", "name"), [pair for pair in TAGS if pair[1] in {"unsubscribe", "view_in_browser"}]
)
def test_a_tag_for_an_address_fits_between_quotation_marks(provider, name):
    tag = TABLE[provider].tags[name]
    assert '"' not in (tag.html or tag.text)


def test_a_tag_counts_as_documented_only_with_somebody_to_name():
    told = [tag for row in TABLE.values() for tag in row.tags.values()]
    assert not [tag.source for tag in told if tag.documented and "memory" in tag.source]
    assert [tag for tag in told if tag.documented]
    assert [tag for tag in told if not tag.documented]


def test_a_provider_that_nobody_knows_is_refused_with_the_near_miss():
    with pytest.raises(InputError, match='provider "mailchip"; did you mean "mailchimp"'):
        row_of("mailchip")
