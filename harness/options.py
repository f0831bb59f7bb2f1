"""The plugin's command-line options, which the suite's own command line hands on to pytest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One option: its flag, what it is for, and whether it may be given several times."""

    flag: str
    help: str
    several: bool = False


OPTIONS = {
    "config": Option("--esset-config", "TOML file with the run's configuration"),
    "target": Option("--esset-target", "address of the Esset to test; without it the embedded one"),
    "build": Option("--esset-build", "build of the embedded Esset: delivered, clean or ids of faults"),
    "profile": Option("--esset-profile", "profile of checks: snabb, natt or full"),
    "checks": Option("--esset-check", "only this check", several=True),
    "output": Option("--esset-output", "folder in which each run gets a folder of its own"),
    "fail_on": Option("--esset-fail-on", "least priority that fails the run: P1 to P4, the same after new:, or none"),
    "browser": Option("--esset-browser", "browser executable"),
    "baseline": Option("--esset-baseline", "run.json or folder of the run that `new:` is measured against"),
    "waivers": Option("--esset-waivers", "TOML file of waivers"),
    "review": Option("--esset-review", "TOML file of what people decided, or none"),
    "history": Option("--esset-history", "database of the history (SQLAlchemy URL), or none"),
    "version": Option("--esset-version", "version of the Esset under test"),
    "visits": Option("--esset-visits", "how many times each scenario is driven, to find what wavers"),
    "unmasked": Option("--esset-unmasked", "true: write personal data as they are; against this machine only"),
    "incremental": Option("--esset-incremental", "true: take over what an earlier run found at the same content"),
    "headless": Option("--esset-headless", "false: show the browser's window"),
    "resume": Option("--esset-resume", "folder or name of an interrupted run to go on with"),
    "shard": Option("--esset-shard", "only this part of the scenarios, such as 3/8"),
    "scenario": Option("--esset-scenario", "only the scenario with this id", several=True),
    "area": Option("--esset-area", "only this area, by its name or its letters", several=True),
    "audience": Option("--esset-audience", "only this audience: medarbetare or invånare", several=True),
    "score": Option("--esset-score", "1: note at every state where the answer key's faults are"),
}


def arguments(**given: object) -> list[str]:
    """The options that are set, as pytest takes them; None and empty values are left out."""
    told: list[str] = []
    for name, value in given.items():
        values = value if isinstance(value, list | tuple) else [value]
        told += [f"{OPTIONS[name].flag}={one}" for one in values if one not in (None, "")]
    return told
