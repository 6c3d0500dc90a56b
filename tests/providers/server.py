"""A mail provider on this computer: a real HTTP server that takes nothing its description does not name.

    with Server("mailchimp") as server:
        ...                      an adapter with url=server.url and key=server.key

Every request is held against the provider's own API description (`reading.py`) and what we add to it
(`overlays.py`); what is done then is played by a class in `played/`. A request that is not right, and any that
would reach readers, is refused as that provider refuses, and stands in `server.faults`: the `with` fails at its
end, whatever the adapter made of the answer. A wrong key, an unknown id and a draft that may not be changed any
more are no faults, only refused.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SHUT_RDWR, socket
from threading import Event, Lock, Thread
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from played.brevo import Brevo
from played.buttondown import Buttondown
from played.house import Call, House, RefusalError, Reply, get
from played.klaviyo import Klaviyo
from played.listmonk import Listmonk
from played.mailchimp import Mailchimp
from played.mailjet import Mailjet
from played.resend import Resend
from played.sendgrid import Sendgrid
from reading import Operation, description
from trouble import Trouble

HOUSES = (Brevo, Buttondown, Klaviyo, Listmonk, Mailchimp, Mailjet, Resend, Sendgrid)


@dataclass(frozen=True)
class Asked:
    """A request as it came; `path` is without the provider's base path, `body` as JSON where it is that."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    content: bytes

    @property
    def body(self) -> Any:
        return json.loads(self.content) if self.content else None


