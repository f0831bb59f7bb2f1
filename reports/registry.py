"""How report formats are found: a module below `reports/` with a `FORMAT`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path

import reports
from reports.model import Format, Run
from reports.plain import tamed


@cache
def all_formats() -> tuple[Format, ...]:
    """Every report format there is, in order of id."""
    modules = (importlib.import_module(f"reports.{module.name}") for module in pkgutil.iter_modules(reports.__path__))
    return tuple(sorted((module.FORMAT for module in modules if hasattr(module, "FORMAT")), key=lambda one: one.id))


def write_reports(run: Run) -> dict[str, Path]:
    """Write every format into the run's folder; gives the file of each, by the format's id.

    What tested pages put into their texts is made harmless first (`reports.plain`). A file is there whole or not at
    all, also where the disk is full (OSError).
    """
    written = {}
    told = tamed(run)
    for form in all_formats():
        written[form.id] = run.folder / form.file
        half = written[form.id].with_name(f".{form.file}.half")
        try:
            half.write_bytes(form.render(told))
            half.replace(written[form.id])
        finally:
            half.unlink(missing_ok=True)
    return written
