"""The scoreboard measures what it says: on small corpora of our own, with pages made to break it."""

from __future__ import annotations

import dataclasses
import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import rdflib

import standards
from harness.bench import keep, measure
from harness.bench.cases import Case, Corpus, read_corpus
from harness.bench.digest import digests
from harness.bench.earl import write_earl
from harness.bench.engines import Region, Seen
from harness.bench.measure import Result
from harness.bench.serving import serve_folder
from harness.bench.verdict import SUITE, Verdict, consistent, settled, tally, verdict
from harness.errors import UsageError

GOOD = "<!doctype html><html lang=sv><title>Bra</title><main><h1>Bra</h1><button>Spara</button></main>"
BAD = "<!doctype html><html lang=sv><title>Dålig</title><main><h1>Dålig</h1><button></button></main>"
PAGES = {
    "good.html": GOOD,
    "bad.html": BAD,
    "hangs.html": f"{BAD}<script>addEventListener('load', () => {{ for (;;); }})</script>",
    "alerts.html": f"{BAD}<script>alert('hej')</script>",
    "refresh.html": f"<meta http-equiv=refresh content='0; url=bad.html'>{GOOD}",
    "reloads.html": f"<meta http-equiv=refresh content='1'>{GOOD}",
    "picture.svg": "<svg xmlns='http://www.w3.org/2000/svg'><title>Bild</title><text y='20'>Hej</text></svg>",
    "data.xml": "<?xml version='1.0'?><rot><barn/></rot>",
    "away.html": BAD.replace("<main>", "<img alt='' src='http://other.example/picture.svg'><main>"),
    "frame.html": f"{GOOD}<iframe title=Ram src='http://other.example/bad.html'></iframe>",
}


def act(name: str, expected: str, rule: str = "aaaaa1", num: str = "4.1.2") -> dict[str, Any]:
    return {
        "id": f"{rule}/{name}", "ruleId": rule, "ruleName": "Knapp har namn", "title": name, "expected": expected,
        "wcag": [{"num": num, "level": "A", "forConformance": True}], "wcagAA": True, "urlPath": f"/{name}",
    }  # fmt: skip


def gds(id: str, page: str, example: str, target: str = "") -> dict[str, Any]:
    return {
        "id": id, "category": "Buttons", "expected": "Empty button", "file": page, "neutralFile": page,
        "targetFile": target or page, "example": example,
    }  # fmt: skip


def corpus(folder: Path, cases: list[dict[str, Any]]) -> Corpus:
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "cases.json").write_text(json.dumps(cases), encoding="utf-8")
    return read_corpus(folder)


def run(read: Corpus, engines: tuple[str, ...] = ("axe",), known: dict[str, set[str]] | None = None) -> list[Result]:
    with serve_folder(read.folder) as address:
        return measure.measure(read, address, engines, workers=2, tell=lambda result: None, known=known)


@pytest.mark.browser
def test_pages_made_to_break_it_are_measured_or_told_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure, "PATIENCE", 20.0)
    found = {"bad.html", "alerts.html", "away.html", "frame.html"}
    read = corpus(tmp_path, [act(name, "failed" if name in found else "passed") for name in PAGES])
    verdicts = {case.title: verdict(case, one, ["axe"]) for case, one in zip(read.cases, run(read), strict=True)}
    assert verdicts.pop("hangs.html") is Verdict.UNTESTED
    # Which of its two pages is there when it is looked at is the browser's to say.
    assert verdicts.pop("refresh.html") in (Verdict.QUIET, Verdict.FALSE, Verdict.UNTESTED)
    assert {name for name, one in verdicts.items() if one is Verdict.FOUND} == found
    assert {one for name, one in verdicts.items() if name not in found} <= {Verdict.QUIET, Verdict.UNTESTED}


@pytest.mark.browser
def test_an_engine_that_hangs_is_told_and_the_others_still_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure, "PATIENCE", 15.0)
    # HTML_CodeSniffer comes last and asks for what the page has made endless; axe has looked by then.
    (tmp_path / "slow.html").write_text(
        BAD + "<script>Object.defineProperty(window, 'HTMLCS', {set() { for (;;); }})</script>", encoding="utf-8"
    )
    read = corpus(tmp_path, [act("slow.html", "failed"), act("good.html", "passed")])
    first, second = run(read, ("axe", "htmlcs"))
    assert verdict(read.cases[0], first, ["axe"]) is Verdict.FOUND
    assert verdict(read.cases[0], first, ["htmlcs"]) is Verdict.UNTESTED
    assert first.untested["htmlcs"].startswith("inget svar")
    assert set(second.seen) == {"axe", "htmlcs"}


