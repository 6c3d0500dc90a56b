"""The row that stands in a reader's inbox, cut where mail programs cut it.

Programs cut by the width of letters and of the window, so each number is a middling one for the window the
program has by itself: subject and preheader of an English newsletter, measured in characters.
"""

from msgspec import Struct

from digest.preview.readout import readout

_ELLIPSIS = "…"
_OPENING = 8  # things said; more than any program shows


class Program(Struct, frozen=True):
    """A mail program: how many characters it shows of a subject and of what follows.

    Where `shared`, both stand in one line, and the subject leaves less room the longer it is.
    """

    name: str
    subject: int
    preview: int
    shared: bool = False


PROGRAMS = (
    Program("Gmail", 70, 110, shared=True),
    Program("Gmail on a phone", 38, 45),
    Program("Outlook", 55, 60),
    Program("iOS Mail", 41, 85),
)


class Row(Struct, frozen=True, kw_only=True):
    """What a program shows; `subject_cut` and `preview_cut` tell that there was more."""

    program: str
    sender: str
    subject: str
    preview: str
    subject_cut: bool
    preview_cut: bool


def rows(sender: str, subject: str, preheader: str, html: str) -> tuple[Row, ...]:
    """The row in each program; without a preheader they show the first words of the email."""
    preview = preheader or " ".join(said.words for said in readout(html)[:_OPENING])
    return tuple(_row(program, sender, subject, preview) for program in PROGRAMS)


def _row(program: Program, sender: str, subject: str, preview: str) -> Row:
    room = program.preview
    if program.shared:
        room = max(0, room - min(len(subject), program.subject))
    return Row(
        program=program.name,
        sender=sender,
        subject=cut(subject, program.subject),
        preview=cut(preview, room),
        subject_cut=len(subject) > program.subject,
        preview_cut=len(preview) > room,
    )


def cut(text: str, room: int) -> str:
    """A text of at most `room` characters, the last of them an ellipsis where there was more."""
    return text if len(text) <= room else f"{text[: max(0, room - 1)].rstrip()}{_ELLIPSIS}" if room else ""
