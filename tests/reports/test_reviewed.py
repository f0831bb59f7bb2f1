"""What people decided stands in every report, and a green run without manual tests is never told as conformance."""

from __future__ import annotations

import io
import json
from datetime import date

import jsonschema
import openpyxl

from checks.model import Outcome
from defects.model import Level
from defects.review import Book, Decision, ManualTest
from reports import earl, junit, markdown, sarif, xlsx
from reports.model import Run
from reports.reviewed import reviewed
from reports.run_json import load_run, render, schema
from tests.reports.test_html import article, soup, words
from tests.reports.test_sampling import called, done

ON = date(2026, 11, 27)
BREACH, QUESTION = "a1b2c3d4e5f60718", "00000000000000aa"
HOSTILE = "<script>alert(1)</script>"


def decided(run: Run, *decisions: Decision, tests: tuple[ManualTest, ...] = ()) -> Run:
    return reviewed(called(run), Book(decisions, tests), "granskning.toml")


def decision(defect: str, **told: object) -> Decision:
    return Decision(**{"defect": defect, "by": "Anna", "on": ON, **told})  # type: ignore[arg-type]


def test_a_decision_stands_at_its_defect(run: Run) -> None:
    note = f"Prövad med NVDA. {HOSTILE}"
    page = soup(decided(run, decision(BREACH, verdict="bekräftad", level=Level.P2, note=note)))
    told = words(article(page, BREACH))
    assert "Bekräftad av Anna, 27 november 2026. Prioriteten är satt till P2; den räknades till P1." in told
    assert note in told and page.find("script", string="alert(1)") is None
    assert "Halvautomatisk" in told and "Underkänt, bedömt av en människa" in told


def test_a_false_alarm_is_listed_by_itself_with_its_reason(run: Run) -> None:
    page = soup(decided(run, decision(BREACH, verdict="falskt larm", note="Namnet kommer ur en titel.")))
    assert page.select_one(f".defect#brist-{BREACH}") is None
    told = words(page.find(id="avfardade"))
    assert "Falskt larm av Anna" in told and "Namnet kommer ur en titel." in told and BREACH in told
    assert "Testerna fann 4 brister" in words(page.find(id="sammanfattning"))


def test_an_answered_question_moves_to_the_breaches(run: Run) -> None:
    page = soup(decided(run, decision(QUESTION, verdict="fel")))
    assert page.select_one(f"#brister #brist-{QUESTION}") and not page.select_one(f"#fragor #brist-{QUESTION}")
    assert "Besvarad: det är fel av Anna" in words(article(page, QUESTION))


def test_what_must_be_judged_anew_is_told_first(run: Run) -> None:
    told = decided(run, decision(BREACH, verdict="inget fel", about="Knappen Spara"))
    assert "1 beslut måste fattas på nytt" in " ".join(
        words(one) for one in soup(told).select("#sammanfattning .alarm")
    )
    assert f"`{BREACH}` är nu ett säkert fynd" in markdown.render(told).decode()


def test_a_failed_manual_test_is_a_defect_with_method_and_evidence(run: Run) -> None:
    test = done(
        "sammanfattningen", "1.3.1", outcome="underkänd", note="Tabellen läses rad för rad.", kind="table-structure",
        evidence="bilagor/1.mp4",
    )  # fmt: skip
    told = words(article(soup(decided(run, tests=(test,))), test.fingerprint))
    for part in ("Funnen vid manuellt prov av Anna", "Metod: NVDA", "bilagor/1.mp4", "Tabellen läses rad för rad."):
        assert part in told, part
    assert "Motorer" not in told


def test_how_far_the_manual_tests_have_come_is_in_every_report(run: Run) -> None:
    told = decided(run, tests=(done("steg 1, inkomster", "1.1.1"),))
    planned = json.loads(render(told))["summary"]["manual"]["planned"]
    said = f"1 av {planned} manuella prov är gjorda"
    page = soup(told)
    assert said in words(page.find(id="for-hand")) and said in words(page.find(id="ej-testat"))
    assert said in words(page.find(id="sammanfattning"))
    assert "Godkänt : Anna, 27 november 2026, NVDA" in words(page.find(id="for-hand"))
    assert f"Manuella prov: 1 av {planned} gjorda" in markdown.render(told).decode()
    tests = json.loads(render(told))["manual"]
    assert [one["outcome"] for one in tests].count("passed") == 1 and len(tests) == planned


