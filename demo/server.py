"""Serves the application on this machine for as long as someone needs it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask
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

    Beslutsstöd, which Esset shows in a frame, is served from an origin of its own: a second free port.
    Raises ValueError for an unknown build, OSError where the port is taken.
    """
    app = create_app(faults_of(build))
    with _serving(app, host, port) as esset, _serving(app, host, 0) as decision_support:
        app.config.update(ESSET=esset, BESLUTSSTOD=decision_support)
        yield Served(esset)


@contextmanager
def _serving(app: Flask, host: str, port: int) -> Iterator[str]:
    """One origin of an application: its address."""
    server = make_server(host, port, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, name="esset", daemon=True)
    thread.start()
    try:
        yield f"http://{host}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
