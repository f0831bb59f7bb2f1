"""Where a browser may be on this machine: Playwright's own folder, the usual places of Chrome, Chromium, Edge."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import playwright

_NAMES = (
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
)
_ON_LINUX = (
    "/usr/bin/google-chrome",
    "/opt/google/chrome/chrome",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/local/bin/chromium",
    "/snap/bin/chromium",
    "/opt/microsoft/msedge/msedge",
)
_ON_MACOS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_ON_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
# The full browser before the headless shell: it is what people use.
_PLAYWRIGHTS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-win*/chrome.exe",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium_headless_shell-*/chrome*-linux*/*headless*shell",
    "chromium_headless_shell-*/chrome*-win*/*headless*shell.exe",
    "chromium_headless_shell-*/chrome*-mac*/*headless*shell",
)


def resolve(configured: str) -> Path:
    """The path that a configured browser means: a path as it stands, or a name on PATH."""
    on_path = shutil.which(configured)
    return Path(on_path or configured).expanduser()


def playwrights_own() -> Iterator[Path]:
    """What `playwright install` has left on the machine, the newest first."""
    folder = _playwrights_folder()
    for pattern in _PLAYWRIGHTS:
        yield from sorted(folder.glob(pattern), key=_build_number, reverse=True)


def systems_own() -> Iterator[Path]:
    """Chrome, Chromium or Edge as the machine's owner installed it: PATH first, then the usual places."""
    seen: set[Path] = set()
    on_path = (Path(found) for name in _NAMES if (found := shutil.which(name)))
    for candidate in (*on_path, *_usual_places()):
        if candidate.is_file() and candidate.resolve() not in seen:
            seen.add(candidate.resolve())
            yield candidate


def _usual_places() -> Iterator[Path]:
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / name for name in _ON_MACOS)
    elif sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder_name := os.environ.get(variable):
                yield from (Path(folder_name) / name for name in _ON_WINDOWS)
    else:
        yield from map(Path, _ON_LINUX)


def _playwrights_folder() -> Path:
    """Where Playwright keeps its browsers (its documentation, "Managing browser binaries")."""
    chosen = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if chosen == "0":
        return Path(playwright.__file__).parent / "driver" / "package" / ".local-browsers"
    if chosen:
        return Path(chosen)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ms-playwright"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "ms-playwright"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ms-playwright"


def _build_number(executable: Path) -> int:
    for part in executable.parts:
        if part.startswith(("chromium-", "chromium_headless_shell-")) and part.rsplit("-", 1)[1].isdigit():
            return int(part.rsplit("-", 1)[1])
    return 0
