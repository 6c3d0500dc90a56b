"""Prints how well pages are understood, over the development sets of a folder and over our own pages.

    python tests/quality/run.py ../shared/quality

The folder holds the sets and their scorers (its README says how they count); ROUGE wants the package rouge-score.
Each figure stands twice: over the whole set, and over the slice that is kept back while rules are written.
"""

import contextlib
import io
import json
import runpy
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import answering
import measure
import measure_html
from digest.extract.keyquotes import SURE

HERE = Path(__file__).parent
FEWEST_WORDS = 4  # as the scorer counts quotations
LEAD_3 = "baselines:lead3"


class Set(NamedTuple):
    """A development set: its scorer with arguments, the file of its truth, how many pages are kept back."""

    scorer: str
    arguments: tuple[str, ...]
    truth: str
    kept_back: int


SETS = {
    "quotes": Set(
        "quotes/score_quotes.py", ("--gold", "data/polnear_dev.jsonl"), "data/polnear_dev.jsonl", 20
    ),
    "among_links": Set(
        "quotes/score_quotes.py",
        ("--gold", "data/polnear_dev_pasted.jsonl"),
        "data/polnear_dev_pasted.jsonl",
        20,
    ),
    "summary": Set(
        "summary/score_summary.py",
        ("--gold", "data/cnndm_dev.jsonl", "--with-title"),
        "data/cnndm_dev.jsonl",
        50,
    ),
    "pasted": Set("pasted/score_pasted.py", ("--set", "synth"), "gold.jsonl", 15),
    "aeb": Set("html/score_extract.py", ("--set", "aeb"), "data/aeb/gold.json", 12),
    "moz": Set("html/score_extract.py", ("--set", "moz"), "data/moz/gold.json", 6),
}
OWN_PAGES = {*range(1, 13), *range(25, 37)}, {*range(13, 25), *range(37, 49)}
OWN_HTML = range(1, 13), range(13, 25)
ROWS = (  # what is measured, the best of others, what we reach for, ours
    ("quotation found and given to the right speaker, F1", "0.76", "0.88", "{quotes[attributed][F1]}"),
    ("speaker right where we are sure", "0.87", "0.96", "{quotes[sure_right]}"),
    ("  falls by, with related lines pasted in", "0.01", "<= 0.005", "{sure_falls}"),
    ("attributed F1 falls by, with related lines pasted in", "0.01", "<= 0.005", "{attributed_falls}"),
    ("quotations word for word", "", "1", "{quotes[verbatim]}"),
    ("summary, ROUGE-1 (the first three sentences)", "", "above", "{summary[rouge1]} ({lead3[rouge1]})"),
    ("summary, ROUGE-2 (the first three sentences)", "", "above", "{summary[rouge2]} ({lead3[rouge2]})"),
    (
        "summary, ROUGE-L (the first three sentences)",
        "",
        "above",
        "{summary[rougeLsum]} ({lead3[rougeLsum]})",
    ),
    ("summary sentences word for word", "", "1", "{summary[verbatim]}"),
    ("summaries that hold junk, a related line or the headline", "", "0", "{pasted[summary_leak]}"),
    ("pasted: headline right", "1.0", "0.98", "{pasted[title]}"),
    ("pasted: standfirst right", "0.92", "0.98", "{pasted[standfirst]}"),
    ("pasted: author right", "0.67", "0.98", "{pasted[author]}"),
    ("pasted: date right", "1.0", "0.98", "{pasted[date]}"),
    ("pasted: related, F1", "0.73", "0.96", "{pasted[related][F1]}"),
    ("pasted: promos, F1", "0.90", "0.98", "{pasted[promos][F1]}"),
    ("pasted: paragraphs of the body kept", "0.90", "0.995", "{pasted[body_recall]}"),
    ("pasted: pages with junk in the body", "0.17", "<= 0.02", "{pasted[body_leak][articles]}"),
    ("HTML: body, F1", "0.962", "0.97", "{aeb[body_F1]}"),
    ("HTML, second set: body, F1", "0.958", "", "{moz[body_F1]}"),
    ("HTML, second set: title, author, date right", "0.68 0.64 0.83", "", "{moz_fields}"),
    ("pasted articles a second, this machine, one core", "190", "500", "{among_links[articles_per_s]:.0f}"),
)


