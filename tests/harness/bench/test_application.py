"""What a person judged of real applications: kept by fingerprint, counted honestly, asked for where it is missing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checks.model import Element, Finding, Outcome, Text, Visit
from harness.bench.application import Judged, judged, precision, to_judge
from harness.bench.apps.model import all_apps
from harness.config import Config
from harness.session import merged
from reports.model import Run, Trace
from scenarios.model import Area, Audience, Scenario


def finding(name: str, *, criteria: tuple[str, ...] = ("4.1.2",), outcome: Outcome = Outcome.FAILED) -> Finding:
    element = Element(("html>b",), name, f'<b id="{name}">', "button", "", None, (f"b\x1f#{name}",))
    return Finding("c", "r", "c", outcome, "missing-name", criteria, element, Text("a", "a"), Text("sågs", "seen"))


def run(*findings: Finding) -> Run:
    scenario = Scenario(
        "app", "App", Area.GEMENSAMT, Audience.MEDARBETARE, "arendesystem", "Jag är prov. Jag vill prova, för prov.",
        lambda: None,
    )  # fmt: skip
    visits = tuple(Visit("app", f"s{at}", at, "http://h/p", "t", (one,), {}) for at, one in enumerate(findings))
    trace = Trace("run", "", "", "App", "full", {}, {})
    return Run(trace, (), (), (), visits, merged(visits, [scenario], Config()), Path())


def test_findings_and_defects_are_counted_as_they_were_judged() -> None:
    told = run(finding("x"), finding("x"), finding("y"), finding("z"), finding("w", criteria=()))
    marks = {one.places[0].element.selector: one.fingerprint for one in told.defects if one.places[0].element}
    verdicts = {marks["x"]: Judged("x", True, "sant"), marks["y"]: Judged("y", False, "falskt")}
    figures = precision(told, verdicts)
    assert (figures.true, figures.false, figures.unjudged) == (2, 1, 1)
    assert (figures.true_defects, figures.false_defects, figures.unjudged_defects) == (1, 1, 1)
    assert figures.precision_of_defects == 0.5
    asked = tomllib.loads(to_judge(told, verdicts))
    assert list(asked) == [marks["z"]], "good practice and what is judged is not asked for"
    assert asked[marks["z"]] == {"what": "missing-name: z, s3"}


@pytest.mark.parametrize("app", all_apps())
def test_what_was_judged_can_be_read_and_says_why(app: str) -> None:
    for mark, one in judged(app).items():
        assert len(mark) == 16
        assert len(one.reason) > 20, mark
        assert one.what
