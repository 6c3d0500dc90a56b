"""Fetching: real servers on loopback, and names that lead where they should not."""

import contextlib
import gzip
import http.server
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib

import httpx
import pytest

from digest.errors import SourceError, UnreachableError
from digest.sources.web import connection, fetch, hosts, visit
from digest.sources.web.fetch import fetch as fetch_page

PAGE = b"<!doctype html><title>Fees</title><p>The harbour board has cut its fees.</p>"
_getaddrinfo = socket.getaddrinfo


class Site(http.server.ThreadingHTTPServer):
    """Answers from a table of paths; remembers what it was asked."""

    daemon_threads = True

    def __init__(self, answers):
        self.answers, self.asked, self.sent = answers, [], 0
        super().__init__(("127.0.0.1", 0), Handler)

    def handle_error(self, *_args):
        """A client that hangs up is what some of these tests want."""

    def url(self, path="/", host="127.0.0.1"):
        return f"http://{host}:{self.server_port}{path}"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        answer = self.server.answers.get(self.path, (404, {}, b"gone"))
        status, headers, content = answer(self) if callable(answer) else answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        for piece in [content] if isinstance(content, bytes) else content:
            self.wfile.write(piece)
            self.server.sent += len(piece)

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


@pytest.fixture
def site():
    with running(Site({})) as server:
        yield server


@pytest.fixture
def raw_server():
    """Says what it is told to, in pieces, with pauses: HTTP or not."""
    stop = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))
    threads = []

    def serve(pieces, pause):
        with listener.accept()[0] as client:
            client.settimeout(5)
            client.recv(65536)
            try:
                for piece in pieces:
                    client.sendall(piece)
                    if stop.wait(pause):
                        return
            except OSError:
                pass

    def start(*pieces, pause=0.0):
        threads.append(threading.Thread(target=serve, args=(pieces, pause), daemon=True))
        threads[-1].start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}/"

    yield start
    stop.set()
    for thread in threads:
        thread.join(5)
    listener.close()


@pytest.fixture
def names(monkeypatch):
    """Host names and the addresses that they have; a list of lists changes from call to call."""
    known = {}

    def look_up(host, port, *args, **kwargs):
        if host not in known:
            return _getaddrinfo(host, port, *args, **kwargs)
        found = known[host]
        addresses = found.pop(0) if isinstance(found[0], list) else found
        return [
            (socket.AF_INET6 if ":" in each else socket.AF_INET, 1, 6, "", (each, port)) for each in addresses
        ]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return known


@pytest.fixture
def open_loopback(monkeypatch):
    """127.0.0.1 passes for an address of the open web, and nothing else of this machine does."""
    real = hosts.is_public
    monkeypatch.setattr(visit, "is_public", lambda address: address == "127.0.0.1" or real(address))


def staged(url):
    return fetch_page(url, allow_private=True)


def refusal(url, kind=UnreachableError, **options):
    with pytest.raises(SourceError) as caught:
        fetch_page(url, **options)
    assert type(caught.value) is kind
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_comes_with_its_bytes_its_address_and_the_servers_charset(site):
    site.answers["/fees"] = (200, {"Content-Type": "text/html; charset=koi8-r"}, PAGE)
    captured = staged(site.url("/fees#top"))
    assert captured.raw == PAGE
    assert captured.name == site.url("/fees#top")
    assert captured.url == site.url("/fees")
    assert captured.encoding == "koi8-r"


def test_a_server_that_names_no_charset_leaves_it_open(site):
    site.answers["/"] = (200, {}, PAGE)
    assert staged(site.url()).encoding == ""


def test_it_says_who_asks_and_asks_for_no_more_than_it_can_unpack(site):
    site.answers["/"] = (200, {}, PAGE)
    staged(site.url())
    headers = site.asked[0][1]
    assert headers["User-Agent"].startswith("newsroom-digest/")
    assert "(fetches single pages for an editor)" in headers["User-Agent"]
    assert headers["Accept-Encoding"] == "gzip, deflate"
    assert "Cookie" not in headers


# where an address may lead


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "0", "localhost", "LOCALHOST",
        "10.0.0.8", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "198.18.0.1", "[::1]", "[::]", "[fe80::1]", "[fd00::1]", "[ff02::1]",
        "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[2002:7f00:1::]", "[64:ff9b::10.0.0.1]",
        "[64:ff9b:1::1]", "[2001:db8::1]", "[fec0::1]",
    ],
)  # fmt: skip
def test_no_spelling_of_a_private_address_is_asked(host, monkeypatch):
    monkeypatch.setattr(connection, "answer", None)
    assert "not on the open web" in refusal(f"http://{host}:9/")


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:4700::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34"]
)
def test_public_addresses_are_public(address):
    assert hosts.is_public(address)


