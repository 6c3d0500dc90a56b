"""Compiles a theme once, so that an issue costs one Jinja call.

The order of work:

1. put the mail's width in place (`width.py`)
2. hide every piece of Jinja behind a plain word (`hide.py`), after reading it for mistakes
3. check the MJML: tags, attributes, nesting, mj-includes (`check.py`), and the CSS
4. put the included files in place
5. MRML makes HTML of the MJML
6. premailer writes the theme's own CSS into style attributes
7. take out indents and classes that are no longer asked for (`trim.py`)
8. put the Jinja back, with the place of every line
9. check the names the templates use (`names.py`)

Articles never pass through here, so nothing in one can break or inject into MJML or CSS.

Facts about the tools, each held by a test:

- MRML forgets the body's width in files that it includes itself, so we include
- it takes no note of a padding with a bare 0 when it reckons a column's width for Outlook: we give 0 a unit
- it writes a lower-case doctype, which premailer drops, and mail without one is shown in quirks mode
- MJML's own styles are left alone by premailer: inlining its reset costs a fifth in bytes
- premailer would take `!important` out of styles that are kept, and dark mode with it
- Jinja between the elements of a head is text to lxml, which ends the head there (`head.py`)
- Gmail drops a style element whole for one selector that it does not know: each kept file has its own
- Gmail is told by `u + .body`, so the body has that class
- premailer would fetch the web fonts that MRML links, so MRML links none
"""

import logging
import re
from collections.abc import Mapping, Sequence
from types import CodeType
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from msgspec import Struct

from digest.render.check import Checked, check_mjml
from digest.render.context import NEEDED_WORDS
from digest.render.environment import HTML, TEXT, compiled, environment
from digest.render.files import TOML, Place, ThemeFiles
from digest.render.head import sheltered, unsheltered
from digest.render.hide import Vault
from digest.render.names import context_shape, mistakes
from digest.render.themetoml import read_theme
from digest.render.trim import trimmed
from digest.render.width import at_width

INLINED_CSS = re.compile(r"(style[\w-]*)\.css")
KEPT_CSS = re.compile(r"(head[\w-]*)\.css")

_INCLUDE = re.compile(r"""<mj-include\s+path=["']([^"']+)["']\s*(?:/>|>\s*</mj-include>)""")
_STYLE = re.compile(r'style="[^"]*"')
_PADDING = re.compile(r"""((?<=[\s-])padding[a-z-]*=["'])([^"']*)""")
_BARE_ZERO = re.compile(r"(?<![\w.])0(?![\w.])")
_NEEDLESS = "<![endif]--><!--[if mso | IE]>"  # one conditional comment ends where the same one starts
_IGNORED = ' data-premailer="ignore"'


class Compiled(Struct, frozen=True):
    """A theme as Jinja templates: `html` as it reads, and `code` of both parts by their names.

    `places` has, for each line of `html`, where it came from.
    """

    html: str
    code: Mapping[str, CodeType]
    places: tuple[Place, ...]
    words: Mapping[str, str]


def compile_theme(files: ThemeFiles, width: int) -> Compiled:
    """The theme for mails `width` pixels wide, ready for Jinja.

    Raises:
        ThemeError: the theme is broken; the text starts with file and line.
    """
    files = at_width(files, width)
    words = _words(files)
    vault = Vault(environment())
    hidden = {file: _hidden(files, file, vault) for file in files.texts if file.endswith((".mjml", ".css"))}
    check_mjml(Checked(files, hidden, vault))
    for file in style_sheets(files.texts, INLINED_CSS):
        _check_css(files, file, vault.with_lines(hidden[file]))
    html, places = vault.restore(to_html(files, hidden))
    scope = context_shape(words)
    trees = {HTML: _tree(files, html, places, scope)}
    for file in (TEXT, *style_sheets(files.texts, INLINED_CSS), *style_sheets(files.texts, KEPT_CSS)):
        text = files.texts[file]
        trees[file] = _tree(files, text, [Place(file, n + 1) for n in range(text.count("\n") + 1)], scope)
    return Compiled(html, {name: compiled(trees[name], name) for name in (HTML, TEXT)}, places, words)


