"""Lines of the text part. textwrap does the same and takes ten times as long."""


def wrap(text: str, width: int = 72, first: str = "", rest: str | None = None) -> str:
    """`text` in lines of at most `width` characters; a longer word, such as a link, is never broken.

    `first` stands before the first line and `rest` (as many spaces, unless given) before the others.
    """
    rest = " " * len(first) if rest is None else rest
    text = " ".join(text.split())
    lines = []
    lead, start = first, 0
    while len(lead) + len(text) - start > width:
        cut = text.rfind(" ", start, start + width - len(lead) + 1)
        if cut < 0:
            cut = text.find(" ", start)
        if cut < 0:
            break
        lines.append(lead + text[start:cut])
        lead, start = rest, cut + 1
    return "\n".join([*lines, lead + text[start:]])
