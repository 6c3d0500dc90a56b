"""The page in an export kit that tells an editor what to paste where: HANDOFF.md.

What is one provider's own stands in a small file beside this one, `<provider>.md`, a section for each step.
It says no more than the provider documents; what is not certain says so, and a menu whose words are not known
is something to "look for".
"""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from digest.handoff.kit import Kit, KitTag, in_words
from digest.patterns import pattern

_HEAD = pattern(r"^## (\w+)\n", re.MULTILINE)
_UNSURE = "**not confirmed: look at it in the test**"
_MISSING = "the theme does not ask for it, and it is insisted on: expect a refusal, or a footer added to it"


class Guide(Struct, frozen=True, kw_only=True):
    """A provider's own steps, each a paragraph; an empty one is not needed there.

    `begin` says what to make there, `preheader` what its field is called, `itself` what the provider does to
    an email unasked.
    """

    begin: str
    sender: str
    html: str
    text: str
    itself: str
    preheader: str = ""
    pictures: str = ""
    test: str = ""


def guide(provider: str) -> Guide:
    """The steps of a provider that the table of merge tags knows."""
    said = (Path(__file__).parent / f"{provider}.md").read_text("utf-8")
    _, *parts = _HEAD.split(said)
    sections = zip(parts[::2], parts[1::2], strict=True)
    return Guide(**{name.lower(): " ".join(told.split()) for name, told in sections})


def page(kit: Kit) -> str:
    """HANDOFF.md: one page of Markdown that reads as well unformatted."""
    ours = guide(kit.provider)
    steps = "\n".join(f"{n}. {step}" for n, step in enumerate(_steps(kit, ours), 1))
    tags = "\n".join(_tag(tag, kit) for tag in kit.tags) or "The email asks for none."
    parts = (
        f"# {_named(kit)}, for {kit.title}",
        "Nothing was sent, and nothing was made anywhere. This page says what to paste where.",
        "## To copy",
        *_to_copy(kit, ours),
        "## Step by step",
        steps,
        "## Merge tags",
        tags + "".join(f"\n- **{in_words(name)}**: {_MISSING}" for name in kit.missing),
        f"## What {kit.title} does by itself",
        ours.itself,
        "## The rest of this folder",
        _rest(kit),
    )
    return "\n\n".join(parts) + "\n"


def _named(kit: Kit) -> str:
    number, day = kit.issue.number.value, kit.issue.day.value
    told = (kit.issue.publication.name, kit.issue.slug, f"number {number}" if number is not None else "")
    return ", ".join(filter(None, (*told, f"{day:%Y-%m-%d}" if day else "")))


def _to_copy(kit: Kit, ours: Guide) -> Iterator[str]:
    publication = kit.issue.publication
    yield f"Subject{_joined(kit.email.subject)}:"
    yield f"    {kit.email.subject}"
    if not kit.email.preheader:
        yield "There is no preheader."
    elif ours.preheader:
        told = _joined(kit.email.preheader)
        yield f"Preheader{told}, for the field {ours.preheader}, since it is not in the HTML:"
        yield f"    {kit.email.preheader}"
    else:
        yield "The preheader stands in the HTML already; leave a field for it empty, or readers see it twice."
    address = publication.sender_address or "not set: [sender] address in digest.toml"
    yield f"From: {publication.sender_name or publication.name}, {address}"
    yield f"Replies to: {publication.reply_to or 'the same address'}"


def _joined(text: str) -> str:
    """Signs that nobody sees part what would be taken for a merge tag; they are lost in retyping."""
    return " (copy it: signs in it that nobody sees are needed)" if "\u2060" in text else ""


def _steps(kit: Kit, ours: Guide) -> Iterator[str]:
    yield ours.begin
    yield ours.sender
    if kit.images:
        yield _pictures(kit, ours)
    yield ours.html
    yield ours.text
    looked = f" Look above all at: {', '.join(kit.unconfirmed)}." if kit.unconfirmed else ""
    test = f"Send a test to yourselves, and follow a link or two.{looked}"
    yield f"{test} {ours.test}".rstrip()
    yield "Only then choose the hour, or send it."


def _pictures(kit: Kit, ours: Guide) -> str:
    number = len(kit.images)
    files = f"the {number} files in `images/`" if number > 1 else "the file in `images/`"
    if base := kit.issue.publication.images_base:
        return f"Upload {files} to {base} first: the email shows them from there."
    shown = f"The email shows {files} under that name, which is no address on the web."
    advice = (
        "Upload them where your pictures lie, name that folder under [images] base_url in digest.toml, and "
        "export again."
    )
    return f"{shown} {ours.pictures or advice}"


def _tag(tag: KitTag, kit: Kit) -> str:
    return f"- **{in_words(tag.name)}**: {_became(tag, kit)}"


def _became(tag: KitTag, kit: Kit) -> str:
    if tag.own and tag.name == "view_in_browser":
        return f"the page in your archive, {_code(tag.text)}; see that it is there before you send"
    if tag.own:
        return f"your own words, {_code(tag.text)}"
    forms = " or ".join(dict.fromkeys((_code(tag.html), _code(tag.text))))
    if kit.provider == "generic":
        return f"{forms}, to be replaced"
    return f"{forms}; {'documented' if tag.documented else _UNSURE}"


def _code(text: str) -> str:
    return f"`{' / '.join(text.splitlines())}`"


def _rest(kit: Kit) -> str:
    carried = ", with its pictures in it" if kit.carried else ""
    calendars = ", ".join(f"`{calendar.name}`" for calendar in kit.email.calendars)
    more = f" For a web folder, if you link to them: {calendars}." if calendars else ""
    return (
        f"`email.eml` is the same email as one file that mail programs open{carried}; its merge tags are "
        "those of the HTML. `manifest.json` says all this for programs: every link with its parameters, "
        f"every file with its SHA-256.{more}"
    )
