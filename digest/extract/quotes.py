"""Every direct quotation of an article, with its speaker: the one door of this room's quotation modules.

`quotation.py` finds the marks, `attribution.py` the words that attribute, `people.py` the people,
`antecedents.py` whom "she" means, `scare.py` what nobody said; `subjects.py` and `speakers.py`
put them together; `keyquotes.py` chooses among the answers.
"""

from digest.extract.attribution import SAID, How
from digest.extract.body import Body, body_of
from digest.extract.quotation import Part, Quotation, find_quotations
from digest.extract.scare import is_clause_of, is_name, is_title
from digest.extract.speakers import Speakers
from digest.extract.subjects import Speaker
from digest.model import Article, Quote, Span

SHORTEST = 4  # words; a shorter one is kept only where its attribution stands right beside it


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """All direct quotations of the body in document order, with the best guess at each speaker."""
    body = body_of(article)
    quotations = find_quotations(body)
    if not quotations:
        return ()
    speakers = Speakers(body, quotations, f"{article.headline}\n{article.standfirst}")
    joined = _joined(quotations, speakers)
    return tuple(
        _quote(body, parts, speaker, speakers)
        for parts, speaker in joined
        if _is_speech(body, parts, speaker)
    )


def _joined(quotations: list[Quotation], speakers: Speakers) -> list[tuple[tuple[Part, ...], Speaker | None]]:
    """The quotations with those made one that only their attribution splits."""
    joined: list[tuple[tuple[Part, ...], Speaker | None]] = []
    for quotation, speaker in zip(quotations, speakers.attribute(), strict=True):
        if (
            joined
            and speaker
            and speakers.only_splits(joined[-1][0][-1], quotation.parts[0], joined[-1][1], speaker)
        ):
            joined[-1] = (joined[-1][0] + quotation.parts, joined[-1][1])
        else:
            joined.append((quotation.parts, speaker))
    return joined


def _is_speech(body: Body, parts: tuple[Part, ...], speaker: Speaker | None) -> bool:
    if speaker and speaker.person < 0 and is_clause_of(body.text, parts[0], said=speaker.how in SAID):
        return False
    words = " ".join(body.text[part.start : part.end] for part in parts).split()
    if is_title(words) and body.text[parts[-1].end - 1] not in "?!":
        return False
    if speaker and speaker.how is How.AFTER and body.text[parts[-1].end - 1] in ",.?!":
        return True
    return len(words) >= SHORTEST and not is_name(body.text, parts[0], words)


def _quote(body: Body, parts: tuple[Part, ...], speaker: Speaker | None, speakers: Speakers) -> Quote:
    spans = tuple(body.span(part.start, part.end) for part in parts)
    paragraph = body.lines[parts[0].line].paragraph
    if speaker is None or not speaker.name:
        return Quote(text=_text(body, parts), spans=spans, paragraph=paragraph)
    office = speakers.office(speaker.person) if speaker.person >= 0 else None
    return Quote(
        text=_text(body, parts),
        spans=spans,
        paragraph=paragraph,
        speaker=speaker.name,
        role=body.text[slice(*office)] if office else "",
        confidence=round(speaker.confidence, 3),
        evidence=_evidence(body, speaker, office),
    )


def _text(body: Body, parts: tuple[Part, ...]) -> str:
    return "\n\n".join(body.text[part.start : part.end] for part in parts)


def _evidence(body: Body, speaker: Speaker, office: tuple[int, int] | None) -> tuple[Span, ...]:
    places = {speaker.where, speaker.verb, office or (0, 0)}
    return tuple(body.span(*place) for place in sorted(places) if place[0] < place[1])
