"""Checks that the mail provider which issues go to has what an email asks of it, and gets what it insists on.

They say nothing where no provider is chosen, or one whose tags nobody here knows.
"""

from collections.abc import Iterator

from digest.mergetags.express import inexpressible, left_out, mend_of, missing, unconfirmed
from digest.mergetags.neutral import FALLBACK
from digest.mergetags.row import Row
from digest.mergetags.table import TABLE
from digest.model import Level
from digest.preflight.email import identity
from digest.preflight.galley import Check, Galley, Hit

_COVERED = {"unsubscribe": identity.unsubscribe, "postal_address": identity.address_unshown}


def unsayable(galley: Galley) -> Iterator[Hit]:
    """A tag that the provider has no form of, and that the hand-off cannot leave out."""
    for row in _chosen(galley):
        spare = left_out(galley.tags, galley.provider, galley.own)
        for name in inexpressible(galley.tags, galley.provider, galley.own):
            if name in spare:
                continue
            yield _hit(f'{row.title} has nothing for the merge tag "{name}"', mend_of(name))


def not_asked(galley: Galley) -> Iterator[Hit]:
    """A tag that the provider insists on; what lacks altogether is told by other checks."""
    for row in _chosen(galley):
        for name in missing(galley.shared_tags, galley.provider):
            if name == "postal_address" and not galley.issue.publication.postal_address:
                continue
            if not any(_COVERED[name](galley)):
                told = f'{row.title} insists on its own merge tag "{name}", and not both parts ask for it'
                level = Level.ERROR if name == "unsubscribe" else None
                yield _hit(
                    told, f'let the footer of issue.mjml and issue.txt show {{{{ merge("{name}") }}}}', level
                )


def undocumented(galley: Galley) -> Iterator[Hit]:
    """A tag of which we are not sure how the provider writes it."""
    for row in _chosen(galley):
        for name in unconfirmed(galley.tags, galley.provider, galley.own):
            tag = row.tags[name]
            form = (tag.html or tag.text).replace(FALLBACK, "…")
            told = f'{row.title} gets {form} for the merge tag "{name}": {tag.source}'
            yield _hit(told, "send yourself a test mail from there and look at it")


def _chosen(galley: Galley) -> tuple[Row, ...]:
    return (TABLE[galley.provider],) if galley.provider in TABLE else ()


def _hit(message: str, mend: str, level: Level | None = None) -> Hit:
    return Hit(message=message, where="email.html", place="footer", mend=mend, level=level)


ROWS = (
    Check(
        code="merge-tag-inexpressible",
        level=Level.ERROR,
        run=unsayable,
        title="the mail provider cannot express a merge tag",
        why="readers would get the tag itself in the place of a link or a name",
        ignorable=False,
        deep=True,
    ),
    Check(
        code="merge-tag-missing",
        level=Level.WARNING,
        run=not_asked,
        title="the mail provider insists on a merge tag that is not asked for",
        why="it refuses the mail, or puts a footer of its own below ours",
        source="the providers' rules; CAN-SPAM Act, 15 U.S.C. 7704(a)",
        deep=True,
    ),
    Check(
        code="merge-tag-unconfirmed",
        level=Level.WARNING,
        run=undocumented,
        title="a merge tag's form at the mail provider is not documented",
        why="if the provider writes it otherwise, readers get the tag itself",
        deep=True,
    ),
)
