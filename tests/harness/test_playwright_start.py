"""Playwright is lent the suite's Node only where its own does not run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from harness import playwright_start
from harness.libraries import lacks_libraries
from harness.node import FoundNode, Node

VARIABLE = "PLAYWRIGHT_NODEJS_PATH"


@pytest.mark.parametrize(
    ("lacks", "given", "expected"), [(False, "", None), (True, "", "/our/node"), (True, "/x", "/x")]
)
def test_when_it_is_lent(monkeypatch: pytest.MonkeyPatch, lacks: bool, given: str, expected: str | None) -> None:
    monkeypatch.setenv(VARIABLE, given)
    if not given:
        monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr(playwright_start, "lacks_libraries", lambda _: lacks)
    monkeypatch.setattr(
        playwright_start, "find_node", lambda: FoundNode(Node(Path("/our/node"), "24.1.0", "PATH", None), ())
    )
    playwright_start.lend_node()
    assert playwright_start.os.environ.get(VARIABLE) == expected


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux' loader can be asked")
def test_the_loader_is_asked(tmp_path: Path) -> None:
    assert not lacks_libraries(Path(sys.executable))
    broken = tmp_path / "program"
    broken.write_bytes(b"\x7fELF")
    broken.chmod(0o755)
    assert not lacks_libraries(broken), "what is no program is not short of libraries"
