"""Where the suite's own things are: the clone it runs from, the parts from npm, and its cache.

In a clone (editable install) all are in the repository's root. A built wheel has no such root: the current folder
stands for it, the parts from npm are where `checks.node` looks for them, and the cache is the user's.
"""

from __future__ import annotations

import json
import os
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from checks.node import package_folder

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class NpmPart:
    """An installed npm package: its name, version and folder."""

    name: str
    version: str
    folder: Path


def in_clone() -> bool:
    """Whether the suite runs from a clone, and not from an installed wheel."""
    return (_PACKAGE.parent / "package-lock.json").is_file()


def root() -> Path:
    """The clone's root when the suite runs from one, else the current folder."""
    return _PACKAGE.parent if in_clone() else Path.cwd()


def npm_manifest() -> Path:
    """The folder with the package.json and package-lock.json that say which npm packages the suite asks for."""
    return root() if in_clone() else Path(sysconfig.get_path("data")) / "share" / "esset-a11y"


def npm_part(name: str) -> NpmPart | None:
    """The npm package with that name, or None when it is not installed (or half installed)."""
    try:
        folder = package_folder(name)
        described = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        return NpmPart(name, str(described["version"]), folder)
    except (OSError, ValueError, KeyError):
        return None


def npm_parts_wanted() -> dict[str, str]:
    """The npm packages that package.json asks for: name to version."""
    described = json.loads((npm_manifest() / "package.json").read_text(encoding="utf-8"))
    return {str(name): str(version) for name, version in described["dependencies"].items()}


def cache_folder() -> Path:
    """A folder for what is dear to make twice: `.cache` in the clone when it can be written, else the user's own."""
    own = root() / ".cache"
    if in_clone() and os.access(own if own.exists() else own.parent, os.W_OK):
        return own
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".cache")
    return Path(base) / "esset-a11y"
