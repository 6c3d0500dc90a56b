"""The worked example in templates/README.md is a theme that builds, looks as it says and loses nothing."""

import re
from pathlib import Path

import pytest

from digest.mergetags.neutral import GENERIC, fill
from digest.render.email import render
from digest.render.theme import bundled_templates, load_theme
from issues_for_render import FULL, Page

README = (bundled_templates() / "README.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^```\w+ (templates/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLE = dict(FENCED.findall(README))


@pytest.fixture(scope="module")
def quay(tmp_path_factory):
    """The README's theme, in the templates folder of a newsroom."""
    newsroom: Path = tmp_path_factory.mktemp("newsroom")
    for name, text in EXAMPLE.items():
        path = newsroom / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_theme("quay", [newsroom / "templates", bundled_templates()], newsroom / "cache")


def test_the_example_has_every_kind_of_file_that_it_teaches():
    assert {Path(name).suffix for name in EXAMPLE} == {".toml", ".css", ".mjml"}
    assert len(EXAMPLE) == 5


def test_the_example_builds_and_keeps_the_base_themes_blocks(quay):
    html = render(FULL, quay).html
    assert "Harbour board drops its second crane" in html
    assert 'id="masthead"' in html
    assert "Add to Google Calendar" in html


def test_the_examples_words_styles_and_blocks_take_effect(quay):
    html = fill(render(FULL, quay).html, GENERIC)
    assert "Read on" in html
    assert "See also" in html
    assert "text-transform:uppercase" in re.search(r'<h1[^>]*class="masthead"[^>]*>', html)[0]
    assert "font-style:italic" in html
    assert html.count("border-left:4px solid #0b5c6b") == len(FULL.stories)
    assert ".line, .quay-tag { border-color: #7cc9d6 !important; }" in html
    assert "<ol" not in html


def test_the_example_says_in_html_what_it_says_in_text_with_the_same_links(quay):
    email = render(FULL, quay)
    text = fill(email.text, GENERIC)
    assert set(Page(fill(email.html, GENERIC)).links) <= set(
        re.findall(r"https?://[^\s>]+|\[\[\w+\]\]", text)
    )


def test_the_files_named_in_the_readme_are_there():
    for theme in re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE)[:3]:
        assert (bundled_templates() / theme / "theme.toml").is_file()
