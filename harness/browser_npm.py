"""The Chromium inside npm's @sparticuz/chromium: a browser that needs neither root nor a download outside npm.

The package is made for a server without a desktop: its Chromium is the headless one, and a few libraries and a font
come with it for machines that have none. All is unpacked once (200 MB, a few seconds) into the suite's cache.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from harness.errors import RunBroken
from harness.libraries import lacks_libraries
from harness.node import need_node
from harness.places import cache_folder, npm_part

PACKAGE = "@sparticuz/chromium"
# There is no graphics card where this one is used, and no driver for one in the package that we unpack.
ARGUMENTS = ("--disable-gpu",)

_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_FONT_ENDINGS = {".ttf", ".otf", ".ttc", ".pfb", ".woff2"}


@dataclass(frozen=True)
class Unpacked:
    """The executable, and what it needs in its environment on a machine without libraries or fonts of its own."""

    executable: Path
    environment: tuple[tuple[str, str], ...]


def unpacked() -> Unpacked:
    """Unpack the package's Chromium unless that is done. RunBroken when it cannot be had; `what` says why."""
    part = npm_part(PACKAGE)
    if part is None:
        raise RunBroken("finns inte (make setup hämtar den)")
    if sys.platform != "linux" or platform.machine() not in ("x86_64", "AMD64"):
        raise RunBroken(f"{part.version} är bara för Linux på x86-64")
    home = cache_folder() / f"chromium-{part.version}"
    if not (home / "chromium").is_file():
        _unpack(part.folder, home)
    environment: list[tuple[str, str]] = []
    if not _has_fonts():
        environment.append(("FONTCONFIG_FILE", str(home / "fonts" / "fonts.conf")))
    if lacks_libraries(home / "chromium"):
        given = os.environ.get("LD_LIBRARY_PATH")
        own = str(home / "al2023" / "lib")
        environment.append(("LD_LIBRARY_PATH", os.pathsep.join([own, given]) if given else own))
    return Unpacked(home / "chromium", tuple(environment))


def _unpack(package: Path, home: Path) -> None:
    """Unpack into a folder of our own and then give it its name, so that several at once do not meet half a browser."""
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home.parent, ignore_cleanup_errors=True) as fresh, _script() as script:
            target = Path(fresh) / home.name
            target.mkdir()
            subprocess.run(
                [str(need_node().executable), str(script), str(package), str(target)],
                capture_output=True,
                text=True,
                timeout=300,
                check=True,
            )
            _own_font_settings(target)
            (target / "chromium").chmod(0o755)
            try:
                target.rename(home)
            except OSError:
                if not (home / "chromium").is_file():
                    raise
    except subprocess.SubprocessError as error:
        said = str(getattr(error, "stderr", "") or error).strip().splitlines()
        raise RunBroken(f"gick inte att packa upp: {said[-1] if said else error}") from error
    except OSError as error:
        raise RunBroken(f"gick inte att packa upp i {home.parent}: {error.strerror or error}") from error


def _script() -> AbstractContextManager[Path]:
    return as_file(files("harness") / "unpack_chromium.mjs")


def _own_font_settings(target: Path) -> None:
    """The package's fonts.conf names folders of a server that this is not; ours stands beside its fonts."""
    settings = files("harness").joinpath("fonts.conf").read_text(encoding="utf-8")
    (target / "fonts" / "fonts.conf").write_text(settings, encoding="utf-8")


def _has_fonts() -> bool:
    for name in _FONT_FOLDERS:
        for _, _, found in os.walk(Path(name).expanduser()):
            if any(Path(each).suffix.lower() in _FONT_ENDINGS or each.endswith(".gz") for each in found):
                return True
    return shutil.which("fc-list") is not None and bool(_listed_fonts())


def _listed_fonts() -> str:
    try:
        return subprocess.run(["fc-list"], capture_output=True, text=True, timeout=30, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
