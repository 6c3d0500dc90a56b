"""Promos told apart from headlines: what they invite to, with whom, and when.

Theory of operation. A headline tells news about a webinar or a survey; a promo invites to it. The word
alone ("webinar") therefore proves nothing: there must be a sign of an invitation.

Rule 1. Signs: the word as the line's label ("Webinar: …", "… (webinar)"), an order or offer to the reader
        where such things stand ("Book now: …", "Early-bird tickets …", "our webinar"), a partner ("in
        association with …").
Rule 2. Words that make news as labels too ("Survey: half of …", "White paper: …", "Conference: …") need
        another sign.
Rule 3. "Lunchtime webinar with KPMG" invites by its partner alone, unless a verb before it makes it news.
Rule 4. A line that ends as sentences do is an invitation only if it begins with the order, or with the label
        and gives partners and a day: articles, too, tell of webinars.
"""

import re
from collections.abc import Sequence
from datetime import date

from digest.model import Promo, PromoKind
from digest.patterns import holds_any, pattern
from digest.sources.judges.dates import find_day, find_yearless
from digest.sources.judges.headlines import has_news_verb
from digest.sources.judges.moments import find_start
from digest.sources.judges.partners import by_whom, discussing, paying, with_whom

_LONGEST = 220
_GATHERING = (
    r"master ?class|workshop|seminar|breakfast(?: briefing)?|training day|open (?:day|evening|house)"
    r"|site (?:visit|tour)|study tour|field day|farm walk|boot ?camp|meet-?up|roadshow|atelier|taller"
    r"|tag der offenen tür"
)
_KIND = pattern(
    r"\b(?:(?P<webinar>webinar|webcast|webinaire|web-?seminar|webinario)"
    r"|(?P<roundtable>round[ -]?table|table ronde|runder tisch|mesa redonda)|(?P<podcast>podcast|vodcast"
    r"|episode \d+)"
    r"|(?P<whitepaper>white ?paper|e-?book|livre blanc|libro blanco|white-?paper)"
    r"|(?P<conference>conference|summit|congress|symposium|expo|fachtagung|konferenz)"
    r"|(?P<survey>survey|questionnaire|poll|umfrage|sondage|encuesta)"
    rf"|(?P<gathering>{_GATHERING})"
    r"|(?P<event>(?:live |free |networking |evening )?events?|awards|live online|veranstaltung"
    r"|dinner|reception)"
    r"|(?P<paper>report|guide|toolkit|handbook))s?\b",
    re.IGNORECASE,
)
_HINTS = tuple(
    """webina|webcast|seminar|roundtable|round table|round-table|podcast|vodcast|episode|paper|book|conference
    |summit|congress|symposium|expo|survey|questionnaire|poll|event|workshop|breakfast|awards|training day
    |open day|open evening|open house|meetup|meet-up|roadshow|live online|report|guide|toolkit|masterclass
    |master class|table ronde|tisch|redonda|livre blanc|libro blanco|tagung|konferenz|umfrage|sondage|encuesta
    |site visit|site tour|study tour|field day|farm walk|bootcamp|boot camp|atelier|taller|offenen
    |veranstaltung|dinner|reception""".replace("\n    ", "").split("|")
)
_RANK = (
    "webinar",
    "roundtable",
    "podcast",
    "whitepaper",
    "conference",
    "survey",
    "gathering",
    "event",
    "paper",
)
_SAME = {"paper": "whitepaper", "gathering": "event"}
_MAKES_NEWS = frozenset({"conference", "survey", "event", "paper"})
_NOUN = (
    r"(?:webinar|webcast|webinaire|webinario|round[ -]?table|table ronde|podcast|white[ -]?paper|e-?book"
    r"|livre blanc|conference|summit|event|survey|poll|umfrage|veranstaltung|" + _GATHERING + ")"
)
_ORDER = pattern(
    r"(?i)(?:^|[:|.!?–—-] )(?:book (?:now|your|a|tickets)|register\b|reserve your|save (?:your|a"
    r"|the) (?:seat|place|spot|date)|sign up|join (?:us|our)"
    r"|last chance|early[ -]bird|final (?:call|places|tickets)|limited places|watch\b|catch up"
    r"|on[ -]demand|download|listen\b|hear\b|take (?:part|our|the|this)"
    r"|complete (?:our|the)|fill in|have your say|tell us|share your views|don't miss|don’t miss"
    r"|coming (?:soon|up)|upcoming|live (?:online|event)|apply now"
    rf"|nominate|enter (?:now|the)|new (?:podcast|episode|webinar|white ?paper)"
    rf"|(?:an? )?free [\w -]{{0,24}}\b(?:{_NOUN}|report|guide|toolkit))"
)
_OFFER = pattern(
    rf"(?i)\bour (?:[\w-]+ ){{0,3}}{_NOUN}|\b(?:book|register|sign up|apply|enter) (?:now|here"
    rf"|today)\b|\btickets (?:on sale|available|from)\b|\bplaces (?:left|available|limited)\b"
    r"|\bon[ -]demand\b|\bearly[ -]bird\b|\bfree to attend\b|\bregistration (?:is )?(?:now )?open\b"
    r"|\bsave the date\b|\bfree (?:guide|download)\b"
    rf"|(?<!-)\bfree (?:[\w-]+ ){{0,2}}{_NOUN}\b|\binvites? you\b|\byou(?: are|['’]re) invited\b"
    r"|\bvous invite|\bladen (?:sie )?ein\b"
)
_OFFERING = (  # one of them is in every offer
    "our ",
    " now",
    " here",
    " today",
    "tickets ",
    "places ",
    "demand",
    "early",
    "free ",
    "registration ",
    "save the",
    "invite",
    "laden ",
)
_LABEL = pattern(
    rf"(?i)(?:[\w-]+ ){{0,2}}{_NOUN}(?: report| series| episode \d+| \d+)?(?: ?\([^)]*\)| (?:from|by"
    rf"|with) [^:]{{2,50}})? ?(?:[:|]"
    rf"|[–—-](?= )) ?"
)
_TAIL_LABEL = pattern(rf"(?i)(?:[(\[]|[|–—:-] ){_NOUN}[)\]]?$")
_FREE_PAPER = pattern(
    r"(?i)download\b|(?:[\w-]+: )?free (?:\w+ )?(?:report|guide|toolkit|handbook)s?(?: (?:to|on|from"
    r"|for|by)\b|:| -)"
)
_OVER = pattern(r"(?i)\b(?:watch|catch up|on[ -]demand|recording|roundtable report|round table report)\b")
_SENTENCE_ENDS = (".", "!", ".”", '."')
_CALLS = {
    PromoKind.WEBINAR: "Register for the webinar",
    PromoKind.ROUNDTABLE: "Read about the round table",
    PromoKind.CONFERENCE: "See the conference",
    PromoKind.EVENT: "See the event",
    PromoKind.PODCAST: "Listen to the podcast",
    PromoKind.WHITEPAPER: "Read the white paper",
    PromoKind.SURVEY: "Take the survey",
}


