"""What is kept of runs, in a file and in PostgreSQL."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from defects.standing import Status
from harness.errors import RunBroken, UsageError
from harness.history import tables
from harness.history.address import shown
from harness.history.database import HEAD, connected
from harness.history.difference import difference, find_run, runs
from harness.history.store import durations, record, unmended
from harness.history.trend import trend_of
from tests.defects.conftest import make_finding, make_visit
from tests.harness.history.conftest import make_run

SERIES = "prov"


def night(number: int, *names: str) -> object:
    return make_run(number, [make_visit("GE-1", "tom", *(make_finding(name) for name in names))])


def keep(url: str, *nights: tuple[str, ...]) -> list[dict[str, Status]]:
    """Status by the faults' selectors, night by night."""
    told = []
    for number, names in enumerate(nights):
        with connected(url) as connection:
            standings = record(connection, night(number, *names), SERIES, version=f"v{number}")
        told.append({one.where.rpartition(" · ")[2]: one.status for one in standings})
    return told


def test_a_defect_comes_stays_goes_and_comes_back(url: str) -> None:
    told = keep(url, ("spara",), ("spara", "sok"), ("sok",), ("sok",), ("spara", "sok"))
    assert [one.get("spara") for one in told] == [Status.NEW, Status.OPEN, Status.MENDED, None, Status.BACK]
    assert [one.get("sok") for one in told] == [None, Status.NEW, Status.OPEN, Status.OPEN, Status.OPEN]


def test_it_is_told_since_when_and_by_which_version(url: str) -> None:
    keep(url, ("spara",), ("spara",))
    with connected(url) as connection:
        (standing,) = record(connection, night(2, "spara"), SERIES, version="v2")
    assert (standing.first_version, standing.last_version, standing.runs) == ("v0", "v2", 3)
    assert standing.first_seen < standing.last_seen


def test_the_same_run_is_kept_once_and_nothing_is_half_written(url: str) -> None:
    keep(url, ("spara",))
    with pytest.raises(UsageError, match="natt-000"), connected(url) as connection:
        record(connection, night(0, "sok"), SERIES)
    with connected(url) as connection:
        assert connection.execute(select(func.count()).select_from(tables.defect)).scalar() == 1


def test_series_do_not_meet(url: str) -> None:
    keep(url, ("spara",))
    with connected(url) as connection:
        (standing,) = record(connection, night(0, "spara"), "another")
        assert standing.status is Status.NEW
        assert len(unmended(connection, SERIES)) == 1 and len(runs(connection)) == 2


def test_what_is_known_is_what_is_not_mended(url: str) -> None:
    keep(url, ("spara", "sok"), ("sok",))
    with connected(url) as connection:
        known = unmended(connection, SERIES)
    assert len(known) == 1


def test_durations_are_those_of_the_last_whole_drive(url: str) -> None:
    visits = [make_visit("GE-1", "tom")]
    with connected(url) as connection:
        record(connection, make_run(0, visits), SERIES)
        record(connection, make_run(1, visits, broken=["GE-1"]), SERIES)
        assert durations(connection, SERIES) == {"GE-1": 2.0}


def test_two_runs_are_held_against_each_other(url: str) -> None:
    keep(url, ("a", "b"), ("b", "c"), ("b", "c"), ("a", "b"))
    with connected(url) as connection:
        told = {
            names: {one.place.rpartition(" · ")[2]: one.status for one in difference(connection, first, last)}
            for names in (("natt-000", "natt-001"), ("natt-000", "natt-002"), ("natt-001", "senaste"))
            for first, last in [(find_run(connection, names[0]), find_run(connection, names[1]))]
        }
    assert told["natt-000", "natt-001"] == {"a": Status.MENDED, "b": Status.OPEN, "c": Status.NEW}
    assert told["natt-000", "natt-002"] == {"a": Status.MENDED, "b": Status.OPEN, "c": Status.NEW}
    assert told["natt-001", "senaste"] == {"a": Status.BACK, "b": Status.OPEN, "c": Status.MENDED}


@pytest.mark.parametrize("name", ["natt-9", "natt-00", "senaste~7", "i går"])
def test_a_run_that_is_not_one_is_told_in_one_line(url: str, name: str) -> None:
    keep(url, ("a",), ("a",))
    with pytest.raises(UsageError, match="natt-001"), connected(url) as connection:
        find_run(connection, name)


def test_the_trend_counts_what_is_open_how_old_and_how_soon_mended(url: str) -> None:
    keep(url, ("a", "b"), ("b",), ("b", "c"))
    with connected(url) as connection:
        trend = trend_of(connection, SERIES)
    assert [one.open for one in trend.nights] == [2, 1, 2]
    assert [one.by_status[Status.MENDED] for one in trend.nights] == [0, 1, 0]
    assert trend.oldest and trend.oldest.place.endswith("b")
    assert trend.mended == 1 and set(trend.days_to_mend.values()) == {1.0}


def test_the_tables_are_what_the_migrations_make(url: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with connected(url) as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() == HEAD
        assert compare_metadata(context, tables.metadata) == []


def test_an_address_that_can_not_be_used_is_told_without_its_password() -> None:
    with pytest.raises(UsageError), connected("påhittat://x"):
        pass
    with pytest.raises(RunBroken) as raised, connected("postgresql://prov:hemligt@127.0.0.1:9/x"):
        pass
    assert "hemligt" not in str(raised.value)
    assert shown("postgresql://prov:hemligt@h/x") == "postgresql://prov:***@h/x"
