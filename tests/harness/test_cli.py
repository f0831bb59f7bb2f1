"""The command line as its users meet it: exit codes, one clear line for each mistake, nothing half-written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checks import axe
from harness.shards import processes
from tests.commands import ROOT, esset, scenarios

BROKEN_SCENARIO = """
from playwright.sync_api import Page

from scenarios import Area, Audience, Walk, scenario


@scenario(
    id="ZZ-1", title="Går sönder", area=Area.GEMENSAMT, audience=Audience.INVANARE, surface="kundportal",
    story="Jag är en provare.",
)
def gar_sonder(page: Page, walk: Walk) -> None:
    page.goto("/")
    walk.state("framsidan")
    raise RuntimeError("mitt i")
"""


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--scenario", "XX-9"], "XX-9"),
        (["--area", "Skatteverket"], "Skatteverket"),
        (["--audience", "alla"], "alla"),
        (["--target", "http://127.0.0.1:9"], "127.0.0.1:9"),
        (["--target", "esset.test"], "http://"),
        (["--config", "finns-inte.toml"], "finns-inte.toml"),
        (["--build", "påhittat"], "påhittat"),
        (["--profile", "snabbast"], "snabbast"),
        (["--checks", "påhittad"], "påhittad"),
        (["--fail-on", "P7"], "P7"),
        (["--review", "finns-inte.toml"], "finns-inte.toml"),
        (["-n", "0"], "auto"),
        (["-n", "många"], "många"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(arguments: list[str], says: str, tmp_path: Path) -> None:
    ended = esset("run", *arguments, "--output", str(tmp_path / "out"))
    told = [line for line in ended.stderr.splitlines() if line.strip()]
    assert ended.returncode == 2, ended.stderr
    assert len(told) == 1 and says in told[0], ended.stderr
    assert not (tmp_path / "out").exists()


def test_a_broken_configuration_file_is_told_where(tmp_path: Path) -> None:
    (tmp_path / "esset.toml").write_text("fail_on = 'P9'\n", encoding="utf-8")
    ended = esset("run", "--config", str(tmp_path / "esset.toml"), "--output", str(tmp_path / "out"))
    assert ended.returncode == 2
    assert "esset.toml" in ended.stderr and "P9" in ended.stderr
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    ended = esset("run", "--output", str(tmp_path / "fil"))
    assert ended.returncode == 2
    assert str(tmp_path / "fil") in ended.stderr


@pytest.mark.browser
def test_defects_give_exit_code_1_json_and_every_report(tmp_path: Path) -> None:
    ended = esset("run", "--scenario", "GE-1", "--checks", "axe", "--output", str(tmp_path), "--json")
    assert ended.returncode == 1, ended.stderr
    figures = json.loads(ended.stdout)
    assert figures["scenarios"] == 1 and figures["broken"] == []
    assert sum(figures["defects"].values()) == len(figures["fingerprints"]) > 0
    written = {file.name for file in Path(figures["folder"]).iterdir()}
    assert {"report.html", "run.json", "junit.xml", "pytest.html", "journal", "pictures"} <= written
    for name in ("report.html", "run.json", "junit.xml", "pytest.html"):
        text = (Path(figures["folder"]) / name).read_text(encoding="utf-8")
        for traced in (figures["run"], axe.version(), "Chromium"):
            assert traced in text, f"{name} does not say {traced}"


@pytest.mark.browser
def test_the_clean_build_gives_exit_code_0(tmp_path: Path) -> None:
    ended = esset("run", "--scenario", "GE-1", "--build", "clean", "--output", str(tmp_path), "--json")
    assert ended.returncode == 0, ended.stdout
    assert set(json.loads(ended.stdout)["defects"].values()) == {0}


@pytest.mark.browser
def test_a_threshold_decides_what_fails(tmp_path: Path) -> None:
    ended = esset(
        "run", "--scenario", "GE-1", "--checks", "axe", "--fail-on", "P1", "--output", str(tmp_path), "--json"
    )
    figures = json.loads(ended.stdout)
    assert ended.returncode == (1 if figures["defects"]["P1"] else 0)


@pytest.mark.browser
def test_what_people_decided_lives_on_in_the_next_run(tmp_path: Path) -> None:
    first = json.loads(
        esset("run", "--scenario", "GE-1", "--checks", "axe", "--output", str(tmp_path), "--json").stdout
    )
    alarm = '[[decision]]\ndefect = "{}"\nverdict = "falskt larm"\nnote = "Prov."\nby = "Anna"\non = 2026-11-27\n'
    file = tmp_path / "granskning.toml"
    file.write_text("\n".join(alarm.format(one) for one in first["fingerprints"]), encoding="utf-8")
    ended = esset(
        "run", "--scenario", "GE-1", "--checks", "axe", "--output", str(tmp_path), "--json", "--review", str(file)
    )
    told = json.loads(ended.stdout)
    assert ended.returncode == 0, ended.stderr
    assert sorted(told["review"]["dismissed"]) == sorted(first["fingerprints"]) and told["fingerprints"] == []
    # Nobody has mended them.
    assert told["standings"]["dismissed"] == len(first["fingerprints"]) and told["standings"]["mended"] == 0
    assert told["manual"]["done"] == 0 < told["manual"]["planned"]
    again = json.loads(
        esset("run", "--scenario", "GE-1", "--checks", "axe", "--output", str(tmp_path), "--json").stdout
    )
    assert again["fingerprints"] == first["fingerprints"] and again["standings"]["open"] == len(first["fingerprints"])


@pytest.mark.browser
def test_a_scenario_that_throws_is_broken_and_the_others_go_on(tmp_path: Path) -> None:
    told = ("--build", "clean", "--checks", "axe", "-n", "2", "--output", str(tmp_path), "--json")
    with scenarios(BROKEN_SCENARIO):
        ended = esset("run", "--scenario", "ZZ-1", "--scenario", "GE-1", *told)
    assert ended.returncode == 3, ended.stdout
    figures = json.loads(ended.stdout)
    assert figures["broken"] == ["ZZ-1"]
    assert figures["scenarios"] == 2


@pytest.mark.browser
def test_score_prints_recall_and_false_positives(tmp_path: Path) -> None:
    ended = esset("score", "--scenario", "GE-1", "--checks", "axe", "--output", str(tmp_path), "--json")
    figures = json.loads(ended.stdout)
    assert {"recall", "found", "missed", "false_positives", "criteria"} <= set(figures)
    assert figures["found"] > 0
    assert figures["recall"] == pytest.approx(figures["found"] / (figures["found"] + figures["missed"]), abs=1e-3)


@pytest.mark.browser
def test_plain_pytest_is_the_same_engine(tmp_path: Path) -> None:
    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "scenarios",
            "-k",
            "GE-1",
            "-q",
            "-n",
            "2",
            f"--esset-output={tmp_path}",
            "--esset-build=clean",
            "--esset-check=axe",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout
    assert "1 passed" in ended.stdout
    (run,) = (one for one in tmp_path.iterdir() if one.is_dir())  # Beside it lies the history.
    assert {"report.html", "run.json", "pytest.html"} <= {file.name for file in run.iterdir()}


def test_plain_pytest_begins_as_many_processes_as_auto_means() -> None:
    told = [sys.executable, "-m", "pytest", "scenarios", "-k", "inget_heter_så", "-n", "auto"]
    ended = subprocess.run(told, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert f"{processes()}/{processes()} workers" in ended.stdout, ended.stdout + ended.stderr


def test_list_names_every_scenario_with_its_story() -> None:
    told = json.loads(esset("list", "--json").stdout)["scenarios"]
    assert {"GE-1", "GE-2"} <= {one["id"] for one in told}
    assert all(one["story"] for one in told)
