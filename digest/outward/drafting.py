"""An issue as a draft in a provider's own language; nothing is asked of anybody."""

from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from digest.build import Neutral, Press
from digest.build import own_words as publication_words
from digest.mergetags.express import express, express_line, left_out
from digest.mergetags.plain import Own, asked
from digest.mergetags.table import row_of
from digest.model import Decided, Draft, Email, Images, Issue, Origin, Publication
from digest.newsroom import Newsroom
from digest.outward.archive import archive_address
from digest.render.cleaning import clean, one_line

LONGEST_NAME = 100  # characters; SendGrid's limit, the narrowest


class Drafted(Struct, frozen=True, kw_only=True):
    """A draft, the merge tags that it does without, and the pictures to be uploaded before readers get it.

    `email` is the fingerprint of the email itself, whatever the provider.
    """

    draft: Draft
    left_out: tuple[str, ...]
    uploads: tuple[str, ...]
    email: str


def drafted(newsroom: Newsroom, issue: Issue, name: str, press: Press) -> Drafted:
    """The draft for the provider `name`; raises InputError for a merge tag it has no words for."""
    how, own = linked(issue.publication), own_words(newsroom, issue)
    whole = press.neutral(newsroom, issue, images=how)
    email = express(for_provider(whole, newsroom, issue, name, press, how=how).email, name, own)
    publication = issue.publication
    draft = Draft(
        name=draft_name(publication.name, issue.slug),
        subject=email.subject,
        preheader=email.preheader if row_of(name).preheader == "field" else "",
        from_name=express_line(one_line(publication.sender_name or publication.name), name),
        from_email=publication.sender_address,
        reply_to=publication.reply_to,
        html=email.html,
        text=email.text,
        language=publication.language,
    )
    return Drafted(
        draft=draft,
        left_out=left_out(asked(whole.email), name, own),
        uploads=tuple(image.name for image in whole.images),
        email=fingerprint(whole.email, publication),
    )


def for_provider(  # noqa: PLR0913 - what the whole was made of, and for whom
    whole: Neutral, newsroom: Newsroom, issue: Issue, name: str, press: Press, *, how: Images
) -> Neutral:
    """The neutral email with what a provider can have in it; the `whole` one, where that can have all.

    Where it has a field for the preheader, the email tells it and its HTML does not, so that readers do not
    see it twice; a merge tag that it has no form of is left out, where the theme can do without.
    """
    spare = left_out(asked(whole.email), name, own_words(newsroom, issue))
    apart = row_of(name).preheader == "field"
    if not spare and not apart:
        return whole
    bare = replace(issue, preheader=Decided(value="", origin=Origin.EDITOR)) if apart else issue
    shown = press.neutral(newsroom, bare, images=how, without=spare)
    return replace(shown, email=replace(shown.email, preheader=whole.email.preheader))


def linked(publication: Publication) -> Images:
    """How pictures go to a provider: a draft there cannot carry them in itself."""
    return Images.LINK if publication.images is Images.EMBED else publication.images


def own_words(newsroom: Newsroom, issue: Issue) -> Own:
    """What the publication itself has to say where a provider has no merge tag."""
    return publication_words(issue.publication, archive_address(newsroom, issue.slug))


def draft_name(publication: str, slug: str) -> str:
    """What a draft is called at every provider, so that it is found again; the slug is never cut."""
    return " ".join(clean(f"{slug}: {publication}").split())[:LONGEST_NAME].rstrip()


def slug_of(name: str) -> str:
    """The issue that a draft was named after."""
    return name.partition(": ")[0]


def fingerprint(email: Email, publication: Publication) -> str:
    """The SHA-256 of what readers are going to get, while merge tags are still neutral."""
    sender = (publication.sender_name, publication.sender_address, publication.reply_to)
    said = (email.subject, email.preheader, email.html, email.text, *sender)
    return sha256(msgspec.json.encode(said)).hexdigest()
