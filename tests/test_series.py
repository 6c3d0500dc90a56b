"""Bodies whose names are lists."""

import pytest

from digest.extract.quotes import find_quotes
from digest.extract.series import joined, plain
from pages import article


@pytest.mark.parametrize(
    "name",
    [
        "Department for Forests, Food and Rural Affairs",
        "Ministry of Homes, Towns and Local Government",
        "Union of Dock, Ferry and Allied Workers",
        "Ports, Rivers and Coastal Towns Committee",
        "Committee on Trade, Science, and Transport",
        "Kelly, Roe & Partners",
        "Kelly, Roe and Sons",
    ],
)
def test_a_body_with_commas_in_its_name_speaks_by_all_of_it(name):
    the = "" if name.startswith("Kelly") else "The "
    (quote,) = find_quotes(article(f"{the}{name} said: “We have set aside another million for the quays.”"))
    assert (quote.speaker, quote.role) == (name, "")


def test_no_piece_of_such_a_name_is_a_person():
    (quote,) = find_quotes(
        article(
            "A spokesperson for the Ministry of Homes, Towns and Local Government said: “We shall pay what we owe to the quays.”"
        )
    )
    assert quote.speaker == "spokesperson for the Ministry of Homes, Towns and Local Government"


def test_such_a_name_is_whole_in_a_role():
    (quote,) = find_quotes(
        article(
            "Ann Lee, chair of the Ports, Rivers and Coastal Towns Committee, said: “We shall ask for more money.”"
        )
    )
    assert (quote.speaker, quote.role) == (
        "Ann Lee",
        "chair of the Ports, Rivers and Coastal Towns Committee",
    )


@pytest.mark.parametrize(
    "text",
    [
        "She wrote to the head of Acre, Ann Lee and Bo Ray, in May.",
        "He came from Leeds, York and Hull.",
        "The talks, Acre and Quay said, failed.",
    ],
)
def test_lists_of_people_and_places_stay_as_they_are(text):
    assert joined(text) == text


def test_the_signs_are_as_long_as_what_they_stand_for_and_can_be_read_back():
    text = (
        "The Department for Forests, Food and Rural Affairs met Kelly, Roe & Poe of York, Ann Lee and others."
    )
    assert joined(text) != text
    assert len(joined(text)) == len(text)
    assert plain(joined(text)) == text
