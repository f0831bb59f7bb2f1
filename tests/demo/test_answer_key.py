"""The answer key is true to the pages and to the scenarios."""

from __future__ import annotations

import ast
import inspect
import re
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files

import pytest

import demo
import standards
from demo.faults import fault as switched
from scenarios.registry import all_scenarios
from tests.demo.conftest import journeys, visit

FAULTS = demo.answer_key()
by_id = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)


def test_there_are_enough() -> None:
    assert len(FAULTS) >= 150
    assert len({number for fault in FAULTS for number in fault.criteria}) >= 45


@by_id
def test_an_entry_is_complete(fault: demo.Fault) -> None:
    assert re.fullmatch(r"[a-z]{2}\d(-[a-z]+)+", fault.id)
    assert fault.title and fault.element and fault.places and fault.criteria
    assert fault.hurts.endswith(".")
    assert fault.judged in ("automatic", "manual")
    for number in fault.criteria:
        assert standards.criterion(number).num == number


@by_id
def test_its_kind_is_one_of_the_standards(fault: demo.Fault) -> None:
    assert standards.kind(fault.kind)


@by_id
def test_its_places_are_states_of_scenarios(fault: demo.Fault) -> None:
    for place in fault.places:
        assert any(fnmatchcase(state, place) for state in states()), place


@by_id
def test_it_is_known_by_its_scenario(fault: demo.Fault) -> None:
    assert {place.split("/")[0] for place in fault.places} == {f"{fault.id[:2].upper()}-{fault.id[2]}"}


def test_every_switch_has_an_entry_and_every_entry_a_switch() -> None:
    switches = {found for text in sources() for found in re.findall(r"""fault\(["']([\w-]+)["']\)""", text)}
    assert switches == {fault.id for fault in FAULTS}


def test_every_fault_changes_a_page() -> None:
    asked: dict[str, str] = {}  # The first journey on whose way a switch is asked for.
    before = {}
    for journey in journeys():
        before |= visit(
            only=journey, fault=lambda id, journey=journey: bool(asked.setdefault(id, journey)) and switched(id)
        )
    assert set(asked) == {fault.id for fault in FAULTS}
    same = [id for id, journey in asked.items() if visit({id}, only=journey)[journey] == before[journey]]
    assert not same


def test_no_markup_says_that_it_is_a_fault() -> None:
    told = re.compile(r"""(class|id|data-[\w-]+)=["'][^"']*(fault|broken|wrong-|inaccessible|a11y|bug)""")
    assert not [
        match[0]
        for pages in visit(demo.build("delivered")).values()
        for page in pages
        for match in told.finditer(page.html)
    ]


def test_a_build_is_told_by_name() -> None:
    assert demo.build("clean") == frozenset()
    assert len(demo.build("delivered")) == len(FAULTS)
    assert demo.build("ge1-title, ge1-logo") == {"ge1-title", "ge1-logo"}
    with pytest.raises(ValueError, match="'ge1-titel'"):
        demo.build("ge1-titel")


@cache
def states() -> frozenset[str]:
    """Every state that a scenario's code stops at, as "SCENARIO/name"."""
    return frozenset(
        f"{scenario.id}/{call.args[0].value}"
        for scenario in all_scenarios()
        for call in ast.walk(ast.parse(inspect.getsource(scenario.drive)))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "state"
        and isinstance(call.args[0], ast.Constant)
    )


def sources() -> list[str]:
    folder = files("demo")
    return [
        one.read_text(encoding="utf-8")
        for area in [*(folder / "templates").iterdir(), folder / "areas"]
        for one in (area.iterdir() if area.is_dir() else [area])
        if one.name.endswith((".html", ".py"))
    ]
