"""What one check is certain of answers another's question, and stands against another's verdict."""

from __future__ import annotations

import pytest

from checks.model import Element, Finding, Outcome, Text
from defects.settle import answering, settled

TEXT = Text("sv", "en")


def about(
    outcome: Outcome,
    check: str,
    path: tuple[str, ...] = ("html>p",),
    kind: str = "contrast",
    criteria: tuple[str, ...] = ("1.4.3",),
) -> Finding:
    element = Element(path, "p", "<p>", "", "", None, ("p",))
    question = TEXT if outcome is Outcome.CANT_TELL else None
    return Finding(check, "rule", check, outcome, kind, criteria, element, TEXT, TEXT, question)


ASKED = about(Outcome.CANT_TELL, "axe")
FAILED = about(Outcome.FAILED, "axe")


def test_a_certain_pass_answers_another_checks_question() -> None:
    assert [*settled([ASKED, about(Outcome.PASSED, "pixels")])] == []


@pytest.mark.parametrize(
    "passed",
    [
        about(Outcome.PASSED, "pixels", path=("html>div",)),
        about(Outcome.PASSED, "pixels", path=("html>iframe", "html>p")),
        about(Outcome.PASSED, "pixels", kind="nontext-contrast"),
        about(Outcome.PASSED, "pixels", criteria=("1.4.11",)),
        about(Outcome.PASSED, "axe"),
    ],
    ids=["another element", "another frame", "another kind", "another criterion", "its own check"],
)
def test_a_pass_of_something_else_answers_nothing(passed: Finding) -> None:
    assert [*settled([ASKED, passed])] == [ASKED]
    assert [*settled([FAILED, passed])] == [FAILED]


def test_checks_that_disagree_leave_a_question_that_names_both() -> None:
    (one,) = settled([FAILED, about(Outcome.PASSED, "pixels")])
    assert one.outcome is Outcome.CANT_TELL
    assert one.question and "axe" in one.question.sv and "pixels" in one.question.sv


def test_what_tells_of_no_fault_is_left_out() -> None:
    assert [*settled([about(Outcome.UNTESTED, "axe"), about(Outcome.INAPPLICABLE, "axe")])] == []


def test_a_pass_that_covers_only_a_part_of_the_criteria_answers_nothing() -> None:
    wide = about(Outcome.CANT_TELL, "axe", criteria=("1.4.3", "1.4.1"))
    assert [*settled([wide, about(Outcome.PASSED, "pixels")])] == [wide]


def test_a_pass_of_the_criterion_does_not_dispute_advice_that_goes_further() -> None:
    advice = about(Outcome.FAILED, "enhanced", criteria=())
    assert [*settled([advice, about(Outcome.PASSED, "pixels")])] == [advice]


def test_a_pass_that_answers_nobody_is_not_kept() -> None:
    passed = about(Outcome.PASSED, "pixels")
    unasked = about(Outcome.PASSED, "pixels", path=("html>div",))
    assert answering([ASKED, passed, unasked]) == [ASKED, passed]
