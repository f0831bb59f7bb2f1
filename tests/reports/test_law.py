"""The documents for the law: all their parts, only where the law asks, and never more than people have shown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml
from bs4 import BeautifulSoup

import standards
from checks.model import Visit
from defects.review import Book, Decision, ManualTest
from defects.waivers import Waived, Waiver
from reports import acr
from reports.clauses import Mark, clause_states
from reports.document import write
from reports.model import Ending, Run, Surface
from reports.protocol import protocol
from reports.reviewed import reviewed
from reports.sampling import sampled
from reports.statement import NoStatement, Publisher, statement
from tests.reports.test_html import words
from tests.reports.test_sampling import called

TODAY = date(2026, 11, 27)
PORTAL, CASES = 0, 1
WHO = Publisher("Stockholms stad", "a@example.se", "08-1", "https://example.se/brist", TODAY, date(2024, 5, 2))
BREACHES = {"a1b2c3d4e5f60718"}
SCHEMA = Path(__file__).parent / "schemas" / "openacr-0.1.0.json"


def text(run: Run, surface: int = PORTAL, who: Publisher = WHO, **told: object) -> str:
    document = statement(run, run.surfaces[surface], who, TODAY, **told)  # type: ignore[arg-type]
    return write(document, "md").decode()


def everything_passed(run: Run) -> Run:
    """A run without a defect, on which people have tested all there is to test, on both surfaces."""
    needed = {(one.scenario, one.state): tuple(num.num for num in standards.criteria()) for one in run.visits}
    whole = replace(
        called(replace(run, visits=tuple(replace(one, findings=()) for one in run.visits)), needed),
        defects=(),
        scenarios=tuple(replace(one, ending=Ending.COMPLETED, error="") for one in run.scenarios),
    )
    tests = tuple(
        ManualTest(
            criterion=one.criterion,
            scenario=one.scenario,
            state=one.state,
            surface=one.surface,
            outcome="godkänd",
            method="NVDA 2026.2",
            by="Anna",
            on=TODAY,
        )
        for one in sampled(whole)
    )
    return reviewed(whole, Book((), tests))


# --- the statement ---------------------------------------------------------------------------------------------------


def test_it_has_every_part_that_the_regulation_asks_for_in_diggs_order(run: Run) -> None:
    told = text(called(run))
    headings = re.findall(r"^#{1,3} (.+)$", told, re.MULTILINE)
    assert headings == [
        "Tillgänglighet för Kundportalen och e-tjänsterna",
        "Hur tillgänglig är tjänsten?",
        "Vad kan du göra om du inte kan använda delar av tjänsten?",
        "Rapportera brister i tjänstens tillgänglighet",
        "Tillsyn",
        "Teknisk information om tjänstens tillgänglighet",
        "Innehåll som inte är tillgängligt",
        "Bristande förenlighet med lagkraven",
        "Oskäligt betungande anpassning (12 §)",
        "Innehåll som inte omfattas av lagen (9 §)",
        "Hur vi testat tjänsten",
    ]
    for part in ("Stockholms stad står bakom", "delvis förenlig", "https://www.digg.se/tdosanmalan", "08-1",
                 "https://example.se/brist", "EN 301 549 V3.2.1", "27 november 2026", "2 maj 2024"):  # fmt: skip
        assert part in told, part


def test_defects_stand_under_diggs_usage_situations(run: Run) -> None:
    told = text(called(run))
    blind = told.partition("#### Användning utan synförmåga")[2].partition("####")[0]
    assert "Kontrollen saknar namn" in blind and "God man lämnar in årsräkning" in blind
    assert "EN 301 549 avsnitt 9.4.1.2 Namn, roll, värde" in blind
    known = {one.sv for one in standards.situations()}
    assert set(re.findall(r"^#### (.+)$", told, re.MULTILINE)) <= known


def test_what_the_law_does_not_ask_for_yet_and_what_is_elsewhere_is_no_breach_of_it(run: Run) -> None:
    told = text(called(run))
    # 2.5.8 is new in WCAG 2.2; the picture without an alternative is in the case system only.
    assert "Klickytan" not in told and "2.5.8" not in told
    assert "Bilden saknar textalternativ" not in told


def test_what_is_not_known_is_left_blank_and_named(run: Run) -> None:
    document = statement(called(run), run.surfaces[PORTAL], Publisher(), TODAY)
    assert len(document.blanks) == 8 and any("en automatisk körning är ingen sådan" in one for one in document.blanks)
    told = write(document, "html").decode()
    assert told.count("<mark>[FYLL I: ") >= 8
    assert "inga manuella prov än" in told and "0 av" in told


def test_an_internal_case_system_gets_none(run: Run) -> None:
    with pytest.raises(NoStatement, match="internt ärendesystem") as raised:
        text(run, CASES)
    assert "bryter" not in str(raised.value)


@pytest.mark.parametrize("scope", ["extranet", "information-intranet"])
def test_a_site_for_a_closed_group_is_covered_from_a_day(run: Run, scope: str) -> None:
    closed = replace(run, surfaces=(Surface("kundportal", "Extranätet", scope),))
    for published, overhauled, covered in (
        (date(2019, 9, 22), None, False), (date(2019, 9, 23), None, True), (None, None, True),
        (date(2015, 1, 1), date(2018, 1, 1), False), (date(2015, 1, 1), date(2020, 1, 1), True),
    ):  # fmt: skip
        who = replace(WHO, published=published, overhauled=overhauled)
        if covered:
            assert "Extranätet" in text(closed, who=who)
        else:
            with pytest.raises(NoStatement, match="omfattande översyn"):
                text(closed, who=who)


def test_wholly_compliant_is_refused_on_automatic_tests_alone(run: Run) -> None:
    green = replace(called(run), defects=(), scenarios=everything_passed(run).scenarios)
    with pytest.raises(NoStatement, match="automatiska test räcker inte, 0 av"):
        text(green, compliance="helt")
    told = text(green)
    assert "FYLL I: helt, delvis eller inte förenlig" in told
    assert not re.search(r"är (helt|delvis|inte) förenlig", told)
    with pytest.raises(NoStatement, match="delvis förenlig går inte att motivera"):
        text(green, compliance="delvis")


def test_wholly_compliant_is_written_once_people_have_tested_all(run: Run) -> None:
    assert "Tjänsten är helt förenlig" in text(everything_passed(run), compliance="helt")


Spoil = Callable[[Run], Run]


def _forget_one(run: Run) -> Run:
    return replace(run, review=replace(run.review, tests=run.review.tests[1:]))


def _of_another_version(run: Run) -> Run:
    return replace(run, trace=replace(run.trace, version="2"))


def _broken(run: Run) -> Run:
    return replace(run, scenarios=tuple(replace(one, ending=Ending.BROKEN) for one in run.scenarios))


def _one_undecided(run: Run) -> Run:
    import msgspec

    first, *rest = run.review.tests
    tests = (msgspec.structs.replace(first, outcome="kan inte avgöras"), *rest)
    return replace(run, review=replace(run.review, tests=tests))


@pytest.mark.parametrize("spoil", [_forget_one, _of_another_version, _broken, _one_undecided])
def test_wholly_compliant_needs_all_of_it(run: Run, spoil: Spoil) -> None:
    with pytest.raises(NoStatement, match="Helt förenlig går inte att skriva"):
        text(spoil(everything_passed(run)), compliance="helt")


def test_wholly_compliant_needs_a_day_when_people_evaluated_it(run: Run) -> None:
    with pytest.raises(NoStatement, match="assessed"):
        text(everything_passed(run), who=replace(WHO, assessed=None), compliance="helt")


def test_a_known_defect_is_never_wholly_compliant(run: Run) -> None:
    whole = everything_passed(run)
    with pytest.raises(NoStatement, match="har brister"):
        text(replace(whole, defects=run.defects[:1]), compliance="helt")


def test_an_unreasonable_burden_is_told_with_its_assessment(run: Run) -> None:
    burden = Waiver(
        defect="a1b2c3d4e5f60718", reason="Systemet byts ut.", ground="oskäligt betungande anpassning",
        decided_by="Nämnden", decided=TODAY, until=date(2027, 5, 1), assessment="diarienummer 1",
    )  # fmt: skip
    told = text(replace(called(run), waived=Waived(in_force=(burden,))))
    part = told.partition("(12 §)")[2].partition("###")[0]
    assert "Systemet byts ut." in part and "diarienummer 1" in part and "1 maj 2027" in part
    assert "Kontrollen saknar namn" not in told.partition("Bristande förenlighet")[2].partition("(12 §)")[0]


def test_a_false_alarm_is_not_in_it_and_a_persons_finding_is(run: Run) -> None:
    alarm = Decision(defect="a1b2c3d4e5f60718", verdict="falskt larm", note="x", by="Anna", on=TODAY)
    found = ManualTest(
        criterion="3.3.2", scenario="OF-1", state="sammanfattningen", outcome="underkänd", method="NVDA", by="Anna",
        on=TODAY, note="x", kind="missing-label",
    )  # fmt: skip
    told = text(reviewed(called(run), Book((alarm,), (found,))))
    assert "Kontrollen saknar namn" not in told and standards.kind("missing-label").title.sv in told
    # Who tested is nobody's business on a public page.
    assert "Anna" not in told


def test_names_that_are_not_certain_have_the_english_one(run: Run) -> None:
    unsure = next(one for one in standards.criteria() if not one.sv_sure and one.legal_floor)
    told = write(protocol(called(run), run.surfaces[PORTAL]), "md").decode()
    assert f"{unsure.sv} ({unsure.en})" in told


# --- the protocol ----------------------------------------------------------------------------------------------------


def test_the_protocol_tells_every_clause_and_none_as_free_of_remarks(run: Run) -> None:
    page = BeautifulSoup(write(protocol(called(run), run.surfaces[PORTAL]), "html"), "html.parser")
    rows = {words(row.th): words(row) for row in page.select("table")[0].select("tbody tr")}
    floor = {one.clause for one in standards.criteria() if one.legal_floor} | {one.num for one in standards.clauses()}
    assert set(rows) == floor
    assert "Anmärkning" in rows["9.4.1.2"] and "Ej granskat" in rows["9.1.1.1"] and "Ej granskat" in rows["11.7"]
    assert not [one for one in rows.values() if "Ingen anmärkning" in one]
    told = words(page)
    for part in ("Förväntad observation: Knappar har ett namn", "Faktisk observation: Knappen har inget namn.",
                 "ingen människa än", "automatisk, inte bedömd av någon människa", "a1b2c3d4e5f60718",
                 "pictures/steg-1.jpg", "Har texten minst 4,5:1"):  # fmt: skip
        assert part in told, part


def test_the_protocol_names_reviewers_methods_and_evidence(run: Run) -> None:
    test = ManualTest(
        criterion="11.7", surface="kundportal", outcome="underkänd", method="Windows hög kontrast", by="Bo", on=TODAY,
        note="Ramarna försvinner.", evidence="bilagor/7.png",
    )  # fmt: skip
    right = Decision(defect="a1b2c3d4e5f60718", verdict="bekräftad", by="Anna", on=TODAY)
    told = write(protocol(reviewed(called(run), Book((right,), (test,))), run.surfaces[PORTAL]), "md").decode()
    for part in ("Granskare: Anna, Bo", "Ramarna försvinner.", "bilagor/7.png", "Windows hög kontrast",
                 "automatisk, bedömd av en människa"):  # fmt: skip
        assert part in told, part


def test_the_protocol_of_a_case_system_names_its_own_grounds(run: Run) -> None:
    told = write(protocol(run, run.surfaces[CASES]), "md").decode()
    assert "sannolikt inte omfattas av lagen" in told and "arbetsmiljön" in told and "10 § DOS-lagen" not in told


def test_a_clause_is_free_of_remarks_only_by_people(run: Run) -> None:
    whole = everything_passed(run)
    assert {one.mark for one in clause_states(whole, whole.surfaces[PORTAL])} == {Mark.CLEAR}
    green = replace(called(run), defects=())
    assert {one.mark for one in clause_states(green, green.surfaces[PORTAL])} == {Mark.UNREVIEWED}


# --- the conformance report ------------------------------------------------------------------------------------------


def conformance(run: Run) -> dict[str, str]:
    told = yaml.safe_load(acr.render(run, run.surfaces[PORTAL], actor="Stockholms stad", email="a@b.se", today=TODAY))
    jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(told)
    return {
        one["num"]: one["components"][0]["adherence"]["level"]
        for chapter in told["chapters"].values()
        for one in chapter.get("criteria", ())
    }


def test_what_only_a_machine_found_is_not_evaluated(run: Run) -> None:
    assert set(conformance(called(run)).values()) == {"not-evaluated"}
    assert b"DRAFT" in acr.render(run, run.surfaces[PORTAL], actor="", email="a@b.se", today=TODAY)


def test_it_has_every_criterion_of_wcag_2_1_at_level_a_and_aa(run: Run) -> None:
    assert set(conformance(run)) == {one.num for one in standards.criteria() if one.introduced != "2.2"}


def test_what_people_reviewed_decides(run: Run) -> None:
    right = Decision(defect="a1b2c3d4e5f60718", verdict="bekräftad", by="Anna", on=TODAY)
    told = conformance(reviewed(called(run), Book((right,))))
    # Seen at both states of the one workflow on the surface.
    assert told["4.1.2"] == "does-not-support" and told["1.4.3"] == "not-evaluated"
    first, *more = run.visits
    wider = replace(run, visits=(first, *more, *(_copy(first, number) for number in range(5, 9))))
    assert conformance(reviewed(called(wider), Book((right,))))["4.1.2"] == "partially-supports"


def test_supports_needs_every_test(run: Run) -> None:
    whole = everything_passed(run)
    assert set(conformance(whole).values()) == {"supports"}
    assert "not-evaluated" in conformance(_forget_one(whole)).values()


def test_what_does_not_apply_is_told_as_such(run: Run) -> None:
    import msgspec

    whole = everything_passed(run)
    tests = tuple(
        msgspec.structs.replace(one, outcome="ej tillämplig") if one.criterion == "1.2.2" else one
        for one in whole.review.tests
    )
    assert conformance(replace(whole, review=replace(whole.review, tests=tests)))["1.2.2"] == "not-applicable"


def _copy(visit: Visit, number: int) -> Visit:
    return replace(visit, state=f"steg {number}", number=number, findings=())


# --- what a page says ------------------------------------------------------------------------------------------------


def test_hostile_content_is_only_text(run: Run) -> None:
    evil = "<script>alert(1)</script>[x](javascript:alert(1)) | `x` \u202e"
    first, *rest = run.defects
    place = replace(first.places[0], observed=replace(first.observed, sv=evil), url=evil)
    hostile = replace(called(run), defects=(replace(first, places=(place,)), *rest))
    for document in (statement(hostile, run.surfaces[PORTAL], replace(WHO, form="javascript:alert(1)"), TODAY),
                     protocol(hostile, run.surfaces[PORTAL])):  # fmt: skip
        page = write(document, "html").decode()
        assert "<script" not in page and 'href="javascript' not in page
        told = write(document, "md").decode()
        assert not re.search(r"(?<!\\)<script|(?<!\\)\]\(<?javascript", told) and "\u202e" not in told
