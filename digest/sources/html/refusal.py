"""Why a page holds no article: what stands there instead, and what to do next.

Rule 1. A page that names an error, a check, a login or a consent, and neither a day nor an author, is that
        and no article, whatever it says of itself in a few paragraphs.
Rule 2. What looks like paragraphs is a list of articles when each stands under a linked headline.
Rule 3. A text behind a paywall is cut after its first lines, and the page says so beside it; the same words
        under a whole text are only a prompt. In between the editor is told.
Rule 4. Everything else with enough words in its paragraphs is read.
"""

from digest.errors import SourceError
from digest.model import Finding, Level
from digest.patterns import pattern
from digest.sources.html.desk import Desk, is_linked
from digest.sources.html.tree import Node, count_words, words
from digest.sources.page import Sort

_ENOUGH, _STUB, _MAY_BE_CUT, _SMALL = 40, 60, 200, 260  # words in the body
_HEADLINE_WORDS, _MANY_LINKS, _TEASERS, _SIGNS = 4, 8, 3, 3
_NOT_FOUND = pattern(
    r"(?i)\b40[34]\b|\b410\b|not found"
    r"|(?:page|article|story)\b.{0,40}\b(?:does not|doesn['’]t|no longer) exist"
    r"|can(?:['’]t|not) (?:be found|find)|could(?:n['’]t| not) (?:be found|find)|no longer available"
    r"|has been removed|seite nicht gefunden|(?:page|article) introuvable|no encontrad[ao]"
)
_CAPTCHA = pattern(
    r"(?i)captcha|verify (?:that )?you(?:['’]re| are) (?:not a robot|(?:a )?human)"
    r"|are you (?:a )?(?:robot|human)|unusual (?:traffic|activity)|checking (?:your browser|if the site)"
    r"|just a moment|(?:not|no) a? ?robots?\b|security check|access denied|attention required"
)
_PAYWALL = pattern(
    r"(?i)(?:subscribe|sign up|register|log ?in|sign in|become a (?:member|subscriber))\b[^.]{0,60}"
    r"\b(?:to (?:continue|keep|read|finish|unlock|access|view|see)|for (?:full|unlimited) access)"
    r"|(?:to|want to) (?:continue|keep) reading|(?:to )?read the (?:full|whole|rest)"
    r"|(?:rest|remainder) of this|subscribers? only|for subscribers|subscriber[- ]exclusive"
    r"|only available to (?:subscribers|members)|already a (?:subscriber|member)|unlock this"
    r"|(?:article|story|content) is (?:for|reserved|exclusive)|weiterlesen mit|jetzt abonnieren"
    r"|réservé aux abonnés|exclusivo para suscriptores"
)
_LOGIN = pattern(r"(?i)\b(?:log ?in|sign ?in|anmeld\w*|einloggen|connexion|iniciar sesión)\b")
_COOKIES = pattern(
    r"(?i)\bcookies?\b|\bconsent\b|your privacy|personal data|\bpartners?\b|tracking|zustimmung"
    r"|personenbezogen|datenschutz|consentement|données personnelles"
)
_SCRIPT = pattern(
    r"(?i)(?:enabl\w+|requires?|turn on|activate|without|needs?)\W+(?:\w+\W+){0,3}javascript"
    r"|javascript\W+(?:\w+\W+){0,3}(?:enabled|disabled|required|off)"
)
_SEARCH = pattern(
    r"(?i)search results|\bresults? for\b|\bresults? found|suchergebnisse|résultats de (?:la )?recherche"
)
_FRONTS = frozenset(["collectionpage", "searchresultspage", "itemlist"])
_VIDEO = frozenset(["videoobject", "video.other", "video.movie", "video.episode", "video"])
_ARTICLES = ("article", "posting", "review")
_AGAIN = "save the page again or copy its text"


