"""A letter opened in Debian's chromium, which never reaches the network: pictures are drawn here."""

import io
import shutil
from contextlib import contextmanager
from functools import cache

from PIL import Image

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    # the same letter forms and colours on every machine
    "--font-render-hinting=none", "--disable-lcd-text", "--disable-font-subpixel-positioning",
    "--force-color-profile=srgb", "--hide-scrollbars",
]  # fmt: skip
HOME = "https://mail.example/letter"  # pictures that go along with the letter lie beside it
SCHEMES = ("light", "dark")
WIDTHS = (700, 600, 375, 320)
HEIGHT = 900
PHOTOGRAPH, LOGO = (1200, 675), (400, 80)


@contextmanager
def opened(browser, letter, scheme, *, images=True, scale=1):
    """A page that shows the letter; `page.asked` are the addresses it asked for, each with what for."""
    context = browser.new_context(
        color_scheme=scheme,
        viewport={"width": WIDTHS[0], "height": HEIGHT},
        device_scale_factor=scale,
    )
    page = context.new_page()
    page.asked = []
    page.route("**/*", lambda route: _answer(route, letter, page.asked, images=images))
    page.goto(HOME, wait_until="load")
    yield page
    context.close()


def at_width(page, width):
    """The page, as wide as told."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    return page


def _answer(route, letter, asked, *, images):
    request = route.request
    if request.url == HOME:
        route.fulfill(body=letter.html, content_type="text/html; charset=utf-8")
        return
    asked.append((request.resource_type, request.url))
    if request.resource_type == "image" and images:
        route.fulfill(
            body=_own(letter, request.url) or drawn(LOGO if "logo" in request.url else PHOTOGRAPH),
            content_type="image/png",
        )
    else:
        route.abort()


def _own(letter, url):
    """A picture that goes along with the letter."""
    return next((image.content for image in letter.galley.images if url.endswith(image.name)), None)


@cache
def drawn(size):
    """A picture of that size: water under a sky."""
    picture = Image.new("RGB", size, "#9db4c0")
    picture.paste("#5c6b73", (0, size[1] * 2 // 3, *size))
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
