"""What is tested: the embedded Esset, served for as long as it is needed, or the configured address."""

from __future__ import annotations

import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import demo
from harness.config import Config
from harness.errors import UsageError

PATIENCE = 10
"""Seconds that a target gets to answer before it is called unreachable."""


def check_target(config: Config) -> None:
    """Raise UsageError, before anything is written, where the target can't be driven at all."""
    if not config.target:
        try:
            demo.build(config.build)
        except ValueError as error:
            raise UsageError(str(error)) from None
        return
    context = ssl._create_unverified_context() if config.insecure_tls else None
    try:
        urllib.request.urlopen(config.target, timeout=PATIENCE, context=context).close()
    except urllib.error.HTTPError:
        return  # It answers; that log-in or a missing start page gives an error is the scenarios' business.
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise UsageError(
            "Målet går inte att nå", f"{config.target}: {reason}", "Kontrollera adressen och att tjänsten är igång."
        ) from None


@contextmanager
def serve_target(config: Config) -> Iterator[str]:
    """The address to drive, while the context is open."""
    if config.target:
        yield config.target.rstrip("/")
    else:
        with demo.serve(config.build) as served:
            yield served.url.rstrip("/")
