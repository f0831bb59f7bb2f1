"""The pipelines are what their services take in, and call the commands that there are."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from harness.cli import app

ROOT = Path(__file__).parents[2]
CI = ROOT / "ci"
BIN = Path(sys.executable).parent

VALIDATED = {
    "github-actions.yml": ("check-jsonschema", "--builtin-schema", "vendor.github-workflows"),
    "gitlab-ci.yml": ("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
    "azure-pipelines.yml": (
        *("check-jsonschema", "--regex-variant", "nonunicode"),
        *("--builtin-schema", "vendor.azure-pipelines", "--data-transform", "azure-pipelines"),
    ),
    "Dockerfile": ("hadolint",),
    "kubernetes/job.yaml": ("kubernetes-validate",),
    "kubernetes/merge.yaml": ("kubernetes-validate",),
    "kubernetes/volume.yaml": ("kubernetes-validate",),
}


def test_every_file_is_validated() -> None:
    assert {str(file.relative_to(CI)) for file in CI.rglob("*") if file.is_file()} == {*VALIDATED}


@pytest.mark.parametrize("name", VALIDATED)
def test_it_is_valid(name: str) -> None:
    program, *arguments = VALIDATED[name]
    ended = subprocess.run([BIN / program, *arguments, CI / name], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def calls(text: str) -> Iterator[list[str]]:
    """Every call of the command line in a text, as words."""
    joined = re.sub(r"(?<=\S)\n +(?=--)", " ", text.replace("\\\n", " "))
    for found in re.finditer(r"esset-a11y ([a-z][^\n`|;&#()]*)", joined):
        yield found[1].replace('"', " ").replace("'", " ").split()


CALLS = [
    pytest.param(list(call), id=f"{file.relative_to(ROOT)}: {' '.join(call)}")
    for file in (*(one for one in CI.rglob("*") if one.is_file()), ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
    for call in dict.fromkeys(tuple(one) for one in calls(file.read_text(encoding="utf-8")))
]


@pytest.mark.parametrize("call", CALLS)
def test_it_calls_commands_and_options_that_there_are(call: list[str]) -> None:
    command = typer.main.get_command(app)
    words = iter(call)
    for word in words:
        if not hasattr(command, "commands"):
            break
        assert word in command.commands, f"there is no command {word!r}"
        command = command.commands[word]
    options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    asked = {word.partition("=")[0].strip("[]") for word in call if word.startswith("-")}
    assert asked <= options, f"no such option: {', '.join(sorted(asked - options))}"
