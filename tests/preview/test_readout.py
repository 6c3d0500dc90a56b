"""What a screen reader reads out of an email."""

import pytest

from digest.preview.inbox import cut, rows
from digest.preview.readout import readout


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<h2>One <b>word</b></h2><p>Two</p>", ["heading 2: One word", "Two"]),
        ('<ul><li><a href="/x">Go</a> now</li></ul>', ["list item, link: Go", "list item: now"]),
        ('<a name="x">no link</a>', ["no link"]),
        ('<img src="x" alt="A quay"><img src="y" alt=""><img src="z">',
         ["image: A quay", "image: without alternative text"]),
        ('<table role="presentation"><tr><td>a</td><td>b</td></tr></table>', ["a", "b"]),
        ("<table><tr><th>Day</th></tr></table>", ["table, column: Day"]),
        ('<div style="display: none">hidden</div><p aria-hidden="true">hidden</p>read', ["read"]),
        ("<title>no</title><style>no</style><!--[if mso]>no<![endif]--><p>yes</p>", ["yes"]),
        ("<blockquote><p>One</p><p>Two</p></blockquote>", ["quotation: One", "quotation: Two"]),
        ("<p>never closed<p>next</div>", ["never closed", "next"]),
        ("a\u200c\u034f&zwnj; b", ["a b"]),
    ],
)  # fmt: skip
def test_everything_is_read_out_in_its_order_with_what_it_is(html, told):
    assert list(map(str, readout(html))) == told


def test_an_inbox_row_is_cut_where_the_program_cuts_it():
    ios = {row.program: row for row in rows("Desk", "S" * 50, "P" * 40, "")}["iOS Mail"]
    assert (len(ios.subject), ios.subject_cut, ios.preview_cut) == (41, True, False)


def test_a_long_subject_leaves_less_room_for_the_preheader_where_they_share_a_line():
    def gmail(subject):
        return rows("Desk", subject, "word " * 60, "")[0].preview

    assert len(gmail("Short")) > len(gmail("A good deal longer than the other was")) > 0


def test_without_a_preheader_the_email_s_first_words_are_shown():
    assert rows("Desk", "S", "", "<h1>Quayside: news</h1><p>No. 4</p>")[2].preview == "Quayside: news No. 4"


def test_what_fits_is_not_cut():
    assert cut("abc", 3) == "abc"
    assert cut("abcd", 3) == "ab…"
    assert cut("abcd", 0) == ""
