"""The finished email, and where it came from."""

from msgspec import Struct


class Calendar(Struct, frozen=True, kw_only=True):
    """An event as a file for calendars (`.ics`): the file's name, unique in its email, and its bytes."""

    name: str
    content: bytes


class ImageFile(Struct, frozen=True, kw_only=True):
    """A picture made ready to go out with an email: its name in the HTML, its bytes, its size in pixels."""

    name: str
    content: bytes
    width: int = 0
    height: int = 0


class Email(Struct, frozen=True, kw_only=True):
    """Both parts of a finished email; merge tags in them are still neutral (`mergetags/neutral.py`).

    `calendars` lie beside the email and are no part of it.
    """

    subject: str
    preheader: str
    html: str
    text: str
    calendars: tuple[Calendar, ...] = ()


class ThemeLine(Struct, frozen=True, kw_only=True):
    """A line of a theme's HTML before an issue is put in, and the file and line that it came from."""

    text: str
    file: str
    line: int
