"""Databases to keep a history in, each empty, and runs made up to be kept."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from checks.model import Text, Visit
from defects import merge
from reports.model import CheckRun, Driven, Ending, Run, Trace
from scenarios.registry import all_scenarios
from standards import Scope

SCENARIOS = {one.id: one for one in all_scenarios()}
SCOPES = {"kundportal": Scope.PUBLIC, "arendesystem": Scope.INTERNAL_CASE_SYSTEM}
FIRST_NIGHT = datetime.fromisoformat("2026-11-01T02:00:00+01:00")


def make_run(
    night: int, visits: Iterable[Visit], *, broken: Iterable[str] = (), checks: Iterable[str] = ("axe",)
) -> Run:
    """The run of a night; a scenario in `broken` came no further than its visits."""
    visits = tuple(visits)
    started = (FIRST_NIGHT + timedelta(days=night)).isoformat()
    return Run(
        trace=Trace(f"natt-{night:03}", started, started, "prov", "natt", {"sviten": "1"}, {}),
        surfaces=(),
        checks=tuple(CheckRun(one, Text(one, one), ()) for one in checks),
        scenarios=tuple(
            Driven(one, one, SCENARIOS[one].area, "", "", "", Ending.BROKEN if one in broken else Ending.COMPLETED, 2.0)
            for one in dict.fromkeys(visit.scenario for visit in visits)
        ),
        visits=visits,
        defects=merge(visits, SCENARIOS, SCOPES),
        folder=Path(),
    )


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/mapp med å/historik.db"
    server: str = request.getfixturevalue("postgresql")
    name = f"prov{abs(hash(tmp_path)):x}"
    subprocess.run([_program("createdb"), "-h", "127.0.0.1", "-p", server, "-U", "prov", name], check=True)
    return f"postgresql://prov:hemligt@127.0.0.1:{server}/{name}"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Port of a PostgreSQL server of the tests' own; they are skipped where it is not installed."""
    if not shutil.which(_program("initdb")):
        pytest.skip("PostgreSQL saknas: sudo apt install postgresql")
    # Not in pytest's own folder: that one is closed to other users each time a pytest starts, and the server is one.
    folder = Path(tempfile.mkdtemp(prefix="esset-postgresql-"))
    user = _someone_else(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    data = folder / "data"

    def as_user(*command: str) -> None:
        ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", user=user, env=_plain())
        assert ended.returncode == 0, ended.stderr

    as_user(_program("initdb"), "-D", str(data), "-U", "prov", "--auth=trust", "-E", "UTF8", "--no-locale", "-N")
    told = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    as_user(_program("pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", told, "start")
    yield port
    as_user(_program("pg_ctl"), "-D", str(data), "-w", "-m", "immediate", "stop")
    shutil.rmtree(folder)


def _program(name: str) -> str:
    """Debian keeps the server's programs out of the path."""
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda one: int(one.parts[-3]))
    return str(newest[-1]) if newest else name


def _plain() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")} | {"LC_ALL": "C"}


def _someone_else(folder: Path) -> int | None:
    """PostgreSQL refuses to run as root: its folder is handed to another user."""
    if os.getuid() != 0:
        return None
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return user.pw_uid
