"""Tickets and summaries: what is told, and that nothing a page says is taken for anything but text."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from reports import azure_devops, jira, markdown
from reports.model import Run
from reports.summary import Sort, sort_of
from reports.ticket import tickets

HOSTILE = '=HYPERLINK("http://x")|<script>alert(1)</script> [a](javascript:b) \x1b[31m‮ \ud800 `kod`'


def with_name(run: Run, name: str) -> Run:
    first = run.defects[0]
    element = first.places[0].element
    assert element
    place = replace(first.places[0], element=replace(element, name=name, html=name, selector=name))
    return replace(run, defects=(replace(first, places=(place,)), *run.defects[1:]))


def rows(text: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))


@pytest.mark.parametrize("form", [jira, azure_devops])
def test_a_row_a_breach_with_its_label(form: object, run: Run) -> None:
    header, *told = rows(form.render(run))  # type: ignore[attr-defined]
    breaches = [one for one in run.defects if sort_of(one) is Sort.BREACH]
    assert len(told) == len(breaches) and all(len(row) == len(header) for row in told)
    for row, defect in zip(told, breaches, strict=True):
        assert f"esset-a11y-{defect.fingerprint}" in "; ".join(row)


@pytest.mark.parametrize("form", [jira, azure_devops])
def test_no_cell_is_a_formula(form: object, run: Run) -> None:
    for row in rows(form.render(with_name(run, HOSTILE))):  # type: ignore[attr-defined]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_a_ticket_says_what_an_expert_would(run: Run) -> None:
    ticket = tickets(run)[0]
    for told in ("EN 301 549", "Förväntat", "Observerat", "Vem drabbas", "Åtgärd", "esset-a11y repro"):
        assert told in ticket.text


def test_the_summary_counts_and_never_says_accessible(run: Run) -> None:
    told = markdown.render(run).decode()
    assert "**P1** 2" in told and "betyder inte att" in told
    assert told.count("\n| P") <= markdown.WORST


def test_a_page_can_not_write_markdown(run: Run) -> None:
    told = markdown.render(with_name(run, HOSTILE)).decode()
    line = next(one for one in told.splitlines() if "HYPERLINK" in one)
    assert "<script>" not in line.replace("\\<script\\>", "") and "[a](" not in line
    assert "\x1b" not in told and "‮" not in told
    assert line.replace("\\|", "").count("|") == 6
