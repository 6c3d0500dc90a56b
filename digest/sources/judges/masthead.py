"""What stands above the headline: the site's name and strapline, its menu, the section's label.

Rule 1. A row of short things apart by strokes, stars or arrows is a menu or the line under a site's name: no
        headline holds two of those signs.
Rule 2. A label is a few words without a verb of headlines: of sections, in capitals, joined by "&" or "and",
        right under a menu, or with two more lines under it before the byline (headline and standfirst). The
        headline comes after it and is longer, or at least not in capitals as the label is.
Rule 3. Lines like "Subject: …" are a mail's; a name with a season and year is a magazine's.
Rule 4. A line that the next plain one is the beginning of, a stroke and the site's name after it, is the
        page's title as a browser's tab shows it.
"""

import re

from digest.patterns import pattern
from digest.sources.judges.headlines import has_news_verb, tells_news
from digest.sources.judges.junk import is_breadcrumb, junk_reason
from digest.sources.judges.wordlists import SECTIONS
from digest.sources.lines import Line

_LABEL_WORDS, _SECTION_WORDS, _MASTHEAD_WORDS, _STRAPLINE_WORDS = 3, 5, 4, 6
_HEADLINE_WORDS, _TOPIC_HEADLINE, _FOLIO_WORDS, _LONGEST_HEADLINE = 4, 5, 7, 16
_LABEL_SIGNS = ("|", "/", "▪", "•", "·", "&", ":", ",", "»")
_TITLE_SIGNS = frozenset(["|", "-", "–", "—", "·", "•", ":"])
_READERS_MENU = ("log in", "login", "sign in", "basket", "my account")
_MENU_REASONS = frozenset(["navigation", "login line", "breadcrumb"])
_STARTS_PAGE = ("skip to", "jump to", "zum inhalt", "aller au contenu", "saltar al", "ir al contenido")
_MENU_TOPS = frozenset(["menu", "main menu", "home", "homepage", "startseite", "accueil", "inicio"])
_GREETINGS = ("good morning", "good afternoon", "good evening", "dear reader", "welcome to ", "hello")
_JOINERS = frozenset(["&", "and", "und", "et", "y", "e", "en", "och", "og", "+", "/"])
_PAPERS = frozenset(
    [
        "journal",
        "chronicle",
        "gazette",
        "quarterly",
        "magazine",
        "times",
        "post",
        "herald",
        "review",
        "bulletin",
        "weekly",
    ]
)
_QUOTE_MARKS = "\"'‘’“”„«»"
_ROW = pattern(r"\s[^\w\s&+=–—\"'“”‘’()£$€%#@.,:;!?-]\s|[▾▼⌄☰]")
_FOLIO = pattern(
    r"(?i)(?!.*\b(?:in|by|from|until|till|since|to|for|of|on|and|after|before|next|last) \w+ \d{4}$)"
    r".*\b(?:spring|summer|autumn|fall|winter|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept\w*|oct\w*"
    r"|nov\w*|dec\w*) (?:19|20)\d\d(?: issue| edition)?"
)
_MAIL = pattern(r"(?i)(?:from|to|cc|sent|subject|reply-to|betreff|gesendet|objet): \S")
_SECTIONS = frozenset(SECTIONS.split())


def begins_page(text: str) -> bool:
    """Whether a line stands above every headline: a path through the site, "Skip to content", "Menu"."""
    plain = text.lower().strip(" ☰≡:")
    return (
        plain in _MENU_TOPS
        or plain.startswith(_STARTS_PAGE)
        or is_breadcrumb(text)
        or is_row(text)
        or _MAIL.match(text) is not None
        or (plain.startswith(_GREETINGS) and text[-1] in ".!,")
    )


def is_row(text: str) -> bool:
    """Whether short things stand in a row ("Arable | Livestock | Prices", "Farm ▾ Horse ▾")."""
    parts = [part.strip() for part in _ROW.split(text)]
    return len(parts) > 2 and all(part.count(" ") < _SECTION_WORDS for part in parts)  # noqa: PLR2004 # two signs


def site_title(text: str) -> str:
    """The headline of a page's title ("Board cuts fees | The Quay"), or ""."""
    headline, stroke, site = text.rpartition(" | ")
    named = stroke and site.count(" ") < _LABEL_WORDS + 1 and site[0].isupper()
    return headline if named and headline.count(" ") >= _LABEL_WORDS and "|" not in headline else ""