def main() -> None:
    """The table."""
    if len(sys.argv) != len(("run.py", "FOLDER")):
        sys.exit(
            "usage: python tests/quality/run.py FOLDER, the folder of the development sets and their scorers"
        )
    shared = Path(sys.argv[1])
    whole, kept = (measured(shared, only_kept_back=only) for only in (False, True))
    print(f"{'':58}{'others':>16}{'goal':>10}{'ours':>18}{'kept back':>18}")
    for name, others, goal, ours in ROWS:
        print(f"{name:58}{others:>16}{goal:>10}{ours.format(**whole):>18}{ours.format(**kept):>18}")

    print(f"\n{'our own pages':58}{'open':>17}{'kept back':>18}")
    for figures, pages in ((measure.figures, OWN_PAGES), (measure_html.figures, OWN_HTML)):
        opened, kept = (figures(numbers) for numbers in pages)
        for name in opened:
            print(f"{f'{figures.__module__}: {name}':58}{opened[name]:>17}{kept[name]:>18}")


def measured(shared: Path, *, only_kept_back: bool) -> dict[str, Any]:
    """Every set's figures by its name, and those that compare two of them."""
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(shutil.copytree(shared, Path(folder) / "quality"))
        if only_kept_back:
            for each in SETS.values():
                keep_last((copied / each.scorer).parent / each.truth, each.kept_back)
        found = {name: scored(copied, each) for name, each in SETS.items()}
        found["lead3"] = scored(copied, SETS["summary"], LEAD_3)
    quotes, pasted, moz = found["quotes"], found["among_links"], found["moz"]
    return {
        **found,
        "attributed_falls": f"{quotes['attributed']['F1'] - pasted['attributed']['F1']:.4f}",
        "sure_falls": f"{quotes['sure_right'] - pasted['sure_right']:.4f}",
        "moz_fields": " ".join(f"{moz[f'{field}_acc'][0]:.2f}" for field in ("title", "author", "date")),
    }


def keep_last(truth: Path, number: int) -> None:
    """Leaves only the last pages in a file of truth, JSON lines or one object by page."""
    text = truth.read_text(encoding="utf-8")
    if truth.suffix == ".jsonl":
        truth.write_text("\n".join(text.splitlines()[-number:]) + "\n", encoding="utf-8")
        return
    pages = json.loads(text)
    truth.write_text(json.dumps({name: pages[name] for name in sorted(pages)[-number:]}), encoding="utf-8")


def scored(folder: Path, each: Set, adapter: str = "answering:read") -> dict[str, Any]:
    """A scorer run in this process, so that speed is ours alone; with what it prints as JSON."""
    scorer, result = folder / each.scorer, folder / "result.json"
    answering.answers.clear()
    sys.argv = [str(scorer), *each.arguments, "--adapter", adapter, "--json", str(result)]
    with contextlib.chdir(scorer.parent), contextlib.redirect_stdout(io.StringIO()):
        names = runpy.run_path(str(scorer))
    figures = json.loads(result.read_text())
    if "score_quotes" in each.scorer:
        figures["sure_right"] = sure_right(scorer.parent / each.truth, names)
    return figures


def sure_right(gold: Path, scorer: dict[str, Any]) -> float:
    """Of the quotations whose speaker we are sure of, the share given to the right one.

    Matched and judged as the scorer does (`scorer` holds its functions); quotations nobody is known to have
    said do not count.
    """
    articles = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    right: list[bool] = []
    for article, answer in zip(articles, answering.answers[-len(articles) :], strict=True):
        truth = [with_tokens(quote, scorer) for quote in article["quotes"] if quote["attributed"]]
        ours = [with_tokens(quote, scorer) for quote in answer["quotes"]]
        scorer["match"](truth, ours, Counter())
        for quote in ours:
            if "hit" in quote and quote["confidence"] >= SURE:
                said = [part for part in truth[slice(*quote["hit"])] if counts(part)]
                right += [scorer["speaker_right"](part, quote["speaker"]) for part in said]
    return round(sum(right) / len(right), 4)


def with_tokens(quote: dict[str, Any], scorer: dict[str, Any]) -> dict[str, Any]:
    """A quotation with its words and letters as the scorer matches them."""
    tokens = scorer["tokens"](quote["text"])
    return {**quote, "tokens": tokens, "letters": "".join(tokens)}


def counts(quote: dict[str, Any]) -> bool:
    """Whether a quotation of the truth is long enough, and somebody is known to have said it."""
    return quote["kind"] != "none" and quote["words"] >= FEWEST_WORDS


if __name__ == "__main__":
    main()
