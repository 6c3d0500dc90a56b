"""Checks on where links lead: to pages that readers can open, and to the page itself."""

from collections.abc import Iterator
from urllib.parse import unquote

from digest.model import Level
from digest.patterns import pattern
from digest.preflight.addresses import host_of, is_at, parts_of, query_of
from digest.preflight.galley import Check, Galley, Hit
from digest.preflight.links.anchors import links
from digest.preflight.wording import listed

_PRIVATE = listed("localhost local test invalid internal lan home.arpa corp intranet localdomain onion")
_STAGING = pattern(r"(?:staging|stage|preview|preprod|pre-prod|uat|dev|test|beta|draft)\d*(?:[.-]|$)")
_SHORTENERS = listed("""
bit.ly t.co lnkd.in tinyurl.com goo.gl ow.ly buff.ly is.gd v.gd rb.gy cutt.ly t.ly rebrand.ly shorturl.at
dlvr.it trib.al fb.me tiny.cc bit.do ift.tt amzn.to spr.ly snip.ly hubs.ly hubs.la wp.me
""")
_FILTERS = listed("""
safelinks.protection.outlook.com urldefense.com urldefense.proofpoint.com linkprotect.cudasvc.com
mimecastprotect.com secure-web.cisco.com clicktime.symantec.com url.emailprotection.link
""")  # what mail programs and mail filters put round the links of mails that pass through them
_COUNTERS = listed("""
ct.sendgrid.net mjt.lu awstrack.me hubspotlinks.com rs6.net exct.net pstmrk.it klclick.com klclick1.com
cmail19.com cmail20.com createsend1.com click.mlsend.com sendibm1.com sendibm2.com sendibm3.com
link.mail.beehiiv.com click.convertkit-mail.com click.convertkit-mail2.com email.mg.substack.com
""")  # what mail providers count clicks with
_EXITS = listed("""
l.facebook.com lm.facebook.com l.instagram.com l.messenger.com out.reddit.com t.umblr.com exit.sc
""")  # what networks send readers away through
_WRAPPERS = _FILTERS | _COUNTERS | _EXITS
_WRAPPING_PATHS = (
    ("list-manage.com", "/track/"),
    ("mandrillapp.com", "/track/"),
    ("google.com", "/url"),
    ("youtube.com", "/redirect"),
    ("substack.com", "/redirect"),
    ("linkedin.com", "/redir/"),
    ("createsend.com", "/t/"),
)
_DESKS = (
    ("docs.google.com", "/edit"),
    ("mail.google.com", ""),
    ("outlook.office.com", "/mail"),
    ("outlook.office365.com", "/mail"),
    ("sharepoint.com", ""),
)
_DESK_PATHS = ("/wp-admin/", "/wp-login", "/umbraco/", "/ghost/#/editor", "/ghost/editor")
_PREVIEW = {"preview", "preview_id", "preview_nonce", "_preview", "is_preview"}
_PERSONAL = listed("""
mc_eid fbclid gclid dclid gbraid wbraid msclkid twclid yclid igshid _hsenc mkt_tok vero_id vero_conv
ck_subscriber_id oly_enc_id oly_anon_id wickedid phpsessid jsessionid sessionid
""")
_CARRIED = ("url", "u", "q", "target", "redirect", "goto", "to")


def private(galley: Galley) -> Iterator[Hit]:
    """A host that only the newsroom's own machines can find."""
    for link in links(galley):
        if _is_private(host_of(link.url)):
            yield link.spot.hit(f"{link.url} cannot be opened from outside", "give the public address")


def staging(galley: Galley) -> Iterator[Hit]:
    """A host that the newsroom has named as its staging site."""
    for link in links(galley):
        if any(is_at(host_of(link.url), host.lower()) for host in galley.issue.publication.check.staging):
            yield link.spot.hit(f"{link.url} is on the staging site", "give the public address")


def staging_like(galley: Galley) -> Iterator[Hit]:
    """A host that is called as staging sites are."""
    for link in links(galley):
        host = host_of(link.url)
        if host.count(".") > 1 and _STAGING.match(host):
            yield link.spot.hit(
                f"{link.url} looks like a staging site", "give the public address, if there is another"
            )


def bare_number(galley: Galley) -> Iterator[Hit]:
    """A host that is a number."""
    for link in links(galley):
        host = host_of(link.url)
        if _number(host) and not _is_private(host):
            yield link.spot.hit(f"{link.url} names a number instead of a host", "give the host's name")


