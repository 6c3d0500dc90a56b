"""An archive's first page and its issues stand up to the Nu checker, to axe and to a narrow screen."""

from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from msgspec.structs import replace

from browsing import HEIGHT, SCHEMES
from checker import checked, is_idiom
from digest.build import Press, open_issue
from digest.newsroom import Newsroom, bundled_issues
from digest.outward.archive import write_archive
from digest.outward.webcopy import keep_web_copy
from hard_issues import HARD
from letters import SAMPLES, THEMES
from looking import CUT, FAINT, SIDEWAYS

HOME = "https://news.example/archive/"
MOMENT = datetime(2026, 12, 4, 9, tzinfo=UTC)
PUBLISHERS = {
    "english": HARD["rich"].publication,
    "right-to-left": HARD["right-to-left"].publication,
    "long": HARD["long"].publication,
}


@pytest.fixture(scope="module")
def archives(tmp_path_factory, press: Press):
    """An archive of every issue in every theme, for each of the publishers."""
    root = tmp_path_factory.mktemp("newsroom")
    for theme in THEMES:
        for name in (*SAMPLES, *HARD):
            folder = root / "issues" / f"{theme}-{name}"
            folder.mkdir(parents=True)
            (folder / "issue.toml").touch()
            newsroom, issue = (
                (Newsroom(publication=HARD[name].publication), HARD[name])
                if name in HARD
                else open_issue(bundled_issues() / name)
            )
            keep_web_copy(folder, newsroom, replace(issue, theme=theme, slug=folder.name), press, MOMENT)
    return {
        name: write_archive(
            Newsroom(publication=publication, root=root, archive=HOME), root / "www" / name
        ).folder
        for name, publication in PUBLISHERS.items()
    }


@pytest.fixture(params=PUBLISHERS)
def index(request, archives) -> Path:
    return archives[request.param] / "index.html"


@pytest.fixture(params=[f"{theme}-{name}" for theme in THEMES for name in ("rich", "right-to-left")])
def issue_page(request, archives) -> Path:
    return archives["english"] / request.param / "index.html"


@contextmanager
def opened(browser, path, scheme):
    """A page of the archive as it lies there; nothing is fetched from the web."""
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1000, "height": HEIGHT})
    page.route("http*://**/*", lambda route: route.abort())
    page.goto(path.as_uri())
    yield page
    page.close()


def violations(browser, path, scheme):
    with opened(browser, path, scheme) as page:
        found = (
            Axe().run(page, options={"resultTypes": ["violations"], "preload": False}).response["violations"]
        )
    return {rule["id"]: [node["html"][:200] for node in rule["nodes"]] for rule in found}


def test_the_checker_finds_nothing_but_the_idiom_of_email(archives, needed):
    whole = next(iter(archives.values()))  # but for their indexes they are the same
    indexes = [folder / "index.html" for folder in archives.values()]
    said = list(checked(needed("java", "default-jre-headless"), whole, *indexes[1:]))
    assert [each for each in said if each[0] in indexes or not is_idiom(each[1])] == []
    assert said


@pytest.mark.parametrize("scheme", SCHEMES)
def test_everybody_can_read_the_index(browser, index, scheme):
    assert violations(browser, index, scheme) == {}


def test_everybody_can_read_an_issue_and_finds_its_landmark(browser, issue_page):
    assert violations(browser, issue_page, "light") == {}


@pytest.mark.parametrize(("scheme", "logo"), [("light", "logo.png"), ("dark", "logo-dark.png")])
def test_the_index_has_one_logo_by_day_and_one_by_night(browser, archives, scheme, logo):
    with opened(browser, archives["english"] / "index.html", scheme) as page:
        shown = page.evaluate("[...document.images].filter(i => i.checkVisibility()).map(i => i.src)")
    assert [url.rpartition("/")[2] for url in shown] == [logo]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_index_fits_its_screen_and_its_words_stand_out(browser, index, scheme):
    with opened(browser, index, scheme) as page:
        for width in (1000, 375, 320):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            assert page.evaluate(SIDEWAYS) <= 0, width
            assert page.evaluate(CUT) == [], width
            assert page.evaluate(FAINT) == [], width
