"""A letter whose pictures are not shown says as much as one whose pictures are."""

import pytest

from browsing import WIDTHS, at_width, opened
from looking import CUT, FAINT, SIDEWAYS, UNTOLD, WORDS


@pytest.fixture
def bare(browser, letter, scheme):
    with opened(browser, letter, scheme, images=False) as page:
        yield page


def test_every_word_is_there_and_the_pictures_words_stand_in_their_place(bare, page):
    assert bare.evaluate(WORDS) == at_width(page, WIDTHS[0]).evaluate(WORDS)
    assert bare.evaluate("[...document.images].filter(image => !image.hasAttribute('alt')).length") == 0
    assert bare.evaluate(FAINT) == []
    for width in WIDTHS:
        at_width(bare, width)
        assert bare.evaluate(SIDEWAYS) <= 0, width
        assert bare.evaluate(CUT) == [], width
        assert bare.evaluate(UNTOLD) == [], width
