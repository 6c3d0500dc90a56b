"""A proof on its way from an issue to a real inbox: what it shows, and what keeps it back."""

import email
import email.policy
import socket
from pathlib import Path

import pytest

from digest.build import open_issue
from digest.errors import HandoffError, InputError, UnreachedError, UsageError
from digest.handoff.state import open_state, read_state
from digest.model import Level
from digest.outward.proof import prepare, proof_server, send
from mailhouse import PASSWORD, USER, House, Inbox, free_port, serving
from pasted import FEES
from photos import drawing, stored

PAPER = """
[publication]
name = "Quay Weekly"
postal_address = "1 Rope Walk, Hull"
[sender]
name = "Quay"
address = "weekly@quay.example"
list_id = "weekly.quay.example"
unsubscribe_url = "https://quay.example/out"
[proof]
host = "localhost"
port = {port}
user = "{user}"
proof_to = ["quay.example"]
ca_file = "authority.pem"
"""
ISSUE = '[[stories]]\nsource = "fees.txt"\nurl = "https://quay.example/fees"\n'
PICTURED = ISSUE + '[stories.image]\nfile = "quay.png"\nalt = "A quay"\n'
FOLDER = Path("issues/a")  # of the newsroom that a test stands in
TO = "ada@quay.example,ben@quay.example"

pytestmark = pytest.mark.usefixtures("without_spam_filter")


@pytest.fixture
def house(tmp_path):
    return House(tmp_path)


@pytest.fixture
def opened(newsroom, monkeypatch):
    """Opens an issue of a newsroom whose proofs go to a port."""
    monkeypatch.setenv("DIGEST_SMTP_KEY", PASSWORD)

    def make(port=1, issue=ISSUE, paper=PAPER):
        files = {"digest.toml": paper.format(port=port, user=USER), "issues/a/issue.toml": issue}
        root = newsroom({**files, "issues/a/fees.txt": FEES, "issues/a/quay.png": stored(drawing())})
        return open_issue(root / "issues" / "a")

    return make


def read(content):
    return email.message_from_bytes(content, policy=email.policy.default)


def test_a_proof_arrives_byte_for_byte_and_says_that_it_is_one(house, opened):
    with serving(inbox := Inbox(refused=["ben@quay.example"]), house.context()) as port:
        proof = prepare(*opened(port), TO)
        ada, ben = send(proof, FOLDER)
    assert (ada.recipient, ada.accepted, ben.recipient, ben.accepted) == (
        "ada@quay.example", True, "ben@quay.example", False,
    )  # fmt: skip
    assert inbox.taken == [("weekly@quay.example", ("ada@quay.example",), proof.message, True)]
    message = read(inbox.taken[0][2])
    assert message["Subject"].startswith("[PROOF] ")
    assert message["Subject"] == proof.subject
    assert message["To"] == "ada@quay.example, ben@quay.example"
    assert message["List-Unsubscribe"] == "<https://quay.example/out>"
    assert "Bcc" not in message


def test_merge_tags_are_filled_with_samples_that_can_be_seen(opened):
    message = read(prepare(*opened(), TO).message)
    for kind in ("plain", "html"):
        shown = message.get_body((kind,)).get_content()
        assert "sample-of-the-link-to-unsubscribe" in shown
        assert "1 Rope Walk, Hull" in shown
        assert not [mark for mark in ("[[", "]]", "\ue000", "\ue001") if mark in shown]


@pytest.mark.parametrize("how", ["link", "embed"])
def test_own_pictures_travel_in_the_proof_though_they_are_not_uploaded_yet(opened, how):
    paper = f'{PAPER}[images]\nbase_url = "https://img.quay.example/"\nhow = "{how}"\n'
    message = read(prepare(*opened(issue=PICTURED, paper=paper), TO).message)
    (picture,) = (part for part in message.walk() if part.get_content_maintype() == "image")
    html = message.get_body(("html",)).get_content()
    assert f'src="cid:{picture["Content-ID"][1:-1]}"' in html
    assert "img.quay.example" not in html


def test_a_newsroom_without_pictures_gets_proofs_without(opened):
    message = read(prepare(*opened(issue=PICTURED, paper=f'{PAPER}[images]\nhow = "none"\n'), TO).message)
    assert not [part for part in message.walk() if part.get_content_maintype() == "image"]


def test_nothing_is_asked_of_any_server_before_somebody_has_said_yes(opened, monkeypatch):
    def refuse(*args, **_options):
        raise AssertionError(args)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.delenv("DIGEST_SMTP_KEY")
    proof = prepare(*opened(587), TO)
    assert proof.told == f"localhost, port 587, STARTTLS, as {USER}"
    assert proof.recipients == ("ada@quay.example", "ben@quay.example")


