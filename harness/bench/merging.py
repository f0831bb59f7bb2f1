"""How long the merging of many findings takes: made findings, as many as a large run gives, from several engines."""

from __future__ import annotations

import time
from dataclasses import dataclass

import standards
from checks.model import Box, Element, Finding, Outcome, Text, Visit
from defects import merge
from scenarios.model import Area, Audience, Scenario

KINDS = (("missing-label", ("4.1.2",)), ("contrast", ("1.4.3",)), ("link-purpose", ("2.4.4",)), ("landmark", ()))
ENGINES = ("axe", "htmlcs", "markup")
ROWS = 50
"""Findings of each engine at a state."""


@dataclass(frozen=True)
class Merging:
    """How many findings became how many defects, in how many seconds of the processor."""

    findings: int
    defects: int
    seconds: float


def measure_merging(findings: int) -> Merging:
    """Merge so many made findings: three engines on each element, fifty elements a state."""
    scenarios = {f"S-{n}": _scenario(n) for n in range(20)}
    visits = [_visit(n, f"S-{n % 20}") for n in range(findings // (ROWS * len(ENGINES)) + 1)]
    made = sum(len(visit.findings) for visit in visits)
    start = time.process_time()
    defects = merge(visits, scenarios, {"kundportal": standards.Scope.PUBLIC})
    return Merging(made, len(defects), time.process_time() - start)


def _scenario(number: int) -> Scenario:
    return Scenario(f"S-{number}", "", Area.GEMENSAMT, Audience.INVANARE, "kundportal", "", lambda: None)


def _visit(number: int, scenario: str) -> Visit:
    findings = tuple(_finding(engine, row, number) for row in range(ROWS) for engine in ENGINES)
    return Visit(
        scenario, f"tillstånd {number}", number, f"http://127.0.0.1/sida/{_word(number % 40)}", "Sida", findings, {}
    )


def _word(number: int) -> str:
    """A word for a number: digits do not count in a fingerprint."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _finding(engine: str, row: int, page: int) -> Finding:
    kind, criteria = KINDS[row % len(KINDS)]
    own = _word(page % 40)
    signature = (
        f"input\x1f#{_word(row)}-falt\x1f.form-control\x1f.{own}\x1f@name={_word(row)}", f"td\x1f.cell-{row % 7}",
        f"tr\x1f#rad-{row}", "tbody", "table\x1f.data", f"form\x1f#{own}-formular", "main", "body", "html",
    )  # fmt: skip
    element = Element(
        (f"html>:nth-child(2)>:nth-child(1)>:nth-child({row})",), f"#falt-{row}", "<input>", "textbox", f"Fält {row}",
        Box(0, row * 20, 200, 20), signature,
    )  # fmt: skip
    text = Text(f"Fält {row}", f"Field {row}")
    return Finding(engine, "regel", engine, Outcome.FAILED, kind, criteria, element, text, text)
