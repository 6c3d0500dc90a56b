"""A feed's teaser told from its article.

Rule 1. What a feed calls the content is the article, unless it is marked as cut off ("[…]"), or is short and
        sends the reader on ("Continue reading").
Rule 2. What it calls the description may be either: it is the article when it is long or has several
        paragraphs, and does not break off.
Rule 3. The line that a weblog adds to every entry ("The post … appeared first on …") is of neither.
"""

from html import unescape

from digest.patterns import pattern

ADDED = pattern(
    r"(?i)(?:the post|der beitrag|l['’]article|la entrada|l['’]articolo|het bericht|o post) .{1,300}"
    r" (?:appeared first on|first appeared on|erschien zuerst auf|est apparu en premier sur"
    r"|aparece primero en|se publicó primero en|proviene da|verscheen eerst op|apareceu primeiro em)"
    r" .{1,150}"
)
_TAG = pattern(r"<[^<>]*>")
_PARAGRAPH_ENDS = pattern(r"(?i)</p>|<br ?/?>\s*<br ?/?>|</h[1-6]>|</li>|\n\s*\n")
_BREAKS_OFF = pattern(
    r"(?i)(?:^|[.!?…\])]\W*\s|\s\W*)(?:continue reading|read (?:the )?(?:full|whole)"
    r" (?:story|article|post|piece|entry)|read (?:more|on)|weiterlesen|lire la suite|seguir leyendo"
    r"|leggi tutto|lees verder|läs mer)\b[^.:]{0,120}$"
)
_CUT = pattern(r"\[\s*(?:…|\.\.\.)\s*\]\W*$")
_TRAILS_OFF = ("…", "...")
_WORDS, _PARAGRAPHS, _TAIL = 150, 3, 200


def told_apart(summary: str, content: str) -> tuple[str, str]:
    """The teaser and the article, both HTML and either "", of what a feed calls summary and content."""
    if content.strip() == summary.strip():
        content = ""
    if content and _breaks_off(content):
        return max(content, summary, key=lambda markup: len(words_of(markup))), ""
    if content:
        return summary, content
    return ("", summary) if _is_whole(summary) else (summary, "")


def words_of(markup: str) -> str:
    """The words of a piece of HTML in one line."""
    return " ".join(unescape(_TAG.sub(" ", markup)).split())


def _own_words(markup: str) -> str:
    """The words without Rule 3's line."""
    words = words_of(markup)
    added = ADDED.search(words)
    return words[: added.start()].rstrip() if added and added.end() == len(words) else words


def _breaks_off(markup: str) -> bool:
    words = _own_words(markup)
    sent_on = words.count(" ") < _WORDS and _BREAKS_OFF.search(words[-_TAIL:])
    return bool(sent_on or _CUT.search(words[-_TAIL:]))


def _is_whole(markup: str) -> bool:
    words = _own_words(markup)
    long = words.count(" ") >= _WORDS or len(_PARAGRAPH_ENDS.findall(markup.strip())) >= _PARAGRAPHS
    return long and not words.endswith(_TRAILS_OFF) and not _breaks_off(markup)