class Server:
    """One provider. `url` is its address with its base path, `origin` without, `key` the one it takes.

    `requests` are all that came, `changes` what they did to drafts, as ("created", id), `faults` what was wrong.
    With `says_anything` its own answers may be other than its description has them.
    """

    def __init__(self, provider: str) -> None:
        self.description = description(provider)
        self.house: House = next(house for house in HOUSES if house.provider == provider)()
        self.key = self.house.key
        self.requests: list[Asked] = []
        self.faults: list[str] = []
        self.says_anything = False
        self._scripts: list[tuple[str, str, list[Trouble | None]]] = []
        self._lock = Lock()
        self.ending = Event()
        self._door = Door(("127.0.0.1", 0), Handler)
        self._door.house = self
        self.origin = f"http://127.0.0.1:{self._door.server_port}"
        self.url = self.origin + self.house.base

    def __enter__(self) -> Self:
        self._thread = Thread(target=self._door.serve_forever, args=(0.005,))
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.ending.set()
        self._door.shutdown()
        self._thread.join()
        self._door.server_close()
        if kind is None:
            assert not self.faults, "\n".join(self.faults)

    @property
    def changes(self) -> list[tuple[str, str]]:
        return self.house.changes

    @property
    def drafts(self) -> list[str]:
        """The ids of all drafts there, oldest first."""
        return list(self.house.drafts)

    def held(self, ident: str) -> dict[str, Any]:
        """A draft as it stands there: name, subject, preheader, html, text, from_…, reply_to, audience, state.

        What a provider has no field for is not in it, or None.
        """
        return self.house.held(ident)

    def raw(self, ident: str) -> dict[str, Any]:
        """A draft in the provider's own words."""
        return self.house.drafts[ident]

    def script(self, method: str, path: str, troubles: Iterable[Trouble | None]) -> None:
        """What happens to the next requests that fit; `path` is without the base, with * for anything."""
        self._scripts.append((method, path, list(troubles)))

    def edit(self, ident: str, **fields: Any) -> None:
        """Somebody changes a draft there; the names are those of `held`."""
        with self._lock:
            self.house.edit(ident, fields)

    def set_status(self, ident: str, state: str) -> None:
        """Somebody schedules or sends it there: draft, scheduled, sending or sent, or the provider's word."""
        with self._lock:
            *way, last = self.house.state_at
            get(self.house.drafts[ident], tuple(way))[last] = self.house.states.get(state, state)

    def delete(self, ident: str) -> None:
        with self._lock:
            self.house.erase(ident)

    def born(self, state: str) -> None:
        """From now on whatever is created has this state: the provider does what nobody asked."""
        self.house.born = self.house.states.get(state, state)

    def crowd(self, many: int, name: str = "Somebody else's {}") -> None:
        """So many more drafts of other people's."""
        with self._lock:
            for number in range(many):
                self.house.crowd(name.format(number))

    def forgive(self) -> list[str]:
        """What was wrong so far, which then no longer counts."""
        told, self.faults = self.faults, []
        return told

    def answer(self, asked: Asked, full_path: str) -> tuple[Reply | None, float, str]:
        """What to answer (None: nothing), after how long, and of which content type."""
        with self._lock:
            self.requests.append(asked)
            trouble = self._trouble(asked)
            if trouble is None:
                return self._done(asked, full_path), 0.0, ""
            if trouble.carried_out:
                self._done(asked, full_path)
            if not trouble.status:
                return None, trouble.seconds, ""
            if trouble.content_type:
                return (
                    Reply(trouble.status, trouble.words, trouble.headers),
                    trouble.seconds,
                    trouble.content_type,
                )
            told = self.house.error(RefusalError(trouble.status, trouble.words))
            return Reply(trouble.status, told, trouble.headers), trouble.seconds, ""

    def _trouble(self, asked: Asked) -> Trouble | None:
        for method, path, troubles in self._scripts:
            if troubles and method in ("*", asked.method) and fnmatchcase(asked.path, path):
                return troubles.pop(0)
        return None

    def _done(self, asked: Asked, full_path: str) -> Reply:
        try:
            operation, call = self._understood(asked, full_path)
            reply = self.house.answer(call)
            return self._checked(operation, reply)
        except RefusalError as refused:
            return Reply(refused.status, self.house.error(refused))
        except Exception as error:  # noqa: BLE001 - whatever breaks here must fail the test, not its thread
            self.faults.append(f"{asked.method} {full_path}: the played provider broke: {error!r}")
            return Reply(500, self.house.error(RefusalError(500, "The played provider broke.")))

    def _understood(self, asked: Asked, full_path: str) -> tuple[Operation, Call]:
        """The request as an operation; raises RefusalError, and writes down the faults."""
        if not self.house.admits(asked.headers):
            raise RefusalError(401, "This key is not known here.")
        inside = full_path.startswith(self.house.base)
        operation, slots, known = self.description.operation(asked.method, asked.path)
        told = f"{asked.method} {full_path}"
        if operation is None or not inside:
            self.faults.append(f"{told}: no such operation")
            raise RefusalError(405 if known and inside else 404, "There is no such operation.")
        query, faults = self._query(operation, asked)
        faults += (
            self.house.misses(asked.headers) + self._sending(operation, asked) + self._body(operation, asked)
        )
        if faults:
            self.faults += [f"{told}: {fault}" for fault in faults]
            raise RefusalError(
                422 if self.house.provider == "buttondown" else 400,
                "The request is not right.",
                tuple(faults),
            )
        slots = {name: unquote(value) for name, value in slots.items()}
        return operation, Call(
            operation.name, slots, query, asked.headers, asked.body if operation.body else None
        )

    def _query(self, operation: Operation, asked: Asked) -> tuple[dict[str, Any], list[str]]:
        parameters = {each.name: each for each in operation.parameters if each.where == "query"}
        values: dict[str, Any] = {}
        faults = [
            f"query: {name} is required"
            for name, each in parameters.items()
            if each.required and name not in dict(asked.query)
        ]
        for name, text in asked.query:
            if name not in parameters:
                faults.append(f"query: there is no parameter {name}")
                continue
            schema = parameters[name].schema
            value = typed(text, schema)
            values[name] = values[name] + value if name in values and isinstance(value, list) else value
            faults += [f"query {name}: {fault}" for fault in self.description.fits(schema, value)]
        return values, faults

    def _body(self, operation: Operation, asked: Asked) -> list[str]:
        if not operation.body:
            return ["a body was sent, which this operation has none of"] if asked.content else []
        kind = asked.headers.get("content-type", "").partition(";")[0].strip()
        if kind != operation.content_type:
            return [f"the content type is {kind}, and should be {operation.content_type}"]
        try:
            body = asked.body
        except ValueError as error:
            return [f"the body is no JSON: {error}"]
        return self.description.faults(operation.body, body)

    def _sending(self, operation: Operation, asked: Asked) -> list[str]:
        """What in this request would reach readers."""
        overlay = self.description.overlay
        told = [f"WOULD SEND: {each.reason}" for each in overlay.sends if each.operation == operation.name]
        body = asked.body if asked.content else None
        for never in overlay.never:
            value = get(body, never.at)
            if never.where == operation.name and value is not None and value not in never.unless:
                told.append(f"WOULD SEND: {'.'.join(never.at)} is {value!r}: {never.reason}")
        return told

    def _checked(self, operation: Operation, reply: Reply) -> Reply:
        """The reply, filled up with what its description asks for; ours must be right as well."""
        pointer = operation.responses.get(str(reply.status), "")
        if self.says_anything or operation.name in self.description.overlay.misdescribed:
            return reply
        if not pointer:
            if not operation.extra and str(reply.status) not in operation.responses and reply.status != 204:
                self.faults.append(
                    f"{operation.name}: the played answer {reply.status} is not in the description"
                )
            return reply
        body = self.description.filled(pointer, reply.body)
        unlike = self.description.unlike(pointer, body)
        self.faults += [f"{operation.name}: the played answer: {fault}" for fault in unlike]
        return Reply(reply.status, body, reply.headers)


