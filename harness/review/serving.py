"""Serves the review pages on the machine's own address, for as long as the reviewer sits there."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server

from harness.errors import UsageError
from harness.review.app import Sitting, create_app

HOST = "127.0.0.1"


class _Quiet(WSGIRequestHandler):
    """Writes no log: every address holds the sitting's token."""

    def log(self, type: str, message: str, *args: Any) -> None:
        pass


@contextmanager
def serve(sitting: Sitting, port: int = 0) -> Iterator[str]:
    """Serve on a free port, or on `port`, until the context is left; gives the address to open. UsageError."""
    try:
        server = make_server(HOST, port, create_app(sitting), threaded=True, request_handler=_Quiet)
    except (OSError, SystemExit):
        raise UsageError(f"Port {port} är upptagen", HOST, "Välj en annan med --port, eller 0 för en ledig.") from None
    sitting.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, name="review", daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_port}{sitting.root}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def reviewer() -> str:
    """The name that git knows the user by, empty where it knows none."""
    try:
        told = subprocess.run(
            ["git", "config", "user.name"], capture_output=True, text=True, timeout=5, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.strip()[:120]
