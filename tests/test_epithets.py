import pytest

from digest.extract.keyquotes import SURE
from digest.extract.quotes import find_quotes
from pages import article

SAID = "“We have waited two years for an answer,”"


def speaker(*paragraphs):
    (quote,) = find_quotes(article(*paragraphs))
    return quote.speaker


@pytest.mark.parametrize(
    ("introduced", "said"),
    [
        ("Mayor Ann Lee walked the wall on Monday.", "the mayor said."),
        ("Ann Lee, the company's chief executive, walked the wall.", "the chief executive said."),
        ("Sen. Ann Lee walked the wall on Monday.", "the senator from Texas declared."),
        ("Bo met his sister, Ann Lee, at the wall.", "his sister told the paper."),
        ("Sen. Ann Lee walked the wall on Monday.", "the lawmaker said."),
        ("The film was made by director Ann Lee.", "the filmmaker tweeted."),
        ("Ann Lee, 28, walked the wall on Monday.", "the 28-year-old added."),
        ("Ann Lee walked the wall on Monday.", "the 28-year-old added."),
        ("Ann Lee walked the wall on Monday.", "the nonagenarian added."),
        ("Judge Ann Lee walked the wall on Monday.", "the judge said."),
        ("Ann Lee walked the wall on Monday.", "the Australian added."),
    ],
)
def test_an_epithet_means_the_one_who_was_introduced_by_it(introduced, said):
    assert speaker(introduced, f"{SAID} {said}") == "Ann Lee"


@pytest.mark.parametrize(
    "introduced",
    [
        "Mayor Ann Lee met Mayor Bo Ray on Monday.",
        "Ann Lee, a spokeswoman for the mayor, walked the wall on Monday.",
        "Deputy mayor Ann Lee walked the wall on Monday.",
        "Mayor Ann Lee walked the wall on Monday. A mayor of the next town came along.",
        "Ann Lee walked the wall on Monday. The mayor did not.",
    ],
)
def test_an_epithet_that_may_mean_another_stays_what_it_is(introduced):
    assert speaker(introduced, f"{SAID} the mayor said.") == "mayor"


@pytest.mark.parametrize("said", ["the rights mayor", "the mayor of a large town"])
def test_an_epithet_with_something_nobody_told_stays_what_it_is(said):
    assert speaker("Mayor Ann Lee walked the wall.", f"{SAID} {said} said.") == said.removeprefix("the ")


def test_a_wider_word_with_a_trait_nobody_has_names_nobody():
    told = "Sen. Ann Lee walked the wall on Monday."
    assert speaker(told, f"{SAID} the prize-winning lawmaker said.") == "prize-winning lawmaker"


def test_a_wider_word_is_never_sure_enough_for_a_key_quote():
    page = article("Sen. Ann Lee walked the wall.", f"{SAID} the lawmaker said.")
    assert [quote.confidence < SURE for quote in find_quotes(page)] == [True]
