"""An issue and a theme make an email: `render(issue, theme)`."""

from collections.abc import Collection

from digest.model import Email, Issue
from digest.render.calendar import calendar_files
from digest.render.context import make_context
from digest.render.theme import Theme


def render(issue: Issue, theme: Theme, *, web: bool = False, without: Collection[str] = ()) -> Email:
    """Both parts of the email, made from one context; merge tags in them are still neutral.

    With `web` it is a page for browsers: its links are not counted, and it asks for no merge tag. Tags named
    in `without` are those that its provider has no form of.

    Raises:
        InputError: the publication asks for something that the theme or the language tables do not have.
        ThemeError: the theme cannot be rendered with this issue; the text starts with file and line.
    """
    context = make_context(issue, theme.words, web=web, without=without)
    entries = [promo.calendar for story in context.stories for promo in story.promos if promo.calendar]
    return Email(
        subject=context.subject,
        preheader=context.preheader,
        html=theme.html(context),
        text=_tidy(theme.text(context)),
        calendars=calendar_files(entries, issue.slug, issue.day.value),
    )


def _tidy(text: str) -> str:
    """`text` with no two empty lines together and one line end at its end, whatever was left out of it."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip("\n") + "\n"
