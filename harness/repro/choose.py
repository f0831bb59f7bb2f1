"""Which run, which defect, which of its places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checks.registry import Check, all_checks
from defects.model import Defect, Mode, Place
from harness.errors import UsageError
from reports.model import Run
from reports.run_json import FORMAT, RunFileError, load_run


@dataclass(frozen=True)
class Aim:
    """What is to be reproduced: a defect of a run, at one of its places, and the checks that saw it.

    `across` is set where all of them compare states with each other, so that none can judge this one alone.
    """

    run: Run
    defect: Defect
    place: Place
    checks: tuple[Check, ...]
    across: bool

    @property
    def trace(self) -> Path | None:
        """The scenario's Playwright trace from the run; None where it did not break, so that none was kept."""
        kept = sorted((self.run.folder / "traces").glob("*.zip"))
        scenario = next((one for one in kept if self.place.scenario in one.stem), None)
        return scenario or self._by_function(kept)

    def _by_function(self, kept: list[Path]) -> Path | None:
        # Traces are named after the scenario's function.
        from scenarios.registry import all_scenarios

        names = {one.drive.__name__ for one in all_scenarios() if one.id == self.place.scenario}
        return next((one for one in kept if one.stem in names), None)


def aim_at(mark: str, folder: str, output: str, number: int) -> Aim:
    """The defect whose fingerprint begins with `mark`, in the run in `folder` or the last one in `output`.

    `number` counts its places from 1. UsageError where there is no such run, defect or place.
    """
    run = _run(folder, output)
    fitting = [one for one in run.defects if mark and one.fingerprint.startswith(mark)]
    if not fitting:
        raise UsageError(
            f"Ingen brist börjar på {mark!r}", str(run.folder), "Id:t står i rapporten under Underlag och säkerhet."
        )
    if len(fitting) > 1:
        some = ", ".join(one.fingerprint for one in fitting[:4])
        raise UsageError(f"Flera brister börjar på {mark!r}", some, "Skriv fler tecken.")
    defect = fitting[0]
    if not 1 <= number <= len(defect.places):
        raise UsageError(f"Bristen har {len(defect.places)} ställen, inget nummer {number}", defect.fingerprint)
    known = {one.id: one for one in all_checks()}
    checks = tuple(known[one] for one in defect.checks if one in known)
    if defect.mode is Mode.MANUAL:
        raise UsageError("Bristen är funnen för hand, så bara en människa kan pröva den", mark, "Se rapporten.")
    if not checks:
        raise UsageError(
            f"Kontrollen {', '.join(defect.checks)} finns inte i den här versionen", defect.fingerprint, "Kör om."
        )
    alone = tuple(one for one in checks if one.across is None)
    return Aim(run, defect, defect.places[number - 1], alone or checks, not alone)


def last_run(output: str) -> Path:
    """The folder of the last run that was written to `output`. UsageError where there is none."""
    runs = sorted(file.parent for file in Path(output).glob(f"*/{FORMAT.file}"))
    if not runs:
        raise UsageError("Det finns ingen körning", output, "Kör esset-a11y run först, eller peka ut en.")
    return runs[-1]


def _run(folder: str, output: str) -> Run:
    if folder:
        named = next((one for one in (Path(folder), Path(output) / folder) if one.exists()), Path(folder))
        return _loaded(named)
    return _loaded(last_run(output))


def _loaded(folder: Path) -> Run:
    try:
        return load_run(folder)
    except RunFileError as error:
        raise UsageError(str(error)) from None
