"""The text part of every letter: wrapped, without markup, with the words and links of the HTML, each in its place."""

import re

from issues_for_render import Page

WIDTH = 72
ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?")
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]{2,8}|#\d+);|\{\{.*?\}\}|\{%.*?%\}")
MARK = re.compile(r"^\s*(?:\d\.|[*—-])\s", re.MULTILINE)


def words(text):
    return re.findall(r"[^\W_]+", text.casefold())


def shown(letter):
    """What the HTML says: with the logo's words, and without who took the pictures, which the text has none of."""
    brand, html = letter.issue.publication.brand, letter.html
    html = re.sub(rf'<img [^>]*alt="({re.escape(brand.logo_alt)})"[^>]*>', r"\1", html, count=1)
    said = Page(html).text
    for story in letter.issue.stories:
        if story.image.value:
            said = said.replace(story.image.value.credit, "")
    return said


def links(found):
    """Each address once, where it stands first."""
    return list(dict.fromkeys(found))


def test_no_line_is_longer_than_72_but_for_what_cannot_be_broken(letter):
    for line in letter.text.split("\n"):
        assert len(line) <= WIDTH or " " not in MARK.sub("", line).strip(), line


def test_there_is_no_markup_but_what_the_articles_speak_of(letter):
    assert [
        found for found in MARKUP.findall(ADDRESS.sub("", letter.text)) if found not in Page(letter.html).text
    ] == []


def test_the_words_are_those_of_the_html_in_the_same_order(letter):
    said = MARK.sub("", ADDRESS.sub("", letter.text))
    assert words(said) == words(ADDRESS.sub("", shown(letter)))


def test_the_links_are_those_of_the_html_in_the_same_order(letter):
    page = Page(letter.html)
    written = [address for address in ADDRESS.findall(letter.text) if address not in page.text]
    assert links(written) == links(page.links)


def test_no_two_lines_are_empty_together_and_none_ends_in_a_blank(letter):
    assert "\n\n\n" not in letter.text
    assert re.findall(r"[^\S\n]+$", letter.text, re.MULTILINE) == []
