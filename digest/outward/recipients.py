"""Who gets a proof: only whom digest.toml allows, so that no proof ever reaches a reader.

Rule 1. `proof_to` holds whole addresses and domains, "example.org" and "@example.org" alike. A domain allows
        nobody at its subdomains: they may well be somebody else's.
Rule 2. Addresses are compared in the letters that the network knows, small and large ones alike.
Rule 3. An address with "%" or "!" before its @ is none: some servers pass such mail on to elsewhere
        (RFC 5321, appendix C).
Rule 4. One address that is wrong or not allowed stops the whole proof: something else was meant.
"""

import re
from collections.abc import Iterable, Sequence

from digest.errors import InputError, UsageError
from digest.handoff.headers import domain_of, mailbox

_BETWEEN = re.compile(r"[\s,;]+")
_ADDRESS = re.compile(r"[^\s@<>\"%!]+@[^\s@<>\"]+")


def recipients(told: str, proof_to: Sequence[str]) -> tuple[str, ...]:
    """The addresses in `told`, with commas or spaces between them, each once, as a mail server knows them.

    Raises:
        UsageError: one is no address, one is not allowed, or there is none.
        InputError: `proof_to` allows nobody, or holds what is neither an address nor a domain.
    """
    found: dict[str, str] = {}
    for word in filter(None, _BETWEEN.split(told)):
        address = _address(word)
        found.setdefault(address.lower(), address)
    if not found:
        raise UsageError("nobody is named to get the proof; say who: --to ada@example.org,ben@example.org")
    _refuse_others(found.values(), proof_to)
    return tuple(found.values())


def _address(word: str) -> str:
    if _ADDRESS.fullmatch(word):
        try:
            return mailbox("", word)
        except InputError:
            pass
    raise UsageError(f'"{word}" is no address that a proof can go to; expected one like ada@example.org')


def _refuse_others(addresses: Iterable[str], proof_to: Sequence[str]) -> None:
    if not proof_to:
        raise InputError(
            "nobody may get proofs yet; write into digest.toml who may, as addresses or whole domains:\n"
            '[proof]\nproof_to = ["example.org", "ada@example.com"]'
        )
    allowed = {_allowed(entry) for entry in proof_to}
    others = [address for address in addresses if not _forms(address) & allowed]
    if others:
        raise UsageError(
            f"proofs may not go to {', '.join(others)}; proof_to in digest.toml allows {', '.join(proof_to)}"
        )


def _forms(address: str) -> set[str]:
    """The address itself, and its whole domain."""
    return {address.lower(), f"@{domain_of(address).lower()}"}


def _allowed(entry: str) -> str:
    """An entry of `proof_to` in one of the `_forms`."""
    try:
        if _ADDRESS.fullmatch(entry):
            return mailbox("", entry).lower()
        return f"@{domain_of(entry.removeprefix('@')).lower()}"
    except InputError:
        raise InputError(
            f'proof_to holds "{entry}", neither an address nor a domain such as "example.org"; mend it under '
            "[proof] in digest.toml"
        ) from None
