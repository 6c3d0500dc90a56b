"""Addresses beside headlines, and the words before a headline that say "read this too"."""

from digest.patterns import pattern

_BARE = pattern(r"<?(https?://[^\s<>]+|www\.[^\s<>]+)>?")
_SOURCE = pattern(
    r"(?i)(?:source|link|url|original|canonical|address|article|from|web|page)?(?: url| link"
    r"| article)?:? ?<?(https?://[^\s<>]+)>?"
)
_MARKDOWN = pattern(r"\[([^\]]+)\]\((https?://[^\s)]+)\)\W?")
_BEHIND = pattern(r"(.*?\S)\s*[(<\[–—:|-]?\s?(https?://[^\s)>\]]+)[)>\]]?")
_PREFIX = pattern(
    r"(?i)\W?(?:(read (?:more|also|next|on|this)|also read|now read|see also|related(?: (?:articles?"
    r"|stor(?:y|ies)|content|links?|news|reading|coverage|posts?))?"
    r"|more on this(?: story| topic)?|further reading|recommended(?: reading| for you)?|you (?:may"
    r"|might) also (?:like|enjoy|be interested in)"
    r"|lire aussi|lesen sie auch|lea también|leggi anche|lees ook|läs också|les også)"
    r"|in depth|background|more|don['’]t miss|from (?:the|our) archives?|editor['’]?s['’]? (?:pick"
    r"|choice)|in case you missed it|icymi|must read"
    r"|read|most read|up next|watch|full story|the full story|on this topic|elsewhere"
    r"|also on [\w ]{2,30})[\])]?\s*(?:[:|»›>→]|[–—-](?=\s)|(?<=[\])])\s)\s*(?=\S)"
)
_SHOUTED = pattern(r"(?:READ MORE|READ ALSO|READ NEXT|RELATED|SEE ALSO|ALSO READ) (?=[A-Z'\"‘“])")
_AGED = pattern(
    r"(?i)\s*[|·•–—(\[-]?\s*\b(?:\d+|an?) (?:min(?:ute)?|hour|hr|day|week|month|year)s? ago[)\]]?$"
)
_DATED = pattern(
    r"\s*[(\[](?:[^\W\d_]+,? )?(?:\d{1,2}(?:st|nd|rd|th)?\.? [^\W\d_]+"
    r"|[^\W\d_]+\.? \d{1,2}),?(?: \d{4})?[)\]]$"
    r"|\s+[|·•–—-]\s+(?:\d{1,2}\.? [^\W\d_]+|[^\W\d_]+\.? \d{1,2},) \d{4}$"
)
_LEADING_ON = frozenset(
    ["at", "to", "on", "via", "from", "visit", "see", "in", "here", "is", "by", "or", "and"]
)  # a sentence leads on to its address
_LONGEST_LINK_SENTENCE = 25


def bare_address(text: str) -> str:
    """The address a line consists of ("https://…", "Source: https://…"), or ""."""
    if "://" not in text and "www." not in text:
        return ""
    found = _BARE.fullmatch(text) or _SOURCE.fullmatch(text)
    return found[1] if found else ""


def split_address(text: str) -> tuple[str, str]:
    """A headline and the address given with it: "Headline (https://…)", "[Headline](https://…)"."""
    if "http" not in text:
        return text, ""
    found = _MARKDOWN.fullmatch(text) or _BEHIND.fullmatch(text)
    if found is None or found[1].rpartition(" ")[2].lower() in _LEADING_ON:
        return text, ""
    return found[1].strip(), found[2]


def without_age(text: str) -> str:
    """A headline without the age that only links have ("… (2 days ago)"), or "" where there is none."""
    if not text.endswith(("ago", "ago)", "ago]")):
        return ""
    found = _AGED.search(text)
    return text[: found.start()] if found and found.start() else ""


def without_day(text: str) -> str:
    """A headline without the day it was published on: "… (28 August 2023)"."""
    if text[-1] not in ")]" and not text[-1].isdigit():
        return text
    found = _DATED.search(text)
    return text[: found.start()] if found and found.start() else text


def after_prefix(text: str) -> str:
    """What follows "Read more:" and its like, or ""; in a whole sentence only the plainest of them count."""
    if text.count(" ") > _LONGEST_LINK_SENTENCE:
        return ""
    labelled = _PREFIX.match(text)
    found = labelled or _SHOUTED.match(text)
    if found is None:
        return ""
    rest = text[found.end() :]
    plain = labelled is None or labelled[1]
    return rest if plain or not rest.endswith((".", "!", ":", ",")) else ""
