"""The command line as its users call it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Where pytest runs without a guard (tests/safety/mutant.py) the command line does too.
_UNGUARDED = "from tests.safety.mutant import pytest_configure; pytest_configure(); "
PROGRAM = (
    sys.executable,
    "-c",
    (_UNGUARDED if "ESSET_A11Y_MUTANT" in os.environ else "") + "from harness.cli import main; main()",
)
"""What `esset-a11y` is, without the environment's folder of programs."""


def esset(
    *arguments: str, environment: dict[str, str] | None = None, cwd: Path = ROOT, timeout: float = 400
) -> subprocess.CompletedProcess[str]:
    """The command line, run to its end."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
        env=(os.environ if environment is None else environment) | {"COLUMNS": "200"},
    )


def only_run(output: Path) -> Path:
    """The folder of the only run below an output folder; one that was joined has no journal, one that broke no end."""
    (run,) = (one for one in output.iterdir() if (one / "journal").is_dir() or (one / "run.json").is_file())
    return run
