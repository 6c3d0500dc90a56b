"""Checks on what makes a page an email from somebody: who sends it, how to leave, its language and title."""

import re
from collections.abc import Iterator

from digest.model import Level
from digest.patterns import pattern
from digest.preflight.galley import Check, Galley, Hit

UNSUBSCRIBE = pattern(r"unsub|opt[-_]?out", re.IGNORECASE)  # what providers call their tag for it
TEXT_LINK = pattern(r"\S*[/\[{*|%<\ue000]\S*")  # a web address, or a provider's tag for one
IN_BROWSER = pattern(
    r"view_in_browser|archive|webversion|web_version|mirror|view_?online|browser", re.IGNORECASE
)
HREF = pattern(r"""<a\s[^<>]*href=["']([^"']*)["']""", re.IGNORECASE)
_THEME = "mend the theme"


def unsubscribe(galley: Galley) -> Iterator[Hit]:
    """HTML or text from which nobody can unsubscribe."""
    links = {"email.html": HREF.findall(galley.email.html), "email.txt": TEXT_LINK.findall(galley.email.text)}
    for part, urls in links.items():
        if not any(UNSUBSCRIBE.search(url) for url in urls):
            yield Hit(
                message=f"{part} has no link to unsubscribe by",
                where=part,
                place="footer",
                mend='let the theme\'s footer link to {{ merge("unsubscribe") }}',
            )


def view_in_browser(galley: Galley) -> Iterator[Hit]:
    """HTML without a way to the web page of the same issue."""
    if not any(IN_BROWSER.search(url) for url in HREF.findall(galley.email.html)):
        yield Hit(
            message="there is no link to view the email in a browser",
            where="email.html",
            place="footer",
            mend='let the theme link to {{ merge("view_in_browser") }}',
        )


def postal_address(galley: Galley) -> Iterator[Hit]:
    """A publication that does not say where it can be found."""
    if not galley.issue.publication.postal_address:
        yield Hit(
            message="the footer has no postal address, which bulk mail must show",
            where="digest.toml: publication.postal_address",
            place="footer",
            mend="give postal_address in digest.toml",
        )


def address_unshown(galley: Galley) -> Iterator[Hit]:
    """A postal address that the theme leaves out."""
    told = _words(galley.issue.publication.postal_address)
    shown = _words(" ".join(galley.tree.itertext()))
    if told and told not in shown:
        yield Hit(
            message="the postal address of digest.toml is not in the email",
            where="email.html",
            place="footer",
            mend="let the theme's footer show publication.postal_address",
        )


def leftovers(galley: Galley) -> Iterator[Hit]:
    """MJML that was not compiled."""
    for tag in dict.fromkeys(pattern(r"</?mj-[\w-]*").findall(galley.email.html)):
        yield Hit(message=f"MJML is left in the HTML: {tag}>", where="email.html", mend=_THEME)


def doctype(galley: Galley) -> Iterator[Hit]:
    """HTML that is shown by the rules of the nineties."""
    if not galley.email.html.lstrip()[:15].lower().startswith("<!doctype html"):
        yield Hit(message="the HTML does not begin with <!DOCTYPE html>", where="email.html", mend=_THEME)


def language(galley: Galley) -> Iterator[Hit]:
    """HTML in no language, or in another than the publication's."""
    said = galley.tree.get("lang", "")
    wanted = galley.issue.publication.language
    if said.casefold() != wanted.casefold():
        told = (
            f'says lang="{said}", and the publication is in "{wanted}"'
            if said
            else "does not say its language"
        )
        yield Hit(
            message=f"the HTML {told}", where="email.html", mend='write <mjml lang="{{ lang }}"> in the theme'
        )


def title(galley: Galley) -> Iterator[Hit]:
    """HTML without a title."""
    if not (galley.tree.findtext(".//title") or "").strip():
        yield Hit(message="the HTML has no title", where="email.html", mend="give the theme an <mj-title>")


def _words(text: str) -> str:
    return " ".join(text.split())


ROWS = (
    Check(
        code="address-missing",
        level=Level.WARNING,
        run=postal_address,
        title="the publication has no postal address",
        why="bulk mail must name one, by law and by most providers' rules",
        source="CAN-SPAM Act, 15 U.S.C. 7704(a)(5)(A)(iii); 16 CFR 316.2(p)",
    ),
    Check(
        code="address-unshown",
        level=Level.WARNING,
        run=address_unshown,
        title="the theme does not show the postal address",
        why="bulk mail must show one, by law and by most providers' rules",
        source="CAN-SPAM Act, 15 U.S.C. 7704(a)(5)(A)(iii)",
        deep=True,
    ),
    Check(
        code="unsubscribe-missing",
        level=Level.ERROR,
        run=unsubscribe,
        title="nobody can unsubscribe from one of the parts",
        why="readers who cannot leave report the mail as spam, and the law asks for it",
        source="CAN-SPAM Act, 15 U.S.C. 7704(a)(3); Gmail's and Yahoo's rules for bulk senders",
        ignorable=False,
        deep=True,
    ),
    Check(
        code="browser-link-missing",
        level=Level.WARNING,
        run=view_in_browser,
        title="there is no link to view the email in a browser",
        why="it is the way out for readers whose mail program breaks or clips the email",
        deep=True,
    ),
    Check(
        code="mjml-left",
        level=Level.ERROR,
        run=leftovers,
        title="MJML is left in the HTML",
        why="no mail program understands it",
        ignorable=False,
    ),
    Check(
        code="doctype-missing",
        level=Level.WARNING,
        run=doctype,
        title="the HTML does not begin with a doctype",
        why="browsers lay it out in quirks mode: other widths and line heights than the theme's",
        source="HTML standard, 13.1.1 The DOCTYPE",
        deep=True,
    ),
    Check(
        code="language-wrong",
        level=Level.WARNING,
        run=language,
        title="the HTML does not say the publication's language",
        why="screen readers choose their voice by it, and hyphens and quotation marks depend on it",
        source="WCAG 2.2, SC 3.1.1",
        deep=True,
    ),
    Check(
        code="title-missing",
        level=Level.WARNING,
        run=title,
        title="the HTML has no title",
        why="it names the tab when the email is viewed in a browser, and screen readers say it first",
        source="WCAG 2.2, SC 2.4.2",
        deep=True,
    ),
)
