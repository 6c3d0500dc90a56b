"""Jinja between the elements of a head stays in the head."""

from digest.render.head import sheltered, unsheltered

HEAD = (
    '<head><title>jinja00001x</title>jinja00002x<!--[if !mso]><!--><link href="jinja00003x"><!--<![endif]-->'
    "jinja00004x<style>a { color: jinja00005x }</style></head>"
)
PAGE = f"{HEAD}<body>jinja00006x</body>"


def test_words_between_elements_become_elements_and_words_again():
    safe = sheltered(PAGE)
    assert safe.count('<meta name="jinja') == 2
    assert '<meta name="jinja00002x">' in safe
    assert '<meta name="jinja00004x">' in safe
    assert unsheltered(safe) == PAGE


def test_html_tools_keep_the_head_whole():
    from lxml.html import document_fromstring

    assert document_fromstring(f"<html>{PAGE}</html>").find("head/style") is None
    assert document_fromstring(f"<html>{sheltered(PAGE)}</html>").find("head/style") is not None
