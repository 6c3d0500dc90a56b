"""Understanding is held by floors that may rise and are never lowered in silence.

`pytest --raise-floors` writes the present figures into floors.json where they are higher. Each slice of our pages
has floors of its own, so that a page that comes new lowers none.
"""

import json
from functools import cache
from pathlib import Path

import pytest

import measure
import measure_html

FLOORS = Path(__file__).parent / "floors.json"
SLICES = {  # name: who measures, which pages
    "pasted 01-24": (measure.figures, range(1, 25)),
    "pasted 25-48": (measure.figures, range(25, 49)),
    "html 01-24": (measure_html.figures, range(1, 25)),
}
PASTED = [name for name in SLICES if name.startswith("pasted")]


@cache
def measured(name):
    figures, numbers = SLICES[name]
    return figures(numbers)


@pytest.mark.parametrize("name", SLICES)
def test_no_figure_is_below_its_floor(name, request):
    floors = json.loads(FLOORS.read_text())
    if request.config.getoption("--raise-floors"):
        lower = floors.get(name, {})
        floors[name] = {key: max(value, lower.get(key, 0)) for key, value in measured(name).items()}
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    below = {
        key: (measured(name).get(key), floor)
        for key, floor in floors[name].items()
        if measured(name).get(key, 0) < floor
    }
    assert below == {}


@pytest.mark.parametrize("name", SLICES)
def test_every_figure_has_a_floor(name):
    assert measured(name).keys() == json.loads(FLOORS.read_text())[name].keys()


@pytest.mark.parametrize("name", PASTED)
def test_every_key_quote_is_by_the_speaker_we_name(name):
    assert measured(name)["key_quotes_right"] == 1.0


@pytest.mark.parametrize("name", PASTED)
def test_every_sentence_of_a_summary_stands_in_the_body(name):
    assert measured(name)["summary_verbatim"] == 1.0


def test_every_page_without_an_article_is_refused():
    assert measured("html 01-24")["refused"] == 1.0