def test_a_run_without_a_sample_says_so(run: Run) -> None:
    assert "urvalet är inte helt" in markdown.render(run).decode()
    assert "Inga manuella prov är gjorda" in words(soup(run).find(id="for-hand"))


def test_what_meets_nothing_is_in_the_report(run: Run) -> None:
    elsewhere = done("ett annat", "1.1.1")
    told = words(
        soup(decided(run, decision("f" * 16, verdict="bekräftad", about="Kartan"), tests=(elsewhere,))).find(
            id="sparbarhet"
        )
    )
    assert "Träffar inget" in told and "Kartan" in told and "ett annat" in told


def test_run_json_holds_it_all_and_can_be_decided_anew(run: Run) -> None:
    test = done("sammanfattningen", "1.3.1", outcome="underkänd", note="x", kind="table-structure", level=Level.P1)
    told = decided(run, decision(BREACH, verdict="falskt larm", note="x"), tests=(test,))
    jsonschema.Draft202012Validator(schema()).validate(json.loads(render(told)))
    (run.folder / "run.json").write_bytes(render(told))
    loaded = load_run(run.folder)
    assert loaded == told and loaded.review.dismissed[0].outcome is Outcome.PASSED
    undone = reviewed(loaded, Book())
    assert {one.fingerprint for one in undone.defects} == {one.fingerprint for one in run.defects}


def test_earl_says_who_judged_what_and_how(run: Run) -> None:
    tests = (
        done("steg 1, inkomster", "1.1.1"),
        done("sammanfattningen", "1.3.1", outcome="underkänd", note="x", kind="table-structure"),
    )
    told = decided(
        run,
        decision(BREACH, verdict="falskt larm", note="x"),
        decision(QUESTION, verdict="fel"),
        tests=tests,
    )
    graph = json.loads(earl.render(told))["@graph"]
    anna = "urn:esset-a11y:granskare:Anna"
    made = [(one["mode"], one["result"]["outcome"]) for one in graph if one.get("assertedBy") == anna]
    assert sorted({*made}) == [
        ("earl:manual", "earl:failed"), ("earl:manual", "earl:passed"),
        ("earl:semiAuto", "earl:failed"), ("earl:semiAuto", "earl:passed"),
    ]  # fmt: skip
    # A machine alone never says passed.
    alone = {one["result"]["outcome"] for one in graph if one.get("mode") == "earl:automatic"}
    assert "earl:passed" not in alone


def test_the_workbook_lists_what_was_dismissed_and_every_manual_test(run: Run) -> None:
    told = decided(
        run, decision(BREACH, verdict="falskt larm", note="Namnet."), tests=(done("steg 1, inkomster", "1.1.1"),)
    )
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(told)))
    (row,) = book["Inget fel"].iter_rows(min_row=2, values_only=True)
    assert BREACH in row and "falskt larm (Anna, 2026-11-27): Namnet." in row
    tests = [*book["Manuella prov"].iter_rows(min_row=2, values_only=True)]
    assert [row[5] for row in tests].count("godkänd") == 1 and {row[5] for row in tests} == {"godkänd", "ej gjort"}


def test_pipelines_see_what_was_dismissed_and_how_far_the_manual_tests_have_come(run: Run) -> None:
    told = decided(
        run, decision(BREACH, verdict="falskt larm", note="Namnet."), tests=(done("steg 1, inkomster", "1.1.1"),)
    )
    (log,) = json.loads(sarif.render(told))["runs"]
    (result,) = [one for one in log["results"] if one["partialFingerprints"]["essetA11y/v1"] == BREACH]
    assert result["suppressions"][0]["justification"] == "falskt larm (Anna, 2026-11-27): Namnet."
    assert log["properties"]["manualTestsDone"] == 1 < log["properties"]["manualTestsPlanned"]
    assert "1 av 4 manuella prov gjorda" in junit.render(told).decode()
    assert BREACH not in junit.render(told).decode()
