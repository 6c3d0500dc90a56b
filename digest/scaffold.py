"""New newsrooms, new issues, and articles added to them. What is there already is never overwritten."""

import datetime as dt
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from digest.errors import InputError, SourceError, UsageError
from digest.files import write_new, write_whole
from digest.intake import Brought, FeedWish, bring, bring_feed, known_links, matches
from digest.issuefile import IssueFile
from digest.naming import SLUG, slug_of, source_slug
from digest.newsroom import FILE, ISSUE_FILE, Newsroom, issue_folders
from digest.offer import Offered, entry
from digest.reading import extract
from digest.sources.capture import Capture, Take
from digest.sources.readers import suffix_of
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
# summary_length = 3                  # sentences; an issue, and a story in it, may say otherwise
# summary_style = "sentences"         # a paragraph each; or "points", or all in one "paragraph"
# summariser = "extractive"           # the article's own sentences; or "llm:MODEL", drafted and checked

[sender]
# name = "My trade weekly"
# address = "desk@example.org"
# reply_to = "editor@example.org"
# list_id = "weekly.example.org"      # the list's name in the head of a message
# unsubscribe_url = "https://example.org/out?one-click=1"   # takes one click, for mail that no provider sends

[brand]
# accent = "#0b5c6b"                  # every colour has a twin for the dark: dark_accent
# heading_font = "Georgia, serif"
# radius = 3                          # of corners, in pixels
# width = 600                         # of the email, in pixels
# logo = "https://example.org/logo.png"       # or a file, from this folder; dark_logo for the dark
# logo_width = 180                    # in pixels, as it is shown
# logo_height = 40
# logo_alt = "My trade weekly"        # said where pictures are not shown; else it is the name
# web_fonts = "https://example.org/fonts.css"   # for mail programs that load them; others take the next font

[feeds]
# links = ["https://example.org/feed.xml"]   # your site's feeds, or files: they give headlines their links

[utm]
# source = "newsletter"               # nothing is added to links while this is empty

[social]
# LinkedIn = "https://www.linkedin.com/company/example"

[images]
# base_url = "https://example.org/newsletter/"   # the web folder that you upload an issue's pictures to
# how = "embed"                       # "link" (if nothing is said), "embed" (in email.eml) or "none"

[check]
# clients = ["Gmail", "Outlook Windows"]      # the mail programs that count, if not the usual ones
# past_issues = 8                     # in how many earlier issues a story must not have run
# staging = ["staging.example.org"]   # hosts that no reader must be sent to

[handoff]
# provider = "mailchimp"              # where digest handoff makes the draft; the key: digest login mailchimp

# [providers.mailchimp]               # or brevo, buttondown, klaviyo, listmonk, mailjet, resend, sendgrid
# audience = "a1b2c3d4e5"             # for whom; digest handoff says what a provider wants to know

[proof]
# host = "smtp.example.org"           # the mail server for proofs; its password: digest login smtp
# user = "desk@example.org"
# security = "starttls"               # or "tls"
# proof_to = ["example.org", "printer@example.com"]   # who may get proofs: domains, or addresses

[secrets]
# file = "~/digest-keys.toml"         # where the system has no keyring: mailchimp = "KEY", for your eyes only

[archive]
# url = "https://example.org/newsletter/"   # the web folder that digest archive is uploaded to

[words]
# read_more = "Read the full story"   # other words for the email's fixed labels
"""

ISSUE_TOML = """\
# What you write here wins; what you leave out is taken from the articles. What was read in each of them
# stands in its comments: take away the "# " of a line, or of a whole [[block]], and change it. A list you
# write (quotes, related, promos) replaces the one that was read; "" and [] mean "none, please", and so does
# image = false. Two stories running with layout = "half" stand side by side.
number = {number}
date = {date}
# subject = ""
# preheader = ""
# note = \"\"\"A word from the editor, in *Markdown*.\"\"\"
# summary_length = 3           # 1 to 10 sentences; these three may also stand in a story, for it alone
# summary_style = "points"     # or "paragraph", or "sentences", each in a paragraph of its own
# summariser = "extractive"    # the article's own sentences; "llm:MODEL" drafts them with a model of yours
# ignore = ["link-missing"]    # checks that need not be told of this issue; a story may have its own

# [sponsor]
# name = ""
# url = ""
# label = ""                   # said before the name, instead of "In association with"
# text = ""

