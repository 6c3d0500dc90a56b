import pytest

from digest.extract.keyquotes import SURE
from digest.extract.quotes import find_quotes
from pages import article

SAID = "“We have waited two years for an answer{}”"


@pytest.mark.parametrize(
    ("page", "speaker"),
    [
        (f"{SAID.format(',')} is the view of Ann Lee, who runs the port.", "Ann Lee"),
        (f"{SAID.format('.')} Those were the words of Ann Lee in May.", "Ann Lee"),
        (f"{SAID.format('.')} — Ann Lee", "Ann Lee"),
        (f"Ann Lee: {SAID.format('.')}", "Ann Lee"),
        (f"Emily: {SAID.format('.')}", "Emily"),
        (f"{SAID.format(',')} a tired Ann Lee confides.", "Ann Lee"),
        (f"{SAID.format(',')} grumbled Ann Lee, who runs the port.", "Ann Lee"),
        ("« Nous attendons la réponse », explique Anne Roux, maire de la ville.", "Anne Roux"),
    ],
)
def test_an_attribution_needs_no_known_verb(page, speaker):
    assert [quote.speaker for quote in find_quotes(article(page))] == [speaker]


def test_an_adverb_before_a_colon_is_nobodys_label():
    page = article(f"Suddenly, the words come from the wall: {SAID.format('.')}")
    assert [quote.speaker for quote in find_quotes(page)] == [""]


@pytest.mark.parametrize(
    "behind", ["with Ann Lee, who runs it", "chairman Ann Lee, at last", "starring Ann Lee."]
)
def test_not_every_word_before_a_name_is_a_verb(behind):
    (quote,) = find_quotes(article(f"{SAID.format(',')} {behind}"))
    assert quote.confidence < SURE
