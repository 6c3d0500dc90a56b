"""Checks on the weight of the HTML, with a meter of what each part of the email weighs."""

import re
from collections.abc import Iterator

from msgspec import Struct

from digest.model import Level, Story
from digest.patterns import pattern
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.places import STORY, is_place

GMAIL_CLIPS = 102_000  # bytes of HTML; Gmail hides what comes after, the unsubscribe link with it
NEAR_CLIPPING = 90_000
STYLE_BLOCK = 16_384  # bytes; a longer one Gmail leaves out as a whole
HEAD = "head"


class Weight(Struct, frozen=True, kw_only=True):
    """What a part of the email weighs, in bytes; `place` is "head" for all above the first part."""

    place: str
    size: int


def meter(html: str) -> tuple[Weight, ...]:
    """The weight of each part, in reading order; together they are the whole email."""
    ids = pattern(r'<[^<>]*\sid="([^"]*)"').finditer(html)
    starts = [(HEAD, 0)] + [(match[1], match.start()) for match in ids if is_place(match[1])]
    ends = [start for _, start in starts[1:]] + [len(html)]
    return tuple(
        Weight(place=place, size=len(html[start:end].encode()))
        for (place, start), end in zip(starts, ends, strict=True)
    )


def size(galley: Galley) -> Iterator[Hit]:
    """HTML that Gmail will clip, or nearly so."""
    weight = len(galley.email.html.encode())
    if weight > NEAR_CLIPPING:
        heavy = _stories(galley)
        yield Hit(
            level=Level.ERROR if weight > GMAIL_CLIPS else Level.WARNING,
            where="email.html",
            message=f"the HTML weighs {_kb(weight)}; Gmail clips at {_kb(GMAIL_CLIPS)}{_told(heavy)}",
            story=(cut := _to_cut(heavy, weight)),
            place=f"{STORY}{cut}" if cut else "",
            mend=f"cut {cut}, or some quotes and related headlines" if cut else "give the issue fewer parts",
        )


def style_blocks(galley: Galley) -> Iterator[Hit]:
    """A style block that Gmail leaves out for its length."""
    for block in pattern(r"<style[^>]*>(.*?)</style>", re.DOTALL).findall(galley.email.html):
        if len(block.encode()) > STYLE_BLOCK:
            yield Hit(
                message=f"a style block weighs {_kb(len(block.encode()))}; Gmail leaves out one over 16 kB",
                where="email.html",
                mend="part it into several <style> elements in the theme's head",
            )


def _stories(galley: Galley) -> list[tuple[Story, int]]:
    """The stories with what each weighs, in their order."""
    weights = {weight.place: weight.size for weight in meter(galley.email.html)}
    return [(story, weights.get(f"{STORY}{story.slug}", 0)) for story in galley.issue.stories]


def _to_cut(stories: list[tuple[Story, int]], weight: int) -> str:
    """The last story without which there is room enough, or else the heaviest; never the lead."""
    others = stories[1:]
    enough = [story.slug for story, size in others if weight - size <= NEAR_CLIPPING]
    heaviest = max(others, key=lambda each: each[1], default=None)
    return enough[-1] if enough else heaviest[0].slug if heaviest else ""


def _told(stories: list[tuple[Story, int]]) -> str:
    told = ", ".join(f"{story.slug} {_kb(size)}" for story, size in stories if size)
    return f" ({told})" if told else ""


def _kb(size: int) -> str:
    return f"{size / 1000:.0f} kB"


ROWS = (
    Check(
        code="size",
        level=Level.WARNING,
        run=size,
        title="the HTML is so heavy that Gmail clips it, or nearly so",
        why="what is clipped is not read, and the unsubscribe link stands at the end",
        source="Gmail shows about 102 kB of a message's HTML and a link to the rest",
    ),
    Check(
        code="style-block-long",
        level=Level.WARNING,
        run=style_blocks,
        title="a style block is longer than Gmail takes",
        why="Gmail drops it as a whole, and with it the layout on phones",
        source="caniemail.com, <style> element, note on Gmail",
        deep=True,
    ),
)
