"""What stands under a related headline or promo and belongs to it: its address, its day, "Book now".

Rule 1. An address on a line of its own belongs to the link above it.
Rule 2. Right under a promo, a day or a short order ("Register now") is a detail of it.
Anything else of that kind is the page's.
"""

from digest.patterns import pattern
from digest.sources.judges.dates import is_moment, read_date_line
from digest.sources.page import Page, Sort

_ORDER = pattern(
    r"(?i)(?:register|book|sign up|find out more|read more|download|listen|watch|join|learn more"
    r"|click here|get tickets)"
    r"(?: (?:now|here|today|free|for free|online|your (?:place|seat|ticket)s?|to register"
    r"|the (?:paper|recording|episode)))*\W*"
)
_LINKS = frozenset({Sort.RELATED, Sort.PROMO})


def settle_details(page: Page) -> None:
    """Give addresses and details to the links above them."""
    owner: int | None = None
    for index, mark in enumerate(page.marks):
        if mark.sort in _LINKS:
            owner = index
        elif mark.sort is Sort.DETAIL and not mark.url and owner is not None:
            continue
        elif mark.sort is Sort.DETAIL:
            owner = _settle_address(page, index, owner)
        elif not (owner is not None and _is_promo_detail(page, owner, index)):
            owner = None


def _settle_address(page: Page, index: int, owner: int | None) -> int | None:
    """Give an address to its owner, who keeps what follows; what is nobody's also parts what follows."""
    if owner is None or page.marks[owner].url:
        page.set(index, Sort.JUNK, "web address" if page.marks[index].url else "day without a headline")
        return None
    page.marks[owner].url = page.marks[index].url
    return owner


def _is_promo_detail(page: Page, owner: int, index: int) -> bool:
    """Mark a line under a promo as its detail where it is one."""
    if page.marks[owner].sort is not Sort.PROMO or page.marks[index].sort is not Sort.JUNK:
        return False
    text = page.lines[index].text
    if page.lines[index].gap > page.lines[owner].gap:
        return False
    told = read_date_line(text)
    detail = bool(_ORDER.fullmatch(text)) or (told is not None and not told.rest) or is_moment(text)
    if detail:
        page.set(index, Sort.DETAIL)
    return detail
