"""What the result of an engine on a corpus depends on, as a digest: equal digests give equal results.

A check depends on its own module and folder, on every module of the suite that those lead to, on the standards' data,
the corpus, the engines' versions, and on how the bench opens a case. It is better to run too much than to reuse what
has changed: the digest is wide.
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import inspect
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from checks.registry import all_checks
from harness.bench.engines import versions

OPENING = ("harness.bench.look", "harness.bench.engines", "harness.bench.cases", "harness.browser")
READ = (".js", ".toml", ".json", ".txt")
ROOTS = ("checks", "standards", "harness", "defects")


def digests(corpus: Path, engines: Sequence[str]) -> dict[str, str]:
    """The digest of each engine's result on a corpus."""
    given = [*_content(corpus), repr(sorted(versions().items()))]
    modules = {check.id: (inspect.getmodule(check.look) or inspect).__name__ for check in all_checks()}
    told = {}
    for engine in engines:
        names = _reached((*OPENING, *((modules[engine],) if engine in modules else ())))
        parts = [*given, *(line for name in sorted(names) for line in _source(name))]
        told[engine] = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
    return told


def _content(folder: Path) -> Iterable[str]:
    """Every file of a folder, by its name and what it holds."""
    for file in sorted(one for one in folder.rglob("*") if one.is_file() and "__pycache__" not in one.parts):
        yield f"{file.relative_to(folder)} {hashlib.sha256(file.read_bytes()).hexdigest()}"


def _reached(names: Sequence[str]) -> set[str]:
    """Modules of the suite that these lead to by their imports, themselves included."""
    reached: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += _imports(name)
    return reached


@cache
def _imports(name: str) -> tuple[str, ...]:
    file = _file(name)
    if file is None:
        return ()
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return tuple(one for one in found if one.partition(".")[0] in ROOTS and _file(one))


@cache
def _source(name: str) -> tuple[str, ...]:
    """A module, and what lies beside it that it may read: scripts and data."""
    file = _file(name)
    if file is None:
        return ()
    folders = (file.parent, file.parent / "data")
    beside = sorted(one for folder in folders if folder.is_dir() for one in folder.iterdir() if one.suffix in READ)
    return tuple(f"{one.name} {hashlib.sha256(one.read_bytes()).hexdigest()}" for one in (file, *beside))


@cache
def _file(name: str) -> Path | None:
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin) if spec and spec.origin and spec.origin.endswith(".py") else None