def test_one_private_address_of_a_name_refuses_it(names):
    names["news.test"] = ["93.184.216.34", "10.0.0.1"]
    assert "leads to 10.0.0.1" in refusal("http://news.test/")


def test_a_name_that_leads_inside_is_refused_with_what_to_do_for_the_own_staging_host(names):
    names["staging.test"] = ["192.168.7.7"]
    assert "--allow-private" in refusal("https://staging.test/story")


def test_the_newsrooms_own_staging_host_is_fetched_when_allowed(site, names):
    names["staging.test"] = ["127.0.0.1"]
    site.answers["/"] = (200, {}, PAGE)
    assert staged(site.url(host="staging.test")).raw == PAGE
    assert site.asked[0][1]["Host"] == f"staging.test:{site.server_port}"


def test_a_name_that_changes_its_address_after_the_check_changes_nothing(site, names, monkeypatch):
    tried = []

    def refuse(_socket, address):
        tried.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    names["rebind.test"] = [["93.184.216.34"], ["127.0.0.1"]]
    assert "leads to 127.0.0.1" in refusal(site.url(host="rebind.test"))
    names["rebind.test"] = [["93.184.216.34"], ["93.184.216.34"], ["127.0.0.1"]]
    assert "takes no connection" in refusal(site.url(host="rebind.test"))
    assert set(tried) == {"93.184.216.34"}


def test_the_next_address_is_tried_when_one_does_not_connect(site, names):
    names["two.test"] = ["127.0.0.99", "127.0.0.1"]
    site.answers["/"] = (200, {}, PAGE)
    assert staged(site.url(host="two.test")).raw == PAGE


def test_a_name_nobody_knows_is_told():
    assert "cannot be found" in refusal("http://nowhere.invalid/")


def test_a_host_in_another_alphabet_is_asked_for_by_its_ascii_name(site, names):
    names["xn--hfen-loa.test"] = ["127.0.0.1"]
    site.answers["/"] = (200, {}, PAGE)
    staged(site.url(host="häfen.test"))
    assert site.asked[0][1]["Host"].startswith("xn--hfen-loa.test:")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://news.test/x",
        "file:///etc/passwd",
        "gopher://x/",
        "http://",
        "https:///x",
        "//news.test/",
        "nope",
    ],
)
def test_what_is_no_web_address_is_told(url):
    assert "is no web address" in refusal(url)


@pytest.mark.parametrize("url", ["http://[::1/", "http://a\x1b[31m.test/", "http://１２７.0.0.1/"])
def test_what_no_address_can_look_like_is_told_without_what_moves_the_cursor(url):
    assert "\x1b" not in refusal(url)


def test_a_login_in_an_address_is_refused_and_not_shown():
    told = refusal("https://editor:secret@news.test/story")
    assert "holds a login" in told
    assert "secret" not in told


# redirects


def test_redirects_are_followed_and_the_last_address_kept(site):
    site.answers["/old"] = (301, {"Location": "/newer"}, b"")
    site.answers["/newer"] = (307, {"Location": site.url("/new?a=1#here")}, b"")
    site.answers["/new?a=1"] = (200, {}, PAGE)
    assert staged(site.url("/old")).url == site.url("/new?a=1")


def test_ten_redirects_are_followed_and_an_endless_one_is_told(site):
    for number in range(10):
        site.answers[f"/{number}"] = (302, {"Location": f"/{number + 1}"}, b"")
    site.answers["/10"] = (200, {}, PAGE)
    site.answers["/loop"] = (302, {"Location": "/loop"}, b"")
    assert staged(site.url("/0")).url == site.url("/10")
    assert "without end" in refusal(site.url("/loop"), allow_private=True)
    assert [path for path, _ in site.asked].count("/loop") == 11


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("file:///etc/passwd", "is no web address"),
        ("ftp://news.test/", "is no web address"),
        ("javascript:alert(1)", "is no web address"),
        ("http://editor:pw@news.test/", "holds a login"),
        ("http://[::1", "points to an address that is none"),
        ("http://10.0.0.1/", "leads to 10.0.0.1"),
        ("http://2130706434/", "leads to 127.0.0.2"),
        ("//169.254.169.254/latest", "leads to 169.254.169.254"),
    ],
)
@pytest.mark.usefixtures("open_loopback")
def test_a_redirect_leads_nowhere_that_an_address_may_not(site, location, told):
    site.answers["/"] = (302, {"Location": location}, b"")
    assert told in refusal(site.url())


