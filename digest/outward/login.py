"""The order of work of `digest login`: a key is tried before it is kept, and kept in the system's keyring."""

from digest.errors import HandoffError, UsageError
from digest.handoff.caller import Tools
from digest.handoff.provider import provider_class
from digest.handoff.secrets import store
from digest.newsroom import Newsroom
from digest.outward.kithandover import takes_kit
from digest.outward.plan import keyholder
from digest.outward.proof import PASSWORD, proof_server


def wanted(name: str) -> str:
    """What is asked for, in words; raises UsageError for an unknown provider, or one that needs no key."""
    if takes_kit(name):
        raise UsageError(
            f"{name} takes no draft from here and needs no key; digest export makes a kit for it"
        )
    return "the password of the mail server for proofs" if name == PASSWORD else provider_class(name).key_told


def login(name: str, key: str, newsroom: Newsroom, tools: Tools | None = None) -> str:
    """Tries a key, keeps it, and says whose it is.

    Raises HandoffError where it is refused, where nobody answers, or where nothing here can keep it.
    """
    key = key.strip()
    if not key:
        raise HandoffError("no key was given, and nothing was kept")
    account = _server_account(key, newsroom) if name == PASSWORD else _account(name, key, newsroom, tools)
    store(name, key, keyholder(newsroom))
    return account


def _account(name: str, key: str, newsroom: Newsroom, tools: Tools | None) -> str:
    kind = provider_class(name)
    account = kind(newsroom.provider_settings(name, kind.settings), key, tools or Tools()).account()
    return f"{kind.title}, account {account}"


def _server_account(password: str, newsroom: Newsroom) -> str:
    from digest.handoff.smtp import verify

    server = proof_server(newsroom)
    verify(server, password)
    return f"{server.host}, as {server.user}"
