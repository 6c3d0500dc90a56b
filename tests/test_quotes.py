from hypothesis import given, settings
from hypothesis import strategies as st

from digest.extract.quotes import find_quotes
from pages import article


def one(*paragraphs, **others):
    found = find_quotes(article(*paragraphs, **others))
    assert len(found) == 1
    return found[0]


def test_a_quotation_split_by_its_attribution_is_one_with_two_spans():
    page = article("“We waited,” said Ann Lee. “Nobody came to open the gate.”")
    (quote,) = find_quotes(page)
    assert quote.text == "We waited, Nobody came to open the gate."
    assert [page.source.text[span.start : span.end] for span in quote.spans] == [
        "We waited,",
        "Nobody came to open the gate.",
    ]


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
