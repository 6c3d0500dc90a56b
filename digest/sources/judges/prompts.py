"""Orders and questions that a page puts to its reader, in any wording.

Theory of operation. A prompt has two signs: it speaks to the reader (an order as its first word, a question
with "you", "want" or "this article") and it speaks of what the page delivers (a newsletter, an inbox,
something every Friday, our site, this page, a network's name). One sign alone makes headlines: "Get ready
for higher rates", "Our towns are shrinking".

Rule 1. An order and a thing that pages deliver, or "us" and "our" right after the order; a count of the
        reader's free articles.
Rule 2. A question to the reader about this page, or one that an order follows.
Rule 3. "To read more …, register …"; "For reprints …, contact …".
Rule 4. In other languages the order may stand last ("Newsletter abonnieren").
Rule 5. A longer paragraph is a prompt when three phrases of prompts stand in it.
"""

from digest.patterns import holds_any
from digest.sources.judges.dates import begins_with_month
from digest.sources.judges.wordlists import (
    ASKING_WORDS,
    DELIVERED,
    FOREIGN_ORDERS,
    FOREIGN_THINGS,
    NETWORKS,
    PAGE_THINGS,
    PROMPT_PHRASES,
    PROMPT_VERBS,
)

_VERBS, _ASKING, _DELIVERED = (frozenset(words.split()) for words in (PROMPT_VERBS, ASKING_WORDS, DELIVERED))
NETWORK_NAMES = frozenset(NETWORKS.split())
_FOREIGN_ORDERS, _FOREIGN_THINGS = frozenset(FOREIGN_ORDERS.split()), frozenset(FOREIGN_THINGS.split())
_OURS = frozenset(["our", "us", "unsere", "unseren", "unserem", "notre", "nos", "nuestro", "nuestra", "onze"])
_NOT_OURS = frozenset(["save", "tell", "give", "leave", "support", "help", "let", "do"])
_NETWORK_VERBS = frozenset(["follow", "share", "find", "watch", "connect", "post", "like", "join", "add"])
_WANTING = frozenset(
    ["want", "like", "liked", "enjoy", "enjoyed", "enjoying", "looking", "need", "missed", "loved"]
)
_BUYING = frozenset(["buy", "order", "get", "read", "find"])
_LATEST = frozenset(["latest", "current", "new", "print", "digital", "magazine"])
_GETTING = frozenset(["get", "receive", "join", "read", "subscribe", "sign", "recevez", "register"])
_COMING = ("every ", "each ", "daily", "weekly", "chaque ", "jeden ", "jede ", " to your ", " in your ")
_BEFORE_ORDER = frozenset(["please", "jetzt", "and", "now", "why", "not", "hier"])
_PAGE_NOUNS = (
    "article",
    "story",
    "page",
    "site",
    "post",
    "website",
    "content",
    "piece",
    "edition",
    "useful",
    "helpful",
)
_TO_VERBS = (
    "read ",
    "continue ",
    "see ",
    "comment",
    "view ",
    "access ",
    "receive ",
    "keep reading",
    "listen ",
)
_TO_ORDERS = (
    "create ",
    "register",
    "log in",
    "sign ",
    "subscribe",
    "click",
    "visit ",
    "join ",
    "follow ",
    "go to ",
)
_SURE_WORDS = frozenset(["your", "free", "cancel", "unsubscribe", "digital", "unlimited", "reader-supported"])
_IF_ORDERS = ("please", "consider ", "donat", "subscrib", "sign up", "contact us", "email us", "get in touch")
_FOR_THINGS = (
    "reprints",
    "permission",
    "licensing",
    "syndication",
    "subscription",
    "more news",
    "more stories",
)
_SURE = (
    "your inbox",
    "free articles left",
    "free article left",
    "free articles this",
    "free trial",
    "your mailbox",
    "cancel any time",
    "cancel anytime",
    "unsubscribe at any time",
    "digital subscription",
    "unlimited access",
    "unlimited digital",
    "reader-supported",
)
_PAGE_THINGS = frozenset(PAGE_THINGS.split())
_OUTRIGHT = frozenset(["subscribe", "donate", "sign", "register", "email", "join", "follow", "click"])
_QUOTES = ('"', "“", "„", "«")
_PARTING = (": ", ". ", "! ")
_TO_READER = (" our ", " your ", " us ", "ubscri", "my work")
_PHRASES = tuple(phrase.strip() for phrase in PROMPT_PHRASES.split("|"))
_METERED = frozenset(["you", "you've", "you're"])  # "You have 2 free articles remaining"
_ALLOWANCE = frozenset(["article", "articles", "story", "stories"])
_EDGE = ".,:;!?()[]\"'"
_MOST_WORDS, _FOREIGN_WORDS, _NEAR, _ENOUGH_PHRASES = 22, 10, 3, 3


