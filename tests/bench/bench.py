"""Speed, as ratios of interleaved rounds in one run: these machines are noisy, so no figure stands alone.

    .venv/bin/python tests/bench/bench.py [--rounds 7]

Node's `mjml` is compared with when it is on the PATH, or named by MJML=/path/to/mjml.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import asdict, replace

from digest.build import open_issue
from digest.model import Issue
from digest.newsroom import bundled_issues
from digest.render.context import make_context
from digest.render.email import render
from digest.render.environment import environment
from digest.render.files import gather, theme_names
from digest.render.theme import bundled_templates, load_theme

PYTHON = sys.executable
DIGEST = [PYTHON, "-m", "digest"]
ARTICLE = bundled_issues() / "sample-weekly" / "sources" / "shore-power.txt"
MJML = os.environ.get("MJML") or shutil.which("mjml")
ONCE = """
import sys
from jinja2 import Template
from mjml import mjml2html
from premailer import Premailer
html = mjml2html(Template("{{ mjml }}").render(mjml=open(sys.argv[1]).read()), fonts={}, disable_comments=True)
Premailer(html, css_text=open(sys.argv[2]).read(), allow_network=False).transform()
"""


def seconds(action: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def medians(rounds: int, **actions: Callable[[], object]) -> dict[str, float]:
    """The median seconds of each action, their calls interleaved, after one round that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for turn in range(rounds + 1):
        for name, action in actions.items():
            spent = seconds(action)
            if turn:
                taken[name].append(spent)
    return {name: statistics.median(spent) for name, spent in taken.items()}


def command(*args: object, folder: Path, cache: Path) -> Callable[[], object]:
    """A call of a command in a folder, with a cache of its own; its modules are compiled, as installed ones are."""
    bytecode = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environ = {**os.environ, **bytecode, "XDG_CACHE_HOME": str(cache)}
    argv = [str(arg) for arg in args]
    return lambda: subprocess.run(argv, cwd=folder, env=environ, check=True, capture_output=True)


def ten_stories() -> Issue:
    """The sample week, its stories repeated until there are ten."""
    _, issue = open_issue(bundled_issues() / "sample-weekly")
    stories = [replace(issue.stories[n % 4], slug=f"story-{n}") for n in range(10)]
    return replace(issue, stories=tuple(stories))


def newsletter_mjml() -> str:
    """The sample week as one MJML document: what the other tools compile for every issue."""
    files = gather("weekly", [bundled_templates()])
    theme = load_theme("weekly", [bundled_templates()])
    include = re.compile(r'<mj-include\s+path="([^"]+)"\s*/>')
    text = files.texts["issue.mjml"]
    while include.search(text):
        text = include.sub(lambda found: files.texts[found[1]], text)
    _, issue = open_issue(bundled_issues() / "sample-weekly")
    return environment().from_string(text).render(asdict(make_context(issue, theme.words)))


def row(what: str, ours: float, other: float, bound: float) -> None:
    """One line of the table; the ratio is ours to the other's."""
    ratio = ours / other
    verdict = "ok" if ratio <= bound else "TOO SLOW"
    print(f"{what:58}{ours * 1000:9.2f} ms{other * 1000:9.2f} ms{ratio:8.2f}{bound:8.2f}  {verdict}")


def bench_rendering() -> None:
    """Ten stories, both parts, from one loaded theme."""
    theme, issue = load_theme("weekly", [bundled_templates()]), ten_stories()
    context = make_context(issue, theme.words)
    taken = medians(
        200,
        html=lambda: theme.html(context),
        text=lambda: theme.text(context),
        whole=lambda: render(issue, theme),
    )
    row("render ten stories, HTML (other: 1 ms)", taken["html"], 0.001, 1)
    print(
        f"{'  plain text / context and both parts':58}{taken['text'] * 1000:9.2f} ms{taken['whole'] * 1000:9.2f} ms"
    )
    for name in theme_names([bundled_templates()]):
        weigh(name, issue)


