"""The scoreboard measures what it says: on small corpora of our own, with pages made to break it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from harness.bench import keep, measure
from harness.bench.cases import Case, Corpus, read_corpus
from harness.bench.earl import write_earl
from harness.bench.engines import Seen
from harness.bench.measure import Result
from harness.bench.serving import serve_folder
from harness.bench.verdict import SUITE, Verdict, consistent, tally, verdict
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


def act(name: str, expected: str, rule: str = "r1", num: str = "4.1.2") -> dict[str, Any]:
    return {
        "id": f"{rule}/{name}", "ruleId": rule, "ruleName": "Knapp har namn", "title": name, "expected": expected,
        "wcag": [{"num": num, "level": "A", "forConformance": True}], "wcagAA": True, "urlPath": f"/{name}",
    }  # fmt: skip


def gds(id: str, page: str, example: str) -> dict[str, Any]:
    return {
        "id": id, "category": "Buttons", "expected": "Empty button", "file": page, "neutralFile": page,
        "targetFile": page, "example": example,
    }  # fmt: skip


def corpus(folder: Path, cases: list[dict[str, Any]]) -> Corpus:
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "cases.json").write_text(json.dumps(cases), encoding="utf-8")
    return read_corpus(folder)


def run(read: Corpus) -> list[Result]:
    with serve_folder(read.folder) as address:
        return measure.measure(read, address, ("axe",), with_peers=False, workers=2, tell=lambda result: None)


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


def case(expected: str, *, example: str = "", kinds: frozenset[str] = frozenset(), counts: bool = True) -> Case:
    return Case("c", "r1 Regel", "t", "p.html", expected, frozenset({"4.1.2"}), kinds, example, counts)  # type: ignore[arg-type]


def seen(
    outcome: str = "failed", criteria: tuple[str, ...] = ("4.1.2",), path: str = "html>main>b", kind: str = "k"
) -> Result:
    return Result("c", {"axe": (Seen(outcome, kind, criteria, (path,), "r"),)}, main=("html>main",))


@pytest.mark.parametrize(
    ("one", "result", "told"),
    [
        (case("failed"), seen(), Verdict.FOUND),
        (case("failed"), seen("cantTell"), Verdict.ASKED),
        (case("failed"), seen(criteria=("1.1.1",)), Verdict.MISSED),
        (case("passed"), seen(), Verdict.FALSE),
        (case("inapplicable"), seen(), Verdict.FALSE),
        (case("passed"), seen("cantTell"), Verdict.QUIET),
        (case("passed"), seen(criteria=("1.1.1",)), Verdict.QUIET),
        (case("barrier", example="<b>"), seen(), Verdict.FOUND),
        (case("barrier", example="<b>"), seen(path="html>header>b"), Verdict.MISSED),
        (case("barrier"), seen(path="html>header>b"), Verdict.FOUND),
        (case("barrier", kinds=frozenset({"k"})), seen(criteria=()), Verdict.FOUND),
        (case("failed"), Result("c", {}, untested={"": "hängde"}), Verdict.UNTESTED),
    ],
)
def test_a_verdict_is_by_criterion_kind_and_place(one: Case, result: Result, told: Verdict) -> None:
    assert verdict(one, result, ["axe"]) is told


def test_figures_leave_out_what_does_not_count() -> None:
    cases = [case("failed"), case("failed"), case("passed"), case("failed", counts=False), case("unmapped")]
    told = [Verdict.FOUND, Verdict.ASKED, Verdict.FALSE, Verdict.FOUND, Verdict.QUIET]
    figures = tally(zip(cases, told, strict=True))
    assert (figures.expected, figures.found, figures.asked, figures.silent, figures.false) == (2, 1, 1, 1, 1)
    assert (figures.recall, figures.false_rate) == (0.5, 1.0)


def test_a_rule_is_consistent_when_all_of_its_cases_are_right(tmp_path: Path) -> None:
    read = corpus(tmp_path, [act("bad.html", "failed"), act("good.html", "passed"), act("data.xml", "failed", "r2")])
    told = {"r1/bad.html": Verdict.FOUND, "r1/good.html": Verdict.QUIET, "r2/data.xml": Verdict.MISSED}
    assert consistent(read.cases, told) == ["r1 Knapp har namn"]


@pytest.mark.browser
def test_a_result_is_kept_compared_and_told_as_earl(tmp_path: Path) -> None:
    read = corpus(tmp_path, [act("bad.html", "failed"), act("good.html", "passed")])
    after = keep.kept(read, run(read), ("axe",))
    again = keep.read(keep.write(after, tmp_path / "out"))
    assert again == after
    assert keep.changes(again, after) == []
    before = keep.kept(read, [Result(one.id, {"axe": ()}) for one in read.cases], ("axe",))
    assert keep.changes(before, after) == [("r1/bad.html", Verdict.MISSED, Verdict.FOUND)]
    assert after.verdicts[SUITE] == after.verdicts["axe"]
    write_earl(tmp_path / "earl.json", read, after)
    told = json.loads((tmp_path / "earl.json").read_text(encoding="utf-8"))["@graph"]
    assert [one["result"]["outcome"] for one in told if "result" in one] == ["earl:failed", "earl:inapplicable"]


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
    with pytest.raises(UsageError, match=r"r1/bad\.html"):
        keep.only(read, "bad")
