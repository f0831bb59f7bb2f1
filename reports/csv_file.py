"""`brister.csv`: every defect as a row, for what reads neither Excel nor JSON; the sort stands in the first column."""

from __future__ import annotations

from checks.model import Text
from reports.model import Format, Run
from reports.rows import ALL, context, rows
from reports.ticket import write_csv


def render(run: Run) -> bytes:
    """One row a defect, breaches, questions and good practice in the run's order."""
    told = rows(ALL, run.defects, context(run))
    return write_csv([column.heading for column in ALL], ([str(one) for one in row] for row in told))


FORMAT = Format(id="csv", file="brister.csv", title=Text("Alla brister som CSV", "All defects as CSV"), render=render)
