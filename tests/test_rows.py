"""Parts of a structured source put together as a page."""

from hypothesis import given
from hypothesis import strategies as st

from digest.sources.assembly import put_together
from digest.sources.credits import Opening
from digest.sources.page import Sort
from digest.sources.rows import Row, page_of

ROWS = st.lists(st.builds(Row, st.sampled_from(list(Sort)), st.text(max_size=60), st.just("")), max_size=12)


def test_every_part_is_a_line_with_a_blank_line_before_it():
    page = page_of("page", [Row(Sort.HEADLINE, "Fees rise"), Row(Sort.PROSE, "The board\n  met.")])
    assert page.source.text == "Fees rise\n\nThe board met."
    assert [line.gap for line in page.lines] == [0, 1]


def test_list_items_that_follow_each_other_are_one_block():
    rows = [Row(Sort.LIST, "Cranes"), Row(Sort.LIST, "Locks"), Row(Sort.PROSE, "That was all.")]
    article = put_together(page_of("page", rows), Opening())
    assert [block.text for block in article.body] == ["Cranes\nLocks", "That was all."]


def test_a_links_address_goes_with_it():
    rows = [Row(Sort.RELATED, "Crane falls", "https://example.org/crane")]
    assert put_together(page_of("page", rows), Opening()).related[0].url == "https://example.org/crane"


@given(ROWS)
def test_every_line_stands_where_it_says(rows):
    page = page_of("page", rows)
    assert all(page.source.text[line.start : line.end] == line.text for line in page.lines)
    assert len(page.marks) == len(page.lines) == sum(bool(line.text) for line in page.lines)
