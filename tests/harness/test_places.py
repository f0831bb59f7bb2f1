"""Where the suite's own things are, in a clone and outside one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness import places


def test_in_a_clone_all_is_in_its_root() -> None:
    assert places.in_clone()
    assert (places.root() / "pyproject.toml").is_file()
    assert places.cache_folder() == places.root() / ".cache"
    assert places.npm_manifest() == places.root()


def test_outside_one_the_current_folder_and_the_users_cache_are_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(places, "in_clone", lambda: False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "mine"))
    assert places.root() == tmp_path
    assert places.cache_folder() == tmp_path / "mine" / "esset-a11y"


def test_a_clone_that_cannot_be_written_uses_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(places.os, "access", lambda *_: False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert places.cache_folder() == tmp_path / "esset-a11y"


@pytest.mark.parametrize("told", ["", "{", "{}"])
def test_a_half_installed_part_is_no_part(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: str) -> None:
    monkeypatch.setenv("ESSET_A11Y_NODE_MODULES", str(tmp_path))
    assert places.npm_part("axe-core") is None
    (tmp_path / "axe-core").mkdir()
    (tmp_path / "axe-core" / "package.json").write_text(told)
    assert places.npm_part("axe-core") is None
    (tmp_path / "axe-core" / "package.json").write_text(json.dumps({"version": "4.14.1"}))
    part = places.npm_part("axe-core")
    assert part is not None
    assert part.version == "4.14.1"
