"""A proof through a real Postfix of its own, over TLS and login, into a mailbox, and read back there.

It has its own folder, listens on loopback only, and lets no mail out; the system's Postfix is left alone.
"""

import contextlib
import email
import email.policy
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from digest.errors import RefusedError
from digest.handoff.smtp import deliver, verify
from mailhouse import ADA, BEN, EMAIL, MESSAGE, PICTURE, House, free_port

USER, PASSWORD = "weekly@localhost", "four cranes, two quays"
NOBODY = pwd.getpwnam("nobody")
MAIN = """
compatibility_level = 3.6
config_directory = {folder}
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
myhostname = localhost
mydestination =
alias_maps =
alias_database =
notify_classes =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
default_transport = error:no mail leaves this test
relay_transport = error:no mail leaves this test
local_transport = error:no mail leaves this test
virtual_mailbox_domains = quay.example
virtual_mailbox_maps = inline:{{ {{ ada@quay.example = ada/ }} }}
virtual_mailbox_base = {folder}/mail
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
smtpd_tls_security_level = encrypt
smtpd_tls_chain_files = {folder}/server.pem
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = cyrus
smtpd_sasl_path = smtpd
cyrus_sasl_config_path = {folder}/sasl
smtpd_client_restrictions = permit_sasl_authenticated, reject
smtpd_relay_restrictions = reject_unauth_destination
"""
MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
tlsmgr unix - - n 1000? 1 tlsmgr
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


@pytest.fixture(scope="module")
def folder():
    """Not below pytest's own, into which Postfix's user may not look."""
    made = Path(tempfile.mkdtemp(prefix="postfix-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def server(folder):
    if os.getuid():
        pytest.skip("Postfix starts for root alone")
    if not all(map(shutil.which, ("postfix", "saslpasswd2"))):
        told = "Postfix is not installed: CI=true bash tests/setup"
        pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)
    house, port = House(folder), free_port()
    house.authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(
        folder / "server.pem"
    )
    for name in ("queue", "data", "mail", "sasl"):
        (folder / name).mkdir()
    shutil.chown(folder / "mail", NOBODY.pw_uid, NOBODY.pw_gid)
    shutil.chown(folder / "data", "postfix")
    (folder / "main.cf").write_text(MAIN.format(folder=folder, uid=NOBODY.pw_uid, gid=NOBODY.pw_gid))
    (folder / "master.cf").write_text(MASTER.format(port=port))
    add_user(folder)
    postfix(folder, "start")
    try:
        wait_for(lambda: answers(port), folder)
        yield house.settings(port, user=USER)
    finally:
        postfix(folder, "stop")


def add_user(folder):
    """A user that only this Postfix knows."""
    users = folder / "sasl" / "users"
    (folder / "sasl" / "smtpd.conf").write_text(
        f"pwcheck_method: auxprop\nauxprop_plugin: sasldb\nsasldb_path: {users}\nmech_list: PLAIN LOGIN\n"
    )
    name, _, realm = USER.partition("@")
    command = ["saslpasswd2", "-p", "-c", "-f", users, "-u", realm, name]
    subprocess.run(command, input=PASSWORD.encode(), check=True, capture_output=True)
    shutil.chown(users, "postfix")


def postfix(folder, verb):
    told = subprocess.run(["postfix", "-c", folder, verb], capture_output=True, text=True, check=False)
    assert told.returncode == 0, f"{told.stderr}\n{log(folder)}"


def log(folder):
    return (folder / "log").read_text() if (folder / "log").exists() else ""


def answers(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as talk:
        return talk.recv(10)
    return b""


def wait_for(found, folder, seconds=30):
    end = time.monotonic() + seconds
    while not (result := found()):
        assert time.monotonic() < end, log(folder)
        time.sleep(0.1)
    return result


def test_postfix_delivers_it_byte_for_byte_and_refuses_whom_it_does_not_know(server, folder):
    ada, ben = deliver(MESSAGE, "weekly@quay.example", (ADA, BEN), server, PASSWORD)
    assert ada.accepted, ada.told
    assert "queued as" in ada.told
    assert not ben.accepted
    assert "User unknown" in ben.told
    (file,) = wait_for(lambda: list((folder / "mail" / "ada" / "new").glob("*")), folder)
    added, _, kept = file.read_bytes().partition(b"From: ")
    assert b"From: " + kept == MESSAGE.replace(b"\r\n", b"\n")
    assert b"with ESMTPSA" in added  # through TLS and logged in (RFC 3848)
    text, html, picture = parts(kept)
    assert text.get_content() == EMAIL.text
    assert html.get_content() == EMAIL.html.replace(PICTURE.name, f"cid:{picture['Content-ID'][1:-1]}")
    assert picture.get_content() == PICTURE.content


def parts(content):
    message = email.message_from_bytes(b"From: " + content, policy=email.policy.default)
    return [part for part in message.walk() if not part.is_multipart()]


def test_postfix_refuses_a_wrong_password(server):
    verify(server, PASSWORD)
    with pytest.raises(RefusedError, match="535") as caught:
        verify(server, "swordfish")
    assert "swordfish" not in str(caught.value)
