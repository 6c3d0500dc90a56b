"""New newsrooms, new issues, and articles added to them. What is there already is never overwritten."""

import datetime as dt
import json
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from digest.errors import InputError, SourceError, UsageError
from digest.files import write_new, write_whole
from digest.issuefile import IssueFile
from digest.model import Extract
from digest.naming import SLUG, slug_of, source_slug
from digest.newsroom import FILE, ISSUE_FILE, Newsroom, issue_folders
from digest.reading import extract
from digest.sources.capture import Capture, capture
from digest.tomlfile import TomlFile

DIGEST_TOML = """\
# The publication: what is the same in every issue. Lines that start with # are switched off.

[publication]
name = "My trade weekly"
# masthead = "MY TRADE WEEKLY"        # shown big on top, if not the name
# strapline = "What happened, and who said what"
# url = "https://example.org"
# language = "en-GB"
# postal_address = \"\"\"
# 1 Example Street
# Exampletown\"\"\"                      # bulk mail must show one
# boilerplate = "You get this because you asked for it."
# theme = "weekly"

[sender]
# name = "My trade weekly"
# address = "desk@example.org"
# reply_to = "editor@example.org"

[brand]
# accent = "#0b5c6b"                  # every colour has a twin for the dark: dark_accent
# heading_font = "Georgia, serif"

[utm]
# source = "newsletter"               # nothing is added to links while this is empty

[words]
# read_more = "Read the full story"   # other words for the email's fixed labels
"""

ISSUE_TOML = """\
# What you write here wins; what you leave out is taken from the articles. What was read in each of them
# stands in its comments: take away the "# " of a line, or of a whole [[block]], and change it. A list you
# write (quotes, related, promos) replaces the one that was read; "" and [] mean "none, please".
number = {number}
date = {date}
# subject = ""
# preheader = ""
# note = \"\"\"A word from the editor, in *Markdown*.\"\"\"
"""


class Added(Struct, frozen=True, kw_only=True):
    """What `new` and `add` did: the issue file, the captures made, and the sources that were refused."""

    issue: Path
    captures: tuple[Path, ...]
    refused: tuple[SourceError, ...]


def init(folder: Path) -> Path:
    """Makes a newsroom: `digest.toml` and `issues/`; raises UsageError when there is one already."""
    write_new(folder / FILE, DIGEST_TOML.encode())
    (folder / "issues").mkdir(exist_ok=True)
    return folder / FILE


def new(slug: str, references: Sequence[str], newsroom: Newsroom, stdin: BinaryIO) -> Added:
    """Makes an issue folder dated today, its number following the highest there is."""
    if not SLUG.fullmatch(slug):
        raise UsageError(f'"{slug}" is no slug; take small letters, digits and hyphens: "{slug_of(slug)}"')
    file = newsroom.issues / slug / ISSUE_FILE
    if file.exists():
        raise UsageError(f"{file}: is there already; add articles to it with: digest add {slug} ARTICLE.txt")
    head = ISSUE_TOML.format(number=_next_number(newsroom), date=dt.date.today().isoformat())  # noqa: DTZ011 - the editor's own day
    return _add(file, head, references, stdin)


def add(folder: Path, references: Sequence[str], stdin: BinaryIO) -> Added:
    """Captures articles into an issue and adds them at its end; nothing else in `issue.toml` changes.

    Raises MistakesError when `issue.toml` has mistakes that must be mended first.
    """
    file = folder / ISSUE_FILE
    TomlFile(file).convert(IssueFile)
    return _add(file, file.read_bytes().decode(), references, stdin)


def _add(file: Path, head: str, references: Sequence[str], stdin: BinaryIO) -> Added:
    captures: dict[Path, bytes] = {}
    refused: list[SourceError] = []
    entries: list[str] = []
    for reference in references:
        try:
            captured = capture(reference, stdin)
            drawn = extract(captured)
            place = file.parent / "sources" / f"{source_slug(reference, drawn.article)}.txt"
            captures[_free(place, captures, captured)] = captured.raw
        except SourceError as error:
            refused.append(error)
            continue
        entries.append(_entry(place.name, drawn))
    write_whole({**captures, file: _sound(file, _joined(head, entries)).encode()})
    return Added(issue=file, captures=tuple(captures), refused=tuple(refused))


def _joined(head: str, entries: Sequence[str]) -> str:
    """The editor's text with the entries at its end; its own line ends and byte-order mark stay."""
    if not entries:
        return head
    text = "\n\n" + "\n".join(entries)
    return head.rstrip() + (text.replace("\n", "\r\n") if "\r\n" in head else text)


def _free(place: Path, taken: dict[Path, bytes], captured: Capture) -> Path:
    """The place, if no article stands there yet; raises SourceError when one does."""
    if place in taken or place.exists():
        same = (taken.get(place) or place.read_bytes()) == captured.raw
        told = (
            "is in the issue already"
            if same
            else "another source of that name is in the issue; rename the file"
        )
        raise SourceError(f"{captured.name}: {told} ({place})")
    return place


def _entry(name: str, drawn: Extract) -> str:
    """A story's lines in `issue.toml`: what was read stands in comments, ready to be changed."""
    article = drawn.article
    offered = [
        f"headline = {_quoted(article.headline)}",
        f"standfirst = {_quoted(article.standfirst)}",
        'kicker = ""',
        f"url = {_quoted(article.url)}",
        "summary = [",
        *(f"  {_quoted(sentence.text)}," for sentence in drawn.summary),
        "]",
    ]
    for quote in drawn.key_quotes:
        offered += _table("quotes", text=quote.text, speaker=quote.speaker, role=quote.role)
    for link in article.related:
        offered += _table("related", title=link.title, url=link.url)
    for promo in article.promos:
        offered += _table("promos", title=promo.title, url=promo.url)
    return "\n".join(
        [f"[[stories]]\nsource = {_quoted(f'sources/{name}')}", *(f"# {line}" for line in offered), ""]
    )


def _table(name: str, **values: str) -> list[str]:
    return [f"[[stories.{name}]]", *(f"{key} = {_quoted(value)}" for key, value in values.items())]


def _quoted(text: str) -> str:
    """A TOML basic string (TOML 1.0); JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False)


def _sound(file: Path, text: str) -> str:
    """The text, if it still is TOML: stories written as one inline list cannot be added to."""
    try:
        tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError:
        raise InputError(
            f"{file}: write its stories as [[stories]] tables, so that one can be added"
        ) from None
    return text


def _next_number(newsroom: Newsroom) -> int:
    numbers = [
        re.search(r"^number\s*=\s*(\d+)", _text(folder), re.MULTILINE)
        for folder in issue_folders(newsroom.issues)
    ]
    return 1 + max((int(found[1]) for found in numbers if found), default=0)


def _text(folder: Path) -> str:
    return (folder / ISSUE_FILE).read_text(encoding="utf-8", errors="replace")
