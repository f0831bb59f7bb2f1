"""One fault is told once, with all its places; nothing that is no fault becomes a defect."""

from __future__ import annotations

import dataclasses

import standards
from checks.model import Element, Finding, Outcome, Text, Visit
from defects import Level, merge
from defects.model import Defect
from scenarios.model import Area, Audience, Scenario

TEXT = Text("sv", "en")
SCOPES = {"kundportal": standards.Scope.PUBLIC, "arendesystem": standards.Scope.INTERNAL_CASE_SYSTEM}


def scenario(id: str, area: Area, surface: str) -> Scenario:
    return Scenario(id, id, area, Audience.INVANARE, surface, "", lambda: None)


SCENARIOS = {
    one.id: one
    for one in (
        scenario("OF-1", Area.OVERFORMYNDARE, "kundportal"),
        scenario("HS-2", Area.HALSO_OCH_SJUKVARD, "arendesystem"),
    )
}


def button(row: int, outcome: Outcome = Outcome.FAILED, engine: str = "axe", kind: str = "missing-name") -> Finding:
    signature = ("button\x1f.ikon", "td", f"tr\x1f#rad-{row}", "main", "body", "html")
    element = Element((f"html>:nth-child({row})",), f"#rad-{row} > button", "<button>", "button", "", None, signature)
    question = TEXT if outcome is Outcome.CANT_TELL else None
    return Finding(engine, "button-name", engine, outcome, kind, ("4.1.2",), element, TEXT, TEXT, question)


def visit(*findings: Finding, scenario: str = "OF-1", state: str = "listan", number: int = 1) -> Visit:
    return Visit(scenario, state, number, "http://127.0.0.1/lista", "Listan", findings, {})


def merged(*visits: Visit) -> tuple[Defect, ...]:
    return merge(visits, SCENARIOS, SCOPES)


def test_ten_rows_and_five_states_are_one_defect_with_fifty_places() -> None:
    visits = [
        visit(*(button(row) for row in range(10)), state=f"tillstånd {number}", number=number) for number in range(5)
    ]
    (defect,) = merged(*visits)
    assert len(defect.places) == 50
    assert defect.places[0].state == "tillstånd 0"


def test_engines_that_see_the_same_fault_are_named_together() -> None:
    (defect,) = merged(visit(button(1), button(1, engine="htmlcs")))
    assert defect.engines == ("axe", "htmlcs")
    assert len(defect.places) == 1


def test_one_certain_finding_makes_the_defect_certain() -> None:
    (defect,) = merged(visit(button(1, Outcome.CANT_TELL, "htmlcs"), button(2)))
    assert defect.outcome is Outcome.FAILED
    assert defect.question is None


def test_every_certain_engine_tells_what_it_knows() -> None:
    other = dataclasses.replace(button(1, engine="contrast"), evidence={"kontrast": "2,84:1"})
    (defect,) = merged(visit(dataclasses.replace(button(1), evidence={"impact": "serious"}), other))
    assert defect.evidence == {"impact": "serious", "kontrast": "2,84:1"}


def test_passed_inapplicable_and_untested_are_no_defects() -> None:
    assert merged(visit(button(1, Outcome.PASSED), button(2, Outcome.INAPPLICABLE), button(3, Outcome.UNTESTED))) == ()


def test_priority_shows_its_own_arithmetic() -> None:
    (defect,) = merged(visit(button(1)))
    assert defect.priority.points == sum(term.points for term in defect.priority.terms)


def test_the_same_fault_weighs_more_where_the_law_reaches_and_the_area_goes_live_first() -> None:
    (public,) = merged(visit(button(1)))
    (internal,) = merged(visit(button(1), scenario="HS-2"))
    assert public.priority.points > internal.priority.points


def test_a_keyboard_trap_on_a_public_surface_is_p1() -> None:
    (defect,) = merged(visit(dataclasses.replace(button(1, kind="keyboard-trap"), criteria=("2.1.2",))))
    assert defect.priority.level is Level.P1


def test_an_open_question_weighs_less_than_the_same_thing_certain() -> None:
    (certain,) = merged(visit(button(1)))
    (asked,) = merged(visit(button(1, Outcome.CANT_TELL)))
    assert asked.priority.points < certain.priority.points


def test_defects_come_in_order_of_priority() -> None:
    defects = merged(visit(button(1), dataclasses.replace(button(1, kind="keyboard-trap"), criteria=("2.1.2",))))
    assert [one.kind for one in defects] == ["keyboard-trap", "missing-name"]


def test_what_only_supports_is_no_defect_alone_and_names_its_engine_beside_another() -> None:
    unsure = dataclasses.replace(button(1, Outcome.CANT_TELL, engine="htmlcs"), supports=True)
    assert merged(visit(unsure)) == ()
    (defect,) = merged(visit(button(1), unsure))
    assert (defect.outcome, defect.engines) == (Outcome.FAILED, ("axe", "htmlcs"))
