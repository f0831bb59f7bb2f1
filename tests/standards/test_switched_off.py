"""What is switched off are rules that the engines have, each with a reason."""

from __future__ import annotations

import tomllib
from typing import cast

import pytest

import standards
from standards.data_files import data
from standards.rules import Engine

ALL = [
    (engine, rule.id)
    for engine in cast(tuple[Engine, ...], ("axe", "htmlcs", "ibm"))
    for rule in standards.rules(engine)
    if standards.switched_off(engine, rule.id)
]


def test_a_rule_is_told_unless_it_is_named() -> None:
    assert standards.switched_off("axe", "image-alt") is None
    assert standards.switched_off("htmlcs", "WCAG2AA.Principle1.Guideline1_3.1_3_1.H49.B")
    with pytest.raises(standards.Unknown):
        standards.switched_off("axe", "no-such-rule")


def test_every_entry_is_a_rule_of_its_engine() -> None:
    entries = tomllib.loads(data("switched-off.toml").decode())
    assert {(engine, rule) for engine, rules in entries.items() for rule in rules} == set(ALL)


@pytest.mark.parametrize(("engine", "rule"), ALL)
def test_each_has_a_reason_that_says_something(engine: Engine, rule: str) -> None:
    assert len(str(standards.switched_off(engine, rule)).split()) >= 4
