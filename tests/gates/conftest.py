"""What every gate gets: the letters, each written once, and one browser to open them in."""

import os
import shutil

import pytest

from browsing import CHROMIUM, FLAGS, SCHEMES, opened
from digest.build import Press
from letters import EVERY, written


@pytest.fixture(scope="session")
def press(cache_folder, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache_folder))
        yield Press(tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="session")
def letters(press):
    """Every letter, by name."""
    return {name: written(press, *name.split("/")) for name in EVERY}


@pytest.fixture(scope="session")
def needed():
    """Skips where a program is not installed; fails in CI, where every gate must be passed."""

    def find(program, package):
        path = program and shutil.which(program)
        if not path:
            told = f"{package} is not installed: bash tests/setup"
            pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)
        return path

    return find


@pytest.fixture(scope="package")
def browser(needed):
    chromium = needed(CHROMIUM, "chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package", params=SCHEMES)
def scheme(request):
    return request.param


@pytest.fixture(scope="package", params=EVERY)
def letter(request, letters):
    return letters[request.param]


@pytest.fixture(scope="package")
def page(browser, letter, scheme):
    """The letter, opened; tests set its width and change nothing else."""
    with opened(browser, letter, scheme) as page:
        yield page
