"""The same fault keeps its fingerprint through harmless change; another fault never shares it."""

from __future__ import annotations

import dataclasses

import pytest

from checks.model import Element, Finding, Outcome, Text
from defects.fingerprint import fingerprint, route

NOTHING = Text("", "")
URL = "http://127.0.0.1:5000/arende/1234/arsrakning"


def step(tag: str, *bits: str) -> str:
    return "\x1f".join([tag, *bits])


def finding(
    *signature: str, kind: str = "missing-name", path: str = "html>:nth-child(2)", **changes: object
) -> Finding:
    element = Element((path,), "", "", "", "", None, signature)
    made = Finding("axe", "rule", "axe", Outcome.FAILED, kind, ("4.1.2",), element, NOTHING, NOTHING)
    return dataclasses.replace(made, **changes)


PAGE = (step("main", "#innehall"), step("body"), step("html"))
ROW = (step("button", ".ikon"), step("td"), step("tr", "#rad-17"), step("tbody"), step("table", ".lista"), *PAGE)


@pytest.mark.parametrize(
    ("what", "changed", "url"),
    [
        ("another row", (step("button", ".ikon"), step("td"), step("tr", "#rad-4"), *ROW[3:]), URL),
        ("a row's own id on the element", (step("button", "#radera-4", ".ikon"), *ROW[1:]), URL),
        ("another case", ROW, URL.replace("1234", "77")),
        ("another port", ROW, URL.replace("5000", "8080")),
        ("a query", ROW, URL + "?sida=2"),
    ],
)
def test_harmless_change_keeps_the_fingerprint(what: str, changed: tuple[str, ...], url: str) -> None:
    assert fingerprint(finding(*changed), url) == fingerprint(finding(*ROW), URL), what


def test_a_generated_id_does_not_count() -> None:
    one, other = (finding(step("input", f"#falt-{number}", "@name=belopp"), *PAGE) for number in ("1", "98"))
    assert fingerprint(one, URL) == fingerprint(other, URL)


def test_position_does_not_count() -> None:
    one, other = (finding(*ROW, path=f"html>:nth-child({number})") for number in (1, 2))
    assert fingerprint(one, URL) == fingerprint(other, URL)


@pytest.mark.parametrize(
    "other",
    [
        finding(*ROW, kind="missing-alt"),
        finding(*ROW, criteria=("1.1.1",)),
        finding(step("button", ".meny"), *ROW[1:]),
        finding(step("input", ".ikon"), *ROW[1:]),
    ],
)
def test_another_fault_has_another_fingerprint(other: Finding) -> None:
    assert fingerprint(other, URL) != fingerprint(finding(*ROW), URL)


def test_two_fields_of_a_form_are_two_faults() -> None:
    one, other = (finding(step("input", f"@name={name}"), *PAGE) for name in ("namn", "adress"))
    assert fingerprint(one, URL) != fingerprint(other, URL)


def test_what_all_pages_share_is_one_fault_on_all_of_them() -> None:
    in_header = finding(step("button", ".meny"), step("header"), step("body"), step("html"))
    assert fingerprint(in_header, URL) == fingerprint(in_header, "http://127.0.0.1:5000/start")
    in_main = finding(step("button", ".meny"), *PAGE)
    assert fingerprint(in_main, URL) != fingerprint(in_main, "http://127.0.0.1:5000/start")


def test_a_style_is_one_fault_wherever_its_class_stands() -> None:
    one = finding(step("p", ".hjalptext"), step("div", ".falt"), *PAGE, kind="contrast")
    other = finding(step("p", ".hjalptext"), step("div", ".falt"), step("form"), *PAGE, kind="contrast")
    assert fingerprint(one, URL) == fingerprint(other, "http://127.0.0.1:5000/start")


def test_a_passing_state_does_not_count() -> None:
    before = finding(step("input", "#epost", "@name=epost"), step("div", ".field"), *PAGE)
    wrong = finding(
        step("input", "#epost", "@name=epost", ".is-invalid"), step("div", ".field", ".field--wrong"), *PAGE
    )
    assert fingerprint(before, URL) == fingerprint(wrong, URL)


def test_a_state_class_on_an_element_without_a_name_does_not_count() -> None:
    closed, opened = (finding(step("button", ".meny", *state), *PAGE) for state in ([], [".is-open"]))
    assert fingerprint(closed, URL) == fingerprint(opened, URL)


def test_what_pages_are_made_from_is_one_fault_on_all_pages() -> None:
    one, other = (
        fingerprint(finding(step("html"), kind="page-language"), f"http://host/{page}") for page in ("a", "b")
    )
    assert one == other


def test_a_frame_s_document_is_another_than_the_page_s() -> None:
    page = finding(step("html"), kind="page-language")
    assert page.element is not None
    framed = dataclasses.replace(page, element=dataclasses.replace(page.element, path=("html>iframe", "html")))
    assert fingerprint(page, URL) != fingerprint(framed, URL)


def test_a_page_is_told_by_its_route() -> None:
    assert route("http://host/arende/12/sida?x=1#y") == "/arende/:id/sida"
    untitled = finding(step("html"), kind="page-title")
    assert fingerprint(untitled, URL) != fingerprint(untitled, "http://127.0.0.1:5000/start")
