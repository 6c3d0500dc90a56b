"""Messages handed to real mail servers on loopback, over real TLS, and all that can go wrong on the way."""

import datetime as dt
import email
import email.policy
import socket
from base64 import b64encode

import pytest
import trustme
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from digest.errors import HandoffError, InputError, RefusedError, UnreachedError
from digest.handoff.mailserver import port_of, told
from digest.handoff.message import compose
from digest.handoff.smtp import Delivery, deliver, verify
from digest.model import ProofSettings, Security
from issues_for_render import make_issue, make_story
from mailhouse import (
    ADA,
    BEN,
    EMAIL,
    MESSAGE,
    PASSWORD,
    PICTURE,
    SENDER,
    USER,
    House,
    Inbox,
    free_port,
    scripted,
    serving,
)


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    return House(tmp_path_factory.mktemp("house"))


def sent(server, *recipients, password=PASSWORD, patience=10.0):
    return deliver(MESSAGE, USER, recipients or (ADA,), server, password, patience=patience)


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
@pytest.mark.parametrize(("hide", "way"), [((), "PLAIN"), (("PLAIN",), "LOGIN")])
def test_a_message_arrives_byte_for_byte_through_tls_and_login(house, security, hide, way):
    inbox = Inbox()
    with serving(inbox, house.context(), security, hide) as port:
        deliveries = sent(house.settings(port, security=security), ADA, BEN)
    assert deliveries == (
        Delivery(recipient=ADA, accepted=True, told="250 2.0.0 queued as 1"),
        Delivery(recipient=BEN, accepted=True, told="250 2.0.0 queued as 2"),
    )
    assert inbox.taken == [(USER, (ADA,), MESSAGE, True), (USER, (BEN,), MESSAGE, True)]
    assert inbox.logins == [(way, USER, PASSWORD)]


def test_what_arrived_says_part_by_part_what_was_composed(house):
    inbox = Inbox()
    with serving(inbox, house.context()) as port:
        sent(house.settings(port))
    message = email.message_from_bytes(inbox.taken[0][2], policy=email.policy.default)
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png",
    ]  # fmt: skip
    assert [part.defects for part in message.walk()] == [[]] * 5
    text, html, picture = (part for part in message.walk() if not part.is_multipart())
    assert text.get_content().replace("\r\n", "\n") == EMAIL.text
    assert html.get_content().replace("\r\n", "\n") == EMAIL.html.replace(
        PICTURE.name, f"cid:{picture['Content-ID'][1:-1]}"
    )
    assert picture.get_content() == PICTURE.content
    assert message["Subject"] == EMAIL.subject
    assert message["To"] == f"{ADA}, {BEN}"
    assert message["List-Unsubscribe"] == f"<{SENDER.unsubscribe_url}>"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from([".", "..", "From ", "From: x", "", " ", "x" * 990, "=", ".\t", "–é"]), max_size=12
    )
)
def test_no_line_is_changed_on_its_way(house, lines):
    issue = make_issue(make_story(), publication=SENDER)
    message = compose(issue, replace(EMAIL, text="\n".join(lines)))
    with serving(inbox := Inbox(), house.context()) as port:
        deliver(message, USER, (ADA,), house.settings(port), PASSWORD)
    assert inbox.taken[0][2] == message


def test_one_who_is_refused_stops_nobody_else(house):
    with serving(inbox := Inbox(refused=[ADA]), house.context()) as port:
        deliveries = sent(house.settings(port), ADA, BEN)
    assert [delivery.accepted for delivery in deliveries] == [False, True]
    assert deliveries[0].told == "550 5.1.1 there is nobody of that name"
    assert [to for _, to, _, _ in inbox.taken] == [(BEN,)]


def test_a_sender_who_is_refused_and_a_message_that_is_too_large_are_told_for_each(house):
    with serving(Inbox(mail_answer="553 5.7.1 not your address"), house.context()) as port:
        deliveries = sent(house.settings(port), ADA, BEN)
    assert {delivery.told for delivery in deliveries} == {"553 5.7.1 not your address"}
    with serving(inbox := Inbox(), house.context(), data_size_limit=1000) as port:
        deliveries = sent(house.settings(port), ADA, BEN)
    assert all("552" in delivery.told and not delivery.accepted for delivery in deliveries)
    assert inbox.taken == []


def test_a_message_that_is_refused_after_it_was_read_is_told(house):
    with serving(Inbox(after_data="554 5.6.0 looks like spam"), house.context()) as port:
        deliveries = sent(house.settings(port), ADA, BEN)
    assert [delivery.told for delivery in deliveries] == ["554 5.6.0 looks like spam"] * 2


