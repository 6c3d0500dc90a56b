"""A newsroom's own summariser is asked through the door, and what it brings is checked there."""

import sys
from types import ModuleType

import pytest

from digest.build import open_issue
from digest.errors import MistakesError
from digest.extract.summarisers import summarise
from digest.extract.wish import Wish
from digest.model import Level, Origin, Sentence, Span
from digest.plugins import installed
from pages import article
from pasted import FEES

FIRST = "The harbour board will cut its berth fees by a tenth in October, it said on Monday."
SECOND = "The cut covers boats of up to twelve metres in all of its seven basins."
PAGE = article(FIRST, SECOND, "• A list has one item.", headline="Fees", crossheads=())


@pytest.fixture
def house(tmp_path_factory, monkeypatch):
    """Makes the module `house_summaries` with a function the summariser "house"."""
    place = tmp_path_factory.mktemp("site")
    info = place / "house_summaries-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house-summaries\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[digest.summarisers]\nhouse = house_summaries\nbroken = house_summaries:gone\n"
    )
    monkeypatch.syspath_prepend(place)
    installed.cache_clear()

    def make(function):
        module = ModuleType("house_summaries")
        module.summarise = function
        monkeypatch.setitem(sys.modules, "house_summaries", module)

    yield make
    installed.cache_clear()


def sentence(text, page=PAGE, **fields):
    start = page.source.text.find(text)
    paragraph = next(
        (n for n, block in enumerate(page.body) if block.span.start <= start < block.span.end), 0
    )
    return Sentence(text=text, span=Span(start, start + len(text)), paragraph=paragraph, **fields)


def asked(summariser="house", **wish):
    noted, summary = summarise(PAGE, Wish(summariser=summariser, **wish))
    return [each.text for each in summary], [(each.code, each.level) for each in noted.notes]


def test_a_summariser_that_is_asked_for_by_name_writes_the_summary(house):
    house(lambda _article, _wish: [sentence(SECOND)])
    assert asked() == ([SECOND], [])


def test_it_is_told_what_is_wished(house):
    seen = []
    house(lambda page, wish: seen.append((page, wish.length, wish.option)) or [sentence(FIRST)])
    asked("house:short", length=2)
    assert seen == [(PAGE, 2, "short")]


def test_it_gives_no_more_than_was_asked_for(house):
    house(lambda *_: [sentence(FIRST), sentence(SECOND)])
    assert asked(length=1)[0] == [FIRST]


@pytest.mark.parametrize(
    "brought",
    [
        [Sentence(text="The board will double its fees.", span=Span(6, 37), paragraph=0)],
        [Sentence(text=SECOND, span=Span(6, 6 + len(SECOND)), paragraph=0)],
        [Sentence(text=SECOND, span=Span(0, len(SECOND)), paragraph=9)],
        [sentence(FIRST, origin=Origin.EDITOR)],
        [sentence(FIRST), sentence(SECOND[:-1] + "!")],
        ["a plain text"],
        [],
        None,
    ],
)
def test_what_does_not_stand_in_the_article_is_refused_whole(house, brought):
    house(lambda *_: brought)
    summary, findings = asked()
    assert summary == [FIRST, SECOND]
    assert findings == [("summary-failed", Level.WARNING)]


def test_one_that_raises_does_not_hold_up_the_digest(house):
    def raising(*_):
        raise ZeroDivisionError("division by zero")

    house(raising)
    assert asked() == ([FIRST, SECOND], [("summary-failed", Level.WARNING)])


def test_a_models_sentence_is_checked_whoever_brings_it(house):
    house(lambda *_: [sentence(FIRST), sentence("The cut covers boats of 90 metres.", origin=Origin.MODEL)])
    summary, findings = asked()
    assert summary[0] == FIRST
    assert ("summary-refused", Level.WARNING) in findings


@pytest.mark.parametrize("name", ["nobody", "broken"])
def test_one_that_cannot_be_had_is_told_as_an_error(house, name):
    house(lambda *_: [])
    assert asked(name) == ([FIRST, SECOND], [("summary-missing", Level.ERROR)])


def test_an_issue_that_asks_for_nobody_is_told_on_its_line(newsroom):
    toml = 'number = 1\nsummariser = "llmm"\n[[stories]]\nsource = "fees.txt"\nsummariser = "extractif"\n'
    root = newsroom({"issue.toml": toml, "fees.txt": FEES})
    with pytest.raises(MistakesError) as caught:
        open_issue(root)
    first, second = str(caught.value).split("\n")
    assert 'issue.toml:2: summariser: no plug-in "llmm"' in first
    assert 'issue.toml:5: stories[1].summariser: no plug-in "extractif"' in second


def test_the_story_goes_before_the_issue_and_that_before_the_newsroom(house, newsroom):
    house(lambda page, wish: [_first(page, wish)])
    root = newsroom(
        {
            "digest.toml": '[publication]\nname = "N"\nsummary_length = 1\nsummariser = "house"\n',
            "a/issue.toml": '[[stories]]\nsource = "../fees.txt"\n',
            "b/issue.toml": 'summary_length = 2\nsummariser = "extractive"\n[[stories]]\nsource = "../fees.txt"\n',
            "c/issue.toml": 'summary_length = 2\n[[stories]]\nsource = "../fees.txt"\nsummary_length = 3\n'
            'summariser = "extractive"\n',
            "fees.txt": FEES,
        }
    )
    told = {name: open_issue(root / name)[1].stories[0].summary for name in "abc"}
    assert [len(summary) for summary in told.values()] == [1, 2, 3]


def _first(page, wish):
    assert wish.length == 1
    block = page.body[0]
    return Sentence(text=block.text, span=block.span, paragraph=0)
