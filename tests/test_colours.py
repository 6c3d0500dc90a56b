"""Contrast as WCAG 2.2 counts it, and the nearest shade that has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.colours import TEXT, close_pairs, luminance, nearest_passing, ratio, told_ratio
from digest.model import Brand

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_black_on_white_is_as_far_as_colours_part():
    assert ratio("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(("ink", "had"), [("#777777", 4.48), ("#767676", 4.54), ("#ff0000", 4.0)])
def test_well_known_pairs_have_their_ratio_on_white(ink, had):
    assert ratio(ink, "#FFFFFF") == pytest.approx(had, abs=0.005)


@given(COLOURS, COLOURS)
def test_a_ratio_is_the_same_from_both_sides(one, other):
    assert ratio(one, other) == ratio(other, one)
    assert 1 <= ratio(one, other) <= 21.001


@given(COLOURS)
def test_luminance_runs_from_black_to_white(colour):
    assert 0 <= luminance(colour) <= 1


@given(COLOURS, COLOURS, st.sampled_from([3.0, TEXT]))
def test_the_shade_proposed_passes(ink, paper, wanted):
    assert ratio(nearest_passing(ink, paper, wanted), paper) >= wanted


@given(COLOURS, COLOURS)
def test_a_colour_that_passes_is_its_own_nearest_shade(ink, paper):
    if ratio(ink, paper) >= TEXT:
        assert nearest_passing(ink, paper) == ink


def test_a_shade_stays_as_near_as_it_can():
    assert nearest_passing("#777777", "#ffffff") == "#767676"


def test_the_colours_that_come_with_the_tool_are_far_enough_apart():
    assert list(close_pairs(Brand())) == []


def test_a_close_pair_is_told_with_its_keys_and_a_shade_that_passes():
    (pair,) = close_pairs(Brand(dark_accent_ink="#666666"))
    assert (pair.ink, pair.paper) == ("dark_accent_ink", "dark_accent")
    assert ratio(pair.shade, Brand().dark_accent) >= TEXT


def test_a_ratio_just_too_small_is_not_told_as_enough():
    assert told_ratio(4.4999) == "4.4"
