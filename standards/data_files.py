"""Where the data lies, also in a built wheel."""

from __future__ import annotations

from importlib.resources import files


def data(name: str) -> bytes:
    """Content of a file in `standards/data/`."""
    return (files("standards") / "data" / name).read_bytes()
