"""One door to all summarisers, and the check on what comes through it.

A summariser is a module, or any object, with the one function below, named under the entry-point group
"digest.summarisers". Ours come through the same door. Nobody's word is taken for what it brings:

Rule 1. A sentence must stand word for word in the body where its span says, or the extractive summary is
        used in place of the whole.
Rule 2. A sentence that says it is a model's must be borne out by the article (`grounding.py`), or it is left
        out, with one behind it that leans on it. Sentences of the article that need no other fill the gaps.
Rule 3. Whatever goes wrong is told as a finding, and the extractive summary is used: a digest is never held
        up by its summariser.
"""

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from digest.errors import UsageError
from digest.extract import summary
from digest.extract.pointing import points_back, points_to_somebody
from digest.extract.terms import terms
from digest.extract.wish import EXTRACTIVE, Wish
from digest.model import Article, Finding, Level, Origin, Sentence
from digest.plugins import SUMMARISERS, load

if TYPE_CHECKING:
    from digest.extract.grounding import Ground  # only what a model drafted is held against its article


FALLEN_BACK = "the article's own sentences are used"
WORDS = {
    "missing": ("the summariser cannot be used", FALLEN_BACK),
    "failed": ("the summariser failed", FALLEN_BACK),
    "refused": ("a drafted sentence is left out", "a sentence of the article takes its place"),
    "drafted": ("a model wrote in the summary", "read it against the article"),
}


class Summariser(Protocol):
    """What a plug-in offers."""

    def summarise(self, article: Article, wish: Wish) -> Sequence[Sentence]:
        """Up to `wish.length` sentences, word for word of the article's body, or of `Origin.MODEL`.

        A model's sentence needs no true span: the door finds what bears it out. What this raises is told.
        """


def summarise(article: Article, wish: Wish) -> tuple[Article, tuple[Sentence, ...]]:
    """The summary that is wished, and the article, with what an editor should know of the summary noted."""
    if wish.name == EXTRACTIVE:
        return article, summary.summarise(article, wish)
    found: Sequence[Sentence] = ()
    try:
        found, findings = _checked(_asked(article, wish), article, wish)
    except UsageError as error:  # nobody offers it, or what it needs is not installed
        findings = [_finding(wish, Level.ERROR, "missing", str(error))]
    except Exception as error:  # noqa: BLE001 - a plug-in may raise anything, and must not hold up the digest
        findings = [_finding(wish, Level.WARNING, "failed", f"{type(error).__name__}: {error}")]
    told = [replace(finding, where=article.source.name) for finding in findings]
    noted = replace(article, notes=(*article.notes, *told))
    return noted, tuple(found) or summary.summarise(article, wish)


def unknown(summariser: str | None) -> str:
    """Why a summariser cannot be had; "" when it can, or none is named."""
    try:
        load(SUMMARISERS, (summariser or EXTRACTIVE).partition(":")[0])
    except UsageError as error:
        return str(error)
    return ""


def _asked(article: Article, wish: Wish) -> tuple[Sentence, ...]:
    """What the plug-in brings, if it is any of it; raises whatever the plug-in raises."""
    found = tuple(load(SUMMARISERS, wish.name).summarise(article, wish))[: wish.length]
    if not found:
        raise ValueError("it gave no sentence")
    for sentence in found:
        if sentence.origin is not Origin.MODEL and not _stands_in(article, sentence):
            raise ValueError(f"“{_start(sentence)}” does not stand in the article word for word")
    return found


def _stands_in(article: Article, sentence: Sentence) -> bool:
    if not 0 <= sentence.paragraph < len(article.body):
        return False
    block = article.body[sentence.paragraph]
    start, end = sentence.span.start - block.span.start, sentence.span.end - block.span.start
    return sentence.origin is Origin.EXTRACTED and 0 <= start < end and block.text[start:end] == sentence.text


def _checked(found: Sequence[Sentence], article: Article, wish: Wish) -> tuple[list[Sentence], list[Finding]]:
    """The sentences that are borne out, gaps filled with the article's own, and what became of the others."""
    if all(sentence.origin is not Origin.MODEL for sentence in found):
        return list(found), []
    from digest.extract.grounding import Ground

    ground, kept, findings = Ground(article), list[Sentence | None](), list[Finding]()
    for sentence in found:
        told = [each.text for each in kept if each]
        if reason := _against(sentence, ground, told, after_a_gap=not kept or kept[-1] is None):
            findings.append(_finding(wish, Level.WARNING, "refused", f"{reason}: “{_start(sentence)}”"))
            kept.append(None)
        else:
            kept.append(_with_evidence(sentence, ground))
    by_model = sum(each is not None and each.origin is Origin.MODEL for each in kept)
    if by_model:
        findings.append(_finding(wish, Level.NOTE, "drafted", f"{by_model} of {len(kept)} sentences"))
    return (_filled(kept, article) if by_model else []), findings


def _against(sentence: Sentence, ground: "Ground", told: list[str], *, after_a_gap: bool) -> str:
    if sentence.origin is not Origin.MODEL:
        return ""
    if after_a_gap and (points_back(sentence.text) or points_to_somebody(sentence.text, ground.text)):
        return "it points to a sentence that is not there"
    if summary.repeats(terms(sentence.text), [terms(text) for text in told]):
        return "it says again what was said"
    return ground.against(sentence.text)


def _with_evidence(sentence: Sentence, ground: "Ground") -> Sentence:
    evidence = ground.evidence(sentence.text) if sentence.origin is Origin.MODEL else None
    return replace(sentence, span=evidence.span, paragraph=evidence.paragraph) if evidence else sentence


def _filled(kept: Sequence[Sentence | None], article: Article) -> list[Sentence]:
    """The gaps filled in the article's order."""
    told = [sentence.text for sentence in kept if sentence]
    own = iter(summary.beside(article, told, len(kept) - len(told)))
    return [found for sentence in kept if (found := sentence or next(own, None))]


def _start(sentence: Sentence) -> str:
    return textwrap.shorten(sentence.text, 80, placeholder=" …")


def _finding(wish: Wish, level: Level, what: str, told: str) -> Finding:
    message, mend = WORDS[what]
    return Finding(
        code=f"summary-{what}", level=level, message=f"{message} ({wish.summariser}): {told}", mend=mend
    )