def case(
    expected: str,
    *,
    example: str = "",
    criteria: frozenset[str] = frozenset({"4.1.2"}),
    kinds: frozenset[str] = frozenset(),
    counts: bool = True,
) -> Case:
    return Case("c", "r1 Regel", "t", "p.html", expected, criteria, kinds, example, counts)  # type: ignore[arg-type]


def seen(
    outcome: str = "failed", criteria: tuple[str, ...] = ("4.1.2",), kind: str = "k", there: bool = True
) -> Result:
    return Result("c", {"axe": (Seen(outcome, "r", kind, criteria, there),)})


K = frozenset({"k"})


@pytest.mark.parametrize(
    ("one", "result", "told"),
    [
        (case("failed"), seen(), Verdict.FOUND),
        (case("failed"), seen("cantTell"), Verdict.ASKED),
        (case("failed"), seen(criteria=("1.1.1",)), Verdict.MISSED),
        (case("passed"), seen(), Verdict.FALSE),
        (case("inapplicable"), seen(), Verdict.FALSE),
        (case("passed"), seen("cantTell"), Verdict.DOUBTED),
        (case("passed"), seen(criteria=("1.1.1",)), Verdict.QUIET),
        (case("barrier", example="<b>", kinds=K), seen(), Verdict.FOUND),
        (case("barrier", example="<b>", kinds=K), seen(there=False), Verdict.MISSED),
        (case("barrier", example="<b>", kinds=K), seen(kind="other"), Verdict.MISSED),
        (case("barrier", example="<b>", kinds=K), seen("cantTell"), Verdict.ASKED),
        (case("barrier", example="<b>", kinds=K), seen("cantTell", there=False), Verdict.MISSED),
        (case("barrier", example="<b>", kinds=K), seen(criteria=()), Verdict.PRACTICE),
        (case("barrier", kinds=K), seen(kind="other"), Verdict.FOUND),
        (case("barrier", kinds=K), seen(criteria=("1.1.1",)), Verdict.MISSED),
        (case("barrier", kinds=K, criteria=frozenset()), seen(criteria=()), Verdict.PRACTICE),
        (case("failed"), Result("c", untested={"": "hängde"}), Verdict.UNTESTED),
        (case("passed"), Result("c", untested={"": "hängde"}), Verdict.UNTESTED),
    ],
)
def test_a_verdict_is_by_criterion_kind_and_place(one: Case, result: Result, told: Verdict) -> None:
    assert verdict(one, result, ["axe"]) is told


def test_a_region_holds_what_is_within_its_elements_and_exactly_what_holds_them_together() -> None:
    region = Region(within=(("html>main>:nth-child(1)",),), at=(("html>main",),), whole=False)
    assert region.holds(("html>main>:nth-child(1)",))
    assert region.holds(("html>main>:nth-child(1)>:nth-child(2)",))
    assert region.holds(("html>main>:nth-child(1)", "div"))
    assert region.holds(("html>main",))
    assert not region.holds(("html>main>:nth-child(10)",))
    assert not region.holds(("html",))
    assert not region.holds(None)
    assert Region().holds(None)
    assert Region().holds(("html",))


BARRIERS = {
    # The faulty button, and one in the common frame that must not count for it.
    "frame-only.html": "<!doctype html><html lang=en><title>A</title><header><button></button></header>"
    "<main><h1>A</h1><button class=b>Save</button></main>",
    "within.html": "<!doctype html><html lang=en><title>A</title><main><h1>A</h1>"
    "<p>Text</p> <button class='b late' data-x><img src='../other/pic.png' alt=''></button></main>",
}


@pytest.mark.browser
def test_a_barrier_is_found_on_the_faulty_element_alone(tmp_path: Path) -> None:
    for name, text in BARRIERS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    button = "buttons-empty-button"
    for page, example, told in (
        ("frame-only.html", '<button class="b">Save</button>', Verdict.MISSED),
        # Class names that a script has set, and pictures that were moved, do not hide it.
        ("within.html", '<button class="b"><img src="images/pic.png" alt=""></button>', Verdict.FOUND),
        ("within.html", "<button>Nowhere</button>", Verdict.UNTESTED),
    ):
        read = corpus(tmp_path, [gds(button, page, example)])
        assert verdict(read.cases[0], run(read)[0], ["axe"]) is told, (page, example)


