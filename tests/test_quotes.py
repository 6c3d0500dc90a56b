import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.extract.keyquotes import SURE
from digest.extract.quotes import find_quotes
from pages import article


def one(*paragraphs, **others):
    found = find_quotes(article(*paragraphs, **others))
    assert len(found) == 1
    return found[0]


def test_a_quotation_split_by_its_attribution_is_one_with_two_spans():
    page = article("“We waited,” said Ann Lee. “Nobody came to open the gate.”")
    (quote,) = find_quotes(page)
    assert quote.text == "We waited,\n\nNobody came to open the gate."
    assert [page.source.text[span.start : span.end] for span in quote.spans] == [
        "We waited,",
        "Nobody came to open the gate.",
    ]


@pytest.mark.parametrize(
    "between",
    [
        "said Ann Lee, chief executive of Acme.",
        "said Ann Lee, who runs the port and keeps bees.",
        "Ann Lee, head of the port, told the committee on Monday.",
        "said a spokesperson for Acme.",
        "according to Ann Lee, the harbour master.",
    ],
)
def test_whatever_the_attribution_tells_it_splits_one_quotation(between):
    quote = one(f"“We built a new quay,” {between} “I would rather build two.", "“Or three.”")
    assert quote.text == "We built a new quay,\n\nI would rather build two.\n\nOr three."
    assert len(quote.spans) == 3


def test_a_part_in_single_marks_that_runs_on_is_no_apostrophe():
    quote = one("'We built a quay,' said Ann Lee. 'I would build two.", "'I'd build three.'")
    assert quote.text == "We built a quay,\n\nI would build two.\n\nI'd build three."


def test_a_sentence_split_in_its_middle_is_one_quotation():
    assert one("“And that,” Ann Lee said, “is all we have.”").text == "And that,\n\nis all we have."


def test_doubled_single_marks_are_left_alone():
    assert one("“It is 5'6'' tall,” said Ann Lee.").text == "It is 5'6'' tall,"


def test_a_phrase_of_a_rule_is_nobody_s_words():
    assert find_quotes(article("The order says papers must be “typed on both sides of the sheet”.")) == ()
    assert find_quotes(article("The deed covers “all the land below the second gate”.")) == ()
    assert one("Ann Lee said papers must be “typed on both sides of the sheet”.").speaker == "Ann Lee"


def test_a_noun_that_looks_like_a_verb_of_saying_attributes_nothing():
    assert find_quotes(article("Night calls will be “taken in the order in which they come”.")) == ()


def test_a_pronoun_between_two_people_of_open_sex_is_below_the_bar():
    page = article("Osric Vane met Quenby Sole at the port.", "“We will open the second gate,” she said.")
    (quote,) = find_quotes(page)
    assert quote.confidence < SURE


def test_two_quotations_with_more_than_an_attribution_between_them_stay_two():
    page = article("“We waited all day,” said Ann Lee. She was tired. “Nobody came to open.”")
    assert [quote.text for quote in find_quotes(page)] == ["We waited all day,", "Nobody came to open."]
    page = article("“We waited all day,” Ann Lee said, adding: “Nobody came to open.”")
    assert [quote.text for quote in find_quotes(page)] == ["We waited all day,", "Nobody came to open."]


def test_paragraphs_of_one_quotation_are_joined_by_a_blank_line():
    quote = one("Ann Lee spoke.", "“We came early and we waited.", "“Then we went home,” she said.")
    assert quote.text == "We came early and we waited.\n\nThen we went home,"
    assert quote.paragraph == 1
    assert quote.speaker == "Ann Lee"


def test_spans_slice_the_source_of_a_hard_wrapped_paragraph():
    page = article("The head of the port, Ann Lee, said: “We have\nnever been so busy\nas today.”")
    (quote,) = find_quotes(page)
    assert quote.text == "We have never been so busy as today."
    assert page.source.text[quote.spans[0].start : quote.spans[0].end].replace("\n", " ") == quote.text


def test_quotations_in_a_list_are_found_with_their_places():
    page = article(
        "Readers wrote:", "• “It is far too dear,” says Ann Lee.\n• “It is not dear enough,” says Bo Ray."
    )
    assert [(quote.text, quote.speaker, quote.paragraph) for quote in find_quotes(page)] == [
        ("It is far too dear,", "Ann Lee", 1),
        ("It is not dear enough,", "Bo Ray", 1),
    ]
    for quote in find_quotes(page):
        assert page.source.text[quote.spans[0].start : quote.spans[0].end] == quote.text


def test_crossheads_are_no_place_for_quotations():
    assert find_quotes(article("“A bridge too far away”", crossheads=("“A bridge too far away”",))) == ()


def test_the_headline_is_never_quoted():
    assert find_quotes(article("Nothing was said.", headline="Ann Lee: “This is the end of it all”")) == ()


def test_titles_and_names_in_marks_are_no_quotations():
    assert find_quotes(article("Her book, “The Long Road to Better Harbours”, is out.")) == ()
    assert find_quotes(article("Bo Ray said the ‘new berths for small boats’ would open in May.")) == ()


def test_a_short_answer_is_kept_where_it_is_plainly_speech():
    assert one("“Never,” said Ann Lee.").speaker == "Ann Lee"
    assert find_quotes(article("Ann Lee called it “a gift” to the town.")) == ()


def test_evidence_points_at_the_words_that_decided():
    page = article("Port minister Ann Lee came.", "“We will open the second gate,” she said.")
    (quote,) = find_quotes(page)
    words = [page.source.text[span.start : span.end] for span in quote.evidence]
    assert words == ["Port minister", "she", "said"]


def test_nobody_to_name_gives_an_empty_speaker_without_confidence():
    quote = one("“It was a long and very cold winter here.”")
    assert (quote.speaker, quote.confidence) == ("", 0.0)


def test_a_pronoun_of_the_other_sex_borrows_nobody():
    page = article("“We are going to be fine,” said Ann Lee. “Are we going to be,” he asked.")
    assert [quote.speaker for quote in find_quotes(page)] == ["Ann Lee", ""]


def test_a_transcript_of_thousands_of_paragraphs_is_read_whole():
    paragraphs = [
        "“We are all going to be fine here,” said Ann Lee. “Are we,” Bo Ray asked, “or not?”"
    ] * 3000
    assert len(find_quotes(article(*paragraphs))) == 6000


WORDS = "\" “ ” ' ‘ ’ « » , . ? : Lee he She said told who and minister Dr it adding the pair"
PIECES = st.sampled_from(
    [*WORDS.split(), " ", "\n", "\x00", "\ue000", "Ann Lee", " said ", "according to ", "SMITH: "]
)


@settings(max_examples=300)
@given(st.lists(st.lists(PIECES, max_size=30).map("".join), max_size=5))
def test_whatever_is_pasted_quotes_are_verbatim_and_in_order(paragraphs):
    page = article(*paragraphs)
    last = -1
    for quote in find_quotes(page):
        words = [page.source.text[span.start : span.end] for span in quote.spans]
        assert "".join("".join(words).split()) == "".join(quote.text.split())
        assert 0 <= quote.confidence <= 1
        for span in quote.spans:
            assert last < span.start < span.end
            last = span.end


@given(st.text(max_size=300))
def test_no_text_raises(text):
    find_quotes(article(text))
