"""The files of an export kit, and the same as a zip; nothing is written here, and no clock is looked at.

    email.html  email.txt  email.eml  images/…  *.ics
    manifest.json   all of it for programs, with the size and SHA-256 of every other file
    HANDOFF.md      what to paste where, for people

The `.eml` says letter for letter what the two parts say, escaped text and the provider's tags and all. A
provider that is given it may search it for tags as it does the HTML, so unescaped text would be a risk; where
nobody searches it, a mail program shows a numeric reference as the sign it stands for, and a word joiner not
at all. Two versions would be two to proofread. It carries its pictures where the newsroom embeds them, or
where they have no address on the web: a message has nothing beside it.

The lines by which mail programs offer to unsubscribe stand in the `.eml` of the generic kit only: a provider
writes its own.

The zip is the same bytes on every machine: its files are stored and not packed, since packing differs from
one version of zlib to the next, in the order of their names, with one date and plain permissions.
"""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import msgspec
from msgspec.structs import replace

from digest import __version__
from digest.handoff.guides.page import page
from digest.handoff.kit import Kit
from digest.handoff.message import compose
from digest.model import Issue

MANIFEST = "manifest.json"
_EARLIEST, _LATEST = datetime(1980, 1, 1, tzinfo=UTC), datetime(2107, 12, 31, tzinfo=UTC)  # a zip's dates
_UNIX = 3  # which is said to have made the zip, whoever did
_PERMISSIONS = 0o100644 << 16  # a plain file that everybody may read


def kit_files(kit: Kit) -> dict[str, bytes]:
    """The kit's files, by their names in its folder, in the order of their names.

    Raises:
        InputError: the sender's address or the list's is one that no message can have.
        UsageError: SOURCE_DATE_EPOCH is set to what is no moment.
    """
    files = {
        "email.html": kit.email.html.encode(),
        "email.txt": kit.email.text.encode(),
        "email.eml": compose(_sender_of(kit), kit.email_shown, kit.carried),
        "HANDOFF.md": page(kit).encode(),
        **{calendar.name: calendar.content for calendar in kit.email.calendars},
        **{image.name: image.content for image in kit.images},
    }
    files[MANIFEST] = _written(manifest(kit, files))
    return dict(sorted(files.items()))


def manifest(kit: Kit, files: Mapping[str, bytes]) -> dict[str, Any]:
    """All of a kit for programs; `files` are those it tells the sizes of."""
    issue, publication = kit.issue, kit.issue.publication
    return {
        "made_by": f"newsroom-digest {__version__}",
        "publication": publication.name,
        "issue": {"slug": issue.slug, "number": issue.number.value, "date": issue.day.value},
        "theme": issue.theme,
        "provider": kit.provider,
        "dialect": {"escaped": kit.row.dialect.signs},
        "subject": kit.email.subject,
        "preheader": {"text": kit.email.preheader, "stands_in": kit.row.preheader},
        "sender": {
            "name": publication.sender_name or publication.name,
            "address": publication.sender_address,
            "reply_to": publication.reply_to,
        },
        "merge_tags": kit.tags,
        "merge_tags_missing": kit.missing,
        "links": kit.links,
        "files": [_told(name, content) for name, content in sorted(files.items())],
    }


def zipped(files: Mapping[str, bytes], moment: datetime) -> bytes:
    """The files as a zip; all of them are dated `moment`, as near as a zip can."""
    from zipfile import ZipFile, ZipInfo

    dated = min(max(moment.astimezone(UTC), _EARLIEST), _LATEST).timetuple()[:6]
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in sorted(files.items()):
            entry = ZipInfo(name, dated)
            entry.create_system, entry.external_attr = _UNIX, _PERMISSIONS
            archive.writestr(entry, content)
    return out.getvalue()


def _sender_of(kit: Kit) -> Issue:
    """The issue as its message is to have it: without lines that a provider writes itself."""
    if kit.provider == "generic":
        return kit.issue
    return replace(kit.issue, publication=replace(kit.issue.publication, unsubscribe_url=""))


def _told(name: str, content: bytes) -> dict[str, Any]:
    return {"name": name, "bytes": len(content), "sha256": sha256(content).hexdigest()}


def _written(said: Mapping[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(said), indent=2) + b"\n"