def test_what_the_barriers_stand_for_is_in_the_standards(tmp_path: Path) -> None:
    mapping = tomllib.loads((files("harness.bench") / "data" / "gds.toml").read_text(encoding="utf-8"))
    for barrier, meant in mapping.items():
        assert all(standards.criterion(one).level in ("A", "AA") for one in meant["criteria"]), barrier
        assert meant["kinds"], barrier
        assert all(standards.kind(one) for one in meant["kinds"]), barrier


def test_what_one_engine_passes_answers_another_as_in_a_run() -> None:
    def one(outcome: str, path: str = "html>b", criteria: tuple[str, ...] = ("4.1.2",)) -> Seen:
        return Seen(outcome, "r", "k", criteria, path=(path,))

    passed = (one("passed"),)
    assert settled({"a": (one("cantTell"),), "b": passed}) == {"a": (), "b": ()}
    assert settled({"a": (one("failed"),), "b": passed}) == {"a": (one("cantTell"),), "b": ()}
    assert settled({"a": (one("failed"), *passed)}) == {"a": (one("failed"),)}
    assert settled({"a": (one("failed", "html>i"),), "b": passed})["a"] == (one("failed", "html>i"),)
    assert settled({"a": (one("failed", criteria=("1.1.1",)),), "b": passed})["a"][0].outcome == "failed"


def test_figures_leave_out_what_does_not_count() -> None:
    cases = [case("failed"), case("failed"), case("passed"), case("failed", counts=False), case("unmapped")]
    told = [Verdict.FOUND, Verdict.ASKED, Verdict.FALSE, Verdict.FOUND, Verdict.QUIET]
    figures = tally(zip(cases, told, strict=True))
    assert (figures.expected, figures.found, figures.asked, figures.silent, figures.false) == (2, 1, 1, 1, 1)
    assert (figures.recall, figures.pointed, figures.false_rate) == (0.5, 1.0, 1.0)
    practice = tally([(case("barrier"), Verdict.PRACTICE), (case("barrier"), Verdict.MISSED)])
    assert (practice.found, practice.practice, practice.recall) == (0, 1, 0.5)


def test_a_rule_is_consistent_when_no_case_is_passed_over_or_falsely_failed(tmp_path: Path) -> None:
    names = [("bad.html", "failed"), ("alerts.html", "failed"), ("good.html", "passed")]
    read = corpus(tmp_path, [act(*one) for one in names])

    def told(*verdicts: Verdict) -> tuple[int, int]:
        own = {case.id: one for case, one in zip(read.cases, verdicts, strict=True)}
        return len(consistent(read.cases, own)), len(consistent(read.cases, own, strict=True))

    assert told(Verdict.FOUND, Verdict.FOUND, Verdict.QUIET) == (1, 1)
    assert told(Verdict.FOUND, Verdict.ASKED, Verdict.DOUBTED) == (1, 0)
    assert told(Verdict.ASKED, Verdict.ASKED, Verdict.QUIET) == (0, 0)
    assert told(Verdict.FOUND, Verdict.MISSED, Verdict.QUIET) == (0, 0)
    assert told(Verdict.FOUND, Verdict.FOUND, Verdict.FALSE) == (0, 0)
    assert told(Verdict.FOUND, Verdict.FOUND, Verdict.UNTESTED) == (0, 0)


@pytest.mark.browser
def test_a_result_is_kept_compared_and_used_again(tmp_path: Path) -> None:
    read = corpus(tmp_path, [act("bad.html", "failed"), act("good.html", "passed")])
    current = digests(read.folder, ("axe",))
    after = keep.kept(read, run(read), ("axe",), current)
    again = keep.read(keep.write(after, tmp_path / "out"))
    assert again == after
    assert keep.changes(again, after) == []
    before = keep.kept(read, [Result(one.id, {"axe": ()}) for one in read.cases], ("axe",))
    assert keep.changes(before, after) == [("aaaaa1/bad.html", Verdict.MISSED, Verdict.FOUND)]
    assert after.verdicts[SUITE] == after.verdicts["axe"]

    assert keep.usable(again, current) == ("axe",)
    known = run(read, known={one.id: {"axe"} for one in read.cases})
    assert all(not one.seen and not one.seconds for one in known)
    keep.add(known, again, ("axe",))
    assert keep.kept(read, known, ("axe",), current).verdicts == after.verdicts