class Door(ThreadingHTTPServer):
    """Closes every connection at the end and waits for its thread."""

    daemon_threads = False
    request_queue_size = 64
    house: Server

    def __init__(self, *args: Any) -> None:
        self._open: set[socket] = set()
        super().__init__(*args)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        for request in list(self._open):
            hang_up(request)
        super().server_close()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Door

    def _any(self) -> None:
        house = self.server.house
        content = self.rfile.read(int(self.headers.get("content-length", 0)))
        parts = urlsplit(self.path)
        asked = Asked(
            self.command,
            parts.path.removeprefix(house.house.base) or "/",
            tuple(parse_qsl(parts.query, keep_blank_values=True)),
            {name.lower(): value for name, value in self.headers.items()},
            content,
        )
        reply, seconds, kind = house.answer(asked, parts.path)
        if seconds:
            house.ending.wait(seconds)
        if reply is None:
            self.close_connection = True
            hang_up(self.connection)
            return
        self._say(reply, kind or (house.house.error_type if reply.status >= 400 else self._kind()))

    def _kind(self) -> str:
        return (
            "application/vnd.api+json"
            if self.server.house.house.provider == "klaviyo"
            else "application/json"
        )

    def _say(self, reply: Reply, kind: str) -> None:
        body = (
            b""
            if reply.body is None
            else reply.body.encode()
            if isinstance(reply.body, str)
            else json.dumps(reply.body).encode()
        )
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status != 204:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _any  # noqa: N815 - the names http.server calls

    def log_message(self, *_: object) -> None:
        """Says nothing: `Server.requests` holds it all."""


def typed(text: str, schema: Mapping[str, Any]) -> Any:
    """A parameter's text as what it is meant to be; as text where it cannot be that."""
    kind = schema.get("type")
    if kind == "array":
        return [typed(each, schema.get("items", {})) for each in text.split(",")]
    if kind == "boolean":
        return {"true": True, "false": False}.get(text, text)
    if kind == "integer" or any(each.get("type") == "integer" for each in schema.get("anyOf", [])):
        return int(text) if text.lstrip("-").isdigit() else text
    return text


def hang_up(connection: socket) -> None:
    try:
        connection.shutdown(SHUT_RDWR)
    except OSError:
        return
