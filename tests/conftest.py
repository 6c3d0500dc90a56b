"""What every test gets: no network, a cache of its own, newsrooms made from a dictionary, and the command."""

import io
import os
import socket
import sys
from pathlib import Path

import pytest

from digest.cli import main

BROWSING = {"gates", "preview"}
LOOPBACK = ("127.", "::1", "localhost")
_connect = socket.socket.connect


def _connect_on_loopback(self, address):
    if self.family != socket.AF_UNIX and not str(address[0]).startswith(LOOPBACK):
        raise AssertionError(f"a test tried to reach {address}")
    return _connect(self, address)


def pytest_addoption(parser):
    parser.addoption("--renew-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--renew-snapshots", action="store_true", help="take the pictures of the themes anew")
    parser.addoption("--raise-floors", action="store_true", help="lift the quality floors to what is reached")


def pytest_collection_modifyitems(items):
    """Where several processes run: a file's tests stay together, and all browsers with one of them."""
    for item in items:
        browsing = BROWSING & set(item.path.parts)
        item.add_marker(pytest.mark.xdist_group("browsers" if browsing else item.path.name))


@pytest.fixture(autouse=True)
def _closed_network(monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", _connect_on_loopback)


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory):
    """One cache for the whole run, so that each theme is compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, cache_folder):
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_folder))


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch):
    """No test finds a key of whoever runs it."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    for name in [name for name in os.environ if name.startswith("DIGEST_") and name.endswith("_KEY")]:
        monkeypatch.delenv(name)


@pytest.fixture
def without_spam_filter(monkeypatch):
    """For tests that check many issues on the way to something else: it takes longer than all the rest."""
    monkeypatch.setattr("digest.preflight.email.spam.PROGRAM", "no-spam-filter-here")


@pytest.fixture
def newsroom(tmp_path, monkeypatch):
    """Writes files (path: text or bytes) into an empty folder and stands in it."""
    monkeypatch.chdir(tmp_path)

    def make(files: dict[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return make


@pytest.fixture
def digest(monkeypatch, capsys):
    """Runs a command line in this process: (exit code, standard output, standard error)."""

    def run(*args, stdin=b""):
        monkeypatch.setattr(sys, "argv", ["digest", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as caught:
            main()
        captured = capsys.readouterr()
        return caught.value.code, captured.out, captured.err

    return run
