"""Every story gets a slug that makes a good file name and anchor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.naming import LONGEST, SLUG, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("port-fees", "port-fees"),
        ("2026.11.20_fees", "2026.11.20_fees"),
        ("Łukasz & Søren: “what now?”", "lukasz-soren-what-now"),
        ("../../etc/passwd", "etc-passwd"),
        ("?!", "story"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word"),
    ],
)
def test_a_name_becomes_a_slug(name, slug):
    assert slug_of(name) == slug


@given(st.text())
def test_whatever_the_name_the_slug_is_one(name):
    slug = slug_of(name)
    assert SLUG.fullmatch(slug)
    assert len(slug) <= LONGEST
