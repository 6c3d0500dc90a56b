"""Strings of a certain shape; a description completes the sentence "expected ..."."""

from typing import Annotated

from msgspec import Meta

Url = Annotated[
    str,
    Meta(
        pattern=r"^(?:|https?://[^\s<>\"']+)$", description='a web address, like "https://example.org/story"'
    ),
]
Colour = Annotated[str, Meta(pattern=r"^#[0-9a-fA-F]{6}$", description='a colour, like "#0b5c6b"')]
Fonts = Annotated[str, Meta(pattern=r"^[^<>{};\"\\]*$", description="font names with commas between them")]
Address = Annotated[
    str,
    Meta(pattern=r"^(?:|[^\s@<>\"]+@[^\s@<>\"]+)$", description='an email address, like "desk@example.org"'),
]
Language = Annotated[
    str, Meta(pattern=r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", description='a language tag, like "en-GB"')
]
Slug = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(?:[-_.][a-z0-9]+)*$",
        description='small letters, digits and hyphens, like "port-fees"',
    ),
]
SourcePath = Annotated[
    str,
    Meta(
        pattern=r"^(?!-$|[a-z]+://).",
        description='the path of a file from the issue\'s folder, like "sources/port-fees.txt"',
    ),
]
PicturePath = Annotated[
    str,
    Meta(
        pattern=r"^(?![a-z]+://).",
        description='the path of a picture from the issue\'s folder, like "images/quay.jpg"',
    ),
]
Pixels = Annotated[int, Meta(ge=1, le=10_000, description="a number of pixels")]
Side = Annotated[int, Meta(ge=0, le=700, description="a number of pixels from 0 (not known) to 700")]
Radius = Annotated[int, Meta(ge=0, le=40, description="a number of pixels from 0 to 40")]
Width = Annotated[int, Meta(ge=480, le=700, description="a number of pixels from 480 to 700")]
PastIssues = Annotated[int, Meta(ge=0, le=100, description="a whole number from 0 to 100")]
SummaryLength = Annotated[int, Meta(ge=1, le=10, description="a whole number from 1 to 10")]
Summariser = Annotated[
    str,
    Meta(
        pattern=r"^[\w.-]+(?::\S(?:.*\S)?)?$",
        description='the name of a summariser, like "extractive" or "llm:MODEL"',
    ),
]
OneClick = Annotated[
    str,
    Meta(
        pattern=r"^(?:|https://[^\s<>\"',]+)$",
        description='a web address with https, like "https://example.org/unsubscribe"',
    ),
]
ListId = Annotated[
    str,
    Meta(
        pattern=r"^(?:|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)$",
        description='a name like that of a host, such as "weekly.example.org"',
    ),
]
Port = Annotated[int, Meta(ge=0, le=65535, description="a port number from 0 (the usual one) to 65535")]
