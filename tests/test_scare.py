import pytest

from digest.extract.body import body_of
from digest.extract.quotation import find_quotations
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
    ],
)
def test_what_was_said_is_no_name(paragraph):
    assert not named(paragraph)
