"""Captions and credits of pictures, by the words that go with them.

Rule 1. A line that begins with "Photo:", "Picture caption:", "Image credit", "Pictured:" or "Credit:" is one.
Rule 2. So is a line that ends in a credit: after a stop, a bar or a bracket comes a word for pictures, in
        any language, with a colon, a stroke or "by", and at most a few names; or "(Supplied)".
Rule 3. So is a short line that holds nothing but an agency or "Agency/Agency".
An unmarked caption looks like any sentence and stays in the body.
"""

from digest.sources.patterns import holds_any, pattern

_LONGEST, _LONGEST_AGENCY = 320, 90
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
    "photographed",
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
    rf"\W?(?:{_PICTURE}(?: and \w+)?(?: ?credits?| ?captions?| ?source| ?courtesy"
    rf"| ?copyright)?(?: of| by)?"
    rf"(?: of| by)?\s?[:|©–-]\s?\S|{_PICTURE}s? (?:by|from|via|courtesy|supplied|credit)\b{_NAMES}$"
    r"|(?:picture |photo |image |media |video )?caption\s?[:|]"
    r"|(?:pictured(?: above| below| left| right)?|main image|figure \d+|fig\.? ?\d+|chart \d*|graph \d*)"
    r"\s?:\s?\S|(?:credits?|above|below|left|right|source)\s?:\s?[^.]{1,80}$"
    r"|courtesy of\b[^.]{0,60}$|©\s?\S*(?:getty|pa|ap|afp|reuters|rex|alamy)\b"
    r"|(?:pictured|photographed)\b[^.]{0,80}$)"
)


_ENDING = pattern(
    rf"[|(\[]\s?(?:the )?{_PICTURE}\b[^!?)]{{0,60}}{_LAST}"
    rf"|(?:[.;,:!?”\"’]|\s[–—-])\s?{_PICTURE}(?: ?credits?| courtesy(?: of)?| by)?"
    rf"\s?(?:[:/©]|\bby\b|\bcourtesy\b)\s?{_NAMES}{_LAST}"
    rf"|(?:[|(\[.;]|\s[–—-])\s?(?:credits?|courtesy(?: of)?|image via|©)\s?[:/]?\s?{_NAMES}{_LAST}"
    rf"|[(\[](?:submitted|supplied|handout|provided)(?: by [^)!?]{{2,60}}| photo| image)?{_LAST}"
    rf"|[|(\[]\s?(?:\w[\w .'’-]{{0,40}}/)?{_AGENCY}(?:/[\w .]{{2,30}})*{_LAST}"
    rf"|[.;]\s(?:pictured(?: above| right| left| below)?:|(?:\w[\w .'’-]{{0,40}}/){_AGENCY}{_LAST})"
)


_ALONE = pattern(
    rf"(?:[\w .'’-]{{2,40}}[/|,–-]\s?)?{_AGENCY}(?:\s?/\s?[\w .]{{2,30}})*"
    rf"|[\w .'’-]{{2,40}}/(?:for )?[\w .]{{2,40}}/{_AGENCY}"
)


def is_caption(text: str) -> bool:
    """Whether a line is a picture's caption or credit."""
    if len(text) > _LONGEST:
        return False
    low = text.lower()
    if len(low) > _LONGEST_AGENCY and not holds_any(low, _SIGNS):
        return False
    if not holds_any(low, _HINTS):
        return False
    return bool(_OPENING.match(low) or _ENDING.search(low) or _ALONE.fullmatch(low.strip("()[]. ")))
