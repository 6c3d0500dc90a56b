import pytest

from digest.extract.keyquotes import SURE
from digest.extract.quotes import find_quotes
from pages import article

SAID = "“We have waited two years for an answer,”"


@pytest.mark.parametrize(
    ("before", "pronoun", "speaker"),
    [
        ("A shop owner in the audience stood up.", "he", "shop owner in the audience"),
        (
            "A former classmate of Lee's in Leeds described him on Monday.",
            "she",
            "former classmate of Lee's in Leeds",
        ),
        ("After the speech, a woman near the door stood up.", "she", "woman near the door"),
        ("A woman near the door stood up.", "he", "Tom Lee"),
        ("A former boss in Leeds hinted that he should look at the job.", "he", "Tom Lee"),
        ("According to Rita Moss, a farmer in Leeds, the wall is the difficult part.", "she", "Rita Moss"),
        ("A wall near the door fell down.", "he", "Tom Lee"),
    ],
)
def test_a_pronoun_behind_somebody_without_a_name_means_them(before, pronoun, speaker):
    page = article("Tom Lee spoke first on Monday.", before, f"{SAID} {pronoun} said.")
    assert [quote.speaker for quote in find_quotes(page)] == [speaker]


def test_where_nobody_else_fits_it_means_whom_the_sentence_before_brings_in():
    page = article(
        "Tom Lee spoke. But he was stopped by a small girl in the front row.", f"{SAID} she yelled."
    )
    (quote,) = find_quotes(page)
    assert (quote.speaker, quote.confidence < SURE) == ("small girl", True)