def test_a_result_is_used_again_only_while_nothing_that_it_depends_on_has_changed(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    read = corpus(tmp_path / "corpus", [act("bad.html", "failed")])
    first = digests(read.folder, ("markup-forms", "htmlcs"))
    assert first == digests(read.folder, ("markup-forms", "htmlcs"))
    assert first["markup-forms"] != first["htmlcs"]
    (read.folder / "bad.html").write_text(GOOD, encoding="utf-8")
    assert not set(first.values()) & set(digests(read.folder, ("markup-forms", "htmlcs")).values())


def test_the_result_is_told_as_earl_rule_by_rule(tmp_path: Path) -> None:
    names = ["bad.html", "good.html", "alerts.html", "data.xml"]
    read = corpus(tmp_path, [*(act(one, "failed") for one in names), act("away.html", "failed", "bbbbb2", "1.1.1")])
    button, link = (Seen("failed", rule, "missing-name", ("4.1.2",)) for rule in ("button-name", "link-name"))
    results = [
        Result(read.cases[0].id, {"axe": (button, link), "ibm": (button,)}),
        Result(read.cases[1].id, {"axe": ()}),
        Result(read.cases[2].id, {"axe": (dataclasses.replace(button, outcome="cantTell"),)}),
        Result(read.cases[3].id, untested={"": "hängde"}),
        Result(read.cases[4].id, {"axe": (button,)}),
    ]
    write_earl(tmp_path / "earl.json", read, keep.kept(read, results, ("axe",)))
    told = rdflib.Graph().parse(tmp_path / "earl.json", format="json-ld")
    rows = told.query(
        """PREFIX earl: <http://www.w3.org/ns/earl#> PREFIX dct: <http://purl.org/dc/terms/>
        SELECT ?page ?rule ?outcome ?criterion WHERE { ?one a earl:Assertion; earl:assertedBy [a earl:Software];
        earl:mode earl:automatic; earl:subject [dct:source ?page]; earl:test ?test; earl:result [earl:outcome ?outcome].
        ?test dct:title ?rule. OPTIONAL { ?test dct:isPartOf ?criterion } }"""
    )
    found = {(str(row[0]).rpartition("/")[2], str(row[1]), str(row[2]).rpartition("#")[2]) for row in rows}  # type: ignore[index]
    assert found == {
        ("bad.html", "axe/button-name", "failed"), ("bad.html", "axe/link-name", "failed"),
        ("good.html", "axe/button-name", "inapplicable"), ("good.html", "axe/link-name", "inapplicable"),
        ("alerts.html", "axe/button-name", "cantTell"), ("alerts.html", "axe/link-name", "inapplicable"),
        ("data.xml", "axe/button-name", "untested"), ("data.xml", "axe/link-name", "untested"),
        # Nothing of the suite's spoke of this rule's criterion.
        ("away.html", "esset-a11y", "inapplicable"),
    }  # fmt: skip
    assert {str(row[3]) for row in rows if row[3]} == {"https://www.w3.org/TR/WCAG21/#name-role-value"}  # type: ignore[index]


def test_an_unknown_barrier_is_unmapped_and_a_known_one_is_not(tmp_path: Path) -> None:
    read = corpus(
        tmp_path, [gds("buttons-empty-button", "bad.html", "<button>"), gds("hittas-inte", "bad.html", "<b>")]
    )
    assert [one.expected for one in read.cases] == ["barrier", "unmapped"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '[{"id": 1}]', "[[]]"])
def test_what_is_no_corpus_is_told_in_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "cases.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        read_corpus(tmp_path)
    assert "cases.json" in str(raised.value)


def test_a_case_that_is_not_there_is_told_with_those_like_it(tmp_path: Path) -> None:
    read = corpus(tmp_path, [act("bad.html", "failed")])
    with pytest.raises(UsageError, match=r"aaaaa1/bad\.html"):
        keep.only(read, "bad")
