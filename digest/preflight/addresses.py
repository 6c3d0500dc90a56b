"""Web addresses taken apart and made comparable."""

from urllib.parse import SplitResult, parse_qsl, urlsplit


def parts_of(url: str) -> SplitResult:
    """An address in its parts; one that cannot be read at all has none."""
    try:
        parts = urlsplit(url.strip())
        parts.port  # noqa: B018 - reading it is what finds a wrong one
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def host_of(url: str) -> str:
    """The host of an address in small letters; "" where there is none."""
    return (parts_of(url).hostname or "").rstrip(".")


def query_of(url: str) -> list[tuple[str, str]]:
    """The parameters of an address in order, their names in small letters."""
    return [(name.lower(), value) for name, value in parse_qsl(parts_of(url).query, keep_blank_values=True)]


def page_of(url: str) -> str:
    """What two addresses of one page share: no scheme, "www.", campaign, place on the page or last slash."""
    parts = parts_of(url)
    if not parts.hostname:
        return ""
    query = "&".join(f"{name}={value}" for name, value in query_of(url) if not name.startswith("utm_"))
    return f"{parts.hostname.removeprefix('www.')}{parts.path.rstrip('/')}{'?' if query else ''}{query}"


def is_at(host: str, domain: str) -> bool:
    """Whether a host is a domain or under it."""
    return host == domain or host.endswith(f".{domain}")
