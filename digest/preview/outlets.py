"""Where an issue can go from the desk: the providers that are set up, proofs, and how far it has come."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from digest.errors import DigestError, InputError
from digest.handoff.provider import provider_class
from digest.handoff.secrets import find_secret
from digest.newsroom import Newsroom
from digest.outward.plan import keyholder
from digest.outward.proof import proof_server
from digest.outward.status import Standing, standings
from digest.plugins import PROVIDERS, offered
from digest.report import Json


def outlets(newsroom: Newsroom, folder: Path) -> Json:
    """What the page is told before anything is asked of anybody; it holds no key, nor any part of one."""
    standing = next(standings(newsroom, folder))
    return {
        "providers": _providers(newsroom),
        "known": _titles(),
        "proof": _proof(newsroom, standing),
        "standing": msgspec.to_builtins(standing),
    }


def _providers(newsroom: Newsroom) -> list[Json]:
    """The providers that are set up, the usual one first."""
    names = sorted(offered(PROVIDERS), key=lambda name: (name != newsroom.provider, name))
    return [{"name": name, "title": _titles()[name]} for name in names if _is_set_up(newsroom, name)]


def _is_set_up(newsroom: Newsroom, name: str) -> bool:
    """Whether digest.toml says something about a provider, or there is a key for it.

    What is wrong with what it says is told when an issue is to go there.
    """
    kind = provider_class(name)
    try:
        said = newsroom.provider_settings(name, kind.settings) != kind.settings()
        return said or name == newsroom.provider or bool(find_secret(name, keyholder(newsroom)))
    except DigestError:
        return True


@cache
def _titles() -> Mapping[str, str]:
    return {name: provider_class(name).title for name in sorted(offered(PROVIDERS))}


def _proof(newsroom: Newsroom, standing: Standing) -> Json:
    """The addresses of the last proof, who may get one, and what digest.toml does not say yet."""
    try:
        proof_server(newsroom)
        wanting = ""
    except InputError as error:
        wanting = str(error)
    to = ", ".join(standing.proof.to) if standing.proof else ""
    return {"wanting": wanting, "to": to, "allowed": list(newsroom.proof.proof_to)}
