"""How well HTML pages are understood, in figures: `figures(numbers)` for those of our saved pages with the truth.

A related headline or promo counts only with its address. Pages under `none/` hold no article and must be refused.
What the truth's keys mean stands in `html/README.md`.
"""

from collections import Counter
from collections.abc import Container, Iterator
from pathlib import Path
from urllib.parse import urldefrag

from digest.errors import SourceError
from digest.model import Article, Source
from digest.sources.capture import capture
from digest.sources.html.reader import read
from measure import SURE, letters, match, share, shares, truths

PAGES = Path(__file__).parent / "html"


def figures(numbers: Container[int]) -> dict[str, float]:
    """Every figure over the pages of these numbers, and over those that hold no article."""
    count: Counter[str] = Counter()
    for truth in truths(PAGES, numbers):
        for measure in (_fields, _image, _lines, _body):
            for key, value in measure(truth, reading(PAGES / truth["file"])):
                count[key] += value
    count.update(share("refused", map(_is_refused, sorted((PAGES / "none").glob("*.html")))))
    return shares(count)


def reading(page: Path) -> Article:
    """The article of a page; a page refused reads as nothing."""
    try:
        return read(capture(str(page)))
    except SourceError:
        return Article(source=Source(name="", text=""), headline="")


def _is_refused(page: Path) -> bool:
    try:
        read(capture(str(page)))
    except SourceError:
        return True
    return False


def _fields(truth: dict, article: Article) -> Iterator[tuple[str, int]]:
    said = {
        "title": article.headline,
        "standfirst": article.standfirst,
        "author": " and ".join(article.byline),
        "date": str(article.published or ""),
    }
    for name, answer in said.items():
        yield from share(name, [letters(truth[name]) == letters(answer)]).items()
    yield from share("url", [_address(truth["url"]) == _address(article.url)]).items()


def _image(truth: dict, article: Article) -> Iterator[tuple[str, int]]:
    gold, found = truth["image"] or {}, article.image
    right = {_address(url) for url in (gold.get("url", ""), *gold.get("also", ()))}
    yield from share("image", [_address(found.url if found else "") in right]).items()
    if gold and found:
        same = letters(gold.get("alt", "")) == letters(found.alt)
        yield from share("image_alt", [same]).items()
        yield from share("image_credit", [letters(gold.get("credit", "")) == letters(found.credit)]).items()


def _lines(truth: dict, article: Article) -> Iterator[tuple[str, int]]:
    for name, links in (("related", article.related), ("promos", article.promos)):
        gold = [(letters(link["title"]), _address(link["url"])) for link in truth[name]]
        found = [(letters(link.title), _address(link.url)) for link in links]
        yield from match(name, gold, found).items()
    promos = {letters(promo.title): promo for promo in article.promos}
    for gold in truth["promos"]:
        if found := promos.get(letters(gold["title"])):
            yield from share("promo_kind", [found.kind == gold["kind"]]).items()
            same = set(map(letters, found.partners)) == set(map(letters, gold["partners"]))
            yield from share("promo_partners", [same]).items()


def _body(truth: dict, article: Article) -> Iterator[tuple[str, int]]:
    text = letters("".join(block.text for block in article.body))
    yield from share("body_kept", (letters(block) in text for block in truth["body"])).items()
    yield from share("body_clean", [not leaked(truth, text)]).items()
    own = letters("".join(truth["body"] + truth["optional"]))
    yield from share("body_alone", [all(_stands(block, own) for block in _paragraphs(article))]).items()


def leaked(truth: dict, text: str) -> list[str]:
    """The lines of the page's surroundings that stand in a body; what is said twice in it is one of them."""
    own = letters("".join(truth["body"]))
    bad = truth["link_lines"] + truth["junk"] + [link["title"] for link in truth["related"] + truth["promos"]]
    lines = {line for line in map(letters, bad) if len(line) > SURE and line in text and line not in own}
    return sorted(lines | {line for line in map(letters, truth["once"]) if text.count(line) > 1})


def _paragraphs(article: Article) -> list[str]:
    return [line for block in article.body for line in block.text.split("\n")]


def _stands(line: str, own: str) -> bool:
    """Whether a line of a body is one of the truth's."""
    return letters(line) in own


def _address(url: str) -> str:
    return urldefrag(url)[0].rstrip("/")
