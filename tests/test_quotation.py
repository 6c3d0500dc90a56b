import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.extract.body import body_of
from digest.extract.quotation import find_quotations
from digest.extract.quotes import find_quotes
from pages import article


def quotations(*paragraphs, **others):
    body = body_of(article(*paragraphs, **others))
    return [[body.text[part.start : part.end] for part in found.parts] for found in find_quotations(body)]


@pytest.mark.parametrize(
    "paragraph",
    [
        '"We will build it," she said.',
        "“We will build it,” she said.",
        "'We will build it,' she said.",
        "‘We will build it,’ she said.",
        "«We will build it,» she said.",
        "»We will build it,« she said.",
        "„We will build it,“ she said.",
        "‚We will build it,‘ she said.",
        "”We will build it,” she said.",
        '“We will build it," she said.',
        '"We will build it,” she said.',
        "(“We will build it,” she said.)",
        "She said —“We will build it,”— and left.",
    ],
)
def test_every_kind_of_mark_is_read(paragraph):
    assert quotations(paragraph) == [["We will build it,"]]


def test_apostrophes_are_no_marks():
    assert quotations("It's the ministers' plan, O'Hara's idea and the '90s were no 'fun'.") == [["fun"]]
    assert quotations("Rock ’n’ roll isn’t dead in the dockers’ club, and it won’t die.") == []


def test_a_possessive_inside_single_marks_does_not_close_them():
    assert quotations("'The ministers' plan isn't ours,' he said. 'It won't do.'") == [
        ["The ministers' plan isn't ours,"],
        ["It won't do."],
    ]


def test_nested_marks_belong_to_the_outer_quotation():
    assert quotations("“He called it ‘a gift’ and “a prize” to me,” she said.") == [
        ["He called it ‘a gift’ and “a prize” to me,"]
    ]
    assert quotations("'He said \"never\" to me,' she said.") == [['He said "never" to me,']]
    assert quotations('"The form asks: “Are you well?” I am," he said.') == [
        ["The form asks: “Are you well?” I am,"]
    ]


def test_a_quotation_goes_on_over_paragraphs_that_all_open_and_close_once():
    assert quotations("“One, he said.", "“Two.", "“Three.”", "“Four.”") == [
        ["One, he said.", "Two.", "Three."],
        ["Four."],
    ]


def test_a_crosshead_does_not_break_a_quotation_that_goes_on():
    assert quotations("“One.", "Money", "“Two.”", crossheads=("Money",)) == [["One.", "Two."]]


def test_another_kind_of_mark_begins_another_quotation():
    assert quotations('"One goes on.', "“Two,” he said.") == [["One goes on."], ["Two,"]]


def test_a_lost_closing_mark_is_found_before_the_attribution():
    assert quotations('"We must act now, said Ann Lee.') == [["We must act now,"]]
    assert quotations('"We must act now, she told the board.', "The end.") == [["We must act now,"]]


def test_a_transcript_starts_a_quotation_with_each_label():
    body = body_of(article('"SMITH: Who pays?', '"LEE: You do.', '"And gladly."'))
    found = find_quotations(body)
    assert [quotation.label for quotation in found] == ["SMITH", "LEE"]
    assert [body.text[part.start : part.end] for part in found[1].parts] == ["You do.", "And gladly."]


def test_a_mark_with_space_on_both_sides_can_only_close():
    assert quotations('"We will build it. " he said. A " stray one.') == [["We will build it."]]


def test_inches_and_stray_marks_are_left_alone():
    assert quotations('A 12" pipe and a 6\'3" man passed.') == []
    assert quotations('He closed" nothing.') == []


@given(st.lists(st.text(alphabet="abI .,?1\"“”'‘’«»„\n:SMITH", max_size=40), max_size=6))
def test_parts_stand_in_order_inside_their_paragraphs(paragraphs):
    page = article(*paragraphs)
    body = body_of(page)
    last = -1
    for quotation in find_quotations(body):
        for part in quotation.parts:
            line = body.lines[part.line]
            assert last <= part.opens <= part.start < part.end <= part.closes
            assert line.start <= part.opens
            assert part.closes <= line.end
            assert body.text[part.start : part.end].strip() == body.text[part.start : part.end]
            last = part.closes
    for quote in find_quotes(page):
        said = [page.source.text[span.start : span.end].replace("\n", " ") for span in quote.spans]
        assert "\n\n".join(said) == quote.text


@pytest.mark.parametrize("unit", ['"A. ', '"a "b" ', "'As' b ", '“a "b ‘c « ', '12" '])
def test_a_hundred_thousand_marks_are_read(unit):
    marks = sum(map(unit.count, "\"“‘'«"))
    find_quotations(body_of(article("x " + unit * (100_000 // marks))))
    find_quotations(body_of(article(*["x " + unit * (30 // marks)] * 3_000)))


@given(st.lists(st.text(max_size=60), max_size=5))
def test_no_text_raises(paragraphs):
    find_quotations(body_of(article(*paragraphs)))
