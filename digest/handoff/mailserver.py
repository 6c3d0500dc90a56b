"""A connection to a mail server, secret and logged in (RFC 6409), or the reason why there is none.

Rule 1. Nothing is said in the open. TLS comes first, and the server's certificate and name are checked,
        always; without TLS only to this computer.
Rule 2. The password goes through TLS only, and never stands in what is told: a server that did not understand
        it may repeat it.
Rule 3. Whatever a server answers may be anything: it is told as one line, and not all of a long one.
"""

import smtplib
import socket
import ssl
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress

from digest.errors import DigestError, InputError, RefusedError, UnreachedError
from digest.handoff.loopback import is_this_computer
from digest.handoff.retold import retold
from digest.model import ProofSettings, Security

PATIENCE = 60.0  # seconds for each answer; some servers look for spam before they answer
_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}  # RFC 6409, RFC 8314
_US = "[127.0.0.1]"  # whom we say we are: the name of an editor's computer is nobody's business
_HERE = "under [proof] in digest.toml"
_YES = range(200, 300)  # RFC 5321, 4.2.1
_GO_ON = 334  # RFC 4954, 4
_LOGIN_REFUSED = {530, 534, 535, 538}  # RFC 4954, 6
_WRONG_NAME = {62, 64}  # X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH
_OUTDATED = {9, 10}  # X509_V_ERR_CERT_NOT_YET_VALID, X509_V_ERR_CERT_HAS_EXPIRED
_LONGEST_ANSWER = 400  # letters


@contextmanager
def signed_in(server: ProofSettings, password: str, patience: float) -> Iterator[smtplib.SMTP]:
    """The connection, ended politely; `patience` is how many seconds each answer may take.

    Raises:
        InputError: the settings cannot be worked with.
        UnreachedError: there is no server, or none that is to be trusted.
        RefusedError: the server does not let us in.
    """
    _check(server)
    context = _context(server)
    with ExitStack() as closing:
        try:
            smtp = _connected(server, context, patience)
            closing.callback(smtp.close)
            _make_secret(smtp, server, context)
            if server.user:
                _log_in(smtp, server, password)
        except (OSError, ValueError) as error:
            raise _our_error(error, server, patience) from None
        yield smtp
        with suppress(OSError):
            smtp.quit()


def is_yes(code: int) -> bool:
    """Whether an answer of that number means that what was asked was done."""
    return code in _YES


def told(code: int, answer: bytes | str, secrets: Sequence[str] = ()) -> str:
    """A server's answer as one line that cannot steer a terminal, without the secrets."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return f"{code} {retold(text, secrets, _LONGEST_ANSWER)}".rstrip()


def port_of(server: ProofSettings) -> int:
    """The port that is asked: the usual one where none is named."""
    return server.port or _PORTS[server.security]


def _check(server: ProofSettings) -> None:
    if not server.host:
        raise InputError(f"there is no mail server; write host {_HERE}")
    if server.security is not Security.NONE:
        return
    if not is_this_computer(server.host):
        raise InputError(
            f'no mail goes to {server.host} in the open; write security = "starttls", or "tls", {_HERE}'
        )
    if server.user:
        raise InputError(f'no password is sent without TLS; take out user, or security = "none", {_HERE}')


def _context(server: ProofSettings) -> ssl.SSLContext:
    """What the system trusts, and a house's own authority beside it."""
    context = ssl.create_default_context()
    if server.ca_file:
        try:
            context.load_verify_locations(server.ca_file)
        except OSError as error:
            why = "there is no certificate in it" if isinstance(error, ssl.SSLError) else error.strerror
            raise InputError(f"{server.ca_file}: cannot be used ({why}); mend ca_file {_HERE}") from None
    return context


def _connected(server: ProofSettings, context: ssl.SSLContext, patience: float) -> smtplib.SMTP:
    host, port = server.host, port_of(server)
    if server.security is Security.TLS:
        return smtplib.SMTP_SSL(host, port, _US, timeout=patience, context=context)
    return smtplib.SMTP(host, port, _US, timeout=patience)


