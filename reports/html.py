"""`report.html`: the run as an accessibility expert reads it, one file that needs nothing else."""

from __future__ import annotations

from checks.model import Text
from reports.model import Format, Run
from reports.page import write_page
from reports.view import view


def render(run: Run) -> bytes:
    """The report, UTF-8."""
    return write_page("report.html.j2", page=view(run))


FORMAT = Format(id="html", file="report.html", title=Text("Rapport för granskare", "Report for experts"), render=render)
