"""The tables of the history. A change here is a new migration in `migrations/versions/`, never an edit of an old one.

A *series* is one Esset over time, such as the test environment's. A *sighting* is how one defect stood after one run;
a defect that stays mended has none, so that a year of nights stays small. A *tally* is a run's defects counted by
area, criterion, priority and status, which is what trends are drawn from.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from defects.model import Level
from defects.standing import Status

metadata = MetaData()

STATUSES = tuple(Status)
"""A status is kept as its place here: new ones go last."""

LEVELS = tuple(Level)
"""A priority is kept as its place here."""

run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("series", String(200), nullable=False),
    Column("name", String(80), nullable=False),
    Column("started", String(40), nullable=False),
    Column("target", Text, nullable=False),
    Column("version", String(120), nullable=False),
    Column("profile", String(40), nullable=False),
    Column("versions", Text, nullable=False),
    Column("states", Integer, nullable=False),
    UniqueConstraint("series", "name"),
)

defect = Table(
    "defect",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("series", String(200), nullable=False),
    Column("fingerprint", String(32), nullable=False),
    Column("kind", String(80), nullable=False),
    Column("criteria", String(200), nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("level", SmallInteger, nullable=False),
    Column("area", String(120), nullable=False),
    Column("place", Text, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("looks", Text, nullable=False),
    Column("runs", Integer, nullable=False),
    Column("first_run", ForeignKey("run.id"), nullable=False),
    Column("last_run", ForeignKey("run.id"), nullable=False),
    Column("opened", String(40), nullable=False),
    UniqueConstraint("series", "fingerprint"),
)

sighting = Table(
    "sighting",
    metadata,
    Column("run", ForeignKey("run.id"), primary_key=True, autoincrement=False),
    Column("defect", ForeignKey("defect.id"), primary_key=True, autoincrement=False),
    Column("status", SmallInteger, nullable=False),
    Column("level", SmallInteger, nullable=False),
    Column("places", Integer, nullable=False),
    Index("sighting_of_defect", "defect", "run"),
    sqlite_with_rowid=False,
)

mending = Table(
    "mending",
    metadata,
    Column("run", ForeignKey("run.id"), primary_key=True, autoincrement=False),
    Column("defect", ForeignKey("defect.id"), primary_key=True, autoincrement=False),
    Column("level", SmallInteger, nullable=False),
    Column("opened", String(40), nullable=False),
    Column("mended", String(40), nullable=False),
)

tally = Table(
    "tally",
    metadata,
    Column("run", ForeignKey("run.id"), primary_key=True, autoincrement=False),
    Column("area", String(120), primary_key=True),
    Column("criteria", String(200), primary_key=True),
    Column("level", SmallInteger, primary_key=True, autoincrement=False),
    Column("status", SmallInteger, primary_key=True, autoincrement=False),
    Column("count", Integer, nullable=False),
)

drive = Table(
    "drive",
    metadata,
    Column("run", ForeignKey("run.id"), primary_key=True, autoincrement=False),
    Column("scenario", String(80), primary_key=True),
    Column("milliseconds", Integer, nullable=False),
    Column("ending", String(20), nullable=False),
)
"""How long each scenario took, and how it ended (`reports.model.Ending`)."""