def promo_kind(text: str) -> PromoKind | None:
    """What a line invites to; None when it does not invite."""
    if len(text) > _LONGEST or (text.endswith(_SENTENCE_ENDS) and not _opens_promo(text)):
        return None
    named = _named(text)
    if not named or not _invites(text, named):
        return None
    return PromoKind(_SAME.get(named, named))


def _opens_promo(text: str) -> bool:
    """Whether a line begins with an order or a promo's label; asked first, since most lines do not."""
    return _ORDER.match(text) is not None or _LABEL.match(text) is not None


def read_promo(text: str, kind: PromoKind, published: date | None, details: Sequence[str] = ()) -> Promo:
    """A promo out of its line and the lines of details under it (day, place, "Register now")."""
    whole = " | ".join((text, *details))
    partners = paying(whole) or discussing(text) or with_whom(text, _NOUN)
    over = bool(_OVER.search(text))
    return Promo(
        kind=kind,
        title=text,
        partners=partners,
        starts=None if over else find_start(whole, published),
        call_to_action="Watch the webinar" if over and kind is PromoKind.WEBINAR else _CALLS[kind],
        partner_content=bool(partners) or "sponsored" in whole.lower(),
    )


def _gives_day(text: str) -> bool:
    return find_day(text) is not None or find_yearless(text) is not None


def _named(text: str) -> str:
    """The kind that a line names, the most telling first."""
    if not holds_any(text.lower(), _HINTS):
        return ""
    named = {match.lastgroup for match in _KIND.finditer(text)}
    return next((kind for kind in _RANK if kind in named), "")


def _invites(text: str, named: str) -> bool:
    ordered = _ORDER.search(text)
    if text.endswith(_SENTENCE_ENDS):
        dated = _LABEL.match(text) and _gives_day(text) and (paying(text) or with_whom(text, _NOUN))
        return bool(dated) or bool(ordered and not ordered.start())
    if named == "paper":
        return bool(_FREE_PAPER.match(text))
    if ordered or _offers(text) or paying(text):
        return True
    if named == "whitepaper" and "white paper" in text.lower():
        return _is_by_partner(text)
    if named in _MAKES_NEWS:
        return named in {"conference", "event"} and bool(_LABEL.match(text)) and _gives_day(text)
    labelled = _LABEL.match(text) or (named != "gathering" and _TAIL_LABEL.search(text))
    return bool(labelled) or (bool(with_whom(text, _NOUN)) and not has_news_verb(text))


def _offers(text: str) -> bool:
    return holds_any(text.lower(), _OFFERING) and _OFFER.search(text) is not None


def _is_by_partner(text: str) -> bool:
    """Whether a white paper is a partner's ("White paper from X: …", "White paper: …, by X") and no news."""
    label = _LABEL.match(text)
    return label is not None and not has_news_verb(text) and bool(with_whom(label[0], _NOUN) or by_whom(text))
