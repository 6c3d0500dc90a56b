import pytest

from digest.extract.quotes import find_quotes
from pages import article

SAID = "“We have waited two years for an answer.”"


@pytest.mark.parametrize(
    ("clause", "speaker"),
    [
        ("As Ann Lee, the head of Acre Homes wrote in the Weekly, {}", "Ann Lee"),
        ("Bo was calm that day, Ann Lee, his sister told the Weekly: {}", "Ann Lee"),
        ("Tom Ray met Ann Lee, the porter said: {}", "porter"),
        ("Ann Lee, who also made a film about producer Bo Ray, said: {}", "Ann Lee"),
        ("Rosie (Ann Lee) sits down, saying: {}", "Rosie"),
        ("According to the critic Ann Lee's review, {}", "Ann Lee"),
        ("One commenter on Ann Lee's essay said: {}", "commenter on Ann Lee's essay"),
        ("A reader, identified as Ann Lee, said: {}", "Ann Lee"),
        ("A reader called Ann Lee said: {}", "Ann Lee"),
        ("Tom and Ann Lee said: {}", "Tom and Ann Lee"),
    ],
)
def test_the_head_of_the_phrase_speaks(clause, speaker):
    (quote,) = find_quotes(article(clause.format(SAID)))
    assert quote.speaker == speaker
