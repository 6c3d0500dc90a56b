"""Makes the README's picture, `tests/golden/sample-weekly.png`, of the golden email: python tests/picture.py."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from gates.browsing import CHROMIUM, FLAGS

GOLDEN = Path(__file__).parent / "golden"
SHOWN = {"x": 0, "y": 0, "width": 700, "height": 1560}  # masthead, contents and the lead story


def main() -> None:
    """Writes the picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 700, "height": 900})
        page.goto((GOLDEN / "weekly" / "sample-weekly.html").as_uri())
        page.screenshot(path=GOLDEN / "sample-weekly.png", full_page=True, clip=SHOWN)
        browser.close()


if __name__ == "__main__":
    main()
