"""The first tables: runs, defects, sightings, mendings, tallies, and how long scenarios take."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "run",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("series", sa.String(200), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("started", sa.String(40), nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("version", sa.String(120), nullable=False),
        sa.Column("profile", sa.String(40), nullable=False),
        sa.Column("versions", sa.Text, nullable=False),
        sa.Column("states", sa.Integer, nullable=False),
        sa.UniqueConstraint("series", "name"),
    )
    op.create_table(
        "defect",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("series", sa.String(200), nullable=False),
        sa.Column("fingerprint", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(80), nullable=False),
        sa.Column("criteria", sa.String(200), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("level", sa.SmallInteger, nullable=False),
        sa.Column("area", sa.String(120), nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("status", sa.SmallInteger, nullable=False),
        sa.Column("looks", sa.Text, nullable=False),
        sa.Column("runs", sa.Integer, nullable=False),
        sa.Column("first_run", sa.Integer, sa.ForeignKey("run.id"), nullable=False),
        sa.Column("last_run", sa.Integer, sa.ForeignKey("run.id"), nullable=False),
        sa.Column("opened", sa.String(40), nullable=False),
        sa.UniqueConstraint("series", "fingerprint"),
    )
    op.create_table(
        "sighting",
        sa.Column("run", sa.Integer, sa.ForeignKey("run.id"), primary_key=True, autoincrement=False),
        sa.Column("defect", sa.Integer, sa.ForeignKey("defect.id"), primary_key=True, autoincrement=False),
        sa.Column("status", sa.SmallInteger, nullable=False),
        sa.Column("level", sa.SmallInteger, nullable=False),
        sa.Column("places", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("sighting_of_defect", "sighting", ["defect", "run"])
    op.create_table(
        "mending",
        sa.Column("run", sa.Integer, sa.ForeignKey("run.id"), primary_key=True, autoincrement=False),
        sa.Column("defect", sa.Integer, sa.ForeignKey("defect.id"), primary_key=True, autoincrement=False),
        sa.Column("level", sa.SmallInteger, nullable=False),
        sa.Column("opened", sa.String(40), nullable=False),
        sa.Column("mended", sa.String(40), nullable=False),
    )
    op.create_table(
        "tally",
        sa.Column("run", sa.Integer, sa.ForeignKey("run.id"), primary_key=True, autoincrement=False),
        sa.Column("area", sa.String(120), primary_key=True),
        sa.Column("criteria", sa.String(200), primary_key=True),
        sa.Column("level", sa.SmallInteger, primary_key=True, autoincrement=False),
        sa.Column("status", sa.SmallInteger, primary_key=True, autoincrement=False),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "drive",
        sa.Column("run", sa.Integer, sa.ForeignKey("run.id"), primary_key=True, autoincrement=False),
        sa.Column("scenario", sa.String(80), primary_key=True),
        sa.Column("milliseconds", sa.Integer, nullable=False),
        sa.Column("ending", sa.String(20), nullable=False),
    )


def downgrade() -> None:
    """Take the tables away."""
    for name in ("drive", "tally", "mending", "sighting", "defect", "run"):
        op.drop_table(name)
