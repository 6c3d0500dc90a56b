"""Articles for the tests of this room, made from paragraphs."""

from digest.model import Article, Block, BlockKind, Source, Span


def article(*paragraphs, headline="A headline", standfirst="", crossheads=()):
    """An article whose body has these paragraphs; those in `crossheads` are crossheads."""
    text, blocks = headline, []
    for paragraph in paragraphs:
        start = len(text) + 2
        text += "\n\n" + paragraph
        kind = BlockKind.CROSSHEAD if paragraph in crossheads else BlockKind.PARAGRAPH
        kind = BlockKind.LIST if paragraph.startswith("•") else kind
        shown = paragraph if kind is BlockKind.LIST else paragraph.replace("\n", " ")
        blocks.append(Block(kind=kind, text=shown, span=Span(start, start + len(paragraph))))
    source = Source(name="page.txt", text=text)
    return Article(source=source, headline=headline, standfirst=standfirst, body=tuple(blocks))
