"""The doctor: one line a part, what is missing with its remedy, and JSON with stable keys."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from harness import cli, doctor
from harness.browser import Browser, FoundBrowser
from harness.doctor import Part, all_there, examine, print_doctor
from harness.node import FoundNode
from harness.places import npm_parts_wanted
from harness.search import Step

KEYS = ["python", "packages", "node", "npm", "browser", "fonts", "reports", "demo"]


@pytest.fixture(autouse=True)
def found() -> Iterator[FoundBrowser]:
    """A browser that is there, so that no test but the browser's own starts one."""
    browser = Browser(Path("/usr/bin/chromium"), "150.0", "system")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            doctor, "find_browser", lambda *_, **__: FoundBrowser(browser, (Step("datorns egen", "150.0", True),))
        )
        yield FoundBrowser(browser, ())


def part(key: str) -> Part:
    return next(one for one in examine() if one.key == key)


def printed(parts: list[Part]) -> str:
    out = io.StringIO()
    print_doctor(parts, console=Console(file=out, soft_wrap=True, highlight=False, width=40))
    return out.getvalue()


def test_every_part_is_looked_at_in_order() -> None:
    assert [one.key for one in examine()] == KEYS


def test_this_very_environment_is_as_it_should_be() -> None:
    """`make test` has made it from the locks: so python, packages, node and npm's parts are all there."""
    parts = {one.key: one for one in examine()}
    for key in ("python", "packages", "node", "npm", "reports"):
        assert parts[key].ok, parts[key]
    assert f"axe-core {npm_parts_wanted()['axe-core']}" in parts["npm"].version


def test_one_line_a_part_however_narrow_the_screen() -> None:
    parts = [
        Part("node", "Node", True, "24.19.0", "PATH", steps=(Step("PATH", "24.19.0", True),)),
        Part("fonts", "Typsnitt", False, "", "[å] går inte att läsa", "Lägg in ett typsnitt. " * 5),
    ]
    lines = printed(parts).splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("ok   Node")
    assert lines[1].strip() == "> PATH: 24.19.0"
    assert lines[2].startswith("FEL  Typsnitt")
    assert "[å] går inte att läsa → Lägg in" in lines[2]


def test_json_has_stable_keys(capsys: pytest.CaptureFixture[str]) -> None:
    print_doctor([Part("node", "Node", False, "", "finns inte", "Laga", (Step("PATH", "finns inte"),))], as_json=True)
    assert json.loads(capsys.readouterr().out) == {
        "ok": False,
        "parts": [
            {
                "key": "node",
                "name": "Node",
                "ok": False,
                "version": "",
                "detail": "finns inte",
                "remedy": "Laga",
                "steps": [{"where": "PATH", "outcome": "finns inte", "found": False, "remedy": ""}],
            }
        ],
    }


def test_a_missing_or_different_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = metadata.version

    def version(name: str) -> str:
        if name == "flask":
            raise metadata.PackageNotFoundError(name)
        return "0.1" if name == "numpy" else installed(name)

    monkeypatch.setattr(metadata, "version", version)
    packages = part("packages")
    assert not packages.ok
    assert "flask saknas" in packages.detail
    assert "numpy 0.1 i stället för " in packages.detail
    assert packages.remedy


def test_a_missing_node_and_npm_part_say_how_they_are_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_node", lambda: FoundNode(None, (Step("PATH", "finns inte"),)))
    monkeypatch.setattr(doctor, "npm_part", lambda _: None)
    node, npm = part("node"), part("npm")
    assert not node.ok
    assert "make setup" in node.remedy
    assert not npm.ok
    assert "axe-core saknas" in npm.detail
    assert "make setup" in npm.remedy


def test_outside_a_clone_the_parts_from_npm_are_got_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "npm_part", lambda _: None)
    monkeypatch.setattr(doctor, "in_clone", lambda: False)
    assert "ESSET_A11Y_NODE_MODULES" in part("npm").remedy


def test_no_browser_tells_the_remedy_of_the_one_that_nearly_started(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = (
        Step("utpekad", "ingen"),
        Step("datorns egen", "/usr/bin/chromium startar inte: kärnan tillåter det inte", remedy="Tillåt det."),
    )
    monkeypatch.setattr(doctor, "find_browser", lambda *_, **__: FoundBrowser(None, steps))
    browser, fonts = part("browser"), part("fonts")
    assert (browser.ok, browser.detail, browser.remedy) == (False, steps[1].outcome, "Tillåt det.")
    assert not fonts.ok


def test_a_browser_without_fonts_is_no_browser_to_trust(monkeypatch: pytest.MonkeyPatch) -> None:
    blind = Browser(Path("/usr/bin/chromium"), "150.0", "system", letters=False)
    monkeypatch.setattr(doctor, "find_browser", lambda *_, **__: FoundBrowser(blind, ()))
    assert part("browser").ok
    assert not part("fonts").ok
    assert "fonts-" in part("fonts").remedy


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left_in_one_that_can(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    blocked = next(one for one in examine(out=file / "out") if one.key == "reports")
    assert not blocked.ok
    assert blocked.remedy
    assert next(one for one in examine(out=tmp_path / "deep" / "out") if one.key == "reports").ok
    assert [*tmp_path.iterdir()] == [file]


def test_a_part_that_cannot_be_looked_at_does_not_hide_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> FoundBrowser:
        raise RuntimeError("oväntat")

    monkeypatch.setattr(doctor, "find_browser", broken)
    parts = {one.key: one for one in examine()}
    assert parts["browser"].detail == "gick inte att undersöka: oväntat"
    assert parts["reports"].ok


@pytest.mark.parametrize(("ok", "code"), [(True, 0), (False, 3)])
def test_the_exit_code_tells_a_pipeline(monkeypatch: pytest.MonkeyPatch, ok: bool, code: int) -> None:
    parts = [Part("node", "Node", ok, "24")]
    monkeypatch.setattr(doctor, "examine", lambda **_: parts)
    result = CliRunner().invoke(cli.app, ["doctor", "--json"])
    assert result.exit_code == code
    assert json.loads(result.stdout)["ok"] is ok is all_there(parts)
