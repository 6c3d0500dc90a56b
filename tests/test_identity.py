"""What makes a page an email from somebody."""

import pytest

from digest.preflight.email.identity import ROWS
from galleys import ADDRESS, LINKS, TEXT, galley, hits, page
from issues_for_render import LEAD, make_issue


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_a_sound_email_is_left_alone(row):
    assert list(row.run(galley())) == []


def test_a_publication_without_an_address_is_told():
    assert hits(ROWS, "address-missing", galley(issue=make_issue(LEAD)))


def test_an_address_that_the_theme_leaves_out_is_told():
    assert hits(ROWS, "address-unshown", galley(page(footer=LINKS)))


def test_an_address_may_stand_on_several_lines_of_the_email():
    lines = "<p>Quayside Media<br>\n3 Rope Walk<br>\nHull HU1 1AA</p>"
    assert hits(ROWS, "address-unshown", galley(page(footer=lines + LINKS))) == []


def test_each_part_that_nobody_can_leave_by_is_told():
    found = hits(ROWS, "unsubscribe-missing", galley(page(footer=ADDRESS), text="You may unsubscribe."))
    assert [hit.where for hit in found] == ["email.html", "email.txt"]


@pytest.mark.parametrize("tag", ["*|UNSUB|*", "{{unsubscribe}}", "https://example.org/unsubscribe?u=1"])
def test_a_providers_own_tag_is_a_link_to_unsubscribe(tag):
    html = page(footer=f'<a href="{tag}">Leave</a>')
    assert hits(ROWS, "unsubscribe-missing", galley(html, text=f"Leave:\n{tag}\n")) == []


def test_an_email_without_a_way_to_the_browser_is_told():
    html = page(footer='<a href="[[unsubscribe_url]]">Leave</a>')
    assert hits(ROWS, "browser-link-missing", galley(html, TEXT))


def test_mjml_that_was_not_compiled_is_told_with_its_tag():
    (hit,) = hits(
        ROWS, "mjml-left", galley(page("<mj-btn>Go</mj-btn><p>&lt;mj-text&gt;</p>".replace("</mj-btn>", "")))
    )
    assert "<mj-btn>" in hit.message


def test_a_page_without_a_doctype_is_told():
    assert hits(ROWS, "doctype-missing", galley("<html><body></body></html>"))


@pytest.mark.parametrize("said", ["", 'lang="und"', 'lang="de"'])
def test_a_page_in_no_language_or_another_is_told(said):
    assert hits(ROWS, "language-wrong", galley(page().replace('lang="en"', said)))


def test_a_page_without_a_title_is_told():
    assert hits(ROWS, "title-missing", galley(page().replace("<title>Quays</title>", "<title> </title>")))
