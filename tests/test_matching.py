"""Headlines matched with known ones: sure only where nothing that makes news differs."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Link
from digest.sources.feeds.matching import match


def among(headline, *titles):
    return match(
        headline, [Link(title=title, url=f"https://quays.test/{n}") for n, title in enumerate(titles)]
    )


SAME = {
    "capitals": ("HARBOUR BOARD CUTS FEES", "Harbour board cuts fees"),
    "typographic marks": ("‘We won’t pay’: dockers – and pilots", "'We won't pay': dockers - and pilots"),
    "accents": ("Café owners’ fees rise again", "Cafe owners' fees rise again"),
    "entities": ("Smith &amp; Sons buy the old quay", "Smith & Sons buy the old quay"),
    "an ampersand": ("Smith and Sons buy the old quay", "Smith & Sons buy the old quay"),
    "a label on one side": ("EXCLUSIVE: Board cuts fees", "Board cuts fees"),
    "different labels": ("Updated | Board cuts fees", "[Video] Board cuts fees"),
    "thousands": ("Board lets 1,200 berths go", "Board lets 1200 berths go"),
    "spaces": ("Board\u00a0cuts  fees", "Board cuts fees"),
    "no spaces at all": ("港湾局が手数料を引き上げる方針", "港湾局が手数料を引き上げる方針"),
    "an article left out": ("Board cuts the fees of the western harbour for good", "Board cuts fees of the western harbour for good"),
    "British and American": ("Board names a new manager for its harbour in the west", "Board names a new manager for its harbor in the west"),
}  # fmt: skip


@pytest.mark.parametrize("case", SAME)
def test_the_same_headline_is_found_for_sure_whatever_its_dress(case):
    found = among(SAME[case][0], "Cranes stand still at the quay", SAME[case][1])
    assert (found.url, found.sure) == ("https://quays.test/1", True)
    assert found.score >= 0.95


OTHER_NEWS = {
    "a figure": ("Fees rise 5%", "Fees rise 7%"),
    "a figure in a long headline": ("Harbour fees rise by 5% for the third year in a row", "Harbour fees rise by 7% for the third year in a row"),
    "a sign": ("Trade growth of -5% expected next year", "Trade growth of 5% expected next year"),
    "a currency": ("Harbour board borrows £5m for its new gates", "Harbour board borrows €5m for its new gates"),
    "a decimal": ("Harbour fees rise 1.5% after a long dispute", "Harbour fees rise 15% after a long dispute"),
    "a number word": ("Two dockers hurt as the crane at the western quay falls", "Ten dockers hurt as the crane at the western quay falls"),
    "a not": ("Harbour board will raise its fees this coming spring", "Harbour board will not raise its fees this coming spring"),
    "a won't": ("Harbour board can raise the fees of its tenants in spring", "Harbour board can't raise the fees of its tenants in spring"),
    "a name": ("Minister Johnson to open the new western harbour in spring", "Minister Johnston to open the new western harbour in spring"),
    "a short verb": ("Board to raise the fees of large vessels in the coming spring", "Board to waive the fees of large vessels in the coming spring"),
    "an un-": ("Harbour board calls the union's strike over fees lawful", "Harbour board calls the union's strike over fees unlawful"),
    "who did it": ("Dog bites man in the western harbour", "Man bites dog in the western harbour"),
    "a sign without spaces": ("港湾局が手数料を引き上げる方針", "港湾局が手数料を引き下げる方針"),
    "more told": ("Harbour board cuts fees", "Harbour board cuts fees after three years of losses"),
    "a round-up's name": ("Market report", "Market report"),
}  # fmt: skip


@pytest.mark.parametrize("case", OTHER_NEWS)
def test_what_may_be_other_news_is_never_sure(case):
    one, other = OTHER_NEWS[case]
    for headline, known in ((one, other), (other, one)):
        found = among(headline, known)
        assert found is None or not found.sure


def test_an_unsure_match_is_offered_with_its_score():
    found = among(
        "Why do the cranes stand still?", "Board cuts fees", "Why do the cranes stand still at the quay?"
    )
    assert found.title == "Why do the cranes stand still at the quay?"
    assert not found.sure
    assert 0.75 <= found.score < 1


@pytest.mark.parametrize("titles", [(), ("Cranes stand still",), ("",), ("!!!",)])
def test_unlike_headlines_do_not_match(titles):
    assert among("Harbour board cuts its fees", *titles) is None


@pytest.mark.parametrize("headline", ["", "?", "— …"])
def test_what_has_no_words_matches_nothing(headline):
    assert among(headline, headline, "Board cuts fees") is None


def test_a_headline_at_two_addresses_is_not_sure_and_at_one_twice_is():
    assert not among("Board cuts fees", "Board cuts fees", "Board cuts fees").sure
    twice = [Link(title="Board cuts fees", url="https://quays.test/fees")] * 2
    assert match("Board cuts fees", twice).sure


def test_the_same_label_decides_between_a_film_and_an_article():
    titles = ("Crane falls into dock", "Video: Crane falls into dock")
    assert among("Crane falls into dock", *titles).url == "https://quays.test/0"
    assert among("VIDEO: Crane falls into dock", *titles).url == "https://quays.test/1"
    assert among("Crane falls into dock", *titles).sure


def test_links_without_an_address_are_passed():
    assert match("Board cuts fees", [Link(title="Board cuts fees")]) is None


WORDS = st.lists(st.text(string.ascii_lowercase, min_size=2, max_size=9), min_size=3, max_size=12)


@given(WORDS, st.sampled_from([str.upper, str.title, "“{}”".format, "Exclusive: {}".format, " {}  ".format]))
def test_any_headline_is_surely_itself_in_another_dress(words, dress):
    headline = " ".join(words)
    found = among(dress(headline), headline)
    assert (found.score, found.sure) == (1.0, True)


@given(WORDS, st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 12))
def test_no_two_figures_are_surely_one(words, one, other, place):
    def told(figure):
        return " ".join([*words[:place], str(figure), *words[place:]])

    found = among(told(one), told(other))
    assert one == other or found is None or not found.sure


@given(WORDS, st.sampled_from(["not", "no", "never", "without", "nobody", "against"]), st.integers(0, 12))
def test_no_negation_is_surely_passed_over(words, negation, place):
    found = among(" ".join(words), " ".join([*words[:place], negation, *words[place:]]))
    assert found is None or not found.sure


@given(st.text(max_size=40), st.lists(st.text(max_size=40), max_size=5))
def test_any_headlines_match_or_do_not(headline, titles):
    found = among(headline, *titles)
    assert found is None or (found.title in titles and 0.75 <= found.score <= 1)
    swapped = among(titles[0], headline) if len(titles) == 1 else None
    assert swapped is None or found is None or swapped.score == found.score
