"""Drives scenarios: pytest with the suite's plugin, told in the suite's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

import scenarios
from harness.errors import UsageError
from harness.options import arguments
from harness.terminal import said
from reports.model import Run
from reports.plain import one_line

OK, DEFECTS, WRONG_USE, BROKEN = 0, 1, 2, 3
"""Exit codes of the command line."""

AUTO = "auto"
"""As many processes as keep the machine at work."""


@dataclass(frozen=True)
class Driven:
    """How a call of pytest ended: the exit code of the command line, and the run where there is one."""

    code: int
    run: Run | None


def drive(
    console: Console,
    *,
    workers: str = "1",
    pytest_arguments: Sequence[str] = (),
    plugins: Sequence[object] = (),
    **options: object,
) -> Driven:
    """Drive scenarios with the plugin's `options` (`harness.options`), telling progress on `console`.

    `workers` is a number of processes or "auto". UsageError where it is neither.
    """
    if workers != AUTO and not (workers.isdecimal() and int(workers)):
        raise UsageError(
            f"Antalet processer {workers!r} går inte att förstå", "-n", "Skriv till exempel 2, eller auto."
        )
    progress = Progress(console)
    told = [
        str(Path(scenarios.__file__).parent),
        "-p",
        "no:cacheprovider",
        "--color=no",
        "--tb=short",
        f"--rootdir={Path(scenarios.__file__).parent.parent}",
        # One scenario at a time: what is handed out at once can't be taken by the other when it is idle.
        *(["-n", workers, "--maxschedchunk=1"] if workers == AUTO or int(workers) > 1 else []),
        *arguments(**options),
        *pytest_arguments,
    ]
    status = int(pytest.main(told, plugins=[progress, *plugins]))
    return Driven(_exit_code(status), progress.result)


def _exit_code(status: int) -> int:
    """pytest's exit status in the command line's terms; whatever is unclear is the run's own fault."""
    return {0: OK, 1: DEFECTS, 4: WRONG_USE}.get(status, BROKEN)


class Progress:
    """Plugin that tells of each scenario and its states in place of pytest's own terminal output."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._config: pytest.Config | None = None

    @property
    def result(self) -> Run | None:
        """The run that was concluded, None where none was."""
        driving = self._config and self._config.pluginmanager.getplugin("esset-driving")
        return driving.result if driving else None

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        self._config = config
        terminal = config.pluginmanager.getplugin("terminalreporter")
        if terminal:
            config.pluginmanager.unregister(terminal)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionstart(self) -> None:
        driving = self._config and self._config.pluginmanager.getplugin("esset-driving")
        if driving and driving.refused:
            told = ", ".join(one.id for one in driving.refused)
            self._console.print(f"Målet är i drift. Körs inte, för att de ändrar data: {told}", style="yellow")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._console.print(f"[bold red]Går inte att läsa:[/] {report.longreprtext}", markup=True, highlight=False)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        properties: dict[str, Any] = dict(report.user_properties)
        told = properties.get("esset")
        if report.when != "teardown" or not told:
            return
        ending = "[bold red]bröts[/]" if told["error"] else "[green]klar[/]"
        self._console.print(f"[bold]{said(told['title'])}[/]: {ending}")
        for state in told["states"]:
            colour, failed = ("red", f"{state['failed']} fel") if state["failed"] else ("dim", "inga fel funna")
            self._console.print(
                f"  {said(state['name']):<48} [{colour}]{failed:<15}[/] {state['seconds']:5.1f} s", highlight=False
            )
        if told["error"]:
            self._console.print(f"  {one_line(told['error'], 500)}", style="red", markup=False, highlight=False)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self) -> None:
        driving = self._config and self._config.pluginmanager.getplugin("esset-driving")
        if driving and driving.fault:
            self._console.print(driving.fault, style="bold red", markup=False, highlight=False, soft_wrap=True)

    def pytest_internalerror(self, excrepr: object) -> None:
        driving = self._config and self._config.pluginmanager.getplugin("esset-driving")
        told = str(excrepr)
        self._console.print(driving.mask.text(told) if driving else told, highlight=False, markup=False)
