"""The desk in Firefox: it loads, shows the stories and the email, is edited, kept up, and logs no error."""

import os

import pytest

from desk_browser import LEAD, SECOND, change, toml
from marionette import FIREFOX, firefox

FRAME = "const email = document.querySelector('.pane iframe:not(.is-loading)')?.contentDocument;"
SHOWS = f"{FRAME} return Boolean(email?.body.textContent.includes(arguments[0]))"
QUOTATION = "[...email.querySelectorAll('p')].find(each => each.textContent.includes('small boats'))"
STORIES = "return [...document.querySelectorAll('#stories .headline')].map(each => each.textContent)"


@pytest.fixture
def fox(tmp_path_factory):
    if not FIREFOX:
        told = "firefox-esr is not installed: bash tests/setup"
        pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)
    with firefox(tmp_path_factory.mktemp("firefox")) as opened:
        opened.resize(1440, 900)
        yield opened


def test_the_desk_works_in_firefox(fox, served, week):
    fox.goto(served)
    fox.until(SHOWS, LEAD)
    fox.until("return document.querySelectorAll('#stories .headline').length === 2")
    assert fox.run(STORIES) == [LEAD, SECOND]
    fox.click("#tab-story")
    fox.until("return document.querySelector('#panel-story [data-key$=-kicker]')?.value === 'Ports'")
    fox.type_into("#panel-story [data-key$=-kicker]", "Fees\ue007")
    fox.until(SHOWS, "Fees")
    assert 'kicker = "Fees"   # a word above' in toml(week)
    change(week, 'kicker = "Fees"', 'kicker = "Berths"')
    fox.until(SHOWS, "Berths")
    fox.run(f"{FRAME} {QUOTATION}.click()")
    fox.until("return document.querySelector('#panel-evidence mark.is-words')?.textContent.length > 20")
    fox.goto(f"{served.partition('?')[0]}#/phone-375.dark/text")
    fox.until("return document.querySelectorAll('.pane').length === 2")
    fox.until("return document.querySelector('.prose-page.is-text').textContent.includes('Ida Brandt')")
    assert fox.errors(served.partition("?")[0]) == []