def test_a_server_that_dies_with_the_message_in_its_hands_is_not_asked_again(house):
    with serving(inbox := Inbox(after_data="die"), house.context()) as port:
        first, second = sent(house.settings(port), ADA, BEN)
    assert not first.accepted
    assert "may have arrived" in first.told
    assert not second.accepted
    assert "not handed over" in second.told
    assert [to for _, to, _, _ in inbox.taken] == [(ADA,)]


def test_what_was_taken_before_a_server_went_away_is_told():
    lines = ["220 quay", "250 quay", "250 ok", "250 ok", "354 go", "250 taken", "250 ok", "421 closing down"]
    with scripted(*lines) as (port, heard):
        first, second = sent(plain(port), ADA, BEN)
    assert (first.accepted, first.told) == (True, "250 taken")
    assert (second.accepted, second.told) == (False, "421 closing down")
    assert sum(b"RCPT" in line.upper() for line in heard) == 2


def test_a_server_that_falls_silent_over_a_recipient_is_left_after_the_time_given():
    with scripted("220 quay", "250 quay", "250 ok", hold=True) as (port, _):
        first, second = sent(plain(port), ADA, BEN, patience=0.3)
    assert "not handed over" in first.told
    assert "not handed over" in second.told


def plain(port):
    return ProofSettings(host="127.0.0.1", port=port, security=Security.NONE)


def refused(kind, server, password=PASSWORD, patience=10.0):
    """What is told when nothing can be sent; the password is never in it, nor in what it came from."""
    with pytest.raises(kind) as caught:
        sent(server, password=password, patience=patience)
    assert password not in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return str(caught.value)


@pytest.mark.parametrize("hide", [(), ("PLAIN",)])
def test_a_wrong_password_is_told_without_the_password(house, hide):
    with serving(inbox := Inbox(), house.context(), hide=hide) as port:
        message = refused(RefusedError, house.settings(port), password="swordfish")
        with pytest.raises(RefusedError, match="535"):
            verify(house.settings(port), "swordfish")
    assert f'does not take the password of "{USER}"' in message
    assert "535" in message
    assert "digest login smtp" in message
    assert inbox.taken == []


@pytest.mark.parametrize("way", ["PLAIN", "LOGIN"])
def test_a_server_that_repeats_what_it_does_not_understand_shows_no_password(house, way):
    def encoded(text):
        return b64encode(text.encode()).decode()

    class Parrot(Inbox):
        async def handle_AUTH(self, server, _session, _envelope, args):  # noqa: N802  # aiosmtpd's name
            for question in ("user?", "word?")[: 2 * (way == "LOGIN")]:
                args.append(encoded((await server.challenge_auth(question)).decode()))
            return f"535 what is {' '.join(args)}, {PASSWORD}?"

    with serving(Parrot(), house.context(), hide={"PLAIN", "LOGIN"} - {way}) as port:
        message = refused(RefusedError, house.settings(port))
    assert "…" in message
    assert encoded(PASSWORD) not in message
    assert encoded(f"\0{USER}\0{PASSWORD}") not in message


def test_the_right_password_is_verified_and_nothing_sent(house):
    with serving(inbox := Inbox(), house.context()) as port:
        verify(house.settings(port), PASSWORD)
        with pytest.raises(InputError, match="user"):
            verify(house.settings(port, user=""), PASSWORD)
    assert inbox.logins == [("PLAIN", USER, PASSWORD)]
    assert inbox.taken == []
    assert set(inbox.greeted) == {"[127.0.0.1]"}  # an editor's computer keeps its name to itself


def test_no_password_leaves_the_house_where_no_login_is_offered(house):
    with serving(inbox := Inbox(), house.context(), hide=("PLAIN", "LOGIN")) as port:
        message = refused(RefusedError, house.settings(port))
    assert "offers no login" in message
    assert inbox.logins == []


def test_a_server_that_lets_nobody_in_just_now_is_told(house):
    class Busy(Inbox):
        async def handle_AUTH(self, *_args):  # noqa: N802  # aiosmtpd's name
            return "454 4.7.0 temporary failure"

    with serving(Busy(), house.context()) as port:
        assert "try again later" in refused(RefusedError, house.settings(port))


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_certificate_from_nobody_we_trust_is_refused(house, security):
    with serving(inbox := Inbox(), house.context(authority=trustme.CA()), security) as port:
        message = refused(UnreachedError, house.settings(port, security=security))
        refused(UnreachedError, house.settings(port, security=security, ca_file=""))
    assert "from nobody whom this computer trusts" in message
    assert "ca_file" in message
    assert inbox.logins == inbox.taken == []


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_certificate_for_another_name_is_refused(house, security, host):
    with serving(inbox := Inbox(), house.context("mail.quay.example"), security) as port:
        message = refused(UnreachedError, house.settings(port, security=security, host=host))
    assert "for another host" in message
    assert inbox.logins == inbox.taken == []


