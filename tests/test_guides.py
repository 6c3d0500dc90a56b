"""What every provider's editors are told, held against what the tables and the adapters say."""

from pathlib import Path

import pytest

from digest.handoff import guides
from digest.handoff import providers as adapters
from digest.handoff.guides.page import Guide, guide
from digest.handoff.provider import provider_class
from digest.mergetags.table import TABLE

FOLDER = Path(guides.__file__).parent
ADAPTERS = sorted(
    path.stem
    for path in Path(adapters.__file__).parent.glob("[!_]*.py")
    if "capabilities" in path.read_text()
)
TRANSPORTS = {"mailgun", "postmark", "ses"}


def test_every_provider_has_a_guide_and_every_guide_a_provider():
    assert {path.stem for path in FOLDER.glob("*.md")} == set(TABLE)


@pytest.mark.parametrize("provider", TABLE)
def test_a_guide_says_where_every_part_goes(provider):
    ours = guide(provider)
    told = f"{ours.html} {ours.text}"
    assert "email.html" in told or "email.html" in ours.begin
    assert "email.txt" in told
    assert all((ours.begin, ours.sender, ours.itself))


@pytest.mark.parametrize("provider", TABLE)
def test_a_guide_names_the_field_of_the_preheader_where_there_is_one(provider):
    assert bool(guide(provider).preheader) == (TABLE[provider].preheader == "field")


@pytest.mark.parametrize("provider", sorted(TRANSPORTS))
def test_who_only_sends_is_said_to_have_no_drafts(provider):
    assert "no drafts, it sends" in guide(provider).begin


@pytest.mark.parametrize("provider", sorted(set(TABLE) - TRANSPORTS))
def test_what_is_begun_stays_a_draft(provider):
    assert "leave it a draft" in guide(provider).begin


@pytest.mark.parametrize("provider", TABLE)
def test_a_guide_has_no_section_that_nobody_prints(provider):
    heads = [line for line in (FOLDER / f"{provider}.md").read_text().splitlines() if line.startswith("#")]
    assert len(heads) == len(set(heads))
    assert {head.removeprefix("## ").lower() for head in heads} <= set(Guide.__struct_fields__)


@pytest.mark.parametrize("provider", ADAPTERS)
def test_adapter_and_guide_agree_on_whose_text_part_it_is(provider):
    made = provider_class(provider).capabilities.text == "made"
    assert made == ("There is no place for `email.txt`" in guide(provider).text)
