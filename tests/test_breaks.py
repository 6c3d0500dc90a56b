"""Quotations over paragraph breaks, run-together paragraphs and lost marks."""

import pytest

from digest.extract.body import body_of
from digest.extract.quotation import find_quotations
from digest.extract.quotes import find_quotes
from pages import article


def quotations(*paragraphs):
    body = body_of(article(*paragraphs))
    return [[body.text[part.start : part.end] for part in found.parts] for found in find_quotations(body)]


def test_a_break_inside_a_quotation_does_not_end_it():
    assert quotations(
        'Nobody knew. "We sail at dawn.', 'The crew is ready," said Ann Lee. "We are late.'
    ) == [
        ["We sail at dawn.", "The crew is ready,"],
        ["We are late."],
    ]


def test_several_breaks_inside_a_quotation_do_not_end_it():
    assert quotations('"We sail at dawn.', "The crew is ready.", 'Nobody is afraid." Lee left.') == [
        ["We sail at dawn.", "The crew is ready.", "Nobody is afraid."]
    ]


def test_what_is_nested_behind_a_break_stays_inside():
    assert quotations('"Is it safe?', 'Is it just "a big lake" to you?', 'Give up and sail." Lee left.') == [
        ["Is it safe?", 'Is it just "a big lake" to you?', "Give up and sail."]
    ]
    assert quotations("It \"went from 'Is it safe?", "May we go?' to 'We must go.' \" said Lee.") == [
        ["went from 'Is it safe?", "May we go?' to 'We must go.'"]
    ]


def test_single_marks_go_on_over_a_break_too():
    assert quotations("Lee said: 'Our boats are ready.", "We sail at dawn,' and left.") == [
        ["Our boats are ready.", "We sail at dawn,"]
    ]


def test_words_that_attribute_end_the_wait_for_a_closing_mark():
    found = quotations('"We sail at dawn.', "The crew is ready, Ann Lee said.", 'It is late," he added.')
    assert found[0] == ["We sail at dawn."]


def test_a_reporter_s_paragraphs_are_not_taken_for_what_was_said():
    told = ["The mayor opened the hall.", "The clerk read the list.", "The council rose at noon."]
    found = quotations(
        '"We sail at dawn. It is late.', *told, 'The vote, the clerk told them, was lost," and so on.'
    )
    assert found == [["We sail at dawn."]]
    spoken = ["We opened the hall.", "I read you the list.", "They came at noon."]
    assert quotations('"We sail at dawn.', *spoken, 'It is late." Lee left.') == [
        ["We sail at dawn.", *spoken, "It is late."]
    ]


def test_he_said_inside_a_quotation_does_not_end_the_wait():
    assert quotations('"Maybe he is not as rich as he says he is.', 'We shall see." Lee left.') == [
        ["Maybe he is not as rich as he says he is.", "We shall see."]
    ]


def test_a_nested_mark_may_open_the_next_paragraph():
    assert quotations("“Nobody can be held as a slave...", "‘Except as a punishment.’” Lee left.") == [
        ["Nobody can be held as a slave...", "‘Except as a punishment.’"]
    ]


def test_a_mark_left_open_does_not_swallow_the_rest_of_the_article():
    told = [f"The mayor walked to pier {number} and looked at the sea." for number in range(20)]
    assert quotations('"We sail at dawn. The crew is ready.', *told, 'It was late" at the end.') == [
        ["We sail at dawn."]
    ]


def test_a_mark_set_again_in_a_paragraph_goes_on():
    assert quotations('"The port is dying. Nobody came to help. "But the sea is calm." Lee left.') == [
        ["The port is dying. Nobody came to help.", "But the sea is calm."]
    ]


def test_a_mark_set_again_behind_a_break_goes_on_when_somebody_speaks():
    assert quotations(
        '"The port is dying.', 'We know it, and we are sad. "But the sea is calm." Lee left.'
    ) == [["The port is dying.", "We know it, and we are sad.", "But the sea is calm."]]
    assert quotations('"The port is dying.', 'The mayor left at noon. "The sea is calm," said Ray.') == [
        ["The port is dying."],
        ["The sea is calm,"],
    ]


def test_a_lost_closing_mark_is_not_found_behind_another_s_words():
    assert quotations('"The port is dying, said Lee. It was late. "The sea is calm," said Ray.') == [
        ["The port is dying,"],
        ["The sea is calm,"],
    ]
    assert quotations('"The port is dying. In his reply, Ray said: "The sea is calm."') == [
        ["The port is dying."],
        ["The sea is calm."],
    ]


def test_a_fragment_without_its_end_ends_with_its_sentence():
    assert quotations('The mayor said "we must act now. The port was empty. A ship came in.') == [
        ["we must act now."]
    ]


def test_a_lost_opening_mark_gives_the_sentence_before_the_attribution():
    assert quotations('The port is old. We must act now," said Ann Lee. "It is dying."') == [
        ["We must act now,"],
        ["It is dying."],
    ]
    assert quotations('The port is old" and nobody came.') == []


def test_the_last_mark_may_be_of_the_wrong_kind():
    assert quotations("“One.", "“Two.", '“Three." The mayor left.') == [["One.", "Two.", "Three."]]


def test_a_phrase_left_open_does_not_go_on_in_a_paragraph_that_opens():
    assert quotations(
        'They say they used "the old way and the "sea" was calm.', '"It is late," said Ray.'
    ) == [
        ["sea"],
        ["It is late,"],
    ]


def test_what_was_parted_is_joined_with_all_its_places():
    page = article('Nobody knew. "We sail at dawn.', 'The crew is ready," said Ann Lee. "We are late now."')
    (quote,) = find_quotes(page)
    assert quote.text == "We sail at dawn.\n\nThe crew is ready,\n\nWe are late now."
    assert [page.source.text[span.start : span.end] for span in quote.spans] == quote.text.split("\n\n")


def test_neither_a_title_nor_a_phrase_is_joined_to_what_was_said():
    texts = [
        quote.text
        for paragraph in (
            '"The port is dying and we know it," said Ann Lee, author of "The Last Harbour".',
            '"The port is dying and we know it," said Ann Lee (her "first love" is the sea).',
        )
        for quote in find_quotes(article(paragraph))
    ]
    assert texts == ["The port is dying and we know it,"] * 2


def test_an_answer_is_not_given_to_the_one_who_asked():
    quotes = find_quotes(
        article('"Will it float in the spring?" Ann Lee asked Bo Ray. "Yes, it will float."')
    )
    assert [(quote.text, quote.speaker) for quote in quotes] == [
        ("Will it float in the spring?", "Ann Lee"),
        ("Yes, it will float.", ""),
    ]


@pytest.mark.parametrize("words", ["Never again.", "You.", "Not now!"])
def test_a_few_words_behind_a_colon_are_a_quotation(words):
    (quote,) = find_quotes(article(f'Asked who would pay, Ann Lee said: "{words}"'))
    assert (quote.text, quote.speaker) == (words, "Ann Lee")
