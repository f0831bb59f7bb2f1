"""What breaks around a run: each is survived, or told as what it is, and nothing that was written is lost."""

from __future__ import annotations

import errno
import os
import re
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from harness.errors import RunBroken
from harness.journal import Journal, Line, read_journal
from reports.html import render
from reports.model import Run
from tests.commands import esset, only_run, scenarios
from tests.reports.conftest import run as made_up_run
from tests.safety.conftest import HEAD, Site

PAGE = "<!DOCTYPE html><html lang=sv><title>Sida</title><main><h1>Hej</h1><img src=x></main>"

run = made_up_run

KILLED = """
import datetime as real
import os
import signal
from pathlib import Path

import harness.session


class Jumps(real.datetime):
    hours = 0

    @classmethod
    def now(cls, zone=None):
        cls.hours -= 7
        return real.datetime.now(zone) + real.timedelta(hours=cls.hours)


def kill(mark):
    "Kill the process below this one whose command line has a mark, the first time only."
    done = Path(os.environ["PROV"]) / mark.strip("-")
    if done.exists():
        return
    done.touch()
    below = [os.getpid()]
    for parent in below:
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                ppid = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                said = (folder / "cmdline").read_bytes().decode()
            except OSError:
                continue
            if ppid != parent:
                continue
            below.append(int(folder.name))
            if mark in said and "--type=" not in said:
                os.kill(int(folder.name), signal.SIGKILL)
                return
    raise AssertionError(f"no process says {mark}")


@declared("ZZ-1")
def webblasaren(page: Page, walk: Walk) -> None:
    harness.session.datetime = Jumps
    page.goto("/")
    walk.state("ett")
    kill("--remote-debugging-port")
    page.goto("/")
    walk.state("två")


@declared("ZZ-2")
def playwrights_node(page: Page, walk: Walk) -> None:
    page.goto("/")
    walk.state("ett")
    kill("run-driver")
    page.goto("/")
    walk.state("två")


@declared("ZZ-3")
def pa11ys_node(page: Page, walk: Walk) -> None:
    page.goto("/")
    walk.state("ett")
    kill("server.cjs")
    walk.state("två")


@declared("ZZ-4")
def den_sista(page: Page, walk: Walk) -> None:
    page.goto("/")
    walk.state("ett")
"""

SCENARIOS = ("--scenario", "ZZ-1", "--scenario", "ZZ-2", "--scenario", "ZZ-3", "--scenario", "ZZ-4")


@pytest.mark.nightly
@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds its processes in /proc")
def test_killed_processes_no_locale_no_home_a_jumping_clock_and_a_path_of_any_letters(
    site: Site, tmp_path: Path
) -> None:
    """One run has it all: what is survived apart must be survived together."""
    site.page("/", PAGE)
    kept = (
        "PATH",
        "ESSET_A11Y_BROWSER",
        "ESSET_A11Y_MUTANT",
        "ESSET_A11Y_NODE",
        "ESSET_A11Y_NODE_MODULES",
        "PLAYWRIGHT_BROWSERS_PATH",
        "TMPDIR",
    )
    bare = {name: os.environ[name] for name in kept if name in os.environ}
    # A home in which nothing can be written, whoever asks.
    bare |= {"LC_ALL": "C", "HOME": "/proc/self/fdinfo", "PYTHONIOENCODING": "utf-8", "PROV": str(tmp_path)}
    output = tmp_path / "Måndag kväll å ä ö" / "ut mapp"
    with scenarios(HEAD + KILLED):
        ended = esset(
            "run", *SCENARIOS, "--target", site.url, "--output", str(output), "--checks", "axe,pa11y", environment=bare
        )
    assert {"run-driver", "remote-debugging-port", "server.cjs"} <= {one.name for one in tmp_path.iterdir()}
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr
    folder = only_run(output)
    visits = [(line.attempt, line.visit) for line in read_journal(folder).lines if line.visit]
    # A dead pa11y costs nothing; of the others the scenario is driven again.
    assert {attempt for attempt, visit in visits if visit.scenario == "ZZ-3"} == {1}
    whole = {(visit.scenario, visit.state) for _, visit in visits}
    assert whole == {(f"ZZ-{n}", state) for n in (1, 2, 3) for state in ("ett", "två")} | {("ZZ-4", "ett")}
    assert "Bilden saknar" in (folder / "report.html").read_text(encoding="utf-8")


