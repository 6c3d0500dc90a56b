"""Every direct quotation of an article, with its speaker: the one door of this room's quotation modules.

Theory of operation. Marks are found first and words only round them; nothing said inside a quotation is read
for who said it. Each step below sees what the ones before it found.

1. body          the paragraphs as one string (body)
2. quotations    marks read (marks), paired within a paragraph (pairs), followed over paragraphs and
                 lost marks (quotation, breaks)
3. frame         the same text with the quotations blanked, names that are lists joined (series), and its
                 sentences (sentences)
4. register      everybody named and their sex (people), from runs of capitals (names, forenames, roles)
5. cues          for each quotation the words that attribute it, in the order of cues: clauses (attribution,
                 phrases), labels, signatures and verbs on no list (labels)
6. subjects      whom such a phrase means: the head of it (heads), two people (together), somebody without
                 a name (unnamed), "the senator" (epithets), "she" (antecedents, standing; it reads no
                 further than it is asked); how far to trust it (certainty)
7. speakers      what has no cue of its own is lent a speaker
8. here          parts that only an attribution splits are one; names, titles and scare quotes go (scare)

The verbs stand in speech. keyquotes chooses among the answers, later.
"""

from digest.extract.attribution import SAID, How
from digest.extract.body import Body, body_of
from digest.extract.breaks import is_answer
from digest.extract.quotation import Part, Quotation, find_quotations
from digest.extract.scare import is_clause_of, is_name, is_phrase, is_title
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
    quotes = []
    for parts, speaker in _joined(body, quotations, speakers):
        text = _text(body, parts)
        if _is_speech(body, parts, text.split(), speaker):
            quotes.append(_quote(body, parts, text, speaker, speakers))
    return tuple(quotes)


def _joined(
    body: Body, quotations: list[Quotation], speakers: Speakers
) -> list[tuple[tuple[Part, ...], Speaker | None]]:
    """The quotations with those made one that only their attribution splits; no titles, no answers."""
    joined: list[tuple[tuple[Part, ...], Speaker | None]] = []
    for quotation, speaker in zip(quotations, speakers.attribute(), strict=True):
        before, last = joined[-1] if joined else ((), None)
        splits = before and speaker and speakers.only_splits(before[-1], quotation.parts[0], last, speaker)
        splits = splits and not is_phrase(body.text, quotation.parts[0])
        if splits and is_answer(_text(body, before), _text(body, quotation.parts)):
            joined.append((quotation.parts, None))
        elif splits and not any(_is_title(body, each) for each in (before, quotation.parts)):
            joined[-1] = (before + quotation.parts, last)
        else:
            joined.append((quotation.parts, speaker))
    return joined


def _is_speech(body: Body, parts: tuple[Part, ...], words: list[str], speaker: Speaker | None) -> bool:
    if speaker and speaker.person < 0 and is_clause_of(body.text, parts[0], said=speaker.how in SAID):
        return False
    if _is_title(body, parts, words):
        return False
    if speaker and body.text[parts[-1].end - 1] in ",.?!" and _is_beside(body.text, parts[0], speaker):
        return True
    return len(words) >= SHORTEST and not is_name(body.text, parts[0], words)


def _is_beside(text: str, part: Part, speaker: Speaker) -> bool:
    """Whether an attribution stands right behind a quotation, or in front of it with a colon."""
    announced = speaker.how in SAID and text[part.opens - 2 : part.opens] == ": "
    return speaker.how is How.AFTER or announced


def _is_title(body: Body, parts: tuple[Part, ...], words: list[str] | None = None) -> bool:
    return body.text[parts[-1].end - 1] not in "?!" and is_title(words or _text(body, parts).split())


def _quote(
    body: Body, parts: tuple[Part, ...], text: str, speaker: Speaker | None, speakers: Speakers
) -> Quote:
    spans = tuple([body.span(part.start, part.end) for part in parts])
    paragraph = body.lines[parts[0].line].paragraph
    if speaker is None or not speaker.name:
        return Quote(text=text, spans=spans, paragraph=paragraph)
    office = speakers.office(speaker.person) if speaker.person >= 0 else None
    return Quote(
        text=text,
        spans=spans,
        paragraph=paragraph,
        speaker=speaker.name,
        role=body.text[slice(*office)] if office else "",
        confidence=round(speaker.confidence, 3),
        evidence=_evidence(body, speaker, office),
    )


def _text(body: Body, parts: tuple[Part, ...]) -> str:
    return "\n\n".join([body.text[part.start : part.end] for part in parts])


def _evidence(body: Body, speaker: Speaker, office: tuple[int, int] | None) -> tuple[Span, ...]:
    places = {speaker.where, speaker.verb, office or (0, 0)}
    return tuple([body.span(*place) for place in sorted(places) if place[0] < place[1]])
