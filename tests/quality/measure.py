"""How well pasted pages are understood, in figures: `figures(numbers)` for those of our pages with the truth.

Two texts are the same when their letters and digits are, whatever their case, marks and spaces. Each figure is a
share from 0 to 1, and more is better. What the truth's keys mean stands in `pages/README.md`.
"""

import json
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from digest.reading import extract
from digest.report import reading
from digest.sources.capture import capture

PAGES = Path(__file__).parent / "pages"
SURE = 12  # shorter letters stand in a body by chance
FRAGMENT = 4  # words; a shorter quotation may be given or left out


def figures(numbers: Container[int]) -> dict[str, float]:
    """Every figure over the pages of these numbers."""
    count: Counter[str] = Counter()
    for truth, answer in answers(numbers):
        for measure in (_fields, _lines, _body, _summary, _quotes):
            for key, value in measure(truth, answer):
                count[key] += value
    return shares(count)


def answers(numbers: Container[int]) -> Iterator[tuple[dict, dict]]:
    """Each page's truth with what `digest read --json` says of it."""
    for truth in truths(PAGES, numbers):
        yield truth, reading(extract(capture(str(PAGES / truth["file"]))))


def truths(folder: Path, numbers: Container[int]) -> Iterator[dict]:
    """The truths of a folder's pages, by number."""
    for file in sorted(folder.glob("*.expected.json")):
        if int(file.name.partition("-")[0]) in numbers:
            yield json.loads(file.read_text(encoding="utf-8"))


def letters(text: str) -> str:
    """The letters and digits of a text."""
    return re.sub(r"[\W_]+", "", text.casefold())


def shares(count: Counter[str]) -> dict[str, float]:
    """The figures that counts make, by name."""
    return {name: _figure(count, name) for name in sorted({key.partition(":")[0] for key in count})}


def _figure(count: Counter[str], name: str) -> float:
    """A share `right/all`, or the harmonic mean of precision and recall."""
    if f"{name}:all" in count:
        return round(count[f"{name}:right"] / count[f"{name}:all"], 4)
    shared = 2 * count[f"{name}:hit"]
    return round(shared / ((count[f"{name}:gold"] + count[f"{name}:found"]) or 1), 4)


def share(name: str, right: Iterable[bool]) -> dict[str, int]:
    """Counts of a share: how many are right, of how many."""
    right = list(right)
    return {f"{name}:right": sum(right), f"{name}:all": len(right)}


def match(name: str, gold: Iterable[object], found: Iterable[object]) -> dict[str, int]:
    """Counts of what was found among what there is."""
    gold, found = Counter(gold), Counter(found)
    return {
        f"{name}:hit": (gold & found).total(),
        f"{name}:gold": gold.total(),
        f"{name}:found": found.total(),
    }


def _fields(truth: dict, answer: dict) -> Iterator[tuple[str, int]]:
    for name in ("title", "standfirst", "author", "date"):
        yield from share(name, [letters(truth[name]) == letters(answer[name])]).items()


def _lines(truth: dict, answer: dict) -> Iterator[tuple[str, int]]:
    related = [letters(link["title"]) for link in answer["related"]]
    yield from match("related", map(letters, truth["related"]), related).items()
    promos = {letters(promo["title"]): promo for promo in answer["promos"]}
    yield from match("promos", (letters(promo["title"]) for promo in truth["promos"]), list(promos)).items()
    for gold in truth["promos"]:
        if found := promos.get(letters(gold["title"])):
            yield from share("promo_kind", [found["kind"] == gold["kind"]]).items()
            same = set(map(letters, found["partners"])) == set(map(letters, gold["partners"]))
            yield from share("promo_partners", [same]).items()


def _body(truth: dict, answer: dict) -> Iterator[tuple[str, int]]:
    text = letters("".join(answer["body"]))
    yield from share("body_kept", (letters(block) in text for block in truth["body"])).items()
    bad = truth["related"] + [promo["title"] for promo in truth["promos"]] + truth["junk"]
    own = letters("".join(truth["body"]))
    leaked = [line for line in map(letters, bad) if len(line) > SURE and line in text and line not in own]
    yield from share("body_clean", [not leaked]).items()


def _summary(truth: dict, answer: dict) -> Iterator[tuple[str, int]]:
    for name, body in (("summary_verbatim", answer["body"]), ("summary_of_body", truth["body"])):
        text = " ".join(" ".join(body).split())
        yield from share(name, (sentence in text for sentence in answer["summary"])).items()
    yield from share("summary_there", [bool(answer["summary"])]).items()


def _quotes(truth: dict, answer: dict) -> Iterator[tuple[str, int]]:
    gold = {letters(quote["text"]): quote for quote in truth["quotes"]}
    wanted = [text for text, quote in gold.items() if not quote.get("fragment")]
    found = [_parts(quote, gold) for quote in answer["quotes"]]
    yield from ((f"quotes:{key}", value) for key, value in _attributed(wanted, found, gold).items())
    for index in answer["key_quotes"]:
        quote = answer["quotes"][index]
        yield from share("key_quotes_right", [_right(quote, gold, _parts(quote, gold)[1])]).items()


def _attributed(
    wanted: list[str], found: list[tuple[dict, list[str]]], gold: dict[str, dict]
) -> dict[str, int]:
    counts: Counter[str] = Counter(gold=len(wanted))
    for quote, parts in found:
        if not parts:
            counts["found"] += len(quote["text"].split()) >= FRAGMENT
            continue
        whole = [part for part in parts if part in wanted]
        counts["found"] += len(whole)
        counts["hit"] += sum(_right(quote, gold, [part]) for part in whole)
    return dict(counts)


def _parts(quote: dict, gold: dict[str, dict]) -> tuple[dict, list[str]]:
    """The gold quotations that an answer's quotation is made of; neighbours of one speaker may be joined."""
    text = letters(quote["text"])
    parts = [part for part in gold if part == text] or [part for part in gold if part in text]
    return quote, parts if sum(map(len, parts)) >= len(text) else []


def _right(quote: dict, gold: dict[str, dict], parts: list[str]) -> bool:
    """True when every part is by the speaker named: the last name is among the words of ours."""
    words = set(re.findall(r"\w+", quote["speaker"].casefold()))
    return bool(parts) and all(
        any(re.findall(r"\w+", name.casefold())[-1] in words for name in gold[part]["speaker"].split("|"))
        for part in parts
    )
