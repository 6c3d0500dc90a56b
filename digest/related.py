"""Related headlines and promos on the desk: the editor's entries laid over the page's, with their addresses.

An entry that names a derived headline takes from it what the editor did not give. Where neither has an
address, the one that `[stories.links]` gives for the headline is taken; its origin is the feed it came from.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from msgspec.structs import replace

from digest.issuefile import LinkEntry, PromoEntry, StoryEntry
from digest.model import Article, Decided, Link, Origin, Promo, PromoKind
from digest.nearmiss import near_miss
from digest.verbatim import same_words

Tell = Callable[..., None]  # tell(message, *key path)
V = TypeVar("V", Link, Promo)


def lay_related(story: StoryEntry, article: Article) -> tuple[Decided[Link], ...]:
    """A story's related headlines."""
    if story.related is None:
        return tuple(_from_article(link, story.links) for link in article.related)
    laid = []
    for entry in story.related:
        link = next(
            (link for link in article.related if same_words(link.title, entry.title)), Link(title=entry.title)
        )
        laid.append(_merged(entry, link, story.links))
    return tuple(laid)


def lay_promos(story: StoryEntry, article: Article, tell: Tell) -> tuple[Decided[Promo], ...]:
    """A story's promos; a new one without its kind is told through `tell`."""
    if story.promos is None:
        return tuple(_from_article(promo, story.links) for promo in article.promos)
    laid = []
    for n, entry in enumerate(story.promos):
        promo = next((promo for promo in article.promos if same_words(promo.title, entry.title)), None)
        if promo is None and entry.kind is None:
            tell(f'"kind" is missing (one of {", ".join(PromoKind)})', "promos", n)
        promo = promo or Promo(title=entry.title, kind=entry.kind or PromoKind.EVENT)
        laid.append(_merged(entry, promo, story.links))
    return tuple(laid)


def _merged(entry: LinkEntry | PromoEntry, derived: V, links: Mapping[str, str]) -> Decided[V]:
    """What the entry gives laid over the derived value of the same title, if there was one."""
    under = _from_article(derived, links)
    given = {key: getattr(entry, key) for key in entry.__struct_fields__ if getattr(entry, key) is not None}
    kept = [key for key in entry.__struct_fields__ if key not in given and getattr(derived, key)]
    parts = {**(dict.fromkeys(kept, Origin.ARTICLE) if derived.span else {}), **under.parts}
    return Decided(
        value=replace(under.value, **given),
        origin=Origin.EDITOR,
        evidence=under.evidence,
        parts={key: origin for key, origin in parts.items() if key not in given},
    )


def _from_article(value: V, links: Mapping[str, str]) -> Decided[V]:
    """A derived value, with the address that `links` gives when its page gave none."""
    url = value.url or linked(links, value.title)
    return Decided(
        value=replace(value, url=url),
        origin=Origin.ARTICLE,
        evidence=(value.span,) if value.span else (),
        parts={} if url == value.url else {"url": Origin.FEED},
    )


def linked(links: Mapping[str, str], headline: str) -> str:
    """The address that `links` gives for a headline, or ""."""
    return next((url for title, url in links.items() if same_words(title, headline)), "")


def check_links(entry: StoryEntry, article: Article, tell: Tell) -> None:
    """Tells of links for headlines that are not the story's."""
    theirs: list[Link | Promo] = [*article.related, *article.promos]
    written: list[LinkEntry | PromoEntry] = [*(entry.related or ()), *(entry.promos or ())]
    known = [article.headline, *(each.title for each in theirs), *(each.title for each in written)]
    for headline in entry.links:
        if not any(same_words(headline, title) for title in known):
            hint = near_miss(headline, known) or "; delete the line"
            tell(f"is no headline of the story or its related articles{hint}", "links", headline)
