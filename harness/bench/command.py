"""`esset-a11y run` as a process of its own, for what is measured from the outside."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

QUIET: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
"""Nothing of it is shown."""


def run_command(output: Path, arguments: Sequence[str]) -> list[str]:
    """The command line of a run that leaves its folder in `output`."""
    main = "from harness.cli import main; main()"
    return [sys.executable, "-c", main, "run", *arguments, "--output", str(output)]
