"""The desk in the browser: from a save of issue.toml to the updated frame, and the server's idle memory.

    .venv/bin/python tests/bench/desk.py [--saves 40]

A save is seen when the email in a frame of the desk's own page is the new one, in Debian's chromium.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from digest.newsroom import bundled_issues

sys.path.append(str(Path(__file__).parent.parent))

from gates.browsing import CHROMIUM, FLAGS

SEEN = """title => new Promise(done => {
    const look = () => [...document.querySelectorAll("iframe")].some(
        frame => frame.contentDocument?.title === title) ? done(Date.now()) : requestAnimationFrame(look);
    look(); })"""
CHECKED = "() => fetch('/api/check').then(got => got.json()).then(state => state.checked.deep)"
FRAME = """() => { const frame = document.createElement("iframe"); frame.src = "/view/html";
    frame.setAttribute("sandbox", "allow-same-origin"); document.body.append(frame);
    new EventSource("/events").onmessage = event =>
        JSON.parse(event.data).kind === "email" && frame.contentWindow.location.reload(); }"""


@contextmanager
def served(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command on an issue folder, and the address it printed."""
    command = [sys.executable, "-m", "digest", "preview", str(folder), "-a", "127.0.0.1:0", "--no-open"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(10)


def save_to_screen(page: Any, toml: Path, saves: int) -> list[float]:
    """Milliseconds from each save to the frame that shows it."""
    words, taken = toml.read_text("utf-8"), []
    for n in range(saves):
        title = f"Save {n}"
        start = time.time() * 1000
        toml.write_text(f'subject = "{title}"\n{words}', "utf-8")
        taken.append(page.evaluate(SEEN, title) - start)
        time.sleep(0.5)  # until the checks that follow a save are done
    return taken


def idle_memory(process: subprocess.Popen[str]) -> float:
    """Megabytes of the server once every check has run and nothing is asked."""
    time.sleep(1)
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def main() -> None:
    """Prints both figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--saves", type=int, default=40)
    saves = parser.parse_args().saves
    with tempfile.TemporaryDirectory() as room, sync_playwright() as playwright:
        shutil.copytree(bundled_issues(), Path(room) / "issues")
        shutil.copy(bundled_issues() / "digest.toml", room)
        folder = Path(room) / "issues" / "sample-weekly"
        with served(folder) as (process, url):
            page = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS).new_page()
            page.goto(url)
            page.evaluate(CHECKED)
            print(f"idle memory of the server      {idle_memory(process):6.1f} MB")
            if not page.query_selector("iframe"):
                page.evaluate(FRAME)
            taken = sorted(save_to_screen(page, folder / "issue.toml", saves))
            late = taken[int(0.95 * (len(taken) - 1))]
            print(f"save to updated frame, median  {statistics.median(taken):6.1f} ms")
            print(f"save to updated frame, p95     {late:6.1f} ms")
            print(f"memory after {saves} saves         {idle_memory(process):6.1f} MB")


if __name__ == "__main__":
    main()
