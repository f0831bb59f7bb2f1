"""JUnit XML: the structure that Jenkins' schema asks for, and what counts as failure and error."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from checks.model import Text
from reports.junit import render
from reports.model import Run

CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"properties", "testcase", "system-out", "system-err"},
    "properties": {"property"},
    "testcase": {"skipped", "error", "failure", "system-out", "system-err"},
}
"""What each element may hold by the JUnit schema of Jenkins' xUnit plugin; any other holds text."""

REQUIRED = {
    "testsuites": set(),
    "testsuite": {"name", "tests", "failures", "errors"},
    "testcase": {"name", "classname"},
    "property": {"name", "value"},
}


def read(run: Run) -> ET.Element:
    return ET.fromstring(render(run))


def test_structure(run: Run) -> None:
    root = read(run)
    assert root.tag == "testsuites"
    for element in root.iter():
        assert {child.tag for child in element} <= CHILDREN.get(element.tag, set()), element.tag
        assert REQUIRED.get(element.tag, set()) <= {*element.attrib}, element.tag
        for number in ("tests", "failures", "errors", "skipped"):
            assert element.get(number, "0").isdigit()
        assert re.fullmatch(r"\d+\.\d{3}", element.get("time", "0.000"))
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", element.get("timestamp", "2026-01-01T00:00:00"))


def test_counts_agree_with_what_is_there(run: Run) -> None:
    root = read(run)
    for suite in [root, *root]:
        cases = suite.findall(".//testcase")
        assert int(suite.get("tests", "")) == len(cases)
        assert int(suite.get("failures", "")) == sum(case.find("failure") is not None for case in cases)
        assert int(suite.get("errors", "")) == sum(case.find("error") is not None for case in cases)


def test_a_suite_a_scenario_a_case_a_state(run: Run) -> None:
    root = read(run)
    assert [suite.get("name") for suite in root] == [f"{one.id} {one.title}" for one in run.scenarios]
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase") if case.find("error") is None]
    assert names == [(visit.scenario, visit.state) for visit in run.visits]


def test_a_failure_names_priority_kind_criterion_and_selector(run: Run) -> None:
    failure = read(run).find(".//testcase[@name='steg 1, inkomster']/failure")
    assert failure is not None
    message = failure.get("message", "")
    assert message.startswith(
        "3 brister: P1 missing-name 4.1.2 form > button.spara; P1 contrast 1.4.3 p.hjalptext; P4 "
    )
    assert failure.get("type") == "P1"
    assert "Knappen har inget namn." in (failure.text or "")


def test_questions_and_good_practice_fail_nothing(run: Run) -> None:
    only = replace(run, defects=tuple(one for one in run.defects if one.question or not one.criteria))
    root = read(only)
    assert root.get("failures") == "0"
    told = "".join(one.text or "" for one in root.iter("system-out"))
    assert "Fråga: Har texten minst 4,5:1" in told
    assert "God praxis: Rubriknivån hoppar" in told


def test_what_broke_is_an_error(run: Run) -> None:
    errors = {
        case.get("name"): case.find("error") for case in read(run).iter("testcase") if case.find("error") is not None
    }
    assert set(errors) == {"scenariot bröts", "sammanfattningen: kontrollen axe"}
    broken = errors["scenariot bröts"]
    assert broken is not None
    assert "Knappen ”Spara” blev aldrig klickbar" in broken.get("message", "")


def test_traceability_stands_in_every_suite(run: Run) -> None:
    for suite in read(run):
        told = {one.get("name"): one.get("value") for one in suite.iter("property")}
        assert told["run"] == run.trace.run
        assert told["started"] == run.trace.started
        assert told["version.axe-core"] == "4.14.1"
        assert told["configuration.build"] == "delivered"


def test_hostile_text_leaves_well_formed_xml(run: Run) -> None:
    first, *rest = run.defects
    place = replace(
        first.places[0], observed=Text("\x1b[31m</failure>]]>\x00\ud83d<script>", ""), url="http://x/?a=\u202e\ufffe"
    )
    hostile = replace(run, defects=(replace(first, places=(place,)), *rest))
    failure = read(hostile).find(".//failure")
    assert failure is not None
    assert "</failure>]]>" in (failure.text or "")