def test_a_certificate_that_has_expired_is_refused(house):
    long_ago = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    with serving(inbox := Inbox(), house.context(not_after=long_ago)) as port:
        assert "expired" in refused(UnreachedError, house.settings(port))
    assert inbox.logins == inbox.taken == []


def test_without_starttls_nothing_is_said(house):
    with serving(inbox := Inbox()) as port:
        message = refused(RefusedError, house.settings(port))
    assert "no STARTTLS" in message
    assert inbox.logins == inbox.taken == []


def test_each_kind_of_tls_at_the_port_of_the_other_is_told(house):
    with serving(Inbox(), house.context()) as port:
        message = refused(UnreachedError, house.settings(port, security=Security.TLS))
        assert 'security = "starttls"' in message
    with serving(Inbox(), house.context(), Security.TLS) as port:
        message = refused(UnreachedError, house.settings(port), patience=0.5)
        assert 'security = "tls"' in message


def test_a_server_that_never_answers_is_left_after_the_time_given(house):
    with scripted(hold=True) as (port, _):
        assert "no answer within 0.3 seconds" in refused(UnreachedError, house.settings(port), patience=0.3)
    with scripted(hold=True) as (port, _):
        server = house.settings(port, security=Security.TLS)
        assert "no answer within 0.3 seconds" in refused(UnreachedError, server, patience=0.3)
    with scripted("220 quay", hold=True) as (port, _):
        assert "no answer" in refused(UnreachedError, house.settings(port), patience=0.3)
    with scripted("220 quay", "250-quay\r\n250 STARTTLS", "220 go on", hold=True) as (port, _):
        assert "no answer" in refused(UnreachedError, house.settings(port), patience=0.3)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((), "closed the connection"),
        (("220 quay",), "closed the connection"),
        (("554 5.7.1 go\tfar \x1b[31maway",), "says 554 5.7.1 go far [31maway"),
        (("220 quay", "250-quay\r\n250 STARTTLS", "454 4.7.0 no TLS today"), "says 454 4.7.0 no TLS today"),
        (("220 quay", "502 what?", "502 what?"), "says 502 what?"),
        (("220 quay", "250-quay\r\n250 STARTTLS", "220 go on\r\nplain words"), "no TLS"),
        (("220 " + "q" * 10_000,), "says 500 Line too long"),
        (("hello there",), "no mail server"),
    ],
)
def test_a_server_that_is_none_is_told(house, lines, said):
    with scripted(*lines) as (port, _):
        assert said in refused(HandoffError, house.settings(port))


def test_a_host_that_is_not_there_is_told(house, monkeypatch):
    assert "cannot be reached (Connection refused)" in refused(UnreachedError, house.settings(free_port()))

    def unknown(*_args, **_options):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "nobody knows a host of that name" in refused(
        UnreachedError, house.settings(587, host="mail.quay.test")
    )


@pytest.mark.parametrize("host", ["quay..example", "q" * 70 + ".example"])
def test_a_host_that_is_none_is_told(house, host):
    assert "is no name of a host" in refused(InputError, house.settings(587, host=host))


def test_nothing_goes_in_the_open_but_to_this_computer(house):
    for host in ("mail.quay.example", "192.0.2.1", "localhost.quay.example", "0.0.0.0"):
        server = ProofSettings(host=host, security=Security.NONE)
        assert "in the open" in refused(InputError, server)
    server = house.settings(free_port(), security=Security.NONE)
    assert "no password is sent without TLS" in refused(InputError, server)


def test_a_server_on_this_computer_needs_neither_tls_nor_login():
    with serving(inbox := Inbox(), security=Security.NONE) as port:
        deliveries = sent(plain(port), ADA)
    assert deliveries[0].accepted
    assert [message for _, _, message, _ in inbox.taken] == [MESSAGE]


def test_a_file_of_certificates_that_is_none_is_told(house, tmp_path):
    (tmp_path / "none.pem").write_text("no certificate")
    for name, why in (("none.pem", "no certificate in it"), ("missing.pem", "No such file"), (".", "")):
        path = str(tmp_path / name)
        message = refused(InputError, house.settings(587, ca_file=path))
        assert path in message
        assert why in message


def test_a_server_must_be_named():
    assert "write host" in refused(InputError, ProofSettings())


def test_the_usual_ports_are_known():
    assert [port_of(ProofSettings(security=security)) for security in Security] == [587, 465, 25]
    assert port_of(ProofSettings(port=2525)) == 2525


@given(st.binary(max_size=600), st.text(min_size=1, max_size=10))
def test_any_answer_is_one_line_without_secrets(answer, secret):
    line = told(550, answer + secret.encode("utf-8", "replace"), [secret, ""])
    assert line.isprintable()
    assert len(line) <= 404