FULL = """
import errno
import harness.journal


@declared("ZZ-1")
def den_forsta(page: Page, walk: Walk) -> None:
    page.goto("/")
    walk.state("ett")


@declared("ZZ-2")
def full_disk(page: Page, walk: Walk) -> None:
    import os

    page.goto("/")
    walk.state("ett")
    if os.environ.get("FULL"):
        def full(file):
            os.ftruncate(file, os.fstat(file).st_size - 7)  # The last line came half out.
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        harness.journal.os.fsync = full
    walk.state("två")
"""


@pytest.mark.browser
def test_a_full_disk_is_told_and_the_run_goes_on_when_there_is_room(site: Site, tmp_path: Path) -> None:
    site.page("/", PAGE)
    told = ("--target", site.url, "--output", str(tmp_path), "--checks", "axe", "--history", "none")
    with scenarios(HEAD + FULL):
        chosen = ("--scenario", "ZZ-1", "--scenario", "ZZ-2")
        ended = esset("run", *chosen, *told, environment=os.environ | {"FULL": "1"})
        assert ended.returncode == 3, ended.stdout + ended.stderr
        assert "No space left" in ended.stdout and "Traceback" not in ended.stdout + ended.stderr
        folder = only_run(tmp_path)
        before = read_journal(folder)
        assert {(line.visit.scenario, line.visit.state) for line in before.lines if line.visit} >= {
            ("ZZ-1", "ett"),
            ("ZZ-2", "ett"),
        }
        resumed = esset("run", *chosen, *told, "--resume", folder.name)
    assert resumed.returncode == 1, resumed.stdout + resumed.stderr
    after = read_journal(folder).lines
    assert all(line in after for line in before.lines)
    assert ("ZZ-2", "två") in {(line.visit.scenario, line.visit.state) for line in after if line.visit}


def test_a_line_that_could_not_be_written_spoils_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal(tmp_path, "main")
    first = journal.write(Line(versions={"a": "1"}))

    def full(file: int) -> None:
        os.ftruncate(file, os.fstat(file).st_size - 7)  # The line came half out.
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr("harness.journal.os.fsync", full)
        with pytest.raises(RunBroken, match=r"No space left.*--resume"):
            journal.write(Line(versions={"b": "2"}))
    last = journal.write(Line(versions={"c": "3"}))
    journal.close()
    assert read_journal(tmp_path).lines == (last, first) or read_journal(tmp_path).lines == (first, last)


def test_a_report_that_does_not_fit_leaves_no_half_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from reports.registry import all_formats, write_reports

    def full(self: Path, content: bytes) -> int:
        self.open("wb").write(content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_reports(run)
    assert [
        one for one in run.folder.iterdir() if one.name in {form.file for form in all_formats()} or "half" in one.name
    ] == []


GONE = """
@declared("ZZ-1")
def den_forsta(page: Page, walk: Walk) -> None:
    page.goto("/")
    walk.state("ett")


@declared("ZZ-2")
def borta(page: Page, walk: Walk) -> None:
    page.goto("/")
    walk.state("ett")
    page.request.get("/stang")
    page.goto("/")
    walk.state("två")
"""


@pytest.mark.browser
def test_a_target_that_goes_away_is_told_and_what_was_found_is_kept(site: Site, tmp_path: Path) -> None:
    site.page("/", PAGE)

    def close(request: BaseHTTPRequestHandler) -> None:
        site.gone = True
        threading.Thread(target=lambda: (request.server.shutdown(), request.server.server_close())).start()  # type: ignore[attr-defined]
        request.send_response(204)
        request.end_headers()

    site.answers["/stang"] = close
    with scenarios(HEAD + GONE):
        ended = esset(
            "run",
            "--scenario",
            "ZZ-1",
            "--scenario",
            "ZZ-2",
            "--target",
            site.url,
            "--output",
            str(tmp_path),
            "--checks",
            "axe",
            "--history",
            "none",
        )
    assert ended.returncode == 3, ended.stdout + ended.stderr
    assert "net::ERR_" in ended.stdout and "Traceback" not in ended.stdout
    folder = only_run(tmp_path)
    assert (folder / "report.html").is_file()
    assert {(line.visit.scenario, line.visit.state) for line in read_journal(folder).lines if line.visit} == {
        ("ZZ-1", "ett"),
        ("ZZ-2", "ett"),
    }


def test_a_clock_that_jumps_back_makes_no_time_less_than_nothing(run: Run) -> None:
    for ended in ("2020-01-01T00:00:00+01:00", "", "igår"):
        page = render(replace(run, trace=replace(run.trace, ended=ended))).decode()
        assert not re.search(r"-\d+ (h|min|s)\b", page)
