"""An issue in a provider's language, with every merge tag and every link in it told; nothing is written."""

from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl

from digest.build import Neutral, Press
from digest.handoff.kit import Kit, KitLink, KitTag
from digest.mergetags.express import express, missing, unconfirmed
from digest.mergetags.neutral import FALLBACK, fill, used
from digest.mergetags.plain import Own, asked, asked_in_both
from digest.mergetags.row import Tag
from digest.mergetags.table import row_of
from digest.model import Email, Images, Issue
from digest.newsroom import Newsroom
from digest.outward.drafting import for_provider, linked, own_words
from digest.preflight.galley import Galley
from digest.preflight.places import placed, story_at
from digest.render.cleaning import one_line


def kit_of(newsroom: Newsroom, issue: Issue, provider: str, press: Press) -> Kit:
    """The issue's kit for a provider that the table of merge tags knows; raises as `express` does."""
    own, publication = own_words(newsroom, issue), issue.publication
    made = _made(newsroom, issue, provider, press, linked(publication))
    shown = made
    if publication.images is Images.EMBED and publication.images_base:
        shown = _made(newsroom, issue, provider, press, Images.EMBED)
    email = express(made.email, provider, own)
    tags = tuple(_tags(made.email, provider, own))
    return Kit(
        issue=issue,
        provider=provider,
        email=email,
        email_shown=email if shown is made else express(shown.email, provider, own),
        tags=tags,
        links=tuple(_links(made.email, issue, {tag.name: tag.html for tag in tags})),
        missing=missing(asked_in_both(made.email), provider),
        images=made.images,
        carried=shown.images if shown.embedded or not publication.images_base else (),
    )


def _made(newsroom: Newsroom, issue: Issue, provider: str, press: Press, how: Images) -> Neutral:
    whole = press.neutral(newsroom, issue, images=how)
    return for_provider(whole, newsroom, issue, provider, press, how=how)


def _tags(email: Email, provider: str, own: Own) -> Iterator[KitTag]:
    forms = row_of(provider).tags
    words = {"postal_address": own.postal_address, "view_in_browser": own.view_in_browser}
    for name in asked(email):
        tag = forms.get(name)
        if tag and (tag.documented or unconfirmed((name,), provider, own)):
            html, text = (form.replace(FALLBACK, "…") for form in (_in_html(tag), tag.text))
            yield KitTag(name=name, html=html, text=text, own=False, documented=tag.documented)
        else:
            yield KitTag(name=name, html=words[name], text=words[name], own=True, documented=True)


def _in_html(tag: Tag) -> str:
    return f"<{tag.element}>…</{tag.element}>" if tag.element else tag.html or tag.text


def _links(email: Email, issue: Issue, forms: Mapping[str, str]) -> Iterator[KitLink]:
    """Every link of the HTML, in order, as it leads a reader."""
    for element, place in placed(Galley(issue=issue, email=email).tree):
        url = element.get("href", "").strip() if element.tag == "a" else ""
        if url:
            shown = " ".join(element.text_content().split())
            story = story_at(place, issue)
            yield KitLink(
                url=fill(url, forms),
                words=shown or " ".join(image.get("alt", "") for image in element.iter("img")),
                part=place,
                headline=next((one_line(s.headline.value) for s in issue.stories if s.slug == story), ""),
                merge_tags=used(url),
                utm=_utm(url),
            )


def _utm(url: str) -> dict[str, str]:
    query = url.partition("#")[0].partition("?")[2]
    return {name: value for name, value in parse_qsl(query) if name.lower().startswith("utm_")}