@pytest.mark.usefixtures("open_loopback")
def test_a_page_of_the_open_web_leads_nowhere_inside_even_when_private_hosts_are_allowed(site, names):
    names.update({"public.test": ["127.0.0.1"], "inside.test": ["127.0.0.2"]})
    site.answers["/"] = (302, {"Location": site.url("/secret", host="inside.test")}, b"")
    assert "leads to 127.0.0.2" in refusal(site.url(host="public.test"), allow_private=True)


def test_cookies_of_one_host_are_not_carried_on(site):
    site.answers["/"] = (302, {"Location": "/next", "Set-Cookie": "id=7; Path=/"}, b"")
    site.answers["/next"] = (200, {}, PAGE)
    staged(site.url())
    assert "Cookie" not in site.asked[1][1]


def test_proxies_of_the_environment_are_not_used(site, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    site.answers["/"] = (200, {}, PAGE)
    assert staged(site.url()).raw == PAGE


# how much, how long


def packed(content, wbits):
    packer = zlib.compressobj(wbits=wbits)
    return packer.compress(content) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "content"),
    [
        ("gzip", gzip.compress(PAGE, mtime=0)),
        ("x-gzip", gzip.compress(PAGE, mtime=0)),
        ("GZIP", gzip.compress(PAGE[:30], mtime=0) + gzip.compress(PAGE[30:], mtime=0)),
        ("gzip", gzip.compress(PAGE, mtime=0) + b"\0" * 20),
        ("deflate", packed(PAGE, 15)),
        ("deflate", packed(PAGE, -15)),
        ("identity", PAGE),
    ],
)
def test_a_packed_page_is_unpacked(site, coding, content):
    site.answers["/"] = (200, {"Content-Encoding": coding}, content)
    assert staged(site.url()).raw == PAGE


@pytest.mark.parametrize(
    "content", [b"no gzip", gzip.compress(PAGE, mtime=0)[:-9], gzip.compress(PAGE, mtime=0)[:20] + b"\0" * 90]
)
def test_a_damaged_packing_is_told(site, content):
    site.answers["/"] = (200, {"Content-Encoding": "gzip"}, content)
    assert "arrived damaged" in refusal(site.url(), SourceError, allow_private=True)


def test_an_unknown_packing_is_told(site):
    site.answers["/"] = (200, {"Content-Encoding": "br"}, PAGE)
    assert 'packed as "br"' in refusal(site.url(), SourceError, allow_private=True)


def test_a_gzip_bomb_is_unpacked_no_further_than_the_limit(site, monkeypatch):
    monkeypatch.setattr(fetch, "LIMIT", 1_000_000)
    unpacked = []
    real = zlib.decompressobj

    class Counting:
        def __init__(self, wbits):
            self._real = real(wbits)

        def decompress(self, data, most):
            unpacked.append(len(part := self._real.decompress(data, most)))
            return part

        def __getattr__(self, name):
            return getattr(self._real, name)

    monkeypatch.setattr(zlib, "decompressobj", Counting)
    site.answers["/"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"\0" * 50_000_000, mtime=0))
    assert "is over 1 MB" in refusal(site.url(), SourceError, allow_private=True)
    assert sum(unpacked) == 1_000_001


def test_gzip_that_never_says_anything_ends(site, monkeypatch):
    monkeypatch.setattr(fetch, "LIMIT", 100_000)
    empty = zlib.compressobj(wbits=31)
    silence = empty.flush(zlib.Z_FULL_FLUSH) * 1000
    site.answers["/"] = (200, {"Content-Encoding": "gzip"}, (silence for _ in range(10_000)))
    assert "damaged" in refusal(site.url(), SourceError, allow_private=True)
    assert site.sent < 20_000_000


def test_a_stream_of_two_hundred_megabytes_is_left_soon_after_the_limit(site, monkeypatch):
    monkeypatch.setattr(fetch, "LIMIT", 1_000_000)
    piece = b"<p>more</p>" * 6000
    site.answers["/"] = (200, {}, (piece for _ in range(3000)))
    assert "is over 1 MB" in refusal(site.url(), SourceError, allow_private=True)
    time.sleep(0.1)
    assert site.sent < 20_000_000


def test_a_page_that_announces_too_much_is_left_at_once(site):
    site.answers["/"] = (200, {"Content-Length": "200000000"}, b"<p>")
    assert "is over 20 MB" in refusal(site.url(), SourceError, allow_private=True)