def _make_secret(smtp: smtplib.SMTP, server: ProofSettings, context: ssl.SSLContext) -> None:
    smtp.ehlo_or_helo_if_needed()
    if server.security is not Security.STARTTLS:
        return
    if not smtp.has_extn("starttls"):
        raise RefusedError(
            f"{_place(server)}: the mail server offers no STARTTLS, so nothing was said; if it speaks TLS "
            f'from the start, mostly on port 465, write security = "tls" {_HERE}'
        )
    smtp.starttls(context=context)
    smtp.ehlo_or_helo_if_needed()  # what it offers may differ within TLS (RFC 3207, 4.2)


def _log_in(smtp: smtplib.SMTP, server: ProofSettings, password: str) -> None:
    """PLAIN (RFC 4616), else LOGIN. `smtplib`'s own knows no letters but ASCII's, and shows the password."""
    ways = smtp.esmtp_features.get("auth", "").upper().split()
    name, word, both = map(_base64, (server.user, password, f"\0{server.user}\0{password}"))
    if "PLAIN" in ways:
        code, answer = smtp.docmd("AUTH", f"PLAIN {both}")
    elif "LOGIN" in ways:
        code, answer = smtp.docmd("AUTH", "LOGIN")
        for said in (name, word):
            code, answer = smtp.docmd(said) if code == _GO_ON else (code, answer)
    else:
        raise RefusedError(
            f"{_place(server)}: the mail server offers no login with a password "
            f"({' '.join(ways) or 'nor any other'}); if it needs none, take out user {_HERE}"
        )
    if not is_yes(code):
        raise RefusedError(
            f"{_place(server)}: {_no_entry(server, code, told(code, answer, (password, word, both)))}", code
        )


def _base64(text: str) -> str:
    return b64encode(text.encode("utf-8", "replace")).decode()


def _no_entry(server: ProofSettings, code: int, said: str) -> str:
    if code not in _LOGIN_REFUSED:
        return f"the mail server lets nobody log in now ({said}); try again later"
    return (
        f'the mail server does not take the password of "{server.user}" ({said}); some want one made for '
        "programs (an app password). Store the right one with: digest login smtp"
    )


def _our_error(error: OSError | ValueError, server: ProofSettings, patience: float) -> DigestError:
    """Our error for one of the network's, or of a server's answers."""
    other = "tls" if server.security is Security.STARTTLS else "starttls"
    perhaps = f'perhaps the port is the wrong one, or wants security = "{other}" {_HERE}'
    match error:
        case smtplib.SMTPResponseException(smtp_code=-1):
            why = f"what answers there is no mail server; {perhaps}"
        case smtplib.SMTPResponseException():
            said = told(error.smtp_code, error.smtp_error)
            return RefusedError(f"{_place(server)}: the mail server says {said}", error.smtp_code)
        case TimeoutError() | smtplib.SMTPServerDisconnected(__context__=TimeoutError()):
            why = f"no answer within {patience:g} seconds; {perhaps}"
        case smtplib.SMTPServerDisconnected():
            why = f"the mail server closed the connection; {perhaps}"
        case ssl.SSLCertVerificationError():
            why = f"{_distrust(error)}; nothing was sent"
        case ssl.SSLError():
            why = f"no TLS comes about ({error.reason or 'no reason given'}); {perhaps}"
        case socket.gaierror():
            why = f"nobody knows a host of that name; mend host {_HERE}, or look at the network"
        case OSError():
            why = f"cannot be reached ({error.strerror or type(error).__name__}); {perhaps}"
        case _:
            return InputError(f'"{server.host}" is no name of a host; mend host {_HERE}')
    return UnreachedError(f"{_place(server)}: {why}")


def _distrust(error: ssl.SSLCertVerificationError) -> str:
    if error.verify_code in _WRONG_NAME:
        return f"its certificate is for another host; write the name that it is for as host {_HERE}"
    if error.verify_code in _OUTDATED:
        return "its certificate has expired, or is not valid yet; whoever keeps the server must renew it"
    return (
        f"its certificate is from nobody whom this computer trusts ({error.verify_message}); if it is from "
        f"your house's own authority, name the file of that as ca_file {_HERE}"
    )


def _place(server: ProofSettings) -> str:
    return f"{server.host}, port {port_of(server)}"
