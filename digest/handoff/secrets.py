"""Keys of providers and the password of the mail server: where they are looked for, and where they are put.

Rule 1. The environment goes first (DIGEST_MAILCHIMP_KEY), for machines that nobody sits at; then the file
        that digest.toml names under [secrets]; then the system's keyring, where `digest login` puts them.
Rule 2. A file that others on the machine could read is not read, since the key is no secret any more.
Rule 3. A key is never an argument of a command, and never stands in what we say, write down or hand over.

In the keyring a key belongs to a publication: two titles of one house have an account each.
"""

import os
import stat
import tomllib
from pathlib import Path

from msgspec import Struct

from digest.errors import HandoffError

SERVICE = "newsroom-digest"


class Keyholder(Struct, frozen=True, kw_only=True):
    """Whose keys: the publication's name, and the file with its keys, if any."""

    publication: str
    file: Path | None = None


def variable(name: str) -> str:
    """The environment variable for a key: DIGEST_CAMPAIGN_MONITOR_KEY for "campaign-monitor"."""
    return f"DIGEST_{name.upper().replace('-', '_')}_KEY"


def secret(name: str, holder: Keyholder) -> str:
    """The key of that name ("mailchimp", "smtp"); raises HandoffError where there is none to be had."""
    found = find_secret(name, holder)
    if not found:
        raise HandoffError(
            f"there is no key for {name}; store one with: digest login {name} (or {_elsewhere(name)})"
        )
    return found


def find_secret(name: str, holder: Keyholder) -> str:
    """As `secret`, but "" where there is none."""
    return (
        os.environ.get(variable(name), "").strip()
        or _from_file(name, holder.file)
        or _from_keyring(name, holder)
    )


def store(name: str, key: str, holder: Keyholder) -> None:
    """Puts a key into the system's keyring; raises HandoffError where there is none that can keep it."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, _entry(name, holder), key)
        kept = keyring.get_password(SERVICE, _entry(name, holder))
    except (KeyringError, OSError, RuntimeError) as error:
        raise HandoffError(
            f"this system has no keyring that could keep the key ({type(error).__name__}); {_elsewhere(name)}"
        ) from None
    if kept != key:
        raise HandoffError(f"this system's keyring did not keep the key; {_elsewhere(name)}")


def _elsewhere(name: str) -> str:
    return (
        f'set {variable(name)} in the environment, or write {name} = "…" into a file that only you '
        'can read, and name it in digest.toml: [secrets] file = "…"'
    )


def _entry(name: str, holder: Keyholder) -> str:
    return f"{name}: {holder.publication}"


def _from_keyring(name: str, holder: Keyholder) -> str:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, _entry(name, holder)) or ""
    except (KeyringError, OSError, RuntimeError):  # none on this system, or a locked one
        return ""


def _from_file(name: str, file: Path | None) -> str:
    if file is None:
        return ""
    _refuse_open(file)
    try:
        said: object = tomllib.loads(file.read_text(encoding="utf-8-sig")).get(name, "")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        # what is wrong with it is not told: the line at fault may well hold a key
        raise HandoffError(f'{file}: cannot be read; every line must be like: {name} = "…"') from None
    if not isinstance(said, str):
        raise HandoffError(f'{file}: the key must stand in quotation marks: {name} = "…"')
    return said.strip()


def _refuse_open(file: Path) -> None:
    """Rule 2; where permissions are not a matter of bits (Windows) nothing is refused."""
    try:
        mode = file.stat().st_mode
    except OSError as error:
        raise HandoffError(
            f"{file}: cannot be read ({error.strerror}); digest.toml names it under [secrets]"
        ) from None
    if not stat.S_ISREG(mode):
        raise HandoffError(f"{file}: is no file; digest.toml names it under [secrets]")
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise HandoffError(f"{file}: others on this machine can read it; run: chmod 600 {file}")