def is_prompt(plain: str) -> bool:
    """Whether a short line in lower case is a prompt, or a part of it after a colon or a stop is."""
    if plain[:1] in _QUOTES:
        return False
    if _speaks(plain):
        return True
    if not holds_any(plain, _PARTING) or holds_any(plain, _QUOTES):
        return False
    parts = [part for sign in _PARTING for part in plain.split(sign)[1:]]
    return any(map(_orders_outright, parts))


def _orders_outright(part: str) -> bool:
    """Whether a later part of a line orders what only pages do: to subscribe, or to mail an address."""
    verb, _, rest = part.partition(" ")
    return verb in _OUTRIGHT and (
        verb in {"subscribe", "donate"} or _speaks(part) or "@" in rest.partition(" ")[0]
    )


def _speaks(plain: str) -> bool:
    words = [word.strip(_EDGE) for word in plain.split()]
    if not 1 < len(words) <= _MOST_WORDS:
        return False
    while words[0] in _BEFORE_ORDER and len(words) > 1:
        words.pop(0)
    return (
        words[0] == "subscribe"
        or (not _SURE_WORDS.isdisjoint(words) and holds_any(plain, _SURE))
        or (words[0] in _METERED and "free" in words and not _ALLOWANCE.isdisjoint(words))
        or (words[0] in _VERBS and _orders(plain, words))
        or (words[0] in _ASKING and "?" in plain and _asks(plain))
        or _leads(plain)
        or (len(words) <= _FOREIGN_WORDS and _is_foreign(words))
    )


def is_long_prompt(plain: str) -> bool:
    """Whether a paragraph in lower case says little else than prompts do."""
    if not holds_any(plain, _TO_READER):
        return False
    return len([phrase for phrase in _PHRASES if phrase in plain]) >= _ENOUGH_PHRASES


def says_this_page(plain: str) -> bool:
    """Whether "this article", "this page" and their like stand in a text in lower case."""
    return "this " in plain and any(part.startswith(_PAGE_NOUNS) for part in plain.split("this ")[1:] if part)


def _orders(plain: str, words: list[str]) -> bool:
    verb, rest = words[0], words[1:]
    return (
        any(word in _DELIVERED for word in rest)
        or (verb not in _NOT_OURS and any(word in _OURS for word in rest[:_NEAR]))
        or says_this_page(plain)
        or "mailing list" in plain
        or (verb in _GETTING and any(sign in plain for sign in _COMING))
        or (verb == "join" and _counts(rest[:_NEAR]))
        or (verb in _BUYING and _names_issue(rest))
        or _PAGE_THINGS.issuperset(word for word in rest if not word.isdigit())
        or (verb in _NETWORK_VERBS and (words[-1] in NETWORK_NAMES or "@" in plain))
    )


def _names_issue(words: list[str]) -> bool:
    """Whether a magazine's issue is meant ("the March issue", "our latest edition")."""
    before = words[: words.index("issue")] if "issue" in words else []
    return bool(before) and (before[-1] in _LATEST or begins_with_month(before[-1]))


def _counts(words: list[str]) -> bool:
    """Whether the reader would be one of thousands ("Join 20,000 farmers …")."""
    return words[0] != "the" and any(word[0].isdigit() and len(word) > _NEAR for word in words if word)


def _asks(plain: str) -> bool:
    question, _, rest = plain.partition("?")
    first = rest.strip(" .!").partition(" ")[0]
    return (
        says_this_page(question)
        or (first in _VERBS and (" you" in plain or question.partition(" ")[0] in _WANTING))
        or (bool(rest) and is_prompt(rest.strip()))
    )


def _leads(plain: str) -> bool:
    if plain.startswith("if you "):
        return " our " in plain and holds_any(plain, _IF_ORDERS)
    if plain.startswith("to "):
        return plain[3:].startswith(_TO_VERBS) and any(order in plain for order in _TO_ORDERS)
    return plain.startswith("for ") and plain[4:].startswith(_FOR_THINGS)


def _is_foreign(words: list[str]) -> bool:
    return not _FOREIGN_ORDERS.isdisjoint(words) and not (
        _FOREIGN_THINGS.isdisjoint(words) and NETWORK_NAMES.isdisjoint(words)
    )
