"""`azure-devops.csv`: the breaches as Azure DevOps takes them in (Boards > Queries > Import work items)."""

from __future__ import annotations

from html import escape

from checks.model import Text
from reports.model import Format, Run
from reports.ticket import Ticket, tickets, write_csv

PRIORITY = {"P1": "1", "P2": "2", "P3": "3", "P4": "4"}

HEADER = ("Work Item Type", "Title", "Priority", "Repro Steps", "Tags")


def render(run: Run) -> bytes:
    """One row a breach."""
    rows = (("Bug", one.title, PRIORITY[one.priority], steps(one), "; ".join(one.labels)) for one in tickets(run))
    return write_csv(HEADER, rows)


def steps(ticket: Ticket) -> str:
    """The ticket's text as the HTML that the field Repro Steps holds."""
    return escape(ticket.text, quote=False).replace("\n", "<br>")


FORMAT = Format(
    id="azure-devops",
    file="azure-devops.csv",
    title=Text("Ärenden för Azure DevOps", "Work items for Azure DevOps"),
    render=render,
)
