"""A provider's API on loopback that answers what a test tells it to, in the order it tells it."""

import http.server
import json

from website import running

OK = (200, {"Content-Type": "application/json"}, b'{"id": "1"}')
LOST = "the connection is closed before anything is answered"


class ApiServer(http.server.ThreadingHTTPServer):
    """Answers from a queue of (status, headers, body), then OK; remembers every request."""

    daemon_threads = True

    def __init__(self, *answers):
        self.answers, self.requests = list(answers), []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def base(self):
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, *_args):
        """A client that hangs up is what some tests want."""


class _Handler(http.server.BaseHTTPRequestHandler):
    def _answer(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        said = json.loads(body) if body else None
        self.server.requests.append((self.command, self.path, dict(self.headers), said))
        answer = self.server.answers.pop(0) if self.server.answers else OK
        if answer is LOST:
            self.close_connection = True
            return
        status, headers, content = answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer  # noqa: N815 - names that http.server asks for

    def log_message(self, *_args):
        pass


def serving(*answers):
    """A server with these answers, running."""
    return running(ApiServer(*answers))
