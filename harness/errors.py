"""The suite's own errors: each says what happened, where, and what to do about it, in one line.

The CLI prints the line without a traceback and ends with the error's exit code; anything else that is raised is a bug
in the suite and is shown as one.
"""

from __future__ import annotations


class EssetError(Exception):
    """What happened, where, and what to do. `str()` of it is the line that the user reads (Swedish)."""

    exit_code = 3

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        sentence = f"{self.what.rstrip('.')}{place}."
        line = f"{sentence} {self.remedy}" if self.remedy else sentence
        return " ".join(line.split())


class UsageError(EssetError):
    """Wrong use or configuration: nothing was run. Exit code 2."""

    exit_code = 2


class RunBroken(EssetError):
    """The run itself broke (browser, server, environment): its result says nothing of Esset. Exit code 3."""

    exit_code = 3