def weigh(name: str, issue: Issue) -> None:
    """What a theme makes of ten stories, in bytes, and what one more of them costs."""
    theme = load_theme(name, [bundled_templates()])
    ten, one = (
        len(render(each, theme).html.encode()) for each in (issue, replace(issue, stories=issue.stories[:1]))
    )
    print(f"{f'  weight of ten stories in {name} / of each':58}{ten:9} B {(ten - one) // 9:10} B")


def bench_commands(rounds: int, folder: Path) -> None:
    """Whole commands, as an editor runs them."""
    cache = folder / "cache"
    mjml, css = folder / "newsletter.mjml", folder / "style.css"
    mjml.write_text(newsletter_mjml(), encoding="utf-8")
    shutil.copy(bundled_templates() / "weekly" / "style.css", css)
    build = command(*DIGEST, "build", ARTICLE, folder=folder, cache=cache)
    actions = {
        "build": build,
        "imports": command(PYTHON, "-c", "import click, jinja2", folder=folder, cache=cache),
        "cold": lambda: (shutil.rmtree(cache, ignore_errors=True), build()),
        "once": command(PYTHON, "-c", ONCE, mjml, css, folder=folder, cache=cache),
    }
    if MJML:
        actions["mjml"] = command(MJML, mjml, "-o", folder / "mjml.html", folder=folder, cache=cache)
    build()
    taken = medians(rounds, **actions)
    row("build of one article, warm (other: import click, jinja2)", taken["build"], taken["imports"], 2.5)
    row("first build ever (other: jinja2 + MRML + premailer once)", taken["cold"], taken["once"], 1.2)
    if MJML:
        row("build of one article, warm (other: Node's mjml)", taken["build"], taken["mjml"], 0.2)


def bench_hundred(rounds: int, folder: Path) -> None:
    """A hundred issues of one article in one call, against Node's mjml on a hundred files, in one call or each."""
    issues, sources = folder / "issues", folder / "mjml"
    sources.mkdir()
    text = newsletter_mjml()
    for n in range(100):
        (issues / f"i{n}").mkdir(parents=True)
        shutil.copy(ARTICLE, issues / f"i{n}" / "a.txt")
        (issues / f"i{n}" / "issue.toml").write_text('[[stories]]\nsource = "a.txt"\n', encoding="utf-8")
        (sources / f"i{n}.mjml").write_text(text, encoding="utf-8")
    (folder / "out").mkdir()
    actions = {
        "ours": command(*DIGEST, "build", *sorted(issues.iterdir()), folder=folder, cache=folder / "cache"),
    }
    if MJML:
        node = command(MJML, *sorted(sources.iterdir()), "-o", folder / "out", folder=folder, cache=folder)
        one = command(MJML, sources / "i0.mjml", "-o", folder / "one.html", folder=folder, cache=folder)
        actions |= {"mjml": node, "mjml_once": one}
    taken = medians(max(2, rounds // 3), **actions)
    if MJML:
        row("a hundred issues in one call (other: mjml in one call)", taken["ours"], taken["mjml"], 0.1)
        row(
            "a hundred issues in one call (other: mjml a hundred times)",
            taken["ours"],
            taken["mjml_once"] * 100,
            0.1,
        )
    else:
        print(f"{'a hundred issues in one call':58}{taken['ours'] * 1000:9.2f} ms")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    print(f"{'':58}{'ours':>12}{'other':>12}{'ratio':>8}{'bound':>8}")
    bench_rendering()
    for bench in (bench_commands, bench_hundred):
        with tempfile.TemporaryDirectory() as folder:
            bench(rounds, Path(folder))
    if not MJML:
        print(
            "Node's mjml is not here (npm install mjml, then MJML=…/node_modules/.bin/mjml): not compared with it."
        )


if __name__ == "__main__":
    main()
