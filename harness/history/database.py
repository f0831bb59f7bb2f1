"""Opens the history's database, and brings its tables up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, event, inspect, text
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from harness.errors import RunBroken, UsageError
from harness.history.address import shown

HEAD = "0001"
"""The newest migration: a database that says so is used as it is."""


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """A connection in a transaction that is kept when the block ends well.

    Raises UsageError for an address that can't be used, RunBroken where the database does not answer.
    """
    engine = _engine(url)
    try:
        with engine.begin() as connection:
            _bring_up_to_date(connection)
            yield connection
    except SQLAlchemyError as error:
        reason = " ".join(str(getattr(error, "orig", None) or error).split())[:200]
        raise RunBroken(
            "Historiken går inte att använda", f"{shown(url)}: {reason}", "Kontrollera [history]."
        ) from None
    finally:
        engine.dispose()


def _engine(url: str) -> Engine:
    try:
        made = make_url(url)
        if made.get_backend_name() == "postgresql" and "+" not in made.drivername:
            made = made.set(drivername="postgresql+psycopg")
        if made.get_backend_name() == "sqlite" and made.database not in (None, "", ":memory:"):
            Path(str(made.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(made)
    except (ArgumentError, NoSuchModuleError) as error:
        raise UsageError("Historikens adress går inte att förstå", f"{shown(url)}: {error}") from None
    except ImportError as error:
        raise UsageError(
            "Drivrutinen till historiken saknas", str(error), "pip install 'esset-a11y[postgresql]'"
        ) from None
    except OSError as error:
        raise UsageError("Historikens mapp går inte att göra", f"{url}: {error.strerror}") from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _quick_and_safe)
    return engine


def _quick_and_safe(connection: object, _record: object) -> None:
    # WAL: a night that writes and a person who reads never wait for each other.
    connection.execute("PRAGMA journal_mode=WAL")  # type: ignore[attr-defined]
    connection.execute("PRAGMA synchronous=NORMAL")  # type: ignore[attr-defined]
    connection.execute("PRAGMA busy_timeout=10000")  # type: ignore[attr-defined]


def _bring_up_to_date(connection: Connection) -> None:
    if inspect(connection).has_table("alembic_version"):
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if version == HEAD:
            return
        if version and version > HEAD:
            raise UsageError("Historiken är skriven av en nyare version", f"{version} > {HEAD}", "Uppgradera sviten.")
    from alembic import command  # Only where there is something to do: it takes its time to load.
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
