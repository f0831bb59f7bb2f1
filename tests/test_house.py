"""The house's order: imports run one way only, modules stay short, locks name no host."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# What each package may import of ours: the floors below its own. Of floor 2 the upper floors see the model only, all
# but floor 5, which runs it.
MAY_IMPORT = {
    "standards": (),
    "masking": (),
    "checks": ("standards",),
    "scenarios": ("standards",),
    "defects": ("standards", "checks.model", "scenarios.model"),
    "reports": ("standards", "checks.model", "scenarios.model", "defects"),
    "harness": ("standards", "masking", "checks", "scenarios", "defects", "reports", "demo"),
    "demo": (),
}
LONGEST = 350
HOMELESS = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imports(module: Path) -> Iterator[str]:
    """Full dotted names of what a module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join([*module.parent.relative_to(ROOT).parts[: _up(module, node)], *filter(None, [node.module])])
            name = base if node.level else str(node.module)
            yield from (f"{name}.{alias.name}" for alias in node.names)


def _up(module: Path, node: ast.ImportFrom) -> int:
    return len(module.parent.relative_to(ROOT).parts) - node.level + 1


def allowed(package: str, name: str) -> bool:
    top = name.partition(".")[0]
    if top not in MAY_IMPORT or top == package:
        return True
    return any(name == one or name.startswith(f"{one}.") for one in MAY_IMPORT[package])


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_run_one_way_only(package: str) -> None:
    wrong = [
        f"{module.relative_to(ROOT)} imports {name}"
        for module in modules(package)
        for name in imports(module)
        if not allowed(package, name)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("package", "name", "expected"),
    [
        ("checks", "scenarios.model.Area", False),
        ("defects", "checks.model.Finding", True),
        ("defects", "checks.registry", False),
        ("standards", "json", True),
        ("standards", "checks", False),
        ("demo", "standards.criterion", False),
        ("demo", "demo.areas", True),
        ("reports", "harness.places", False),
        ("reports", "defects", True),
    ],
)
def test_the_rule_itself(package: str, name: str, expected: bool) -> None:
    assert allowed(package, name) is expected


def test_a_relative_import_is_seen_by_its_full_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    module = tmp_path / "checks" / "axe" / "__init__.py"
    module.parent.mkdir(parents=True)
    module.write_text("from ..model import State\nfrom . import run\nfrom standards import kind\n")
    assert [*imports(module)] == ["checks.model.State", "checks.axe.run", "standards.kind"]


def test_no_module_is_long() -> None:
    lengths = {
        str(module.relative_to(ROOT)): len(module.read_text(encoding="utf-8").splitlines())
        for package in MAY_IMPORT
        for module in modules(package)
    }
    assert lengths, "no modules were found"
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_module_has_a_room_of_its_own() -> None:
    homeless = [
        str(path.relative_to(ROOT))
        for package in (*MAY_IMPORT, "tests")
        for path in modules(package)
        if {part.removesuffix(".py") for part in path.relative_to(ROOT).parts} & HOMELESS
    ]
    assert homeless == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(module.relative_to(ROOT))
        for package in MAY_IMPORT
        for module in modules(package)
        if not ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    ]
    assert silent == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-node.txt"])
def test_locks_of_python_have_hashes_and_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    pinned = [line for line in text.splitlines() if "==" in line]
    assert pinned
    assert all(line.endswith("\\") for line in pinned), "a pin without a hash"
    assert "://" not in text
    assert "--find-links" not in text


def test_the_lock_of_npm_has_integrity_and_no_host() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    installed = {name: told for name, told in packages.items() if name}
    assert installed
    assert [name for name, told in installed.items() if "integrity" not in told] == []
    assert [name for name, told in installed.items() if "resolved" in told] == []
