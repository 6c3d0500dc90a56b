"""What the desk's page is told: the issue, what is wrong with it, and one story with its source.

The shapes here are the page's only source of facts; both change together.
"""

from collections.abc import Iterable
from functools import cache

import msgspec

from digest.editing.choices import (
    QuoteChoice,
    SentenceChoice,
    body_sentences,
    quote_choices,
    summary_choices,
)
from digest.editing.suggestions import suggestions
from digest.model import Article, Finding, Issue, Quote, Sentence
from digest.preflight.email.size import GMAIL_CLIPS, NEAR_CLIPPING, meter
from digest.preflight.table import catalogue
from digest.preview.inbox import rows
from digest.preview.lines import source_lines
from digest.preview.workshop import Edition, Workshop
from digest.render.files import theme_names
from digest.render.theme import bundled_templates
from digest.report import Json, desk

ROOM = {"subject": (35, 60), "preheader": (40, 110)}  # characters that inboxes show, from and to


def state(workshop: Workshop, version: int, *, theming: bool) -> Json:
    """The desk as it is; "issue" and what is drawn from it are null before there was a good version."""
    edition = workshop.edition
    return {
        "version": version,
        "folder": str(workshop.folder),
        "name": workshop.folder.resolve().name,
        "problems": msgspec.to_builtins(workshop.problems),
        "theming": theming,
        "room": ROOM,
        **(_shown(edition, workshop) if edition else {"issue": None}),
    }


def _shown(edition: Edition, workshop: Workshop) -> Json:
    issue, email, checked = edition.issue, edition.galley.email, workshop.checked
    sender = issue.publication.sender_name or issue.publication.name
    return {
        "edition": edition.number,
        "issue": desk(issue),
        "wishes": msgspec.to_builtins(edition.wishes),
        "themes": theme_names((*edition.newsroom.templates, bundled_templates())),
        "email": {"subject": email.subject, "preheader": email.preheader, "text": email.text},
        "inbox": msgspec.to_builtins(rows(sender, email.subject, email.preheader, email.html)),
        "size": size(email.html),
        "findings": findings(checked.findings),
        "checked": {"edition": checked.number, "deep": checked.deep},
    }


def size(html: str) -> Json:
    """What each part of the HTML weighs, in bytes, and where Gmail clips."""
    total = len(html.encode())
    return {
        "total": total,
        "near": NEAR_CLIPPING,
        "limit": GMAIL_CLIPS,
        "parts": [msgspec.to_builtins(part) for part in meter(html)],
    }


def findings(found: Iterable[Finding]) -> list[Json]:
    """Findings as `digest check --json` gives them, with the title and the reason of each check."""
    return [{**msgspec.to_builtins(finding), **_reasons().get(finding.code, {})} for finding in found]


@cache
def _reasons() -> dict[str, Json]:
    return {
        row.code: {"title": row.title, "why": row.why, "source": row.source, "ignorable": row.ignorable}
        for row in catalogue()
    }


def story(issue: Issue, slug: str) -> Json | None:
    """A story with its source and what was read in it; None when the issue has none of that slug."""
    found = next((each for each in issue.stories if each.slug == slug), None)
    if found is None:
        return None
    article = found.article
    return {
        "slug": slug,
        "story": next(each for each in desk(issue)["stories"] if each["slug"] == slug),
        "source": source(article),
        "article": read(article),
        "choices": {"sentences": [_placed(each) for each in body_sentences(article)]},
        "sentences": [_chosen(choice, choice.sentence) for choice in summary_choices(found)],
        "quotes": [_chosen(choice, choice.quote) for choice in quote_choices(found)],
    }


def proposed(issue: Issue) -> Json:
    """Subjects and preheaders in the lead's own words."""
    return {"room": ROOM, **msgspec.to_builtins(suggestions(issue))}


def _chosen(choice: SentenceChoice | QuoteChoice, value: Sentence | Quote) -> Json:
    """A choice with the fields of what is to be chosen beside its own."""
    own = {
        name: getattr(choice, name) for name in choice.__struct_fields__ if getattr(choice, name) is not value
    }
    return {**msgspec.to_builtins(value), **own}


def _placed(sentence: Sentence) -> Json:
    return {"text": sentence.text, "start": sentence.span.start, "end": sentence.span.end}


def source(article: Article) -> Json:
    """A source as it was read, line by line."""
    return {
        "name": article.source.name,
        "notes": list(article.source.notes),
        "lines": msgspec.to_builtins(source_lines(article)),
        "assigned": {str(line): str(sort) for line, sort in article.lines.items()},
    }


def read(article: Article) -> Json:
    """What an article says by itself, where the editor says nothing; its notes are findings."""
    names = ("headline", "standfirst", "byline", "published", "url", "image", "language", "related", "promos")
    return {
        **{name: msgspec.to_builtins(getattr(article, name)) for name in names},
        "notes": findings(article.notes),
    }