def refuse(desk: Desk, root: Node, name: str, *, bare: bool) -> list[Finding]:
    """Raise SourceError for a page without an article; `bare` when it names neither a day nor an author."""
    lines = [row.text for rows in desk.rows for row in rows or () if row.sort in {Sort.PROSE, Sort.LIST}]
    count = sum(map(count_words, lines))
    bare = bare and not any(kind.endswith(_ARTICLES) for kind in desk.told.kinds)
    reason = (
        (_other_page(desk, root, " ".join(lines)) if bare and count < _SMALL else "")
        or _list(desk, count)
        or _stub(desk, count)
        or (_instead(desk, root) if count < _ENOUGH else "")
    )
    if reason:
        raise SourceError(f"{name}: {reason}")
    return [_may_be_cut(name)] if count < _MAY_BE_CUT and _is_walled(desk) else []


def _other_page(desk: Desk, root: Node, text: str) -> str:
    """Rule 1."""
    title = _title(desk)
    if _NOT_FOUND.search(title):
        return "is an error page and no article; check the address"
    if _CAPTCHA.search(f"{title} {_page(desk)}"):
        return (
            f"is a check for robots and not the article; open it in the browser, pass the check, and {_AGAIN}"
        )
    if root.find(".//input[@type='password']") is not None or _LOGIN.search(title):
        return f"is a login page and not the article; log in with the browser, open the article, and {_AGAIN}"
    if len(_COOKIES.findall(text)) >= _SIGNS:
        return f"asks for consent to cookies and shows no article; answer it in the browser, and {_AGAIN}"
    return ""


def _list(desk: Desk, count: int) -> str:
    """Rule 2."""
    paragraphs = [
        index for index, rows in enumerate(desk.rows) if rows and rows[0].sort in {Sort.PROSE, Sort.LIST}
    ]
    teasers = sum(index > 0 and _is_linked_headline(desk, index - 1) for index in paragraphs)
    links = sum(_is_linked_headline(desk, index) for index in range(len(desk.blocks)))
    named = bool(_FRONTS & desk.told.kinds) or bool(_SEARCH.search(_title(desk)))
    many = teasers >= _TEASERS and 2 * teasers >= len(paragraphs)
    if many or (named and links >= _TEASERS and teasers > 1) or (count < _ENOUGH and links >= _MANY_LINKS):
        return (
            "is a list of articles (a section front, search results), not one article; give the page of one"
        )
    return ""


def _is_linked_headline(desk: Desk, index: int) -> bool:
    block = desk.blocks[index]
    return (
        is_linked(block) and count_words(block.text) >= _HEADLINE_WORDS and desk.part(index) != "navigation"
    )


def _stub(desk: Desk, count: int) -> str:
    """Rule 3."""
    if _is_walled(desk) and count < _STUB:
        return (
            f"the text is behind a paywall, only its beginning is here; open it while logged in, and {_AGAIN}"
        )
    return ""


def _is_walled(desk: Desk) -> bool:
    return not desk.told.free or _PAYWALL.search(_page(desk)) is not None


def _may_be_cut(name: str) -> Finding:
    return Finding(
        code="text-cut",
        level=Level.WARNING,
        message="the page asks to subscribe, and its text is short: it may be only the beginning",
        where=name,
        mend=f"open it while logged in, and {_AGAIN}",
    )


def _instead(desk: Desk, root: Node) -> str:
    """What a page without paragraphs is."""
    page = _page(desk)
    if _VIDEO & desk.told.kinds or root.find(".//video") is not None:
        return "holds a video and no article; give a page with text"
    if _NOT_FOUND.search(_title(desk)):
        return "is an error page and no article; check the address"
    if _COOKIES.search(page):
        return f"asks for consent to cookies and shows no article; answer it in the browser, and {_AGAIN}"
    unseen = words(" ".join(node.text_content() for node in root.iter("noscript")))
    if _SCRIPT.search(f"{unseen} {page}") or (
        count_words(page) < _ENOUGH and root.find(".//script") is not None
    ):
        return "is filled by JavaScript and holds no text itself; open it in the browser and copy the text"
    return "has no article in it; open the article in the browser, and save the page or copy the text"


def _page(desk: Desk) -> str:
    return " ".join(block.text for block in desk.blocks)


def _title(desk: Desk) -> str:
    headings = [block.text for block in desk.blocks if block.node.tag == "h1"]
    return " ".join([*desk.told.titles, *headings])