def test_a_page_just_within_the_limit_is_taken(site, monkeypatch):
    monkeypatch.setattr(fetch, "LIMIT", len(PAGE))
    site.answers["/"] = (200, {}, PAGE)
    assert staged(site.url()).raw == PAGE
    site.answers["/"] = (200, {}, PAGE + b"!")
    assert "too much" in refusal(site.url(), SourceError, allow_private=True)


def test_a_page_shorter_than_it_said_is_not_taken_for_whole(raw_server):
    url = raw_server(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<p>The board")
    assert "broke off" in refusal(url, allow_private=True)


def test_a_page_longer_than_it_said_ends_where_it_said(raw_server):
    assert staged(raw_server(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n<p>evil")).raw == b"<p>"


def test_what_does_not_speak_http_is_told(raw_server):
    assert "does not speak HTTP" in refusal(raw_server(b"SSH-2.0-OpenSSH_9.6\r\n"), allow_private=True)


@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"]
)
def test_a_slow_drip_of_headers_or_text_ends_at_the_deadline(raw_server, monkeypatch, head):
    monkeypatch.setattr(fetch, "DEADLINE", 0.5)
    url = raw_server(head, *[b"a"] * 200, pause=0.05)
    assert "takes longer than 0.5 seconds" in refusal(url, allow_private=True)


def test_a_server_that_falls_silent_is_told(raw_server, monkeypatch):
    monkeypatch.setattr(connection, "READ", 0.2)
    url = raw_server(b"HTTP/1.1 200 OK\r\n\r\n<p>The", b"never", pause=3)
    assert "has stopped sending" in refusal(url, allow_private=True)


def test_a_name_that_takes_for_ever_to_resolve_ends_at_the_deadline(monkeypatch):
    monkeypatch.setattr(fetch, "DEADLINE", 0.2)
    answered = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: answered.wait(5) and [])
    assert "takes longer" in refusal("http://slow.test/")
    answered.set()


def test_a_port_where_nobody_listens_is_told():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert "takes no connection" in refusal(f"http://127.0.0.1:{port}/", allow_private=True)


def test_control_c_passes_through(monkeypatch):
    def interrupted(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(fetch, "within", interrupted)
    with pytest.raises(KeyboardInterrupt):
        fetch_page("http://news.test/")


# what comes back


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (401, "asks for a login; save the page"), (402, "subscription"), (403, "does not let programs read it"),
        (404, "there is no such page; check"), (410, "taken down"), (418, "does not let programs"),
        (429, "asked too often"), (451, "legal reasons"), (400, "refuses the request"), (500, "trouble of its own"),
        (503, "try again later"), (204, "nothing to read"), (206, "only a part"), (302, "without saying where"),
        (304, "without saying where"),
    ],
)  # fmt: skip
def test_an_error_page_is_told_by_what_it_means(site, status, told):
    site.answers["/"] = (status, {"Content-Length": "0"}, b"")
    message = refusal(site.url(), allow_private=True)
    assert f"answers {status}" in message
    assert told in message


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("image/png", "a picture"),
        ("Application/PDF", "a PDF"),
        ("audio/mpeg", "sound"),
        ("video/mp4", "a film"),
    ],
)
def test_what_is_no_text_is_refused_by_its_name(site, kind, told):
    site.answers["/"] = (200, {"Content-Type": kind}, b"x")
    assert told in refusal(site.url(), SourceError, allow_private=True)


@pytest.mark.parametrize(
    "kind",
    [
        "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/rss+xml",
        "application/atom+xml; charset=utf-8", "text/xml", "application/feed+json", "application/octet-stream", "html",
    ],
)  # fmt: skip
def test_pages_text_and_feeds_are_taken(site, kind):
    site.answers["/"] = (200, {"Content-Type": kind}, PAGE)
    assert staged(site.url()).raw == PAGE


# robots.txt


def robots(site, text, status=200):
    site.answers["/robots.txt"] = (status, {"Content-Type": "text/plain"}, text)
    site.answers["/story"] = (200, {}, PAGE)


