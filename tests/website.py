"""A small real server on loopback for tests that ask addresses."""

import contextlib
import http.server
import shutil
import ssl
import subprocess
import threading
import time

import pytest


class Website(http.server.ThreadingHTTPServer):
    """Answers from a table of paths (status, headers); remembers who asked for what, and when.

    A path in `get_only` is refused for HEAD; one in `slow` takes its seconds.
    """

    daemon_threads = True

    def __init__(self, answers, get_only=(), slow=None):
        self.answers, self.get_only, self.slow = dict(answers), set(get_only), slow or {}
        self.asked, self.times, self.at_once, self.most_at_once = [], [], 0, 0
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, *_args):
        """A client that hangs up is what some tests want."""

    def url(self, path="/", host="127.0.0.1"):
        return f"http://{host}:{self.server_port}{path}"


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self):
        self._answer(refused=self.path in self.server.get_only)

    def do_GET(self):
        self._answer(refused=False)

    def _answer(self, *, refused):
        site = self.server
        site.asked.append((self.command, self.path))
        site.times.append(time.monotonic())
        site.at_once += 1
        site.most_at_once = max(site.most_at_once, site.at_once)
        time.sleep(site.slow.get(self.path, 0))
        status, headers = (405, {}) if refused else site.answers.get(self.path, (404, {}))
        site.at_once -= 1
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_args):
        pass


@contextlib.contextmanager
def running(server):
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@contextlib.contextmanager
def untrusted(folder):
    """A running server whose certificate nobody but itself has signed."""
    if not shutil.which("openssl"):
        pytest.skip("this system has no openssl")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=quay.test"
    subprocess.run([*command.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = Website({"/": (200, {})})
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with running(server):
        yield f"https://127.0.0.1:{server.server_port}/"
