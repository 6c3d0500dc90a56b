"""A letter with all that mail could trip over, and a real mail server on loopback to take it.

The server has TLS and login, and takes, refuses or fails as a test asks it to.
"""

import contextlib
import datetime as dt
import socket
import ssl
import threading

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from digest.handoff.message import compose
from digest.model import Email, ImageFile, ProofSettings, Publication, Security
from issues_for_render import make_issue, make_story
from photos import drawing, stored

USER, PASSWORD = "weekly@quay.example", "Kräne & Kähne: 9"
ADA, BEN = "ada@quay.example", "ben@quay.example"
PICTURE = ImageFile(name="images/0123456789ab.png", content=stored(drawing()), width=800, height=600)
EMAIL = Email(
    subject="[PROOF] Gebühren — “halved”",
    preheader="",
    html=f'<!DOCTYPE html>\n<p>{"Fees fall — a tenth. " * 200}</p>\n.\n..\nFrom here\n<img src="{PICTURE.name}">\n',
    text="From October it is less.\n.\n..two\n\nFrom \n" + "x" * 3000 + "\n\tend  \n\n",
)
SENDER = Publication(
    name="Quayside Weekly",
    sender_name="Zoë at Quayside",
    sender_address=USER,
    list_id="weekly.quay.example",
    unsubscribe_url=f"https://quay.example/u?t={'ab' * 300}",
)
MESSAGE = compose(
    make_issue(make_story(), publication=SENDER, day=dt.date(2026, 11, 20)), EMAIL, [PICTURE], to=[ADA, BEN]
)


class House:
    """A certificate authority of our own, and the servers it vouches for."""

    def __init__(self, folder):
        self.authority = trustme.CA()
        self.ca_file = folder / "authority.pem"
        self.authority.cert_pem.write_to_path(self.ca_file)

    def context(self, *names, authority=None, **about):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        (authority or self.authority).issue_cert(
            *(names or ("localhost", "127.0.0.1")), **about
        ).configure_cert(context)
        return context

    def settings(self, port, **changes):
        told = {"host": "localhost", "port": port, "user": USER, "ca_file": str(self.ca_file)}
        return ProofSettings(**(told | changes))


class Inbox:
    """What a server took, and what it does with what it is asked."""

    def __init__(self, refused=(), after_data="", mail_answer=""):
        self.taken, self.logins, self.greeted = [], [], []
        self.refused, self.after_data, self.mail_answer = set(refused), after_data, mail_answer

    def authenticator(self, _server, _session, _envelope, mechanism, data):
        self.logins.append((mechanism, data.login.decode(), data.password.decode()))
        return AuthResult(success=self.logins[-1][1:] == (USER, PASSWORD), handled=False)

    async def handle_EHLO(self, _server, session, _envelope, hostname, responses):  # noqa: N802  # aiosmtpd's name
        session.host_name = hostname
        self.greeted.append(hostname)
        return responses

    async def handle_MAIL(self, _server, _session, envelope, address, options):  # noqa: N802  # aiosmtpd's name
        if self.mail_answer:
            return self.mail_answer
        envelope.mail_from, envelope.mail_options = address, options
        return "250 OK"

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802  # aiosmtpd's name
        if address in self.refused:
            return "550 5.1.1 there is nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, _session, envelope):  # noqa: N802  # aiosmtpd's name
        secret = bool(server.transport.get_extra_info("cipher"))
        self.taken.append((envelope.mail_from, tuple(envelope.rcpt_tos), envelope.content, secret))
        if self.after_data == "die":
            server.transport.abort()
        return self.after_data or f"250 2.0.0 queued as {len(self.taken)}"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serving(inbox, context=None, security=Security.STARTTLS, hide=(), **about):
    """A server with an inbox; yields its port. `hide` are ways to log in that it does not offer."""
    options = {"authenticator": inbox.authenticator, "auth_exclude_mechanism": list(hide), "ident": "quay"}
    if security is Security.STARTTLS:
        options |= {"tls_context": context, "require_starttls": bool(context), "auth_required": bool(context)}
    if security is Security.TLS:
        options |= {"ssl_context": context, "auth_require_tls": False}  # it takes this for no TLS
    port = free_port()
    controller = Controller(inbox, hostname="127.0.0.1", port=port, **(options | about))
    controller.start()
    try:
        yield port
    finally:
        controller.stop()
        controller.loop.close()


@contextlib.contextmanager
def scripted(*lines, hold=False):
    """A server that says these lines, the next after each that it hears, then hangs up or (`hold`) is silent."""
    over = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))
    heard = []

    def hear(talk, end):
        said = talk.recv(100_000)
        while said and not said.endswith(end):
            said += talk.recv(100_000)
        return said

    def answer():
        with contextlib.suppress(OSError), listener.accept()[0] as talk:
            talk.settimeout(10)
            for number, line in enumerate(lines):
                if number:
                    heard.append(hear(talk, b"\r\n.\r\n" if lines[number - 1].startswith("354") else b""))
                talk.sendall(line.encode() + b"\r\n")
            if hold:
                over.wait(10)
            elif lines:
                talk.recv(100_000)

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1], heard
    finally:
        over.set()
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(10)
