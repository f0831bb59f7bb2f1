"""Who scenarios log in as, and where their secrets come from: never the configuration, never the command line."""

from __future__ import annotations

import os
import stat
import subprocess
from functools import cache
from pathlib import Path

import msgspec

from harness.errors import UsageError

PATIENCE = 30
"""Seconds that a command gets to tell a password."""


class Account(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who a scenario logs in as.

    The password is read from an environment variable, from a file that nobody else may read, or from what a command
    (a list: the program and its arguments) says on its first line. `session` is a file of a log-in that was made
    beforehand (`esset-a11y login`), for log-ins that no machine can make.
    """

    username: str
    password_env: str = ""
    password_file: str = ""
    password_command: tuple[str, ...] = ()
    session: str = ""

    def __post_init__(self) -> None:
        if sum(map(bool, (self.password_env, self.password_file, self.password_command))) > 1:
            raise ValueError(f"the account {self.username} has its password in more than one place")

    @property
    def password(self) -> str:
        """The password, empty where none is configured; UsageError where it can't be had."""
        if self.password_file:
            return _first_line(private(Path(self.password_file)).read_text(encoding="utf-8"))
        if self.password_command:
            return _commanded(self.password_command, self.username)
        try:
            return os.environ[self.password_env] if self.password_env else ""
        except KeyError:
            raise UsageError(
                f"Miljövariabeln {self.password_env} saknas",
                f"lösenordet för kontot {self.username}",
                "Sätt den och kör igen.",
            ) from None


def private(file: Path) -> Path:
    """The file, if it is there and nobody else may read or change it; else UsageError."""
    try:
        mode = file.stat().st_mode
    except OSError as error:
        raise UsageError("Filen med hemligheten går inte att läsa", f"{file}: {error.strerror}") from None
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise UsageError(
            f"Andra kan läsa filen med hemligheten (rättigheter {stat.S_IMODE(mode):03o})",
            str(file),
            f"Kör: chmod 600 {file}",
        )
    return file


@cache
def _commanded(command: tuple[str, ...], username: str) -> str:
    try:
        ended = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, check=True, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError) as error:
        # What the command said may be the secret itself, or part of it.
        what = f"Kommandot {command[0]} gav inget lösenord ({type(error).__name__})"
        raise UsageError(what, f"lösenordet för kontot {username}", "Prova det för hand.") from None
    return _first_line(ended.stdout)


def _first_line(text: str) -> str:
    return text.splitlines()[0] if text else ""
