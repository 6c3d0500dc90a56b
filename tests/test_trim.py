"""What no mail program needs is taken out of a theme's HTML, and nothing else."""

import pytest

from digest.render.trim import trimmed

STYLES = "<style>.kept { color: red } @media print { td.too, .a-b { color: blue } }</style>"


@pytest.mark.parametrize(
    ("html", "slim"),
    [
        ('<p class="kept">', '<p class="kept">'),
        ('<p class="gone">a</p>', "<p>a</p>"),
        ('<p class="gone too kept" id="x">', '<p class="too kept" id="x">'),
        ('<p class="a-b a">', '<p class="a-b">'),
        ('<p class="jinja00001x gone">', '<p class="jinja00001x">'),
        ('<p class="bluejinja00001x gone">', '<p class="bluejinja00001x">'),
        ("<p>a\n\n    b</p>", "<p>a\nb</p>"),
        ("<p>a  b</p>", "<p>a  b</p>"),
    ],
)
def test_indents_and_classes_without_a_rule_are_gone(html, slim):
    assert trimmed(STYLES + html) == STYLES + slim
