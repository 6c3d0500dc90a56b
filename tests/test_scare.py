import pytest

from digest.extract.body import body_of
from digest.extract.quotation import find_quotations
from digest.extract.quotes import find_quotes
from digest.extract.scare import is_name, is_title
from pages import article


def named(paragraph):
    body = body_of(article(paragraph))
    part = find_quotations(body)[0].parts[0]
    words = body.text[part.start : part.end].split()
    return is_name(body.text, part, words) or is_title(words)


@pytest.mark.parametrize(
    "paragraph",
    [
        "A new “ministerial group on harbour technology” would meet.",
        "Her talk, “How Ports Will Change the Coast”, is on Friday.",
        "The scheme called “berths for small boats” is over.",
        "He is listed as an “Honoured friend of the port.”",
        "Her film “A Day at Sea” is out.",
        "The word is Dutch, meaning “to wait for the tide.”",
        "She read from “What the Old Harbour Knew, and Why the Keepers of the Light Would Never Tell Anyone.”",
        "The song, “Waiting for Rain”, plays on.",
    ],
)
def test_names_and_titles_are_told(paragraph):
    assert named(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "It was “a disgrace that nobody saw coming”.",
        "He said it “would cost the port a fortune” to build.",
        "The “worst thing we have ever done” was to wait.",
        "She asked: “Why did Nobody come?”",
        "She shouted: “Here Comes Lee. Here Comes Everybody.”",
        "He wrote: “LEAVE OUR PORT ALONE AND GO BACK TO WHERE YOU ALL CAME FROM NOW”",
        "He gave it a “bad name for years to come”.",
    ],
)
def test_what_was_said_is_no_name(paragraph):
    assert not named(paragraph)


@pytest.mark.parametrize(
    ("paragraph", "kept"),
    [
        ("Papers must be “typed on both sides” by law.", False),
        ("The rule was made to stop “theft of rope” at sea.", False),
        (
            "The rule was made to stop “theft of rope or of any other gear that a ship may carry” at sea.",
            True,
        ),
        ("Her report says “we waited too long”.", True),
        ("Ann Lee said it “was far too late”.", True),
    ],
)
def test_a_short_phrase_that_nobody_says_is_no_quotation(paragraph, kept):
    assert bool(find_quotes(article(paragraph))) is kept
