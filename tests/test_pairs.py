"""Marks within one paragraph: which are quotation marks at all, and which go together."""

import pytest

from digest.extract.body import body_of
from digest.extract.quotation import find_quotations
from pages import article


def outer(paragraph):
    body = body_of(article(paragraph))
    return [body.text[part.start : part.end] for found in find_quotations(body) for part in found.parts]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The 6'2\" keeper stood beside a 12\" pipe for 90' without a word.",
        'At 50° 30\' 12" north they lost 6" of rope.',
        "The '90s were good, and rock 'n' roll outlived the '60s crowd.",
        "The dockers' union and the ministers' aides met at O'Hara's.",
    ],
)
def test_measures_decades_and_possessives_have_no_quotation_marks(paragraph):
    assert outer(paragraph) == []


def test_inches_inside_a_quotation_do_not_close_it():
    assert outer('"The pipe is 12" wide and it leaks," said Lee.') == ['The pipe is 12" wide and it leaks,']
    assert outer('"It is 6\'2" and I am 5\'10" tall," said Lee.') == ["It is 6'2\" and I am 5'10\" tall,"]


def test_single_marks_hold_possessives_and_clipped_words():
    assert outer("'I'm goin' home, like the dockers' boats,' he said. 'It's the '90s again.'") == [
        "I'm goin' home, like the dockers' boats,",
        "It's the '90s again.",
    ]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ('He said: "I told her, "Go home." She went." Then he left.', 'I told her, "Go home." She went.'),
        ("He called it 'a \"good\" plan' and left.", 'a "good" plan'),
        ("«Elle a dit “jamais” et “non”», a dit Anne.", "Elle a dit “jamais” et “non”"),
        ("„Sie nannte es ‚den Zaun‘ und ging“, sagte Anna.", "Sie nannte es ‚den Zaun‘ und ging"),
        ("“He told me, ‘Go,’ and ‘never come back,’” she said.", "He told me, ‘Go,’ and ‘never come back,’"),
        ("“It is ‘a mess,’ ” she said.", "It is ‘a mess,’"),
    ],
)
def test_what_is_nested_stays_inside(paragraph, found):
    assert outer(paragraph) == [found]


def test_a_space_lost_or_added_beside_a_mark_does_no_harm():
    assert outer('"We act now,"said Lee."The port is dying."') == ["We act now,", "The port is dying."]
    assert outer('"We act", said Lee, " before it dies ".') == ["We act", "before it dies"]
    assert outer("” … we act now,” said Lee.") == ["… we act now,"]


def test_a_stray_opening_mark_leaves_the_quotation_behind_it_alone():
    assert outer('The crew "had "butterflies in the stomach" at the start.') == ["butterflies in the stomach"]


def test_a_mark_in_a_script_without_spaces_goes_by_its_shape():
    assert outer("港长说：“我们明天开工。”他随后离开了“旧港”码头。") == ["我们明天开工。", "旧港"]


def test_each_quotation_of_a_sentence_is_one():
    assert outer("He asked “why?” and she said “because we must” and “so it goes”.") == [
        "why?",
        "because we must",
        "so it goes",
    ]