def test_a_proof_goes_out_with_errors_in_it_and_says_how_many(house, opened):
    broken = (
        ISSUE.replace('"https://quay.example/fees"', '"https://quay.example/TODO"') + 'summary = ["TODO"]\n'
    )
    with serving(inbox := Inbox(), house.context()) as port:
        proof = prepare(*opened(port, issue=broken), TO)
        send(proof, FOLDER)
    assert proof.errors == sum(finding.level is Level.ERROR for finding in proof.findings) > 0
    assert len(inbox.taken) == 2


def test_two_proofs_are_two_messages_of_now_unless_the_moment_is_set(opened, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    one, two = (read(prepare(*opened(), TO).message) for _ in range(2))
    assert one["Message-ID"] != two["Message-ID"]
    assert one["Date"].datetime.year > 1970
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795262400")
    one, two = (prepare(*opened(), TO).message for _ in range(2))
    assert one == two
    assert read(one)["Date"].datetime.timestamp() == 1795262400


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('host = "localhost"', "[proof]\nhost ="),
        ('address = "weekly@quay.example"', "[sender]\naddress ="),
        ('proof_to = ["quay.example"]', "[proof]\nproof_to ="),
    ],
)
def test_what_digest_toml_must_say_first_is_told(opened, line, told):
    with pytest.raises(InputError) as caught:
        prepare(*opened(paper=PAPER.replace(line, "")), TO)
    assert told in str(caught.value)


def test_a_reader_gets_no_proof(opened):
    with pytest.raises(UsageError, match=r"may not go to reader@gmail\.example"):
        prepare(*opened(), f"{TO},reader@gmail.example")


def test_without_a_password_nothing_is_sent(house, opened, monkeypatch):
    monkeypatch.delenv("DIGEST_SMTP_KEY")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with serving(inbox := Inbox(), house.context()) as port:
        proof = prepare(*opened(port), TO)
        with pytest.raises(HandoffError, match="digest login smtp"):
            send(proof, FOLDER)
    assert inbox.greeted == []


def test_the_password_stands_in_nothing_that_is_told(house, opened, monkeypatch):
    monkeypatch.setenv("DIGEST_SMTP_KEY", "sword-fish-93")
    with serving(Inbox(), house.context()) as port:
        proof = prepare(*opened(port), TO)
        with pytest.raises(HandoffError) as caught:
            send(proof, FOLDER)
    assert "sword-fish-93" not in f"{caught.value}{proof}{proof.told}"
    proof = prepare(*opened(free_port()), TO)
    with pytest.raises(UnreachedError) as caught:
        send(proof, FOLDER)
    assert "sword-fish-93" not in str(caught.value)


def test_a_house_s_own_authority_lies_beside_digest_toml(house, opened):
    newsroom, _ = opened()
    assert proof_server(newsroom).ca_file == str(house.ca_file)


def test_a_server_without_login_is_not_given_a_password(opened, monkeypatch):
    monkeypatch.delenv("DIGEST_SMTP_KEY")
    paper = PAPER.replace('user = "{user}"\n', 'security = "none"\n').replace(
        'ca_file = "authority.pem"\n', ""
    )
    with serving(inbox := Inbox(), security="none") as port:
        proof = prepare(*opened(port, paper=paper), TO)
        assert all(delivery.accepted for delivery in send(proof, FOLDER))
    assert proof.told == f"localhost, port {port}, on this computer"
    assert len(inbox.taken) == 2


def test_that_a_proof_went_out_is_kept_with_whom_it_reached(house, opened):
    with serving(Inbox(refused=["ben@quay.example"]), house.context()) as port:
        proof = prepare(*opened(port), TO)
        send(proof, FOLDER)
        kept = read_state(FOLDER).proof
        assert kept.to == ("ada@quay.example",)
        assert kept.fingerprint == proof.fingerprint
        other = prepare(*opened(port, issue=ISSUE.replace('fees"', 'tolls"')), TO)
    assert other.fingerprint != proof.fingerprint


def test_a_proof_that_reached_nobody_is_not_kept(house, opened):
    with serving(Inbox(refused=TO.split(",")), house.context()) as port:
        send(prepare(*opened(port), TO), FOLDER)
    assert read_state(FOLDER).proof is None


def test_what_was_sent_is_told_though_it_cannot_be_kept(house, opened):
    class Spoiler(Inbox):
        async def handle_DATA(self, server, session, envelope):  # noqa: N802  # aiosmtpd's name
            (FOLDER / "handoff.json").mkdir(exist_ok=True)
            return await super().handle_DATA(server, session, envelope)

    with serving(Spoiler(), house.context()) as port:
        proof = prepare(*opened(port), TO)
        assert [delivery.accepted for delivery in send(proof, FOLDER)] == [True, True]


def test_two_do_not_send_a_proof_of_one_issue_at_once(house, opened):
    with serving(inbox := Inbox(), house.context()) as port:
        proof = prepare(*opened(port), TO)
        with open_state(FOLDER), pytest.raises(HandoffError, match="somebody else"):
            send(proof, FOLDER)
    assert inbox.taken == []
