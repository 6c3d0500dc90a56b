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
SummaryLength = Annotated[int, Meta(ge=1, le=10, description="a whole number from 1 to 10")]
Summariser = Annotated[
    str,
    Meta(
        pattern=r"^[\w.-]+(?::\S(?:.*\S)?)?$",
        description='the name of a summariser, like "extractive" or "llm:MODEL"',
    ),
]