# [[listings]]
# title = "Diary"
# [[listings.items]]
# title = ""
# url = ""
# when = 2026-11-26            # or 2026-11-26T14:00:00Z; a job has none
# detail = ""
"""


class Added(Struct, frozen=True, kw_only=True):
    """What `new` and `add` did: the issue file, the captures made, and the sources that were refused.

    `issue` is None when no issue was made, since none of its sources could be taken. `missed` tells what
    could not be had although the articles could: a page behind a teaser, a feed's links.
    """

    issue: Path | None
    captures: tuple[Path, ...]
    refused: tuple[SourceError, ...]
    missed: tuple[str, ...] = ()


def init(folder: Path) -> Path:
    """Makes a newsroom: `digest.toml` and `issues/`; raises UsageError when there is one already."""
    write_new(folder / FILE, DIGEST_TOML.encode())
    (folder / "issues").mkdir(exist_ok=True)
    return folder / FILE


def new(
    slug: str, references: Sequence[str], newsroom: Newsroom, take: Take, feed: FeedWish | None = None
) -> Added:
    """Makes an issue folder dated today, its number following the highest there is.

    The articles of a feed follow those named one by one.
    """
    if not SLUG.fullmatch(slug):
        raise UsageError(f'"{slug}" is no slug; take small letters, digits and hyphens: "{slug_of(slug)}"')
    file = newsroom.issues / slug / ISSUE_FILE
    if file.exists():
        raise UsageError(f"{file}: is there already; add articles to it with: digest add {slug} ARTICLE.txt")
    head = ISSUE_TOML.format(number=_next_number(newsroom), date=dt.date.today().isoformat())  # noqa: DTZ011 - the editor's own day
    brought, refused = bring(references, take)
    more, missed = bring_feed(feed, take) if feed else ([], [])
    return _Adding(file, newsroom, take, refused, missed).add(head, brought + more)


def add(folder: Path, references: Sequence[str], newsroom: Newsroom, take: Take) -> Added:
    """Captures articles into an issue and adds them at its end; nothing else in `issue.toml` changes.

    Raises MistakesError when `issue.toml` has mistakes that must be mended first.
    """
    file = folder / ISSUE_FILE
    TomlFile(file).convert(IssueFile)
    brought, refused = bring(references, take)
    return _Adding(file, newsroom, take, refused, []).add(file.read_bytes().decode(), brought)


class _Adding:
    """Articles on their way into an issue; what cannot be taken is kept to be told."""

    def __init__(
        self,
        file: Path,
        newsroom: Newsroom,
        take: Take,
        refused: list[SourceError],
        missed: list[str],
    ) -> None:
        self._file, self._newsroom, self._take = file, newsroom, take
        self._refused, self._missed = refused, missed
        self._captures: dict[Path, bytes] = {}

    def add(self, head: str, brought: Sequence[Brought]) -> Added:
        """All of them or, when a file cannot be written, none; an issue is not made of refusals alone."""
        offered = [each for each in map(self._offered, brought) if each]
        made = bool(offered) or not self._refused
        if made:
            text = _sound(self._file, _joined(head, [entry(each) for each in self._with_links(offered)]))
            write_whole({**self._captures, self._file: text.encode()})
        return Added(
            issue=self._file if made or self._file.exists() else None,
            captures=tuple(self._captures),
            refused=tuple(self._refused),
            missed=tuple(self._missed),
        )

    def _offered(self, brought: Brought) -> Offered | None:
        captured = brought.captured
        try:
            drawn = extract(captured)
            name = f"{source_slug(brought.reference, drawn.article)}{suffix_of(brought.reference, captured)}"
            self._captures[self._free(self._file.parent / "sources" / name, captured)] = captured.raw
        except SourceError as error:
            self._refused.append(error)
            return None
        return Offered(file=name, captured=captured, extract=drawn)

    def _free(self, place: Path, captured: Capture) -> Path:
        """The place, if no article stands there yet; raises SourceError when one does."""
        if place in self._captures or place.exists():
            same = (self._captures.get(place) or place.read_bytes()) == captured.raw
            told = (
                "is in the issue already"
                if same
                else "another source of that name is in the issue; rename the file"
            )
            raise SourceError(f"{captured.name}: {told} ({place})")
        return place

    def _with_links(self, offered: Sequence[Offered]) -> list[Offered]:
        """The same with what the newsroom's feeds know of headlines that came without an address."""
        if not offered or not self._newsroom.feeds:
            return list(offered)
        known, failed = known_links(self._newsroom.feeds, self._take)
        self._missed += failed
        return [replace(each, matches=matches(each.extract.article, known)) for each in offered]


def _joined(head: str, entries: Sequence[str]) -> str:
    """The editor's text with the entries at its end; its own line ends and byte-order mark stay."""
    if not entries:
        return head
    text = "\n\n" + "\n".join(entries)
    return head.rstrip() + (text.replace("\n", "\r\n") if "\r\n" in head else text)


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
