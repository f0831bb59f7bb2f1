"""What engines call by several names is one fault; what only lies close together is not."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from checks.model import Element, Finding, Outcome, Text, Visit
from defects.same import one_fault

TEXT = Text("sv", "en")
AT = ("html>:nth-child(2)>:nth-child(1)",)


def seen(
    engine: str,
    kind: str,
    criteria: tuple[str, ...],
    path: tuple[str, ...] = AT,
    observed: str = "",
    html: str = "<i>",
) -> Finding:
    element = Element(path, "i", html, "", "", None, ("i",))
    return Finding(engine, "regel", engine, Outcome.FAILED, kind, criteria, element, TEXT, Text("", observed))


def faults(*visits: Iterable[Finding], scenario: str = "S") -> int:
    """How many faults there are of findings that all have fingerprints of their own."""
    marked = [
        (
            Visit(scenario, str(number), number, "", "", (), {}),
            [(f"{number}-{at}", finding) for at, finding in enumerate(findings)],
        )
        for number, findings in enumerate(visits)
    ]
    return len(set(one_fault(marked).values()))


NAME = seen("axe", "missing-label", ("4.1.2",))


@pytest.mark.parametrize(
    "other",
    [
        seen("htmlcs", "missing-label", ("1.3.1", "4.1.2")),
        seen("htmlcs", "name-role-value", ("4.1.2",)),
        seen("htmlcs", "missing-label", ("4.1.2",), (*AT[:-1], AT[-1] + ">:nth-child(1)")),
    ],
    ids=["more criteria", "an akin kind", "the element within"],
)
def test_one_fault_under_two_names(other: Finding) -> None:
    assert faults([NAME, other]) == 1


@pytest.mark.parametrize(
    "other",
    [
        seen("htmlcs", "state-not-told", ("4.1.2",)),
        seen("htmlcs", "missing-label", ("1.3.1",)),
        seen("axe", "name-role-value", ("4.1.2",)),
        seen("htmlcs", "missing-label", ("4.1.2",), ("html>:nth-child(2)>:nth-child(2)",), html="<b>"),
        seen("htmlcs", "missing-label", ("4.1.2",), ("html>:nth-child(2)>:nth-child(1)>p>p>p>p",), html="<b>"),
        seen("htmlcs", "missing-label", ("4.1.2",), ("html>iframe", *AT), html="<b>"),
    ],
    ids=["not akin", "no criterion in common", "one check tells both", "beside", "deep within", "in a frame"],
)
def test_two_faults(other: Finding) -> None:
    assert faults([NAME, other]) == 2


def test_through_frames_and_shadow_roots_an_element_is_the_same_by_its_path() -> None:
    path = ("html>iframe", "html>div", ":nth-child(1)")
    pair = [seen("axe", "missing-label", ("4.1.2",), path), seen("htmlcs", "name-role-value", ("4.1.2",), path)]
    assert faults(pair) == 1


def test_a_list_and_its_misplaced_parts_are_one_fault() -> None:
    inner = seen("axe", "list-structure", ("1.3.1",), (AT[0] + ">:nth-child(4)",))
    assert faults([seen("axe", "wrong-structure", ("1.3.1",)), inner]) == 1


@pytest.mark.parametrize(("inner", "expected"), [("#999999 on #ffffff", 1), ("#777777 on #ffffff", 2)])
def test_a_colour_is_inherited_only_where_it_is_the_same(inner: str, expected: int) -> None:
    outer = seen("axe", "contrast", ("1.4.3",), observed="#999999 on #ffffff")
    within = seen("axe", "contrast", ("1.4.3",), (AT[0] + ">:nth-child(1)",), observed=inner)
    assert faults([outer, within]) == expected


def test_the_same_markup_that_comes_back_in_a_scenario_is_one_fault() -> None:
    assert faults([NAME], [NAME]) == 1
    assert faults([NAME], [seen("axe", "missing-label", ("4.1.2",), html="<i id=x>")]) == 2


def test_what_joins_at_one_place_is_one_fault_at_all() -> None:
    other = seen("htmlcs", "name-role-value", ("4.1.2",))
    marked = [
        (Visit("S", "a", 1, "", "", (), {}), [("A", NAME), ("B", other)]),
        (Visit("T", "b", 1, "", "", (), {}), [("B", other)]),
    ]
    assert one_fault(marked) == {"A": "A", "B": "A"}


def test_merging_grows_no_faster_than_the_findings() -> None:
    from harness.bench.merging import measure_merging

    small, large = measure_merging(1_000), measure_merging(8_000)
    assert large.findings > 7 * small.findings
    # Eight times the findings in at most twenty times the time: no square, whatever the machine.
    assert large.seconds < 20 * max(small.seconds, 0.005)
