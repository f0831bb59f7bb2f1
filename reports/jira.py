"""`jira.csv`: the breaches as Jira takes them in (Issues > Import from CSV); map the columns by their names."""

from __future__ import annotations

from checks.model import Text
from reports.model import Format, Run
from reports.ticket import tickets, write_csv

PRIORITY = {"P1": "Highest", "P2": "High", "P3": "Medium", "P4": "Low"}
"""Priorities of a Jira as it comes."""

HEADER = ("Summary", "Issue Type", "Priority", "Description", "External issue ID", *("Labels",) * 4)
"""Several labels are several columns of the same name."""


def render(run: Run) -> bytes:
    """One row a breach."""
    labels = HEADER.count("Labels")
    return write_csv(
        HEADER,
        (
            (one.title, "Bug", PRIORITY[one.priority], one.text, one.fingerprint, *_padded(one.labels, labels))
            for one in tickets(run)
        ),
    )


def _padded(labels: tuple[str, ...], count: int) -> tuple[str, ...]:
    return (labels + ("",) * count)[:count]


FORMAT = Format(id="jira", file="jira.csv", title=Text("Ärenden för Jira", "Tickets for Jira"), render=render)