def _words(files: ThemeFiles) -> Mapping[str, str]:
    words = read_theme(files).words
    for needed in sorted(NEEDED_WORDS - words.keys()):
        raise files.error(Place(TOML, 1), f"[words] lacks {needed}")
    return words


def _hidden(files: ThemeFiles, file: str, vault: Vault) -> str:
    try:
        return vault.hide(files.texts[file], file)
    except TemplateSyntaxError as error:
        raise files.error(Place(file, error.lineno), error.message or "wrong Jinja") from None


def _included(file: str, hidden: Mapping[str, str]) -> str:
    return _INCLUDE.sub(lambda include: _included(include[1], hidden), hidden[file])


def to_html(files: ThemeFiles, texts: Mapping[str, str]) -> str:
    """HTML with inlined styles, of the theme whose MJML and CSS files say `texts`."""
    from mjml import mjml2html

    mjml = _PADDING.sub(_with_units, _included(HTML, texts))
    try:
        html = mjml2html(mjml, fonts={}, disable_comments=True)
    except ValueError as error:
        raise files.error(Place(HTML, 1), f"MRML: {error}") from None
    html = html.replace("<!doctype html>", "<!DOCTYPE html>", 1).replace(_NEEDLESS, "")
    kept = "".join(_style(texts[file]) for file in style_sheets(texts, KEPT_CSS))
    html = html.replace("</head>", f"{kept}</head>", 1).replace("<body ", '<body class="body" ', 1)
    html = re.sub(r"<(style|link)\b", rf"<\1{_IGNORED}", sheltered(html))
    html = _inlined(html, "".join(texts[file] for file in style_sheets(texts, INLINED_CSS)))
    html = trimmed(unsheltered(html))
    if survivor := re.search(r"</?mj-[\w-]+", html):
        raise files.error(Place(HTML, 1), f"MRML did not know what to do with {survivor[0]}>")
    return html


def _style(css: str) -> str:
    return f'<style type="text/css">\n{css}</style>'


def _with_units(padding: re.Match[str]) -> str:
    return padding[1] + _BARE_ZERO.sub("0px", padding[2])


def _inlined(html: str, css: str) -> str:
    """`html` with `css` in its style attributes; styles marked as ignored stay as they are."""
    from premailer import Premailer

    inlined: str = Premailer(
        html,
        css_text=css,
        keep_style_tags=False,
        strip_important=False,
        disable_leftover_css=True,
        disable_validation=True,
        allow_network=False,
        allow_loading_external_files=False,
        cssutils_logging_level=logging.CRITICAL,
        align_floating_images=False,
        remove_unset_properties=False,
        disable_basic_attributes=["align", "valign", "bgcolor", "width", "height"],
    ).transform(pretty_print=False)
    return _STYLE.sub(lambda style: style[0].replace("; ", ";"), inlined.replace(_IGNORED, ""))


def style_sheets(texts: Mapping[str, str], kind: re.Pattern[str]) -> list[str]:
    """A theme's style sheets of a kind: `head.css` first, then `head-dark.css` and the like."""
    return sorted(filter(kind.fullmatch, texts), key=lambda file: file.removesuffix(".css"))


def _check_css(files: ThemeFiles, file: str, css: str) -> None:
    """Refuses what premailer would pass over in silence."""
    from xml.dom import SyntaxErr

    from cssutils import CSSParser

    try:
        CSSParser(raiseExceptions=True, validate=False, loglevel=logging.CRITICAL).parseString(css)
    except SyntaxErr as error:
        place = Place(file, getattr(error, "line", None) or 1)
        raise files.error(place, f"no CSS: {error}") from None


def _tree(
    files: ThemeFiles, source: str, places: Sequence[Place], scope: Mapping[str, Any]
) -> nodes.Template:
    """A template as Jinja reads it, with every name in it known."""
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        for file in files.texts:
            _check_syntax(files, file)
        raise files.error(places[error.lineno - 1], error.message or "wrong Jinja") from None
    for line, message in mistakes(tree, environment(), scope):
        raise files.error(places[line - 1], message)
    return tree


def _check_syntax(files: ThemeFiles, file: str) -> None:
    """Tells a mistake where it was made: a block left open in one file may be missed only in the next."""
    try:
        environment().parse(files.texts[file])
    except TemplateSyntaxError as error:
        raise files.error(Place(file, error.lineno), error.message or "wrong Jinja") from None
