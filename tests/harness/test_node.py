"""Finding Node: the first that is new enough, and what package.json asks for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness import node
from harness.errors import RunBroken
from harness.places import npm_manifest


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    node.find_node.cache_clear()
    yield
    node.find_node.cache_clear()


def program(folder: Path, version: str) -> Path:
    """A stand-in for Node that answers --version."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "node"
    path.write_text(f"#!/bin/sh\necho v{version}\n")
    path.chmod(0o755)
    return path


def test_the_floor_is_what_package_json_says() -> None:
    engines = json.loads((npm_manifest() / "package.json").read_text(encoding="utf-8"))["engines"]
    assert engines["node"] == ">=" + ".".join(map(str, node.FLOOR))


def test_the_one_pointed_out_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    chosen = program(tmp_path / "chosen", "24.1.0")
    monkeypatch.setenv(node.ENVIRONMENT, str(chosen))
    monkeypatch.setenv("PATH", str(program(tmp_path / "path", "26.0.0").parent))
    found = node.find_node()
    assert found.node is not None
    assert (found.node.executable, found.node.version) == (chosen, "24.1.0")


def test_one_that_is_too_old_is_passed_by(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    wheel = program(tmp_path / "wheel", "24.19.0")
    monkeypatch.delenv(node.ENVIRONMENT, raising=False)
    monkeypatch.setenv("PATH", f"{program(tmp_path / 'path', '18.20.4').parent}:/usr/bin:/bin")
    monkeypatch.setattr(node, "_in_wheel", lambda: str(wheel))
    found = node.find_node()
    assert found.node is not None
    assert found.node.executable == wheel
    assert [step.outcome for step in found.steps] == ["finns inte", "18.20.4 är äldre än 22.17", "24.19.0"]


def test_none_at_all_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(node.ENVIRONMENT, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(node, "_in_wheel", lambda: None)
    assert node.main(["check"]) == 1
    with pytest.raises(RunBroken) as caught:
        node.need_node()
    assert "\n" not in str(caught.value)
    assert "make setup" in str(caught.value)


def test_the_npm_beside_a_node_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    chosen = program(tmp_path / "bin", "24.1.0")
    script = tmp_path / "lib/node_modules/npm/bin/npm-cli.js"
    script.parent.mkdir(parents=True)
    script.touch()
    monkeypatch.setenv(node.ENVIRONMENT, str(chosen))
    assert node.need_node().npm == (str(chosen), str(script))
