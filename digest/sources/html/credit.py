"""Who made an HTML article's lead image.

Rule 1. The smallest element around the picture that has words is its caption; what holds paragraphs is none.
Rule 2. In it the credit is what is named so ("credit", "copyright"), what the words mark ("Photo: …",
        "© …", "Name/Agency" at the end), or a last element that is nothing but a name.
"""

from digest.patterns import pattern
from digest.sources.html.desk import Desk
from digest.sources.html.region import names_of
from digest.sources.html.tree import Node, words
from digest.sources.html.words import CREDIT_NAMES
from digest.sources.judges.bylines import read_byline

_WORDS = (
    r"(?:main |file )?(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|credits?|fotos?|bild"
    r"|zdjęci[ea]|crédits?(?: photo)?|تصوير|撮影|写真)(?: credits?| courtesy(?: of)?| copyright)?"
)
_MARK = (
    rf"(?:{_WORDS}\s?(?:[:：/©=＝]|\bby\b)|©|\(c\)|courtesy of|\bfot\."
    r"|[–—-]\s(?:photo|picture)(?=\s[A-Z]))\s?"
)
_WHO = r"(?P<who>(?:©\s)?[^.|()\[\]]{2,70}?)"
_MARKED = pattern(rf"(?i)(?:^|(?<=[\s(\[.|–—（-])){_MARK}{_WHO}\s?[)）\].]*$")
_FIRST = pattern(rf"(?i)^{_MARK}{_WHO}\s?[.)\]|]\s")
_AGENCY = pattern(r"(?:^|[.!?|(\[–—-]\s?)(?P<who>[^.!?|()\[\]]{2,50}\s?/\s?[^.!?|()\[\]/]{2,40}?)\s?[)\]]?$")
_BRACKETED = pattern(r"[\[(](?P<who>[^\[\]()]{4,40})[\])]\.?$")
_LABEL = pattern(
    r"(?i)^(?:photo(?:graph)?|picture|image|illustration|credit|foto|bild|fot\.)?s?(?: credits?| by)?"
    r"\s?[:：/©=＝]?\s*(?:by\s)?"
)
_FOR = pattern(r"\sfor\s.*")
_NAMES = frozenset(CREDIT_NAMES.split())
_NAME_TAGS = ("span", "cite", "em", "i", "small", "b", "strong", "a")
_LONGEST, _MOST_LINES, _LEVELS = 80, 6, 5


def credit_of(desk: Desk, image: Node) -> str:
    """The credit in a picture's caption, "" where there is none."""
    for node in list(image.iterancestors())[:_LEVELS]:
        if node in desk.region.around or node in desk.homes:
            return ""
        lines, marked = _caption(desk, node), _named(node)
        if marked or lines:
            said = next(filter(None, map(_in_words, lines)), "")
            return _bare(marked) if marked else said or _name_last(node)
    return ""


def _caption(desk: Desk, holder: Node) -> list[str]:
    """The lines beside a picture in an element, the last first."""
    first, last = desk.extents.get(holder, (0, -1))
    if last - first >= _MOST_LINES:
        return []
    return [desk.blocks[index].text for index in range(last, first - 1, -1)]


def _named(holder: Node) -> str:
    """The words of the first element that is named a credit."""
    for part in holder.iterdescendants():
        if isinstance(part.tag, str) and not _NAMES.isdisjoint(names_of(part)):
            text = words(part.text_content())
            if 0 < len(text) < _LONGEST:
                return text
    return ""


def _in_words(line: str) -> str:
    """The name that a caption's words mark, at its end or its beginning, or that stands there in brackets."""
    found = _MARKED.search(line) or _FIRST.match(line) or _AGENCY.search(line)
    if found:
        return _bare(found["who"])
    found = _BRACKETED.search(line)
    return found["who"] if found and read_byline(found["who"], bare=True) == (found["who"],) else ""


def _name_last(holder: Node) -> str:
    """The last element of a caption when it is nothing but a name."""
    parts = [words(part.text_content()) for part in holder.iterdescendants(*_NAME_TAGS)]
    last = parts[-1] if len(parts) > 1 else ""
    return last if read_byline(last, bare=True) == (last,) else ""


def _bare(text: str) -> str:
    return words(_FOR.sub("", _LABEL.sub("", text))).strip(" .()[]|©")
