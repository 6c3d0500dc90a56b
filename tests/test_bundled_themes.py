"""Every bundled theme, with an issue that has everything; what every letter must pass is in gates/."""

import re
from functools import cache

import pytest

from digest.render.email import render
from digest.render.theme import bundled_templates, load_theme
from rich_issue import BRANDED, RICH

THEMES = sorted(path.parent.name for path in bundled_templates().glob("*/theme.toml"))


@cache
def theme(name):
    return load_theme(name, [bundled_templates()])


def test_there_are_three_themes():
    assert THEMES == ["bulletin", "plain", "weekly"]


@pytest.mark.parametrize("name", THEMES)
def test_every_block_is_marked_by_its_id(name):
    html = render(RICH, theme(name)).html
    ids = re.findall(r' id="([^"]+)"', html)
    stories = [f"story-{story.slug}" for story in RICH.stories]
    wanted = ["masthead", "sponsor", "note", "contents", *stories, "listings", "listings2", "footer"]
    assert ids == wanted


@pytest.mark.parametrize("name", THEMES)
def test_web_fonts_stand_in_the_head_out_of_outlooks_sight_and_only_when_given(name):
    head = render(BRANDED, theme(name)).html.partition("</head>")[0]
    assert re.search(
        r"<!--\[if !mso\]><!--><link [^>]*https://fonts\.example/css2\?family=Plantin&amp;display=swap"
        r"[^>]*><!--<!\[endif\]-->",
        head,
    )
    assert "<link" not in render(RICH, theme(name)).html


@pytest.mark.parametrize("name", ["weekly", "bulletin"])
def test_a_logo_has_a_twin_for_dark_mode_that_outlook_does_not_meet(name):
    html = render(BRANDED, theme(name)).html
    day, night = re.findall(r'<img [^>]*alt="Quayside Weekly"[^>]*>', html)
    assert "by-day" in day
    assert "by-night" in night
    assert "display:none" in night
    assert f"<!--[if !mso]><!-->{night}<!--<![endif]-->" in html


@pytest.mark.parametrize("name", ["weekly", "bulletin"])
def test_a_picture_has_its_size_and_alt_text(name):
    html = render(RICH, theme(name)).html
    lead, half = re.findall(r'<img [^>]*alt="Two red cranes[^>]*>', html)
    assert 'width="520"' in lead
    assert 'height="292"' in lead
    assert 'width="246"' in half
    assert "height=" not in half
