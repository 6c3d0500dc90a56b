"""What a line tells of the page's own text: who published and made it, what desks note on it.

Rule 1. "This article …" with a word of publishing soon after it.
Rule 2. An imprint: words of a company's registration, and a company or a post code.
Rule 3. A page's or an issue's number, alone or at the end of a line ("Analysis, page 8").
Rule 4. What a newsroom notes for itself: "(Adds quotes)", "Word count: 412", "more follows", two initials.
Rule 5. Who helped: "Translated by …", with nothing but names after it.
"""

from digest.patterns import holds_any, pattern
from digest.sources.judges.prompts import says_this_page
from digest.sources.judges.wordlists import LIST_WORDS, PUBLISHED_WORDS

_FOOTER_ENDS = ("cookie settings", "cookie preferences", "terms of use")  # whatever stands before
_SYNDICATED = ("agencies", "syndicated", "inputs", " wire", " feed", "not been edited", "first published")
_PUBLISHED = frozenset(PUBLISHED_WORDS.split())
_ABOUT_TEXT = ("in this report", "in this feature", "in this issue", "in this interview")
_OTHER_TEXTS = (
    "this feature",
    "this interview",
    "this column",
    "this blog",
    "this conversation",
    "this transcript",
)
_NUMBERED = frozenset(["page", "issue", "issue:", "vol", "volume", "vol.", "seite"])
_LISTS = frozenset(LIST_WORDS.split())
_AUXILIARIES = frozenset(
    ["is", "was", "has", "been", "may", "first", "originally", "also", "appeared", "appears", "contains"]
)
_IMPRINT = (
    "trading name of",
    "is published by",
    "company number",
    "company no",
    "registered in england",
    "registered in scotland",
    "registered number",
    "regulated by",
    "press standards organisation",
    "is a member of",
)
_SIGNS = (
    "registered ",
    "company n",
    "published by",
    "trading name",
    "regulated by",
    "standards org",
    "a member of",
)
_COMPANY = pattern(r"\b(?:ltd|limited|plc|gmbh|inc|llc|ipso|impress)\b|\b[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}\b")
_PAGE_LAST = pattern(r".*\b(?:pages?|seiten?|pp?\.) ?\d{1,3}(?: ?[–-] ?\d{1,3})?")
_DESK = pattern(
    r"[(\[](?:adds?|recasts?|updates?|corrects?|repeats?|refiles?|writes through|clarifies)\b[^)\]]*[)\]]"
    r"|(?:slug|catchline|word ?count|pics?|picture desk)\s?: ?.{1,60}|words: ?\d+|-+ ?30 ?-+"
    r"|[a-z]{2,}(?:-[a-z]+)+/(?: \(.{1,40}\))?|more (?:to come|follows|to follow)|(?:embargoed"
    r"|not for publication)\b.{0,60}|[a-z]{2,3}/[a-z]{2,3}"
)
_NOTES_BEGIN = frozenset(
    """slug catchline word wordcount pic pics picture words 30 more embargoed not as interview interviewed
    transcript transcribed translated translation produced edited introduced compiled curated additional field
    research fact-checked fact animation design designed""".split()  # noqa: SIM905 # as long as a page
)
_PLACEHOLDER = pattern(
    r"\[(?:embedded|chart|map|table|graphic|tweet|video|audio|gallery|image|photo|picture|interactive|poll|quiz)"
    r"\b[^\]]{0,60}\]"
)
_HELPED = (
    r"(?:as told|interview(?:ed)?(?: conducted)?|transcri(?:pt|bed)|translat(?:ed|ion)|produced|edited"
    r"|introduced"
    r"|compiled|curated|(?:additional |field )?research|fact[- ]checked|animation|design(?:ed)?)"
)
_HELPERS = pattern(
    rf"(?i:{_HELPED} (?:by|to|from))(?: the [A-Z]\w+ by)?(?: (?:[A-Z][\w.'’-]*|and|&|de|van|von)){{2,8}}\.?"
)
_HEADING_WORDS, _NUMBER_WORDS, _PAGE_WORDS, _LONGEST_NOTE = 8, 5, 10, 80


def notice_of(plain: str, text: str) -> str:
    """The reason for a short line; `plain` is the text in lower case, its edges off."""
    if (
        text[0] in "([-"
        and len(text) <= _LONGEST_NOTE
        and (_DESK.fullmatch(text.lower()) or _is_placeholder(text))
    ):
        return "desk note"
    if text[0] in "([" and text[-1] in ")].":
        return "syndication line" if any(sign in plain for sign in _SYNDICATED) else ""
    if plain.startswith(("this ", "a version of this ")) and is_published(plain):
        return "publication line"
    if "all rights reserved" in plain or plain.endswith(_FOOTER_ENDS) or is_imprint(plain):
        return "copyright line"
    noted = "/" in plain or plain.partition(" ")[0].rstrip(":") in _NOTES_BEGIN
    if noted and len(plain) <= _LONGEST_NOTE and (_DESK.fullmatch(plain) or _HELPERS.fullmatch(text)):
        return "desk note"
    return _furniture(plain, text)


def long_notice_of(plain: str, text: str) -> str:
    """The same for a longer line."""
    if text[0] == "(" and text[-1] in ").":
        return notice_of(plain, text)
    if plain.startswith(("this ", "a version of this ")) and ". " not in plain and is_published(plain):
        return "publication line"
    return "copyright line" if is_imprint(plain) else ""


def is_published(plain: str) -> bool:
    """Whether "This article …" tells of its publication rather than of the world."""
    if not (says_this_page(plain[: plain.find("this ") + 20]) or plain.startswith(_OTHER_TEXTS)):
        return False
    words = [word.strip(".,") for word in plain.partition("this ")[2].split()[:6]]
    return not _AUXILIARIES.isdisjoint(words[1:3]) and not _PUBLISHED.isdisjoint(words[1:5])


def is_imprint(plain: str) -> bool:
    """Whether a line is a publisher's registration."""
    return holds_any(plain, _SIGNS) and holds_any(plain, _IMPRINT) and _COMPANY.search(plain) is not None


def _is_placeholder(text: str) -> bool:
    return text[0] == "[" and _PLACEHOLDER.fullmatch(text.lower()) is not None


def _furniture(plain: str, text: str) -> str:
    short = plain.count(" ") < _HEADING_WORDS and text[-1] not in ".?!:"
    if short and "in this " in plain and (says_this_page(plain) or plain.endswith(_ABOUT_TEXT)):
        return "page furniture"
    if _is_folio(plain) or (
        plain[-1:].isdigit() and plain.count(" ") < _PAGE_WORDS and _PAGE_LAST.fullmatch(plain)
    ):
        return "page furniture"
    return "publication line" if short and plain.startswith("published by ") else ""


def _is_folio(plain: str) -> bool:
    """A page's number, an issue's, a copyright with its year, the way back to a list."""
    first, _, rest = plain.partition(" ")
    if first in _NUMBERED:
        return rest.count(" ") < _NUMBER_WORDS and rest.partition(" ")[0].replace(",", "").isdigit()
    if first == "copyright":
        return any(year in rest for year in (" 19", " 20")) or _COMPANY.search(rest) is not None
    return plain.startswith("back to ") and plain.rpartition(" ")[2] in _LISTS
