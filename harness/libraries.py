"""Whether a program's shared libraries are on this machine, asked of the dynamic loader itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def lacks_libraries(executable: Path) -> bool:
    """Whether some library is missing. Only Linux can be asked; elsewhere the answer is no."""
    if sys.platform != "linux":
        return False
    # With this variable the loader lists what it would load, and the program itself is not run.
    asked = {**os.environ, "LD_TRACE_LOADED_OBJECTS": "1"}
    try:
        told = subprocess.run([executable], env=asked, capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return told.returncode != 0 or "not found" in told.stdout
