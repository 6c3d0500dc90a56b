"""What the desk offers to choose from: sentences, quotations, subjects and preheaders, all of them the lead's."""

import re

import pytest

from digest.build import open_issue
from digest.editing.choices import body_sentences, quote_choices, summary_choices
from digest.editing.suggestions import PREHEADER, SUBJECT, suggestions
from pasted import FEES


@pytest.fixture
def issue(newsroom):
    def make(page=FEES, toml=""):
        toml = f'[[stories]]\nsource = "sources/fees.txt"\n{toml}'
        files = {"issues/w/issue.toml": toml, "issues/w/sources/fees.txt": page}
        return open_issue(newsroom({**files, "digest.toml": '[publication]\nname = "Quay"\n'}) / "issues/w")[
            1
        ]

    return make


def texts(each):
    return [one.text for one in each]


def test_sentences_are_ranked_and_those_shown_are_marked(issue):
    story = issue().stories[0]
    choices = summary_choices(story)
    assert [each.rank for each in choices] == list(range(1, len(choices) + 1))
    assert {each.sentence.text for each in choices if each.chosen} == {each.value for each in story.summary}
    for each in choices:
        assert FEES[each.sentence.span.start : each.sentence.span.end] == each.sentence.text


def test_every_sentence_of_the_body_can_be_pointed_at_bullets_apart(issue):
    page = f"{FEES}\nThe crews made three demands of the board on Monday:\n\n- One berth for all.\n- No night work.\n"
    article = issue(page).stories[0].article
    found = body_sentences(article)
    assert [article.source.text[each.span.start : each.span.end] for each in found] == texts(found)
    assert not any(text.startswith("-") for text in texts(found))


def test_all_quotations_are_there_with_how_sure_their_speakers_are(issue):
    page = (
        FEES
        + '\n"It is a poor deal for the larger boats and for their crews," somebody shouted from the quay.\n'
    )
    choices = quote_choices(
        issue(
            page, '[[stories.quotes]]\ntext = "Nobody should have to leave home waters over a bill,"\n'
        ).stories[0]
    )
    assert [each.chosen for each in choices][:2] == [False, False]
    assert len(choices) == 3
    assert choices[0].sure
    assert choices[0].quote.evidence


def test_suggestions_are_pieces_of_the_lead_within_their_lengths(issue):
    found = suggestions(issue())
    flat = " ".join(FEES.split())
    assert 1 <= len(found.subjects) <= 3
    assert 1 <= len(found.preheaders) <= 3
    for each, room in ((found.subjects, SUBJECT), (found.preheaders, PREHEADER)):
        for one in each:
            assert len(one.text) < room.stop
            assert one.text.strip("“”") in flat
            assert FEES[one.span.start : one.span.end].split() == one.text.strip("“”").split()


def test_suggestions_come_from_different_places(issue):
    found = suggestions(issue())
    assert len({each.source for each in found.preheaders}) == len(found.preheaders)
    assert len(set(texts(found.subjects))) == len(found.subjects)


def test_no_preheader_says_the_subject_again(issue):
    one = issue(toml="")
    assert one.subject.value not in texts(suggestions(one).preheaders)


@pytest.mark.parametrize(
    ("sentence", "piece"),
    [
        ("The board will cut its berth fees in October, which pleased every skipper at the north quay that day.",
         "The board will cut its berth fees in October"),
        ("The board will cut its berth fees in October: small boats gain the most.",
         "The board will cut its berth fees in October"),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_before_a_clause_that_only_adds(issue, sentence, piece):
    found = suggestions(issue(toml=f'headline = "x"\nstandfirst = "{sentence}"\n'))
    assert piece in texts(found.subjects)


@pytest.mark.parametrize(
    "sentence",
    [
        "The board will cut its berth fees in October, because it must, unless the minister says no.",
        "The board will cut its berth fees in October, as long as nobody else asks it not to do so.",
        "The board of the north quay and the harbour, which met on Monday, will not cut its fees.",
        "The new board will soon cut its berth fees – but not this year or next, its chair made clear.",
    ],
)
def test_nothing_is_cut_off_that_takes_back_what_stays(issue, sentence):
    found = suggestions(issue(toml=f'headline = "x"\nstandfirst = "{sentence}"\n'))
    for each in (*found.subjects, *found.preheaders):
        assert each.text == sentence[:-1] or not sentence.startswith(each.text) or each.source == "headline"


def test_quotations_keep_their_marks_and_are_whole_sentences(issue):
    for each in (*suggestions(issue()).subjects, *suggestions(issue()).preheaders):
        if each.source == "quotation":
            assert re.fullmatch("“.+”", each.text)