def is_label(lines: list[Line], index: int, under: list[Line]) -> bool:
    """Whether a line is the site's or the section's; `under`: the plain lines between it and the byline."""
    under = [other for other in under if not other.text[0].islower()]  # those go on in the line above
    line, after = lines[index], _likely_headline(under)
    if after is None or after.text.lower() == line.text.lower():
        return False
    if any(_is_title_of(line, other) for other in under) or _tops_menu(lines, index) or _is_folio(line):
        return True
    if line.is_sentence or not _can_be_headline(after, line):
        return False
    dressed = (line.text.isupper() and not after.text.isupper()) or _is_masthead(line, after)
    if dressed and line.words <= _STRAPLINE_WORDS and not _PAPERS.isdisjoint(line.text.lower().split()):
        return True
    if _is_short_label(line, after):
        plain = line.words == 1 or dressed or names_section(line.text)
        return plain or _is_topic(line, after, under) or _is_under_menu(lines, index)
    return _is_strapline(line, after, under)


def _likely_headline(under: list[Line]) -> Line | None:
    """The first line of some length, since other labels may come first."""
    for words in (_HEADLINE_WORDS, _LABEL_WORDS):
        for line in under:
            if line.words >= words:
                return line
    return under[-1] if under else None


def names_section(text: str) -> bool:
    """Whether a line is made of the words of sections ("Health & Social Care")."""
    words = re.split(r"[\s/|,:]+", text.lower().strip(" :|"))
    return len(words) <= _SECTION_WORDS and all(word in _SECTIONS for word in words)


def _can_be_headline(after: Line, line: Line) -> bool:
    section = names_section(line.text)
    if after.words > _LONGEST_HEADLINE and not (section or line.text.isupper()):
        return False
    return (section or not after.is_sentence) and not after.bullet


def _is_short_label(line: Line, after: Line) -> bool:
    listed = line.text.isupper() and any(sign in line.text for sign in _LABEL_SIGNS)
    few = line.words <= _LABEL_WORDS or listed or names_section(line.text) or _is_masthead(line, after)
    return few and (line.words == 1 or len(after.text) > len(line.text))


def _is_title_of(line: Line, after: Line) -> bool:
    if line.text.endswith(after.text):
        return 0 < line.words - after.words <= _LABEL_WORDS
    rest = line.text[len(after.text) :].strip()
    return line.text.startswith(after.text) and rest[:1] in _TITLE_SIGNS


def _is_folio(line: Line) -> bool:
    """Whether a line is a magazine's name and number ("Quarry & Kiln, Spring 2026")."""
    return line.words <= _FOLIO_WORDS and line.text[-1].isdigit() and _FOLIO.fullmatch(line.text) is not None


def _tops_menu(lines: list[Line], index: int) -> bool:
    """Whether a line names the site: a menu for readers ("Log in | Basket") is next; no headline has one."""
    after = lines[index + 1].text.lower() if index + 1 < len(lines) else ""
    return bool(junk_reason(after)) and sum(word in after for word in _READERS_MENU) > 1


def _is_under_menu(lines: list[Line], index: int) -> bool:
    return index > 0 and not lines[index].gap and junk_reason(lines[index - 1].text) in _MENU_REASONS


def _is_masthead(line: Line, after: Line) -> bool:
    """A few words each with its capital, over a line that is written as sentences are."""
    few, first = line.words <= _MASTHEAD_WORDS, [word[0] for word in line.text.split()]
    plain = sum(word[0].islower() for word in after.text.split())
    return (
        few and line.words > 1 and 2 * plain > after.words and all(not letter.islower() for letter in first)
    )


def _is_topic(line: Line, after: Line, under: list[Line]) -> bool:
    """A few words without a verb, over a headline by its length that has a standfirst or "and" beside it."""
    if after.words < _TOPIC_HEADLINE or has_news_verb(line.text) or line.text[-1] in "?!":
        return False
    quoted = after.text[0] in _QUOTE_MARKS and after.text[-1] in _QUOTE_MARKS  # no standfirst is
    return quoted or not _JOINERS.isdisjoint(line.text.lower().split()) or len(under) > 1


def _is_strapline(line: Line, after: Line, under: list[Line]) -> bool:
    """A few words more, and still the headline and its standfirst under them."""
    if len(under) < 2 or line.words > _STRAPLINE_WORDS or line.text[-1] in "?!":  # noqa: PLR2004 # headline, standfirst
        return False
    longer = after.words > line.words or line.text.isupper()
    return longer and after.words >= _HEADLINE_WORDS and not tells_news(line.text)
