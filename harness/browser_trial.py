"""Whether a browser starts here, found out by starting it the way a run does, in a process of its own.

A process of its own, because Playwright's sync API cannot be started inside itself, and the search may be made from a
run. What came of it is remembered in the cache until the executable, its options or Playwright change; only success is.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from harness.places import cache_folder
from harness.playwright_start import playwright_running

_SECONDS = 60
# What Chromium says when it does not start; why that is; how it is mended. The first whose sign is found is the one.
_REASONS = (
    (
        ("No usable sandbox", "credentials.cc"),
        "kärnan tillåter inte de användarnamnrymder (user namespaces) som sandlådan behöver",
        "Ubuntu: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0. "
        "Docker: kör som root, eller med --security-opt seccomp=unconfined.",
    ),
    (
        ("error while loading shared libraries", "cannot open shared object file"),
        "systembibliotek saknas",
        "sudo .venv/bin/playwright install-deps chromium",
    ),
    (("GLIBC_",), "datorns C-bibliotek (glibc) är för gammalt", "Uppgradera datorns system."),
    (("Exec format error", "ENOEXEC", "EACCES"), "filen är inget program som går att köra här", ""),
    (("Missing X server", "$DISPLAY"), "det finns ingen skärm att visa den på", "Kör utan synligt fönster."),
)


@dataclass(frozen=True)
class Trial:
    """What came of it: the browser's version and whether å, ä, ö are legible; or the problem and how to mend it."""

    version: str = ""
    letters: bool = False
    problem: str = ""
    remedy: str = ""


def try_to_start(executable: Path, options: Mapping[str, Any], *, afresh: bool = False) -> Trial:
    """Start the browser with Playwright's launch `options`, or recall that it has started with them before."""
    key = _key(executable, options)
    if not afresh and (recalled := _recall(key)):
        return recalled
    command = [sys.executable, "-m", "harness.browser_trial"]
    try:
        answer = subprocess.run(
            command, input=json.dumps(dict(options)), capture_output=True, text=True, timeout=_SECONDS, check=True
        )
        trial = Trial(**json.loads(answer.stdout))
    except subprocess.TimeoutExpired:
        trial = Trial(problem=f"svarade inte på {_SECONDS} sekunder")
    except (OSError, subprocess.SubprocessError, ValueError, TypeError) as error:
        trial = _failed(str(getattr(error, "stderr", "") or error))
    if not trial.problem:
        _remember(key, trial)
    return trial


def reason(said: str) -> tuple[str, str]:
    """Why a browser did not start and how that is mended ("" when unknown), from what Playwright or Chromium said."""
    for signs, problem, remedy in _REASONS:
        if any(sign in said for sign in signs):
            return problem, remedy
    # Playwright's log has the program's own words on lines marked [err]; the last is what it died of.
    own_words = [line.split("[err]", 1)[1].strip() for line in said.splitlines() if "[err]" in line]
    if own_words:
        return f"den avslutades genast: {own_words[-1][:200]}", ""
    if "has been closed" in said:
        return "den avslutades genast utan att säga varför", ""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return (lines[0][:200] if lines else "okänt fel"), ""


def _failed(said: str) -> Trial:
    problem, remedy = reason(said)
    return Trial(problem=problem, remedy=remedy)


def _key(executable: Path, options: Mapping[str, Any]) -> str:
    now = executable.stat()
    # `env` is the whole environment with our additions: only what it says of libraries and fonts bears on the start.
    environment = options.get("env") or {}
    told = {**options, "env": {name: environment.get(name) for name in ("LD_LIBRARY_PATH", "FONTCONFIG_FILE")}}
    parts = [str(executable.resolve()), now.st_mtime_ns, now.st_size, told, version("playwright")]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def _memory(key: str) -> Path:
    return cache_folder() / "started" / f"{key}.json"


def _recall(key: str) -> Trial | None:
    try:
        return Trial(**json.loads(_memory(key).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _remember(key: str, trial: Trial) -> None:
    memory = _memory(key)
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        memory.write_text(json.dumps(asdict(trial)), encoding="utf-8")
    except OSError:
        pass  # It is only a shortcut: without it the next search tries again.


def _start(options: dict[str, Any]) -> Trial:
    with playwright_running() as playwright:
        try:
            browser = playwright.chromium.launch(**options)
            page = browser.new_page()
            letters = page.evaluate(files("harness").joinpath("browser_trial.js").read_text(encoding="utf-8"))
            page.screenshot()
            trial = Trial(version=browser.version, letters=bool(letters))
            browser.close()
        except PlaywrightError as error:
            return _failed(error.message)
    return trial


if __name__ == "__main__":
    print(json.dumps(asdict(_start(json.load(sys.stdin)))))
