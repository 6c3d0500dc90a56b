"""A second opinion on every request of every adapter: Prism, which reads the same descriptions with other eyes.

An adapter makes a draft, finds it, changes it and looks at it at our own server; then each of its requests goes
once more, as it was, to Prism. Prism keeps no state and answers every id, so that it can only judge requests.

What it judges: paths, methods, that there is a key, required headers, parameters and fields, and the kinds of
values. What it does not: a misspelt field that is not required passes at all but Buttondown (and our server's
refusal is what stands against it); listmonk's description names no key and requires nothing, and the body of Klaviyo's campaigns it takes
unread; operations that
are in `overlays.py` alone, as those that tell whose key it is, it does not know. For Mailjet it reads what we
wrote ourselves, and a few things that the descriptions leave out are ours as well: see `filters` there.
"""

import json
import os
import shutil
import subprocess
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import httpx
import pytest

from contract import NAME, Contract, no_keep
from reading import description
from server import HOUSES, Asked, Server

HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / ".venv" / "prism"
PROVIDERS = [house.provider for house in HOUSES]
UNJUDGED = {"klaviyo": {"/api/campaigns"}}  # its schema is more than Prism can compile, it seems
KEYS = ("authorization", "api-key")
UNSENT = {"host", "content-length", "accept-encoding", "connection"}


def node() -> str | None:
    ours = FOLDER.parent / "bin" / "node"
    return str(ours) if ours.is_file() else shutil.which("node")


@pytest.fixture(scope="module")
def prism():
    """Where each provider's description is served by Prism."""
    there = node() is not None and (FOLDER / "node_modules").is_dir()
    if not there and os.environ.get("CI") != "true":
        pytest.skip("no Prism in .venv/prism; CI=true tests/setup puts it there")
    assert there, "CI=true tests/setup should have put Prism into .venv/prism"
    files = [str(description(provider).file) for provider in PROVIDERS]
    command = [str(node()), str(HERE / "prism.cjs"), str(FOLDER), *files]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield dict(zip(PROVIDERS, json.loads(process.stdout.readline()), strict=True))
        process.communicate(timeout=20)


@pytest.fixture(scope="module")
def client():
    with httpx.Client(timeout=20, trust_env=False) as client:
        yield client


def contract_of(provider: str) -> Contract:
    kinds = vars(import_module(f"test_{provider}")).values()
    found = (each for each in kinds if isinstance(each, type) and issubclass(each, Contract))
    return next(each for each in found if each is not Contract)()


def asked_for(provider: str) -> list[Asked]:
    """Every request of an adapter's working life."""
    contract = contract_of(provider)
    with Server(provider) as server:
        adapter = contract.adapter_of(server, [])
        adapter.account()
        ids = adapter.create(contract.draft(), no_keep)
        adapter.find(NAME)
        adapter.update(ids, contract.draft(subject="Rain", reply_to=""), no_keep)
        adapter.look(ids)
    return server.requests


def is_described(provider: str, asked: Asked) -> bool:
    operation, _, _ = description(provider).operation(asked.method, asked.path)
    return operation is not None and not operation.extra and not is_ours(provider, operation.name, asked)


def is_ours(provider: str, operation: str, asked: Asked) -> bool:
    """Whether its query says what only `overlays.py` has."""
    filters = description(provider).overlay.filters
    return any(each.where == operation and each.name in dict(asked.query) for each in filters)


def sent(client: httpx.Client, address: str, asked: Asked) -> httpx.Response:
    headers = {name: value for name, value in asked.headers.items() if name not in UNSENT}
    return client.request(
        asked.method, address + asked.path, params=list(asked.query), headers=headers, content=asked.content
    )


@pytest.mark.parametrize("provider", PROVIDERS)
def test_prism_takes_every_request_of_the_adapter(prism, client, provider):
    requests = [asked for asked in asked_for(provider) if is_described(provider, asked)]
    assert any(asked.method == "POST" for asked in requests)
    for asked in requests:
        answer = sent(client, prism[provider], asked)
        assert answer.is_success, f"{asked.method} {asked.path}: {answer.status_code} {answer.text}"


@pytest.mark.parametrize("provider", PROVIDERS)
def test_prism_refuses_what_is_wrong(prism, client, provider):
    """Else its agreement would mean nothing; where it does not look, we say so."""
    posts = [each for each in asked_for(provider) if each.method == "POST" and is_described(provider, each)]
    unjudged = set()
    for made in posts:
        answer = sent(client, prism[provider], replace(made, content=b"[]"))
        unjudged |= {made.path} if answer.is_success else set()
    assert unjudged == UNJUDGED.get(provider, set())
    keyless = {name: value for name, value in posts[0].headers.items() if name not in KEYS}
    stranger = sent(client, prism[provider], replace(posts[0], headers=keyless))
    assert stranger.is_success if provider == "listmonk" else stranger.status_code == 401
