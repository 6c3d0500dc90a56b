"""What a host's robots.txt says of a page (RFC 9309).

One page is read for an editor, nothing is crawled: so a file that cannot be had, or read, forbids nothing.
"""

from digest import __version__

_NAME = "newsroom-digest"
USER_AGENT = f"{_NAME}/{__version__} (fetches single pages for an editor)"
LONGEST = 500 * 1024  # bytes; RFC 9309 asks for so much to be read


def allows(rules: bytes, url: str) -> bool:
    """Whether the text of a robots.txt lets us fetch an address of its host."""
    from urllib.robotparser import RobotFileParser

    parser = RobotFileParser()
    try:
        parser.parse(rules[:LONGEST].decode("utf-8-sig", "replace").splitlines())
        return parser.can_fetch(_NAME, url)
    except ValueError:
        return True
