"""Where the suite's own things are: the clone it runs from, the parts from npm, and its cache.

In a clone (editable install) all three are in the repository's root. In a built wheel there is no such root: the
parts from npm are looked for in the current folder, and the cache is the user's.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class NpmPart:
    """An installed npm package: its name, version and folder."""

    name: str
    version: str
    folder: Path


def root() -> Path:
    """The clone's root when the suite runs from one, else the current folder."""
    clone = _PACKAGE.parent
    return clone if (clone / "package-lock.json").is_file() else Path.cwd()


def node_modules() -> Path:
    """The folder that `npm ci` fills; it may be missing."""
    return root() / "node_modules"


def npm_part(name: str) -> NpmPart | None:
    """The npm package with that name, or None when it is not installed (or half installed)."""
    folder = node_modules() / name
    try:
        described = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        return NpmPart(name, str(described["version"]), folder)
    except (OSError, ValueError, KeyError):
        return None


def npm_parts_wanted() -> dict[str, str]:
    """The npm packages that package.json asks for: name to version; empty outside a clone."""
    try:
        described = json.loads((root() / "package.json").read_text(encoding="utf-8"))
        return {str(name): str(version) for name, version in described.get("dependencies", {}).items()}
    except (OSError, ValueError):
        return {}


def cache_folder() -> Path:
    """A folder for what is dear to make twice: `.cache` in the clone when it can be written, else the user's own."""
    own = root() / ".cache"
    if (own if own.exists() else own.parent) and os.access(own if own.exists() else own.parent, os.W_OK):
        return own
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".cache")
    return Path(base) / "esset-a11y"
