"""Checks that words stand out from what they are written on: in the brand's colours and in the email."""

from collections.abc import Iterable, Iterator

from digest.colours import LARGE_TEXT, TEXT, close_pairs, nearest_passing, ratio, told_ratio
from digest.model import Brand, Level
from digest.preflight.email.schemes import DARK, LIGHT, OUTLOOK_DARK, Lettering, Written, written
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.places import story_at

SHOWN = 50  # characters of an example


def brand_pairs(galley: Galley) -> Iterator[Hit]:
    """Two colours of digest.toml that letters cannot be read in."""
    brand = galley.issue.publication.brand
    for pair in close_pairs(brand):
        ink, paper = getattr(brand, pair.ink), getattr(brand, pair.paper)
        yield Hit(
            message=f"{pair.ink} {ink} on {pair.paper} {paper} has a contrast of {told_ratio(pair.ratio)}, "
            f"and letters need {TEXT}",
            where=f"digest.toml: brand.{pair.ink}",
            mend=f'the nearest shade that passes is {pair.ink} = "{pair.shade}"',
        )


def in_email(galley: Galley) -> Iterator[Hit]:
    """Words of the finished email that do not stand out, in light, in dark and in Outlook's dark."""
    told = set(_of_brand(galley.issue.publication.brand))
    for scheme in (LIGHT, DARK, OUTLOOK_DARK):
        for faint in _faint(written(galley.tree, scheme), told):
            yield _hit(faint, scheme, galley)


def _faint(words: Iterable[Written], told: set[tuple[str, str]]) -> Iterator[Written]:
    """The first words in each pair of colours that is too close, but for the pairs `told`; adds to these."""
    for each in words:
        pair = each.lettering.ink, each.lettering.paper
        if each.lettering.paper and pair not in told and ratio(*pair) < _wanted(each.lettering):
            told.add(pair)
            yield each


def _of_brand(brand: Brand) -> Iterator[tuple[str, str]]:
    """The pairs that are told as digest.toml's already."""
    return ((getattr(brand, pair.ink), getattr(brand, pair.paper)) for pair in close_pairs(brand))


def _wanted(lettering: Lettering) -> float:
    return LARGE_TEXT if lettering.is_large else TEXT


def _hit(faint: Written, scheme: str, galley: Galley) -> Hit:
    lettering, wanted = faint.lettering, _wanted(faint.lettering)
    has = told_ratio(ratio(lettering.ink, lettering.paper))
    return Hit(
        message=f"“{faint.text[:SHOWN]}” is {lettering.ink} on {lettering.paper} in {scheme} design, "
        f"a contrast of {has}, and letters of {lettering.size:g} px need {wanted:g}",
        where="email.html",
        place=faint.place,
        story=story_at(faint.place, galley.issue),
        mend=f"the nearest shade that passes is {nearest_passing(lettering.ink, lettering.paper, wanted)}",
    )


_SOURCE = "WCAG 2.2, SC 1.4.3"
_WHY = "readers with weak sight, or a phone in the sun, cannot read them"
ROWS = (
    Check(
        code="brand-contrast",
        level=Level.WARNING,
        run=brand_pairs,
        title="two colours of digest.toml are too close for letters",
        why=_WHY,
        source=_SOURCE,
        deep=True,
    ),
    Check(
        code="contrast",
        level=Level.WARNING,
        run=in_email,
        title="words of the email do not stand out from their background",
        why=_WHY,
        source=_SOURCE,
        deep=True,
    ),
)
