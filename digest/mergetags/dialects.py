"""Keeps foreign text from being read as a provider's template language.

Theory of operation. Headlines and quotations do hold `{{ }}`, `*|`, `[[` and `%NAME%`; left alone they break
the send or are filled in. A provider looks for its tags in an email before that is read as HTML.

Rule 1  The finished HTML is escaped, not the values put into it: whatever a theme did with a text, it is
        seen. It is our own and well-formed, so it is cut into tags, style elements, comments and text.
Rule 2  In text, and in attributes that hold text, a sign becomes a numeric reference, which a browser reads
        as the sign and the provider does not. In an address it is percent-encoded. In the text part, the
        subject and the preheader, which know no references, an invisible word joiner (U+2060) parts it from
        what it would open or close a tag with.
Rule 3  Every sign, never pairs of them: of "{{{" with one pair mended, the other two braces still open a tag.
        A sign that is common in prose and opens nothing by itself (a star, a per cent) counts only before
        what it opens a tag with; before a neutral tag too, since the provider's own comes there.
Rule 4  Per cent signs cannot be percent-encoded, so an address that holds a tag between them is refused; what
        begins with two hexadecimal figures is an encoded letter, unless an underline shows that it is a name.
Rule 5  In style elements a space after each brace keeps `{{`, `{#` and `{%` from arising; CSS does not mind.
Rule 6  The delimiters of Outlook's conditional comments stay as they are, but for Go templates (`golang.py`).
Rule 7  Neutral tags hold no sign of any dialect, so they pass, and the provider's own come in afterwards.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from digest.errors import InputError
from digest.mergetags.golang import safe
from digest.model import Email
from digest.patterns import pattern

_JOINER = "\u2060"
_TOKEN = pattern(
    r"(?P<delimiter><!--\[if [^\]>]*\]>(?:<!-->|-->)?|(?:<!--)?<!\[endif\]-->)"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<open><style\b[^>]*>)(?P<css>.*?)(?=</style)"
    r"""|(?P<tag></?[A-Za-z](?:[^>"']++|"[^"]*"|'[^']*')*+>)"""
    r"|(?P<text>[^<]+)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = pattern(r"""(\s(?:[\w:.-]+))(\s*=\s*)("[^"]*"|'[^']*')""")
_ADDRESSES = frozenset({"href", "src", "background"})
_ADDRESS = pattern(  # a bracket that closes it is the sentence's, unless it was opened in the address
    r"""https?://(?:\S*[\[{]\S*[^\s)>.,:;!?'"’”]|\S*[^\s)\]}>.,:;!?'"’”])"""
)


class Dialect(Struct, frozen=True, kw_only=True):
    """What opens a tag: expressions that match one character each, and look at most at what comes next.

    `signs` are those in HTML, `prose` those in plain text. A `braced` language could find tags in CSS.
    `refused` is what an address must not hold. Go templates `drop_comments`.
    """

    signs: str = ""
    prose: str = ""
    braced: bool = False
    refused: str = ""
    drop_comments: bool = False


NONE = Dialect()
STARS = Dialect(signs=r"\*(?=\|)", prose=r"\*(?=\|)")
BRACES = Dialect(signs=r"[{}]", prose=r"[{}]", braced=True)
GO = Dialect(signs=r"[{}]|@(?=TrackLink)", prose=r"[{}]|@(?=TrackLink)", braced=True, drop_comments=True)
HANDLEBARS = Dialect(signs=r"[{}\[]", prose=r"[{}\[]|<(?=%)", braced=True)
BRACKETS = Dialect(signs=r"[{}\[]|\$(?=[{\ue000])", prose=r"[{}\[]|\$(?=[{\ue000])|<(?=@)", braced=True)
ELEMENTS = Dialect(
    signs=r"\[",
    prose=r"\[|<(?=/?(?:unsubscribe|webversion|preferences|forwardtoafriend|currentday|currentmonth|currentyear"
    r"|singleline|multiline|repeater|layout|tableofcontents|fblike|tweet)\b)",
)
PERCENTS = Dialect(
    signs=r"%(?=[\w/\ue000])",
    prose=r"%(?=[\w/\ue000])",
    refused=r"%(?:(?![0-9A-F]{2})[A-Z][A-Z0-9_-]{3,}|[A-F][0-9A-F][A-Z0-9]*_\w*"
    r"|recipient[._][\w.]+|(?:tag_|mailing_list_)?unsubscribe_(?:url|email))%",
)


def escape(email: Email, dialect: Dialect) -> Email:
    """The neutral email with all foreign text escaped; it says to readers what it said.

    Raises:
        InputError: an address holds what the provider would take for a tag, and cannot be written otherwise.
    """
    if not dialect.signs:
        return email
    return replace(
        email,
        subject=line(email.subject, dialect),
        preheader=line(email.preheader, dialect),
        html=html(email.html, dialect),
        text=text(email.text, dialect),
    )


def html(source: str, dialect: Dialect) -> str:
    """Finished HTML, escaped; raises InputError as `escape`."""

    def token(match: re.Match[str]) -> str:
        match match.lastgroup:
            case "delimiter" if dialect.drop_comments:
                return safe(match[0])
            case "css" if dialect.braced:
                return match["open"] + re.sub(r"\{(?!\s)", "{ ", match["css"])
            case "tag":
                return _ATTRIBUTE.sub(attribute, match[0])
            case "text" | "comment":
                return _referenced(match[0], dialect)
            case _:
                return match[0]

    def attribute(match: re.Match[str]) -> str:
        escaped = _address if match[1].strip().lower() in _ADDRESSES else _referenced
        return match[1] + match[2] + escaped(match[3], dialect)

    return _TOKEN.sub(token, source)


def text(source: str, dialect: Dialect) -> str:
    """Plain text, escaped; raises InputError as `escape`."""
    pieces = []
    end = 0
    for found in _ADDRESS.finditer(source):
        pieces += [line(source[end : found.start()], dialect), _address(found[0], dialect)]
        end = found.end()
    return "".join([*pieces, line(source[end:], dialect)])


def line(words: str, dialect: Dialect) -> str:
    """Words without addresses, such as a subject or a sender's name, escaped."""
    return re.sub(dialect.prose, lambda sign: sign[0] + _JOINER, words) if dialect.prose else words


def _referenced(words: str, dialect: Dialect) -> str:
    return re.sub(dialect.signs, lambda sign: f"&#{ord(sign[0])};", words)


def _address(url: str, dialect: Dialect) -> str:
    if not dialect.refused:
        return re.sub(dialect.signs, lambda sign: f"%{ord(sign[0]):02X}", url)
    if found := re.search(dialect.refused, url):
        address = url.strip("\"'")
        raise InputError(
            f"the address {address} holds {found[0]}, which the provider would fill in; use another address"
        )
    return url
