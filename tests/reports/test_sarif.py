"""SARIF: valid by OASIS's schema, read by sarif-tools, and in the shape that GitHub takes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sarif.loader import load_sarif_file

from defects.model import Defect
from defects.standing import Standing, Status
from defects.waivers import Waived, Waiver
from reports.model import Run
from reports.sarif import FORMAT, render
from reports.summary import Sort, sort_of

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def read(run: Run) -> dict[str, Any]:
    whole = json.loads(render(run))
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(whole)
    return dict(whole["runs"][0])


def results(run: Run) -> dict[str, dict[str, Any]]:
    return {one["partialFingerprints"]["essetA11y/v1"]: one for one in read(run)["results"]}


def standing(defect: Defect, status: Status) -> Standing:
    return Standing(
        defect.fingerprint, status, defect.kind, defect.criteria, defect.outcome, defect.priority.level,
        "", "", "2026-11-01T02:00:00+01:00", "", "2026-11-24T02:00:00+01:00", "", 3,
    )  # fmt: skip


def test_the_schema_refuses_what_is_not_sarif(run: Run) -> None:
    whole = json.loads(render(run))
    whole["runs"][0]["results"][0]["level"] = "P1"
    with pytest.raises(jsonschema.ValidationError, match="'P1' is not one of"):
        jsonschema.Draft4Validator(SCHEMA).validate(whole)


def test_valid_also_with_no_defect(empty_run: Run) -> None:
    assert read(empty_run)["results"] == []


def test_a_foreign_reader_counts_the_same(run: Run) -> None:
    file = run.folder / FORMAT.file
    file.write_bytes(render(run))
    told = load_sarif_file(str(file)).get_report()
    assert told.get_issue_type_histogram_for_severity("error").keys()
    counts = {level: sum(told.get_issue_type_histogram_for_severity(level).values()) for level in ("error", "warning")}
    assert counts == {"error": 3, "warning": 1}


def test_a_question_is_a_review_and_fails_nothing(run: Run) -> None:
    told = results(run)
    for defect in run.defects:
        one = told[defect.fingerprint]
        if sort_of(defect) is Sort.QUESTION:
            assert (one["kind"], one["level"]) == ("review", "none")
            assert "Fråga till en människa" in one["message"]["text"]
        else:
            assert one["kind"] == "fail" and one["level"] in ("error", "warning", "note")


def test_a_rule_a_kind_with_help(run: Run) -> None:
    told = read(run)
    rules = told["tool"]["driver"]["rules"]
    for one in told["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
    first = next(one for one in rules if one["id"] == "missing-name")
    assert "skärmläsare" in first["help"]["text"]
    assert first["helpUri"].startswith("https://www.w3.org/WAI/WCAG22/Understanding/")
    taxa = {one["id"] for one in told["taxonomies"][0]["taxa"]}
    assert {one["id"] for result in told["results"] for one in result["taxa"]} <= taxa


def test_every_address_is_relative_to_its_site(run: Run) -> None:
    """GitHub refuses a whole file in which one address has a scheme, or is empty."""
    first, second, *rest = run.defects
    other = replace(second.places[0], url="https://inloggning.test/a b?c=[d]&e=å:f")
    root = replace(first.places[0], url=run.trace.target)
    moved = (replace(first, places=(root,)), replace(second, places=(other,)), *rest)
    whole = read(replace(run, defects=moved))
    found = [
        place["physicalLocation"]["artifactLocation"]
        for result in whole["results"]
        for place in (*result["locations"], *result["relatedLocations"])
    ]
    assert all(one["uri"] and not one["uri"].startswith("/") and ":" not in one["uri"] for one in found)
    bases = whole["originalUriBaseIds"]
    assert bases["MÅL"] == {"uri": "http://127.0.0.1:8000/"}
    assert bases["https://inloggning.test"] == {"uri": "https://inloggning.test/"}
    assert found[0] == {"uri": "./", "uriBaseId": "MÅL"}
    assert {"uri": "a%20b?c=%5Bd%5D&e=%C3%A5%3Af", "uriBaseId": "https://inloggning.test"} in found


def test_the_embedded_esset_has_no_address(run: Run) -> None:
    first = run.defects[0]
    place = replace(first.places[0], url="/overformyndare/1")
    embedded = replace(run, trace=replace(run.trace, target="inbyggda Esset (delivered)"))
    whole = read(replace(embedded, defects=(replace(first, places=(place,)),)))
    assert whole["originalUriBaseIds"] == {"MÅL": {"description": {"text": "inbyggda Esset (delivered)"}}}
    assert whole["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "overformyndare/1"


def test_waivers_suppress_and_expired_ones_do_not(run: Run) -> None:
    first, second, third, *_ = run.defects
    day = date(2026, 11, 1)
    held = Waiver(first.fingerprint, "Byts ut i mars", "åtgärdas", "Förvaltningen", day, date(2027, 3, 1))
    gone = replace_waiver(held, second.fingerprint)
    told = results(replace(run, waived=Waived(in_force=(held,), expired=(gone,))))
    assert told[first.fingerprint]["suppressions"][0]["status"] == "accepted"
    assert "Byts ut i mars" in told[first.fingerprint]["suppressions"][0]["justification"]
    assert told[second.fingerprint]["suppressions"][0]["status"] == "rejected"
    assert told[third.fingerprint]["suppressions"] == []


def replace_waiver(waiver: Waiver, mark: str) -> Waiver:
    return Waiver(mark, waiver.reason, waiver.ground, waiver.decided_by, waiver.decided, date(2026, 11, 2))


def test_baseline_only_where_there_is_a_history(run: Run) -> None:
    assert all("baselineState" not in one for one in results(run).values())
    states = (Status.NEW, Status.OPEN, Status.BACK)
    told = tuple(standing(one, states[at % 3]) for at, one in enumerate(run.defects))
    after = results(replace(run, standings=told))
    assert {one["baselineState"] for one in after.values()} == {"new", "unchanged"}
    assert after[run.defects[1].fingerprint]["baselineState"] == "unchanged"


def test_what_broke_is_told(run: Run, empty_run: Run) -> None:
    told = read(run)["invocations"][0]
    assert told["executionSuccessful"] is False
    assert "BU-1" in told["toolExecutionNotifications"][0]["message"]["text"]
    assert told["startTimeUtc"] == "2026-11-24T01:00:00Z"
    assert read(empty_run)["invocations"][0]["executionSuccessful"] is True
