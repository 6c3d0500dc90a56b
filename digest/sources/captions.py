"""Captions and credits of pictures, by the words that go with them.

Rule 1. A line that begins with "Photo:", "Picture caption:", "Image credit", "Pictured:" or "Credit:" is one.
Rule 2. So is a line that ends in a credit: after a bar, in brackets, or as a last "Photo by …" of its own.
Rule 3. So is a short line that holds nothing but an agency or "Agency/Agency".
An unmarked caption looks like any sentence and stays in the body.
"""

import re

_LONGEST = 320
_HINTS = tuple(
    """photo|picture|image|credit|getty|alamy|shutterstock|istock|courtesy|caption|illustration|reuters|afp|unsplash|graphic|rex|epa|fig|chart
    |video|source|adobe|dreamstime|flickr|pixabay|pexels|zuma|corbis|bloomberg|above|below|left|right|pa|ap|©|screenshot""".replace(
        "\n    ", ""
    ).split("|")
)
_PICTURE = (
    r"(?:file |stock |library |main |lead |cover |press |aerial )?"
    r"(?:photo|photograph|photography|photos|pic|picture|pictures|image|images|illustration|graphic|video"
    r"|screenshot)"
)
_OPENING = re.compile(
    rf"\W?(?:{_PICTURE}(?: and \w+)?(?: ?credits?| ?captions?| ?source| ?courtesy"
    rf"| ?copyright)?(?: of| by)?\s?[:|©–-]\s?\S"
    rf"|{_PICTURE}s? (?:by|from|via|courtesy|supplied|credit)\b[^.]{{0,60}}$|(?:picture |photo "
    rf"|image |media |video )?caption\s?[:|]"
    r"|(?:pictured(?: above| below| left| right)?|main image|figure \d+|fig\.? ?\d+|chart \d*"
    r"|graph \d*)\s?:\s?\S"
    r"|(?:credits?|above|below|left|right|source)\s?:\s?[^.]{1,80}$"
    r"|courtesy of\b[^.]{0,60}$|©\s?\S*(?:getty|pa|ap|afp|reuters|rex|alamy)\b|(?:pictured"
    r"|photographed)\b[^.]{0,80}$)",
)
_AGENCY = (
    r"(?:getty(?: images)?|afp|reuters|epa|pa(?: (?:wire|archive|images|media))?|ap(?: photo)?"
    r"|rex(?: features)?|alamy(?: stock photo)?|shutterstock|istock(?:photo)?|adobe stock|unsplash"
    r"|bloomberg|corbis|dreamstime|flickr|pixabay|pexels|zuma(?: press)?)"
)
_ENDING = re.compile(
    rf"[|(\[]\s?(?:the )?{_PICTURE}\b[^.!?)]{{0,60}}[)\].]*$"
    rf"|(?:[.;,:]|\s[–—-])\s?{_PICTURE}(?: ?credits?| courtesy(?: of)?| by)?\s?(?:[:/©]|\bby\b"
    rf"|\bcourtesy\b)\s?[^.!?]{{1,60}}[)\].]*$"
    r"|(?:[|(\[.;]|\s[–—-])\s?(?:credits?|courtesy(?: of)?|image via|©)\s?[:/]?\s?[^.!?]{2,60}[)\].]*$"
    rf"|[|(\[]\s?(?:\w[\w .'’-]{{0,40}}/)?{_AGENCY}(?:/[\w .]{{2,30}})*[)\].]*$"
    rf"|[.;]\s(?:\w[\w .'’-]{{0,40}}/){_AGENCY}[)\].]*$",
)
_ALONE = re.compile(
    rf"(?:[\w .'’-]{{2,40}}[/|,–-]\s?)?{_AGENCY}(?:\s?/\s?[\w .]{{2,30}})*"
    rf"|[\w .'’-]{{2,40}}/(?:for )?[\w .]{{2,40}}/{_AGENCY}",
)


def is_caption(text: str) -> bool:
    """Whether a line is a picture's caption or credit."""
    if len(text) > _LONGEST:
        return False
    low = text.lower()
    if not any(hint in low for hint in _HINTS):
        return False
    return bool(_OPENING.match(low) or _ENDING.search(low) or _ALONE.fullmatch(low.strip("()[]. ")))