@pytest.mark.parametrize(
    "text", [b"User-agent: *\nDisallow: /", b"user-agent: newsroom-digest\ndisallow: /st"]
)
@pytest.mark.usefixtures("open_loopback")
def test_a_host_that_wants_no_programs_is_left_alone(site, text):
    robots(site, text)
    told = refusal(site.url("/story"))
    assert "robots.txt" in told
    assert "save the page in your browser" in told
    assert [path for path, _ in site.asked] == ["/robots.txt"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (b"User-agent: *\nDisallow: /private", 200), (b"User-agent: OtherBot\nDisallow: /", 200), (b"", 200),
        (b"\xff\xfe\0<html>Disallow", 200), ("Crawl-delay: ²\nUser-agent: *\nCrawl-delay: ²".encode(), 200),
        (b"User-agent: *\nDisallow: /", 404), (b"User-agent: *\nDisallow: /", 403), (b"User-agent: *\nDisallow: /", 500),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("open_loopback")
def test_a_host_that_does_not_mind_or_has_no_rules_is_read(site, text, status):
    robots(site, text, status)
    assert fetch_page(site.url("/story")).raw == PAGE


@pytest.mark.usefixtures("open_loopback")
def test_rules_that_lead_in_a_circle_forbid_nothing(site):
    robots(site, b"")
    site.answers["/robots.txt"] = (302, {"Location": "/robots.txt"}, b"")
    assert fetch_page(site.url("/story")).raw == PAGE


@pytest.mark.usefixtures("open_loopback")
def test_rules_of_endless_length_are_read_as_far_as_half_a_megabyte(site):
    robots(site, (line for line in [b"User-agent: *\nDisallow: /st\n", *[b"# dull\n" * 10_000] * 3000]))
    assert "robots.txt" in refusal(site.url("/story"))
    time.sleep(0.1)
    assert site.sent < 20_000_000


@pytest.mark.usefixtures("open_loopback")
def test_the_rules_of_a_host_are_asked_for_once(site):
    robots(site, b"")
    site.answers["/old"] = (302, {"Location": "/story"}, b"")
    fetch_page(site.url("/old"))
    assert [path for path, _ in site.asked] == ["/robots.txt", "/old", "/story"]


@pytest.mark.usefixtures("open_loopback")
def test_rules_that_lead_inside_are_not_followed(site, names):
    names["inside.test"] = ["127.0.0.2"]
    robots(site, b"")
    site.answers["/robots.txt"] = (302, {"Location": site.url("/secret", host="inside.test")}, b"")
    assert fetch_page(site.url("/story")).raw == PAGE
    assert "/secret" not in [path for path, _ in site.asked]


def test_a_staging_host_is_not_asked_for_its_rules(site):
    robots(site, b"User-agent: *\nDisallow: /")
    assert staged(site.url("/story")).raw == PAGE


# TLS


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A certificate of news.test and its key in one file, signed by itself."""
    if not shutil.which("openssl"):
        pytest.skip("this system has no openssl")
    file = tmp_path_factory.mktemp("tls") / "news.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.test -addext subjectAltName=DNS:news.test"
    subprocess.run(
        [*command.split(), "-keyout", file, "-out", f"{file}.crt"], check=True, capture_output=True
    )
    file.write_bytes(file.read_bytes() + file.with_name("news.pem.crt").read_bytes())
    return file


@pytest.fixture
def tls_site(certificate, names):
    names.update({"news.test": ["127.0.0.1"], "other.test": ["127.0.0.1"]})
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = Site({"/": (200, {}, PAGE)})
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with running(server):
        yield server


@pytest.fixture
def trusted(certificate, monkeypatch):
    monkeypatch.setattr("certifi.where", lambda: str(certificate))


@pytest.mark.usefixtures("trusted")
def test_a_host_that_proves_its_name_is_read_though_its_address_was_asked(tls_site):
    url = f"https://news.test:{tls_site.server_port}/"
    assert staged(url).raw == PAGE
    assert staged(url).url == url


def test_a_certificate_nobody_trusts_is_told(tls_site):
    told = refusal(f"https://news.test:{tls_site.server_port}/", allow_private=True)
    assert "does not prove who it is" in told
    assert "save the page" in told


@pytest.mark.usefixtures("trusted")
def test_a_certificate_of_another_name_is_told(tls_site):
    told = refusal(f"https://other.test:{tls_site.server_port}/", allow_private=True)
    assert "does not prove who it is" in told


@pytest.mark.usefixtures("trusted")
def test_a_connection_that_one_name_proved_is_not_used_for_another_at_its_address(tls_site, monkeypatch):
    monkeypatch.setattr(Handler, "protocol_version", "HTTP/1.1")  # which keeps connections open
    tls_site.answers["/"] = (200, {"Content-Length": str(len(PAGE))}, PAGE)
    with connection.plain_transport() as transport:
        for name, expected in (
            ("news", contextlib.nullcontext()),
            ("other", pytest.raises(UnreachableError)),
        ):
            url = httpx.URL(f"https://{name}.test:{tls_site.server_port}/")
            with expected, connection.answer(transport, url, ("127.0.0.1",)) as response:
                assert b"".join(response.iter_raw()) == PAGE


def test_tls_asked_of_a_host_without_it_is_told(site):
    assert "has no sound TLS" in refusal(site.url().replace("http:", "https:"), allow_private=True)
