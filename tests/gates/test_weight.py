"""Ten stories stay clear of the weight at which Gmail clips a letter (102 kB)."""

import pytest

from bench import ten_stories
from digest.render.email import render
from digest.render.theme import bundled_templates, load_theme
from letters import THEMES

HEAVIEST = 80_000


@pytest.mark.parametrize("theme", THEMES)
def test_ten_stories_weigh_less_than_80_kb(theme, cache_folder):
    made = load_theme(theme, [bundled_templates()], cache_folder)
    assert len(render(ten_stories(), made).html.encode()) < HEAVIEST
