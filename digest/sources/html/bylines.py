"""Who wrote an HTML article, as its page shows it.

Rule 1. Names stand in the page's head: in a line that says so ("By …", in other languages too), in an
        element that is named so, in a link to an author's page, bare beside a day or a job title.
Rule 2. Who took the pictures, edited or translated is no author: what follows such a word is left out.
Rule 3. Where the head names nobody, the line under the text may: "Reporting by …", a name alone.
Rule 4. The data's names stand in where the page shows none, and where it shows no others than they are.
Rule 5. A publication is no author, whether the data, the address or the page's title gives it away.
"""

from collections.abc import Iterator

from digest.patterns import holds_any, pattern
from digest.sources.credits import Opening
from digest.sources.html.blocks import Block
from digest.sources.html.desk import Desk
from digest.sources.html.headline import is_site
from digest.sources.html.names import is_plain, whole_names
from digest.sources.html.region import is_named, names_of
from digest.sources.html.tree import Node, letters, words
from digest.sources.html.words import AUTHOR_ADDRESSES, BYLINE_NAMES, ELSEWHERE_PARTS
from digest.sources.judges.bylines import is_lead_alone, is_role, read_byline, read_shouted
from digest.sources.judges.dates import read_date_line
from digest.sources.page import Sort

_NAMES = frozenset(BYLINE_NAMES.split())
_AUTHORS = tuple(AUTHOR_ADDRESSES.split())
_ELSEWHERE = frozenset(" ".join(ELSEWHERE_PARTS.split()).split(" | "))
_LONGEST, _LONGEST_NAME = 220, 60  # letters
_SIGNED = 4  # lines after the last paragraph
_LEAD = pattern(
    r"(?i)(?:tekst|text|autor(?:ka|in|a|es)?|auteure?s?|autore|texte|testo|texto|redacción|rédaction|skribent"
    r"|interview|words|reporter|بقلم|كتبت?|تقرير|מאת)\s*[:：]?\s+(?=\S)"
)
_OTHERS = pattern(
    r"(?i)[.;,|/]?\s*\b(?:photo\w*|pictures?|images?|illustrat\w+|graphics?|video|camera|editing|edited"
    r"|translat\w+|additional|with (?:files|reporting)|zdjęcia|fotos?|bilder|تصوير)\b.*"
)
_TELLS = pattern(r"(?i)\s+(?:reports?|writes?|reporting)[.:]?$")
_WRITES = pattern(r",? (?:writes|reports|reporting by) ([^,.]{3,40})\.?$")


def mark_bylines(desk: Desk, head: range) -> tuple[str, ...]:
    """Settle the head's bylines; the names come back."""
    seen: dict[str, str] = {}
    for index in head:
        if desk.is_open(index) and len(desk.blocks[index].text) <= _LONGEST:
            names = () if desk.part(index) in _ELSEWHERE else _names_in(desk, index)
            if names:
                desk.set(index, Sort.BYLINE)
                seen |= {letters(name): name for name in names if letters(name) not in seen}
    told = {letters(name) for name in desk.told.names}
    return desk.told.names if seen.keys() <= told else tuple(seen.values())


def read_signature(desk: Desk, opening: Opening) -> None:
    """Where head and data name nobody: a name in the standfirst, or under the last paragraph."""
    opening.names = opening.names or _writer(desk)
    last = max(desk.paragraphs, default=len(desk.blocks))
    for index in range(last + 1, min(last + _SIGNED, len(desk.blocks))):
        rows, text = desk.rows[index], desk.blocks[index].text
        sort = rows[0].sort if rows else Sort.JUNK
        if opening.names or sort in {Sort.RELATED, Sort.PROMO} or len(text) > _LONGEST:
            continue
        opening.names = _read(text, desk, bare=sort in {Sort.PROSE, Sort.CROSSHEAD})
        if opening.names:
            desk.set(index, Sort.BYLINE)


def _writer(desk: Desk) -> tuple[str, ...]:
    """The name in "…, writes Jo Bloggs"."""
    lines = (row.text for rows in desk.rows for row in rows or () if row.sort is Sort.STANDFIRST)
    found = _WRITES.search(next(lines, ""))
    return read_byline(found[1], bare=True) if found else ()


def _names_in(desk: Desk, index: int) -> tuple[str, ...]:
    """The names in a line of the head."""
    block = desk.blocks[index]
    whole = _read(block.text, desk, bare=_may_be_bare(desk, index))
    marked = [name for text in _marked(block) for name in _read(text, desk, bare=True, sure=True)]
    return tuple(dict.fromkeys(marked)) if len(marked) >= len(whole) else whole


def _may_be_bare(desk: Desk, index: int) -> bool:
    """Whether a name may stand without "By": its element is named so, or a day or job title is beside it."""
    text = desk.blocks[index].text
    before = desk.blocks[index - 1].text if index else ""
    return (
        is_named(desk.blocks[index].node, _NAMES)
        or read_date_line(text) is not None
        or is_lead_alone(before)
        or _stands_over_role(desk, index)
    )


def _stands_over_role(desk: Desk, index: int) -> bool:
    """Whether a job title or a day is the next line."""
    after = desk.blocks[index + 1].text if index + 1 < len(desk.blocks) else ""
    told = read_date_line(after)
    return is_role(after) or (told is not None and not told.rest)


def _read(text: str, desk: Desk, *, bare: bool, sure: bool = False) -> tuple[str, ...]:
    """The names in a text; `bare`: they may stand without a "By", `sure`: they are all that stands there."""
    text = _TELLS.sub("", _OTHERS.sub("", _before_day(text))).strip()
    lead = _LEAD.match(text)
    text = text[lead.end() :] if lead else text
    if not text or is_site(text, desk.told):
        return ()
    names = read_byline(text, bare=False)
    if not names and (bare or lead):
        names = _bare(text) or (read_byline("By " + text) if sure or lead else ())
    return tuple(name for name in whole_names(names, text) if not _is_publication(name, desk))


def _bare(text: str) -> tuple[str, ...]:
    """Names alone, with strokes or commas between them."""
    parts = [read_byline(part, bare=True) or read_shouted(part) for part in text.split(" / ")]
    return tuple(name for names in parts for name in names) if all(parts) else ()


def _is_publication(name: str, desk: Desk) -> bool:
    """Whether a name is the site's, or ends the page's title and is none of a person."""
    if is_site(name, desk.told):
        return True
    ends = any(title.endswith(name) and title != name for title in desk.told.titles)
    return ends and not is_plain(name)


def _marked(block: Block) -> Iterator[str]:
    """The texts of the innermost elements in a line that are named as authors or lead to one's page."""
    for node in block.node.iterdescendants():
        if _is_author(node) and not any(map(_is_author, node.iterdescendants())):
            text = words(node.text_content())
            if 0 < len(text) <= _LONGEST_NAME and text in block.text and not is_lead_alone(text):
                yield text


def _is_author(node: Node) -> bool:
    if not isinstance(node.tag, str):
        return False
    leads = (node.get("href") or "").lower()
    rel = (node.get("rel") or "").lower().split()
    return (
        "author" in rel or holds_any(leads, _AUTHORS) or (node.tag != "a" and bool(_NAMES & names_of(node)))
    )


def _before_day(text: str) -> str:
    """A byline without the day that stands in its line."""
    told = read_date_line(text)
    return told.rest.split(" | ")[0] if told and told.rest else text
