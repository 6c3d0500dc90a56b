"""Captions and credits of pictures, by the words that go with them.

Rule 1. A line that begins with "Photo:", "Picture caption:", "Image credit", "Pictured:" or "Credit:" is one.
Rule 2. So is a line that ends in a credit: after a stop, a bar or a bracket comes a word for pictures, in
        any language, with a colon, a stroke or "by", and at most a few names; or "(Supplied)".
Rule 3. So is a short line that holds nothing but an agency or "Agency/Agency".
An unmarked caption looks like any sentence and stays in the body.
"""

from digest.patterns import holds_any, pattern

_LONGEST, _LONGEST_AGENCY, _LONGEST_NAMED = 320, 90, 200
_SIGNS = (
    ":",
    "|",
    "(",
    "[",
    "©",
    "/",
    " by ",
    " from ",
    "courtesy",
    "pictured",
    "photo",
    "–",
    "—",
)
_HINTS = tuple(
    """photo|foto|bild|crédit|imag|picture|pic:|pic |pics|credit|getty|alamy|shutterstock|istock|courtesy
    |caption|illustration|reuters|afp|unsplash|graphic|rex|epa|fig|chart|video|source|adobe|dreamstime
    |flickr|pixabay
    |pexels|zuma|corbis|bloomberg|above|below|left|right|pa|ap|©|screenshot|supplied|submitted|handout
    |fotografía|immagine|beeld""".replace("\n    ", "").split("|")
)
_CREDITING = tuple(
    """photo|foto|pic|imag|immag|illustration|graphic|video|screenshot|bild|crédit|credit|beeld|courtesy|©
    |submitted|supplied|handout|provided""".replace("\n    ", "").split("|")
)  # in every ending but an agency's
_AGENCY_ENDS = tuple(
    """getty|images|afp|reuters|epa|pa|wire|archive|media|ap|photo|rex|features|alamy|shutterstock|istock
    |adobe stock|unsplash|bloomberg|corbis|dreamstime|flickr|pixabay|pexels|zuma|press""".replace(
        "\n    ", ""
    ).split("|")
)
_PLACES = ("left", "right", "above", "below", "pictured", "opposite", "overleaf", "centre", "center", "inset")
_FIRST = ("Top", "Bottom", "From left", "Clockwise")
_PICTURE = (
    r"(?:file |stock |library |main |lead |cover |press |aerial )?"
    r"(?:photo|photograph|photography|photos|pic|picture|pictures|image|images|illustration|graphic|video"
    r"|screenshot|fotos?|bild|bilder|bildnachweis|crédits?(?: photo)?|imagen|immagine|fotografía|beeld)"
)
_AGENCY = (
    r"(?:getty(?: images)?|afp|reuters|epa|pa(?: (?:wire|archive|images|media))?|ap(?: photo)?"
    r"|rex(?: features)?|alamy(?: stock photo)?|shutterstock|istock(?:photo)?|adobe stock|unsplash"
    r"|bloomberg|corbis|dreamstime|flickr|pixabay|pexels|zuma(?: press)?)"
)
_NAMES = r"(?:[^.!?]|(?<=\b\w)\.|(?<=\bst)\.){1,60}"  # a stop only after an initial
_LAST = r"[)\].]*$"


_OPENING = pattern(
    rf"\W?(?:{_PICTURE} description:|{_PICTURE}(?: and \w+)?(?: ?credits?| ?captions?| ?source| ?courtesy"
    rf"| ?copyright)?(?: of| by)?"
    rf"(?: of| by)?\s?[:|©–-]\s?\S|(?:image|picture|photo|media|video) (?:caption|source|credit), \S"
    rf"|{_PICTURE}s? (?:by|from|via|courtesy|supplied|credit)\b{_NAMES}$"
    r"|(?:picture |photo |image |media |video )?caption\s?[:|]"
    r"|(?:pictured(?: above| below| left| right)?|main image|figure \d+|fig\.? ?\d+|(?:chart|graph|table"
    r"|map)(?: \d+)?)"
    r"\s?:\s?\S|(?:credits?|above|below|left|right|source)\s?:\s?[^.]{1,80}$"
    r"|courtesy of\b[^.]{0,60}$|©\s?\S*(?:getty|pa|ap|afp|reuters|rex|alamy)\b"
    r"|(?:pictured|photographed)\b[^.]{0,80}$)"
)


