"""All themes, light and dark, at every width, on one picture to look at: python tests/contact_sheet.py [FILE.png]."""

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "gates")]

from PIL import Image, ImageDraw, ImageFont  # noqa: E402 # the tests' own folders come first
from playwright.sync_api import sync_playwright  # noqa: E402

from browsing import CHROMIUM, FLAGS, SCHEMES, WIDTHS, at_width, opened  # noqa: E402
from digest.build import Press  # noqa: E402
from letters import THEMES, written  # noqa: E402

SHEET = HERE.parent / "build" / "contact-sheet.png"
SHOWN = 2200  # pixels of a letter's height
SHRUNK = 2
GAP, HEADING = 24, 28
NAME = "rich"  # the issue that has every block in it


def main() -> None:
    """Writes the picture."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else SHEET
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        letters = [written(Press(Path(folder)), theme, NAME) for theme in THEMES]
        rows = [
            [shown(browser, letter, scheme, width) for scheme in SCHEMES for width in WIDTHS]
            for letter in letters
        ]
        browser.close()
    file.parent.mkdir(parents=True, exist_ok=True)
    sheet(rows).save(file, optimize=True)
    print(file)


def shown(browser, letter, scheme, width):
    """A letter's upper part, with a line that says which it is."""
    with opened(browser, letter, scheme) as page:
        picture = Image.open(io.BytesIO(at_width(page, width).screenshot(full_page=True))).convert("RGB")
    picture = picture.crop((0, 0, width, SHOWN)).reduce(SHRUNK)
    tile = Image.new("RGB", (picture.width, picture.height + HEADING), "white")
    tile.paste(picture, (0, HEADING))
    ImageDraw.Draw(tile).text(
        (0, 6), f"{letter.theme}, {scheme}, {width} px", "black", ImageFont.load_default(14)
    )
    return tile


def sheet(rows):
    """The tiles side by side, a row for each theme."""
    width = max(sum(tile.width + GAP for tile in row) for row in rows) + GAP
    height = sum(row[0].height + GAP for row in rows) + GAP
    whole, down = Image.new("RGB", (width, height), "#cfd6da"), GAP
    for row in rows:
        across = GAP
        for tile in row:
            whole.paste(tile, (across, down))
            across += tile.width + GAP
        down += row[0].height + GAP
    return whole


if __name__ == "__main__":
    main()
