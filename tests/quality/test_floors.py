"""Understanding is held by floors that may rise and are never lowered in silence.

`pytest --raise-floors` writes the present figures into floors.json where they are higher.
"""

import json
from pathlib import Path

import pytest

from measure import figures

FLOORS = Path(__file__).parent / "floors.json"


@pytest.fixture(scope="module")
def measured():
    return figures()


def test_no_figure_is_below_its_floor(measured, request):
    floors = json.loads(FLOORS.read_text())
    if request.config.getoption("--raise-floors"):
        floors = {name: max(value, floors.get(name, 0)) for name, value in measured.items()}
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    below = {
        name: (measured.get(name), floor) for name, floor in floors.items() if measured.get(name, 0) < floor
    }
    assert below == {}


def test_every_figure_has_a_floor(measured):
    assert measured.keys() == json.loads(FLOORS.read_text()).keys()


def test_every_key_quote_is_by_the_speaker_we_name(measured):
    assert measured["key_quotes_right"] == 1.0


def test_every_sentence_of_a_summary_stands_in_the_body(measured):
    assert measured["summary_verbatim"] == 1.0
