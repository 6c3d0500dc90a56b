"""Galleys for the tests of checks: a small sound email, with what a test changes in it."""

from digest.model import Email
from digest.preflight.galley import Galley
from issues_for_render import LEAD, QUAYSIDE, SECOND, THIRD, make_issue

LINKS = '<a href="[[unsubscribe_url]]">Leave</a> <a href="[[view_in_browser_url]]">Online</a>'
ADDRESS = "Quayside Media 3 Rope Walk Hull HU1 1AA"
TEXT = f"{ADDRESS}\n\nLeave:\n[[unsubscribe_url]]\n"


def page(body="", head="", footer=f"<p>{ADDRESS}</p><p>{LINKS}</p>"):
    """A page of an email with all that has to be in one."""
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><title>Quays</title>{head}</head>'
        f'<body>{body}<div id="footer">{footer}</div></body></html>'
    )


def galley(html=None, text=TEXT, **fields):
    """A galley of an email with this HTML and text; other fields are the galley's."""
    issue = fields.pop("issue", make_issue(LEAD, SECOND, THIRD, publication=QUAYSIDE))
    email = Email(subject="Cranes", preheader="", html=page() if html is None else html, text=text)
    return Galley(issue=issue, email=email, **fields)


def hits(rows, code, galley):
    """What the check with this code finds."""
    (row,) = (row for row in rows if row.code == code)
    return list(row.run(galley))


def story(slug, words):
    """A story's part of an email."""
    return f'<div id="story-{slug}"><p>{words}</p></div>'
