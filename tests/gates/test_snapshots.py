"""Every theme looks as it did when somebody last looked: a letter with everything in it, against its pictures.

`pytest --renew-snapshots` takes the pictures anew; look at them before they are committed. They are half as
large as the screen and compared softly, so that another version of chromium, which draws the edges of a letter
otherwise, passes, and a line that moves or a colour that changes does not. The letters are set in Liberation,
whatever the theme asks for, since a machine has its own idea of Georgia.
"""

import pytest

from browsing import SCHEMES
from letters import THEMES
from snapshots import FOLDER, difference, drawn_small, read, save, unlike

WIDTHS = (600, 375)
NAMES = [f"{theme}-{scheme}-{width}" for theme in THEMES for scheme in SCHEMES for width in WIDTHS]
SHARE = 0.0005  # of the picture that may look otherwise: a word or two; half a pixel's shift makes 0.0002
SOME = 2  # pixels of height that may come or go


@pytest.fixture
def renewing(request):
    return request.config.getoption("--renew-snapshots")


@pytest.mark.parametrize("name", NAMES)
def test_the_theme_looks_as_it_did(browser, letters, name, renewing, tmp_path):
    theme, scheme, width = name.split("-")
    kept = FOLDER / f"{name}.png"
    seen = drawn_small(browser, letters[f"{theme}/rich"], scheme, int(width))
    if renewing:
        save(seen, kept)
    before = read(kept)
    assert abs(seen.height - before.height) <= SOME, (
        f"{kept.name}: {before.height} pixels high, now {seen.height}"
    )
    share = unlike(seen, before)
    if share > SHARE:
        save(difference(seen, before), tmp_path / kept.name)
    assert share <= SHARE, f"{share:.1%} of {kept.name} looks otherwise: see {tmp_path / kept.name}"


def test_every_picture_is_of_a_theme_there_is():
    assert sorted(path.stem for path in FOLDER.glob("*")) == sorted(NAMES)


def test_lines_that_move_and_words_that_come_are_seen(browser, letters):
    seen = drawn_small(browser, letters[f"{THEMES[0]}/rich"], "light", 375)
    moved, richer = seen.copy(), seen.copy()
    moved.paste(seen.crop((0, 0, seen.width, seen.height - 2)), (0, 2))
    richer.paste("#333333", (20, 400, 140, 405))
    assert unlike(seen, seen) == 0
    assert unlike(seen, moved) > SHARE
    assert unlike(seen, richer) > SHARE
