"""The findings on client support, one a feature: the clients it fails in, and where the theme has it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from digest.model import Level
from digest.nearmiss import near_miss
from digest.preflight.email.support.clients import CLIENTS, DEFAULT, platforms, told
from digest.preflight.email.support.data import table
from digest.preflight.email.support.fallbacks import CONDITIONAL, fallback
from digest.preflight.email.support.features import features
from digest.preflight.email.support.limits import concerns
from digest.preflight.email.support.reading import OTHERS, OUTLOOK, Read, Use, read
from digest.preflight.email.themelines import where_in_theme
from digest.preflight.galley import Check, Galley, Hit

OUTLOOK_WINDOWS = "outlook.windows"
EXAMPLE = 60  # characters of a use that are shown
NO_STYLE_BLOCKS = "html-style"
UNIT = "css-unit-"
MEND = "do it another way in the theme, or give those readers something else"


class Gap(Struct, frozen=True, kw_only=True):
    """A use that clients cannot show, or in part only, and what stands in for it ("" for nothing)."""

    use: Use
    feature: str
    clients: tuple[str, ...]
    partly: tuple[str, ...]
    fallback: str


def unsupported(galley: Galley) -> Iterator[Hit]:
    """What mail programs of the newsroom's choice cannot show, with nothing that stands in for it."""
    for gaps in _by_feature(galley):
        if bare := [gap for gap in gaps if not gap.fallback]:
            yield _hit(galley, bare, f"{_named(bare)}, and nothing stands in for it")


def with_fallback(galley: Galley) -> Iterator[Hit]:
    """What mail programs cannot show, and what their readers see instead."""
    for gaps in _by_feature(galley):
        if backed := [gap for gap in gaps if gap.fallback]:
            yield _hit(galley, backed, f"{_named(backed)}: {_instead(backed)}")


def strange_clients(galley: Galley) -> Iterator[Hit]:
    """Mail programs named in digest.toml that the data does not know."""
    known = {name.casefold() for name in CLIENTS}
    for name in galley.issue.publication.check.clients:
        if name.casefold() not in known:
            yield Hit(
                message=f'no mail program is known as "{name}"{near_miss(name, CLIENTS)}',
                where="digest.toml: check.clients",
                mend=f"name some of: {', '.join(CLIENTS)}",
            )


def _by_feature(galley: Galley) -> Iterator[list[Gap]]:
    chosen = galley.issue.publication.check.clients or DEFAULT
    found: dict[str, list[Gap]] = {}
    for gap in _gaps(galley.email.html, tuple(key for key, _ in platforms(chosen))):
        found.setdefault(gap.feature, []).append(gap)
    yield from found.values()


@lru_cache(maxsize=4)
def _gaps(html: str, clients: tuple[str, ...]) -> tuple[Gap, ...]:
    used = read(html)
    return tuple(
        gap for use in used.uses for feature in features(use) for gap in _gap(use, feature, clients, used)
    )


def _gap(use: Use, feature: str, clients: Iterable[str], used: Read) -> Iterator[Gap]:
    support = {client: table().support(feature, client) for client in clients if _reaches(use, client)}
    short = {
        client: each for client, each in support.items() if each.limited and concerns(use, feature, each)
    }
    if short:
        yield Gap(
            use=use,
            feature=feature,
            clients=tuple(short),
            partly=tuple(client for client, each in short.items() if each.letter == "a"),
            fallback=fallback(use, feature, used),
        )


def _reaches(use: Use, client: str) -> bool:
    """Whether a client sees the use at all; one that takes no style block is told of that and no more."""
    if use.setting.audience == (OTHERS if client == OUTLOOK_WINDOWS else OUTLOOK):
        return False
    in_block = use.kind in ("selector", "at-rule") or not use.setting.inline
    return not in_block or table().support(NO_STYLE_BLOCKS, client).letter != "n"


def _named(gaps: list[Gap]) -> str:
    clients = dict.fromkeys(client for gap in gaps for client in gap.clients)
    some = {client for gap in gaps for client in gap.partly}
    missing = told(client for client in clients if client not in some)
    shown = _shown(min(gaps, key=lambda gap: not gap.use.setting.inline))
    said = [f"not shown in {missing}"] * bool(missing) + [f"shown in part only in {told(some)}"] * bool(some)
    return f"{shown} is {' and '.join(said)}"


def _instead(gaps: list[Gap]) -> str:
    """The fallbacks; of what is an addition at some places only, that of the others."""
    told = dict.fromkeys(gap.fallback for gap in gaps)
    return "; ".join([each for each in told if each != CONDITIONAL] or told)


def _shown(gap: Gap) -> str:
    use, value = gap.use, gap.use.value[:EXAMPLE]
    if use.kind == "declaration":
        unit = gap.feature.removeprefix(UNIT)
        return f"the unit {unit} of " * (unit != gap.feature) + f"“{use.name}: {value}”"
    if use.kind == "element":
        return f"the picture {_source(use)}" if use.name == "img" else f"<{f'{use.name} {value}'.strip()}>"
    if use.kind == "attribute":
        return f"the attribute {use.name}" + f'="{value}"' * (len(use.value) < EXAMPLE and value != "")
    return f"“@{use.name} {value}”" if use.kind == "at-rule" else f"the selector “{use.name[:EXAMPLE]}”"


def _source(use: Use) -> str:
    return use.value.partition("src=")[2]


def _hit(galley: Galley, gaps: list[Gap], message: str) -> Hit:
    """A hit with its lines in the theme; with a place only where no other part has the feature."""
    where, file, line = _in_theme(galley, gaps)
    places = {gap.use.setting.place for gap in gaps}
    place = places.pop() if len(places) == 1 else ""
    return Hit(
        message=message,
        where=where or "email.html",
        file=file,
        line=line,
        place=place,
        mend="" if gaps[0].fallback else MEND,
    )


def _in_theme(galley: Galley, gaps: list[Gap]) -> tuple[str, str, int]:
    """The lines with just these values, or else, where a value is filled in later, those with the name."""
    exact = "|".join(sorted({_as_written(gap.use, gap.use.value) for gap in gaps}))
    told = where_in_theme(galley.theme_lines, exact)
    return told if told[0] else where_in_theme(galley.theme_lines, _as_written(gaps[0].use, ""))


def _as_written(use: Use, value: str) -> str:
    """The expression that finds a use in a theme."""
    name, said = re.escape(use.name), re.escape(value)
    return {
        "declaration": rf"(?<![\w-]){name}\s*:\s*{said}",
        "at-rule": rf"@{name}\s*{said}",
        "element": rf"(?i:<{name}\b)" if not value else rf"<{name}\b.*{re.escape(value.rpartition('=')[2])}",
        "attribute": rf"\s{name}=\"{said}",
        "selector": name,
    }[use.kind]


_SOURCE = "caniemail.com as of 2026-05-13 (data under the MIT licence)"

ROWS = (
    Check(
        code="client-unsupported",
        level=Level.WARNING,
        run=unsupported,
        title="part of the design is not shown in a mail program, and nothing stands in for it",
        why="readers who use it see a broken layout, or miss a picture or some words",
        source=_SOURCE,
        deep=True,
    ),
    Check(
        code="client-fallback",
        level=Level.NOTE,
        run=with_fallback,
        title="part of the design is not shown in a mail program, and something stands in for it",
        why="so that you know what those readers see instead; nothing has to be done",
        source=_SOURCE,
        deep=True,
    ),
    Check(
        code="client-unknown",
        level=Level.WARNING,
        run=strange_clients,
        title="digest.toml names a mail program that is not known",
        why="the email is not held against it",
        deep=True,
    ),
)
