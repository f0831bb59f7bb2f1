"""Serves the application on this machine for as long as someone needs it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from werkzeug.serving import WSGIRequestHandler, make_server

from demo.app import create_app
from demo.faults import build as faults_of


@dataclass(frozen=True)
class Served:
    """A running Esset. `url` has no slash at its end."""

    url: str


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"  # Kept connections: a page with all its parts is one or two instead of twenty.

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: the run has its own journal."""


@contextmanager
def serve(build: str = "delivered", host: str = "127.0.0.1", port: int = 0) -> Iterator[Served]:
    """Serve a build (see `demo.build`) on a free port, or on `port`, until the context is left.

    Raises ValueError for an unknown build, OSError where the port is taken.
    """
    server = make_server(host, port, create_app(faults_of(build)), threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, name="esset", daemon=True)
    thread.start()
    try:
        yield Served(f"http://{host}:{server.server_port}")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
