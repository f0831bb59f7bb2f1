"""Servers that misbehave on purpose, and what scenarios that are there for one test only begin with."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A server on loopback: each path has its answer. `asked` is what it was asked, method and path."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    url: str = ""
    gone: bool = False

    def page(self, path: str, html: str, **headers: str) -> None:
        """Answer a path with a page."""
        self.content(path, html.encode(), "text/html; charset=utf-8", **headers)

    def content(self, path: str, body: bytes, type: str, **headers: str) -> None:
        """Answer a path with any content; underscores of header names stand for dashes."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(200)
            request.send_header("Content-Type", type)
            request.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            with suppress(OSError):
                request.wfile.write(body)

        self.answers[path] = answer


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    """Serve a site on a free port until the context is left."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if site.gone:
                self.close_connection = True
                return
            path = self.path.partition("?")[0]
            site.asked.append(f"{self.command} {path}")
            length = int(self.headers.get("Content-Length") or 0)
            if length:
                self.rfile.read(length)
            answer = site.answers.get(path)
            try:
                if answer is None:
                    self.send_response(404)
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                else:
                    answer(self)
            except OSError:
                self.close_connection = True

        do_POST = do_PUT = do_DELETE = do_HEAD = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    site.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as site:
        yield site


HEAD = """from playwright.sync_api import Page, expect

from scenarios import Area, Audience, Walk, scenario


def declared(id, sends=None):
    return scenario(id=id, title=f"Prov {id}", area=Area.GEMENSAMT, audience=Audience.INVANARE, surface="kundportal",
                    story="Jag är en provare.", sends=sends)


"""
