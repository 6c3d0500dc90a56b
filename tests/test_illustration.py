"""A story's lead image is the page's, unless the editor says otherwise."""

import pytest

from digest.build import open_issue
from digest.errors import MistakesError
from digest.model import Layout, Origin, Picture

PAGE = """---
title: Harbour board cuts its fees
image: https://example.org/quay.jpg
---
The board cut its fees on Monday after a year of talks with the owners of small boats.

It said that the new fees would hold until the spring.
"""
OWN = Picture(url="https://example.org/quay.jpg")


@pytest.fixture
def story(newsroom):
    def opened(toml="", page=PAGE):
        files = {"a.md": page, "images/crane.png": b"\x89PNG"}
        lines = f'[[stories]]\nsource = "a.md"\n{toml}'
        return open_issue(newsroom({"issue.toml": lines, **files}))[1].stories[0]

    return opened


def told(story, toml, page=PAGE):
    with pytest.raises(MistakesError) as caught:
        story(toml, page)
    return str(caught.value)


def test_the_pages_own_image_is_taken(story):
    image = story().image
    assert (image.value, image.origin) == (OWN, Origin.ARTICLE)


def test_a_page_without_one_gives_none(story):
    assert story(page=PAGE.replace("image:", "picture-of:")).image.value is None


def test_false_means_none(story):
    image = story("image = false").image
    assert (image.value, image.origin) == (None, Origin.EDITOR)


def test_a_file_of_the_editors_takes_nothing_from_the_pages_image(story):
    page = PAGE.replace("image: https", "image: {url: 'https").replace("jpg\n", "jpg', credit: Bo Ray}\n")
    assert story(page=page).image.value.credit == "Bo Ray"
    image = story('[stories.image]\nfile = "images/crane.png"\nalt = "A crane"', page).image
    assert image.value == Picture(file="images/crane.png", alt="A crane")
    assert (image.origin, image.parts) == (Origin.EDITOR, {})


def test_words_for_the_pages_image_are_laid_over_it(story):
    image = story('[stories.image]\nalt = "A quay"\nwidth = 1200\nheight = 800').image
    assert image.value == Picture(url=OWN.url, alt="A quay", width=1200, height=800)
    assert (image.origin, image.parts) == (Origin.EDITOR, {"url": Origin.ARTICLE})


def test_the_pages_own_address_again_is_the_same_image(story):
    page = PAGE.replace("image: https", "image: {url: 'https").replace("jpg\n", "jpg', credit: Bo Ray}\n")
    image = story(f'[stories.image]\nurl = "{OWN.url}"\nalt = "A quay"', page).image
    assert (image.value.credit, image.parts) == ("Bo Ray", {"credit": Origin.ARTICLE})


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("image = true", "issue.toml:3: stories[1].image: expected a table or false, got true"),
        (
            '[stories.image]\nfile = "images/cran.png"',
            'issue.toml:4: stories[1].image.file: there is no file "im',
        ),
        ('[stories.image]\nfile = "https://example.org/a.png"', "image.file: expected the path of a picture"),
        ('[stories.image]\nfile = "images/crane.png"\nurl = "https://a.example/"', "give either file or url"),
        ("[stories.image]\nwidth = 0", "image.width: expected a number of pixels, got 0"),
        ('[stories.image]\nalternative = "x"', 'unknown key "alternative"'),
        ('layout = "third"', "issue.toml:3: stories[1].layout: expected one of full, half"),
    ],
)
def test_a_mistake_is_told_with_its_line(story, toml, message):
    assert message in told(story, toml)


def test_words_for_an_image_that_is_not_there_are_a_mistake(story):
    page = PAGE.replace("image:", "picture-of:")
    assert "stories[1].image: the article has no image" in told(story, '[stories.image]\nalt = "x"', page)


def test_a_story_is_full_wide_unless_the_editor_halves_it(story):
    assert story().layout is Layout.FULL
    assert story('layout = "half"').layout is Layout.HALF