def wrapped(galley: Galley) -> Iterator[Hit]:
    """A link that leads through somebody's click counter."""
    for link in links(galley):
        if _is_wrapped(link.url):
            inside = _carried(link.url)
            yield link.spot.hit(
                f"{link.url} leads through {host_of(link.url)}",
                f"give the page itself: {inside}" if inside else "open it, and give the address of the page",
            )


def shortened(galley: Galley) -> Iterator[Hit]:
    """A link that hides where it leads."""
    for link in links(galley):
        if any(is_at(host_of(link.url), short) for short in _SHORTENERS):
            yield link.spot.hit(
                f"{link.url} hides where it leads", "open it, and give the address of the page"
            )


def unpublished(galley: Galley) -> Iterator[Hit]:
    """A link to the desk of a page and not to the page."""
    for link in links(galley):
        path = parts_of(link.url).path
        at_desk = any(is_at(host_of(link.url), host) and part in path for host, part in _DESKS)
        draft = any(name in _PREVIEW for name, _ in query_of(link.url))
        if at_desk or draft or any(part in link.url for part in _DESK_PATHS):
            yield link.spot.hit(f"{link.url} is for those who edit the page", "give the published address")


def personal(galley: Galley) -> Iterator[Hit]:
    """A link that carries somebody's own mark."""
    for link in links(galley):
        names = [name for name, value in query_of(link.url) if name in _PERSONAL and value]
        if names:
            yield link.spot.hit(
                f"{link.url} carries {', '.join(names)}, the mark of whoever copied it",
                "take it out of the address",
            )


def _number(host: str) -> bool:
    return ":" in host or host.replace(".", "").isdigit()


def _is_private(host: str) -> bool:
    if not host:
        return False
    if not _number(host):
        return "." not in host or any(is_at(host, name) for name in _PRIVATE)
    from ipaddress import ip_address

    try:
        return not ip_address(host).is_global
    except ValueError:
        return False


def _is_wrapped(url: str) -> bool:
    host, path = host_of(url), parts_of(url).path
    if any(is_at(host, wrapper) for wrapper in _WRAPPERS):
        return True
    return any(
        is_at(host, domain) and (path == part or path.startswith(f"{part.rstrip('/')}/"))
        for domain, part in _WRAPPING_PATHS
    )


def _carried(url: str) -> str:
    """The page that a wrapped link carries in itself, when it does."""
    values = (unquote(value) for name, value in query_of(url) if name in _CARRIED)
    return next((value for value in values if value.startswith(("https://", "http://"))), "")


ROWS = (
    Check(
        code="link-private",
        level=Level.ERROR,
        run=private,
        title="a link leads to a private host",
        why="no reader can open it, and it tells how your network is built",
        source="RFC 1918; RFC 6761; RFC 6762; RFC 8375",
        ignorable=False,
        deep=True,
    ),
    Check(
        code="link-staging",
        level=Level.ERROR,
        run=staging,
        title="a link leads to the staging site",
        why="readers are refused, or see what is not published",
        ignorable=False,
        deep=True,
    ),
    Check(
        code="link-staging-like",
        level=Level.WARNING,
        run=staging_like,
        title="a link leads to what looks like a staging site",
        why="readers may be refused, or see what is not published",
        deep=True,
    ),
    Check(
        code="link-number",
        level=Level.WARNING,
        run=bare_number,
        title="a link names a number instead of a host",
        why="spam filters and browsers distrust it",
        source="SpamAssassin: NUMERIC_HTTP_ADDR",
        deep=True,
    ),
    Check(
        code="link-wrapped",
        level=Level.WARNING,
        run=wrapped,
        title="a link leads through somebody else's click counter",
        why="others learn who reads you, spam filters count it, and the link dies with the counter",
        source="Microsoft Defender for Office 365: Safe Links",
        deep=True,
    ),
    Check(
        code="link-shortened",
        level=Level.WARNING,
        run=shortened,
        title="a link is shortened",
        why="readers cannot see where it leads, and block lists know shorteners well",
        source="Spamhaus DBL FAQ: abused redirectors",
        deep=True,
    ),
    Check(
        code="link-unpublished",
        level=Level.WARNING,
        run=unpublished,
        title="a link leads to the desk of a page, or to its preview",
        why="readers are asked to log in",
        deep=True,
    ),
    Check(
        code="link-personal",
        level=Level.WARNING,
        run=personal,
        title="a link carries the mark of whoever copied it",
        why="all readers are counted as that person, whose data it may give away",
        source="GDPR, Art. 4(1) and recital 30 (online identifiers)",
        deep=True,
    ),
)
