"""A run that is killed goes on where it was, and ends as one that was not; shards end as one machine does."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from harness.journal import FOLDER, read_journal
from tests.commands import PROGRAM, ROOT, esset, only_run

pytestmark = pytest.mark.browser

CHOICE = ("--scenario", "GE-1", "--scenario", "GE-6", "--checks", "axe", "--history", "none")


def defects(folder: Path) -> bytes:
    return json.dumps(json.loads((folder / "run.json").read_bytes())["defects"], sort_keys=True).encode()


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    output = tmp_path_factory.mktemp("hel")
    ended = esset("run", *CHOICE, "--output", str(output))
    assert ended.returncode == 1, ended.stdout + ended.stderr
    return defects(only_run(output))


def killed_after(lines: int, output: Path) -> Path:
    """The folder of a run whose processes were all killed when its journal had so many lines."""
    command = [*PROGRAM, "run", *CHOICE, "--output", str(output)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    end = time.monotonic() + 240
    while sum(file.read_bytes().count(b"\n") for file in output.glob(f"*/{FOLDER}/*.jsonl")) < lines:
        assert process.poll() is None and time.monotonic() < end, "the run ended before it could be killed"
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return only_run(output)


@pytest.mark.parametrize("lines", [9])
def test_a_killed_run_goes_on_and_ends_as_an_unbroken_one(lines: int, unbroken: bytes, tmp_path: Path) -> None:
    run = killed_after(lines, tmp_path)
    (run / FOLDER / "main.jsonl").open("ab").write(b'{"visit":{"scenario":"GE-')
    before = read_journal(run)
    assert before.torn == ("main.jsonl",)
    ended = esset("run", *CHOICE, "--output", str(tmp_path), "--resume", run.name, "-n", "2")
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert "main.jsonl" in ended.stdout
    assert only_run(tmp_path) == run
    assert all(line in read_journal(run).lines for line in before.lines)
    assert defects(run) == unbroken


def shards_of(count: int, output: Path) -> list[str]:
    """The folders of a run's shards, each driven as a machine of its own would; some may have nothing to drive."""
    for number in range(1, count + 1):
        ended = esset("run", *CHOICE, "--shard", f"{number}/{count}", "--output", str(output / str(number)))
        assert ended.returncode in (0, 1), ended.stderr
    return [str(only_run(output / str(number))) for number in range(1, count + 1)]


@pytest.fixture(scope="module")
def eight(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return shards_of(8, tmp_path_factory.mktemp("åtta"))


def test_two_shards_and_eight_are_joined_into_what_one_machine_finds(
    unbroken: bytes, eight: list[str], tmp_path: Path
) -> None:
    for shards in (shards_of(2, tmp_path), eight):
        output = tmp_path / f"hel-{len(shards)}"
        joined = esset("merge", *shards, "--output", str(output))
        assert joined.returncode == 1, joined.stderr
        assert defects(only_run(output)) == unbroken


def test_a_missing_doubled_or_mixed_shard_is_named(eight: list[str], tmp_path: Path) -> None:
    shards = eight
    for wrong, says in ((shards[:7], "8/8"), ([*shards, shards[0]], "1/8")):
        refused = esset("merge", *wrong, "--output", str(tmp_path / "fel"))
        assert refused.returncode == 2 and says in refused.stderr and len(refused.stderr.splitlines()) == 1
    told = json.loads((Path(shards[1]) / "run.json").read_bytes())
    told["trace"]["versions"]["axe-core"] = "0.1"
    (Path(shards[1]) / "run.json").write_text(json.dumps(told), encoding="utf-8")
    mixed = esset("merge", *shards, "--output", str(tmp_path / "fel"))
    assert mixed.returncode == 2 and "axe-core" in mixed.stderr and "2/8" in mixed.stderr
    assert not (tmp_path / "fel").exists()


def test_what_can_not_go_on_is_told(tmp_path: Path) -> None:
    unknown = esset("run", "--resume", "finns-inte", "--output", str(tmp_path))
    assert unknown.returncode == 2 and "finns-inte" in unknown.stderr
