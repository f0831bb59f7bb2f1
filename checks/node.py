"""Where the Node packages lie that engines come from."""

from __future__ import annotations

import os
from pathlib import Path

NODE_MODULES = "ESSET_A11Y_NODE_MODULES"
"""Environment variable that names another `node_modules` than the repository's own."""


def package_folder(name: str) -> Path:
    """Folder of an installed npm package. FileNotFoundError where it is not installed."""
    folder = Path(os.environ.get(NODE_MODULES) or Path(__file__).parent.parent / "node_modules") / name
    if not folder.is_dir():
        raise FileNotFoundError(f"npm-paketet {name} saknas i {folder.parent}: kör `make setup`")
    return folder
