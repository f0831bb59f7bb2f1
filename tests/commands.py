"""The command line as its users call it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAM = (sys.executable, "-c", "from harness.cli import main; main()")
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
    """The folder of the only run below an output folder."""
    (run,) = (one for one in output.iterdir() if (one / "journal").is_dir())
    return run
