"""Where Node, and the packages that engines come from, lie."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

NODE_MODULES = "ESSET_A11Y_NODE_MODULES"
"""Environment variable that names another `node_modules` than the repository's own."""

NODE_FOUND = "ESSET_A11Y_NODE_FOUND"
"""Environment variable in which the harness leaves the Node that it found for this process and those it starts."""


def package_folder(name: str) -> Path:
    """Folder of an installed npm package. FileNotFoundError where it is not installed."""
    folder = Path(os.environ.get(NODE_MODULES) or Path(__file__).parent.parent / "node_modules") / name
    if not folder.is_dir():
        raise FileNotFoundError(f"npm-paketet {name} saknas i {folder.parent}: kör `make setup`")
    return folder


def package_version(name: str) -> str:
    """Version of an installed npm package; empty where it is not installed."""
    try:
        manifest = package_folder(name) / "package.json"
        return str(json.loads(manifest.read_text(encoding="utf-8"))["version"])
    except FileNotFoundError:
        return ""


def node_executable() -> str | None:
    """The Node that the harness found, else the one on PATH; None where there is neither."""
    return os.environ.get(NODE_FOUND) or shutil.which("node")
