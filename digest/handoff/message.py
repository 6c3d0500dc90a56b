"""The `.eml`: both parts of an email, and the pictures it carries, as one message.

    multipart/alternative
    ├── text/plain               first: a reader's program takes the last part that it can show
    └── text/html
        or multipart/related     (RFC 2387), when the email carries its pictures
        ├── text/html            src="cid:…" (RFC 2392)
        └── image/jpeg …

Both parts are quoted-printable. Their lines may be longer than the 998 octets that a server takes, and their
letters beyond ASCII; quoted-printable mends both, leaves English readable in the file, and is not suspected
by spam filters as text in base64 is. A letter of Arabic or Chinese takes six or nine octets on the wire
instead of three or four, but what counts against Gmail's limit is the text when decoded. Pictures are base64.

Unless it says otherwise it is addressed to its own sender: a message to nobody is suspected by spam filters,
and whoever sends the file as it lies reaches themselves and no reader. Nobody is ever named but in To.

The lines by which mail programs tell lists apart and offer to unsubscribe stand in it only where the newsroom
gives a real address for them (RFC 8058); a provider writes its own.

The same issue gives the same bytes: nothing here looks at the clock or draws lots.
"""

import os
from base64 import encodebytes
from binascii import b2a_qp
from collections.abc import Sequence
from datetime import UTC, datetime, time
from hashlib import sha256

from digest.errors import UsageError
from digest.handoff.headers import (
    date,
    domain_of,
    header,
    list_id,
    mailbox,
    mailboxes,
    one_click,
    unstructured,
)
from digest.model import Email, ImageFile, Issue, Publication

_NOBODY = "sender-not-set@newsroom-digest.invalid"  # RFC 2606: an address that is nobody's
_TYPES = {"jpg": "jpeg", "png": "png", "gif": "gif"}


def compose(
    issue: Issue,
    email: Email,
    images: Sequence[ImageFile] = (),
    moment: datetime | None = None,
    to: Sequence[str] = (),
) -> bytes:
    """The message, as bytes with CRLF line ends; `images` are those it is to carry in itself.

    It is dated `moment`, else as `moment_of` says, and goes to the addresses in `to`, else to its sender. Its
    Message-ID is made from all that it says and from the moment to the microsecond, so that two proofs of one
    issue are two messages.

    Raises:
        InputError: an address, the list's identifier or its web address is one that no message can have.
        UsageError: SOURCE_DATE_EPOCH is set to what is no moment.
    """
    publication, moment = issue.publication, moment or moment_of(issue)
    address = publication.sender_address or _NOBODY
    sender = mailbox(publication.sender_name or publication.name, address)
    head = header("From", sender) + header("To", mailboxes(to) or sender)
    if publication.reply_to:
        head += header("Reply-To", mailbox("", publication.reply_to))
    head += header("Subject", unstructured(email.subject))
    head += header("Date", date(moment))
    head += _list(publication)
    body = _body(email, images)
    told = sha256(head.encode() + body + str(moment.microsecond or "").encode()).hexdigest()[:32]
    head += header("Message-ID", f"<{told}@{domain_of(address)}>")
    return f"{head}MIME-Version: 1.0\r\n".encode() + body


def moment_of(issue: Issue) -> datetime:
    """`set_moment()`; else noon (UTC) of the issue's day, or of its latest story's.

    Noon, since that is the same day to nearly all readers. Where no day is known it is the first of 1970: a
    message must have a date (RFC 5322, 3.6), and the clock's would be another with every build.
    """
    if told := set_moment():
        return told
    published = [story.published.value for story in issue.stories if story.published.value]
    day = issue.day.value or max(published, default=None)
    return datetime.combine(day, time(12), UTC) if day else datetime.fromtimestamp(0, UTC)


def set_moment() -> datetime | None:
    """What SOURCE_DATE_EPOCH says where it is set; raises UsageError when that is no moment."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else None
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f'SOURCE_DATE_EPOCH is "{epoch}", which is no number of seconds since 1970; mend or unset it'
        ) from None


def _list(publication: Publication) -> str:
    told = ""
    if publication.list_id:
        told = header("List-Id", list_id(publication.name, publication.list_id))
    return told + (one_click(publication.unsubscribe_url) if publication.unsubscribe_url else "")


def _body(email: Email, images: Sequence[ImageFile]) -> bytes:
    html = email.html
    carried = [image for image in images if image.name in html]
    for image in carried:
        html = html.replace(image.name, f"cid:{_content_id(image)}")
    shown = _text("html", html)
    if carried:
        shown = _multipart('related; type="text/html"', (shown, *map(_picture, carried)))
    return _multipart("alternative", (_text("plain", email.text), shown))


def _text(kind: str, text: str) -> bytes:
    octets = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace")
    written = b"\n" + b2a_qp(octets, istext=True)
    # RFC 2049 warns of programs that write ">From " for "From " at the beginning of a line
    safe = written.replace(b"\nFrom ", b"\n=46rom=\n ").replace(b"\n", b"\r\n")
    head = f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    return head.encode() + safe


def _picture(image: ImageFile) -> bytes:
    name = image.name.rpartition("/")[2]
    head = header("Content-Type", f'image/{_TYPES[name.rpartition(".")[2]]}; name="{name}"')
    head += header("Content-ID", f"<{_content_id(image)}>")
    head += header("Content-Disposition", f'inline; filename="{name}"')
    head += header("Content-Transfer-Encoding", "base64")
    return f"{head}\r\n".encode() + encodebytes(image.content).replace(b"\n", b"\r\n")


def _content_id(image: ImageFile) -> str:
    """Made from the picture's name, which is made from its content, so that no two pictures share one."""
    return f"{image.name.rpartition('/')[2].partition('.')[0]}@newsroom-digest.invalid"


def _multipart(kind: str, parts: Sequence[bytes]) -> bytes:
    """The parts under a boundary that neither of our encodings can bring forth: "=_" is in none of them."""
    boundary = f"=_{sha256(b''.join(parts)).hexdigest()[:32]}"
    head = header("Content-Type", f'multipart/{kind}; boundary="{boundary}"')
    between = f"\r\n--{boundary}\r\n".encode()
    return f"{head}".encode() + between + between.join(parts) + f"\r\n--{boundary}--\r\n".encode()