_ENDING = pattern(
    rf"[|(\[]\s?(?:the )?{_PICTURE}\b[^!?)]{{0,60}}{_LAST}"
    rf"|(?:[.;,:!?”\"’]|\s[–—-])\s?{_PICTURE}(?: ?credits?| courtesy(?: of)?| by)?"
    rf"\s?(?:[:/©]|\bby\b|\bcourtesy\b)\s?{_NAMES}{_LAST}"
    rf"|(?:[|(\[.;]|\s[–—-])\s?(?:credits?|courtesy(?: of)?|image via|©)\s?[:/]?\s?{_NAMES}{_LAST}"
    rf"|\w\s©\s?{_NAMES}{_LAST}"
    rf"|[(\[](?:submitted|supplied|handout|provided)(?: by [^)!?]{{2,60}}| photo| image)?{_LAST}"
    rf"|[.;]\spictured(?: above| right| left| below)?:"
)
_AGENCY_LAST = pattern(
    rf"[|(\[]\s?(?:\w[\w .'’-]{{0,40}}/)?{_AGENCY}(?:/[\w .]{{2,30}})*{_LAST}"
    rf"|[.;]\s(?:\w[\w .'’-]{{0,40}}/)?{_AGENCY}{_LAST}"
)


_CREDIT_LAST = pattern(r"\w (?:Pictures?|Photos?|Photographs?|Images?)(?: by| credit)?: ?[A-Z][^.!?]{1,60}$")
_BY_PLACE = pattern(
    r"(?:(?:Above|Below|Left|Right|Opposite|Overleaf|Clockwise from \w+(?: left| right)?|From left|Top|Bottom"
    r"|Inset)"
    r"(?:,| left:| right:|:) \S|.{2,80}(?: \((?:(?:far |second from |centre |center )?(?:left|right)|above"
    r"|below|centre"
    r"|center|pictured(?: \w+)?|inset)\)|, (?:far |second from )?(?:left|right|above|below|pictured),))"
)
_NAMED_LAST = pattern(
    r".*[a-z]\. (?!With|Hosted|By|In|From|Register|Book|At|On|The)(?:[A-Z][\w'’-]+ ){1,2}[A-Z][\w'’-]+"
)
_LENT = pattern(r"\w \([A-Z][\w'’&-]+(?: [A-Z&][\w'’&-]*)+\)$")  # who lent the picture
_SPOKEN = pattern(
    r"['\"‘“][^'\"‘“”]{3,120}['\"’”]: (?:[A-Z][\w'’-]+ ){2,4}(?:at|on|in|with|outside|inside|beside|during"
    r"|aboard) [^.:?!]+$"
)
_ALONE = pattern(
    rf"(?:[\w .'’-]{{2,40}}[/|,–-]\s?)?{_AGENCY}(?:\s?/\s?[\w .]{{2,30}})*"
    rf"|[\w .'’-]{{2,40}}/(?:for )?[\w .]{{2,40}}/{_AGENCY}"
)


def is_spoken(text: str) -> bool:
    """Whether a line that stands alone is a caption without its label.

    Somebody's words, name and place ("‘Never’: Ada Fell on the quay"), or a lender's name in brackets at the
    end.
    """
    if text[-1] == ")":
        return _LENT.search(text) is not None
    return text[0] in "'\"‘“" and _SPOKEN.fullmatch(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line is a picture's caption or credit."""
    if not text or len(text) > _LONGEST:
        return False
    if text[-1].isalpha() and ". " in text and len(text) <= _LONGEST_NAMED and _NAMED_LAST.fullmatch(text):
        return True
    low = text.lower()
    if len(low) > _LONGEST_AGENCY and not holds_any(low, _SIGNS):
        return False
    if text[-1] == "." and ")" not in text:
        return _has_credit(text, low) and not _is_by_place(text, low)
    return _is_by_place(text, low) or _has_credit(text, low)


def _is_by_place(text: str, low: str) -> bool:
    return (holds_any(low, _PLACES) or text.startswith(_FIRST)) and _BY_PLACE.match(text) is not None


def _has_credit(text: str, low: str) -> bool:
    credited = (
        _OPENING.match(low)
        or (holds_any(low, _CREDITING) and (_ENDING.search(low) or _CREDIT_LAST.search(text)))
        or _names_agency(low)
    )
    return bool(credited) and holds_any(low, _HINTS)


def _names_agency(low: str) -> bool:
    """Whether an agency ends the line or is all of it; looked for only where the end may be one's name."""
    if "/" not in low and not low.rstrip("()[]. ").endswith(_AGENCY_ENDS):
        return False
    return bool(_AGENCY_LAST.search(low) or _ALONE.fullmatch(low.strip("()[]. ")))
