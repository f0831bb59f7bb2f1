"""The command line as its users call it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

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


@contextmanager
def scenarios(code: str) -> Iterator[None]:
    """A module of scenarios that the command line finds too, for as long as the context lasts.

    It lies in a folder of its own: tests that run side by side must not meet each other's.
    """
    with TemporaryDirectory() as folder:
        own = Path(folder, "scenarios")
        own.mkdir()
        (own / "prov.py").write_text(code, encoding="utf-8")
        found = f"import scenarios\nscenarios.__path__.append({str(own)!r})\n"
        Path(folder, "sitecustomize.py").write_text(found, encoding="utf-8")
        paths = [folder, *filter(None, [os.environ.get("PYTHONPATH")])]
        told = f"-c {ROOT}/pyproject.toml {own}/prov.py"
        with patch.dict(os.environ, PYTHONPATH=os.pathsep.join(paths), PYTEST_ADDOPTS=told):
            yield


def only_run(output: Path) -> Path:
    """The folder of the only run below an output folder; one that was joined has no journal, one that broke no end."""
    (run,) = (one for one in output.iterdir() if (one / "journal").is_dir() or (one / "run.json").is_file())
    return run
