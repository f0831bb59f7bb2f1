"""`earl.jsonld`: the run as EARL 1.0 in JSON-LD, for tools of evaluation such as W3C's own.

An assertion is what a check made of a criterion at a state: each defect at each of its places, and for every other pair
of check and criterion that the state was the state's as a whole. Where a check found nothing, the outcome is one of
the suite's own, `nothingFound`, an instance of `earl:CannotTell`: that no fault was found is never told as passed.
Criteria that no check of the run can fail, and nobody has tested, are `untested`, for the target as a whole.

What a person judged or tested is asserted by that person: `semiAuto` where a machine had pointed it out, else `manual`.

The context is written out, so that nothing is fetched when the file is read. Names (`@id`) of checks, states and
defects are URNs; a state's address is its `source`.

Source: EARL 1.0 Schema (www.w3.org/TR/EARL10-Schema/), Pointer Methods in RDF 1.0 (www.w3.org/TR/Pointers-in-RDF10/).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import quote

import msgspec

import standards
from checks.model import Outcome, Text, Visit
from defects.model import Defect, Mode, Place
from defects.review import OUTCOMES
from reports.model import Format, Run
from reports.summary import Verdict, summarise

WCAG = "https://www.w3.org/TR/WCAG22/#"
URN = "urn:esset-a11y:"
SUITE = f"{URN}sviten"
MANUAL = "granskning"
"""The test of a defect that a person found."""

CONTEXT: dict[str, Any] = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "ptr": "http://www.w3.org/2009/pointers#",
    "esset": f"{URN}terms#",
    "Assertion": "earl:Assertion",
    "Assertor": "earl:Assertor",
    "Software": "earl:Software",
    "TestCase": "earl:TestCase",
    "TestRequirement": "earl:TestRequirement",
    "TestResult": "earl:TestResult",
    "TestSubject": "earl:TestSubject",
    "assertedBy": {"@id": "earl:assertedBy", "@type": "@id"},
    "subject": {"@id": "earl:subject", "@type": "@id"},
    "test": {"@id": "earl:test", "@type": "@id"},
    "mode": {"@id": "earl:mode", "@type": "@id"},
    "result": {"@id": "earl:result"},
    "outcome": {"@id": "earl:outcome", "@type": "@id"},
    "info": {"@id": "earl:info", "@language": "sv"},
    "pointer": {"@id": "earl:pointer"},
    "expression": {"@id": "ptr:expression"},
    "reference": {"@id": "ptr:reference", "@type": "@id"},
    "title": {"@id": "dct:title", "@language": "sv"},
    "date": {"@id": "dct:date"},
    "source": {"@id": "dct:source"},
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "identifier": {"@id": "dct:identifier"},
    "name": {"@id": "doap:name"},
    "release": {"@id": "doap:release"},
    "revision": {"@id": "doap:revision"},
    "defect": {"@id": "esset:defect"},
    "priority": {"@id": "esset:priority"},
}

NOTHING_FOUND = {
    "@id": "esset:nothingFound",
    "@type": "earl:CannotTell",
    "title": "Inget fel funnet av det automatiska testet; om kriteriet är uppfyllt kan bara en människa avgöra",
}


def render(run: Run) -> bytes:
    """The run as EARL in JSON-LD, UTF-8."""
    graph = [
        _suite(run),
        NOTHING_FOUND,
        *_people(run),
        _target(run),
        *_criteria(run),
        *_checks(run),
        *_states(run),
        *_assertions(run),
    ]
    return msgspec.json.format(msgspec.json.encode({"@context": CONTEXT, "@graph": graph}), indent=1) + b"\n"


def _suite(run: Run) -> dict[str, Any]:
    return {
        "@id": SUITE,
        "@type": ["Assertor", "Software"],
        "name": "esset-a11y",
        "release": {"@type": "doap:Version", "revision": run.trace.versions.get("sviten", "")},
    }


def _people(run: Run) -> Iterator[dict[str, Any]]:
    """Everyone whose word stands in the run."""
    judged = [one.reviewed.by for one in (*run.defects, *run.review.dismissed) if one.reviewed]
    for name in dict.fromkeys([*judged, *(one.by for one in run.review.tests)]):
        yield {"@id": _person(name), "@type": "Assertor", "title": name}


def _target(run: Run) -> dict[str, Any]:
    return {"@id": _urn("mal"), "@type": "TestSubject", "title": run.trace.target, "source": run.trace.target}


def _criteria(run: Run) -> Iterator[dict[str, Any]]:
    named = {one.num for one in standards.criteria()} | {*summarise(run).by_criterion}
    for one in sorted(map(standards.criterion, named), key=lambda one: one.order):
        yield {"@id": _criterion(one.num), "@type": "TestRequirement", "identifier": one.num, "title": one.label}


def _checks(run: Run) -> Iterator[dict[str, Any]]:
    """A test for each criterion that a check can fail, or that a defect says it has failed."""
    known = {one.id: one.title.sv for one in run.checks}
    pairs = {(one.id, num) for one in run.checks for num in one.criteria}
    pairs |= {(check, num) for defect in run.defects for check in defect.checks or (MANUAL,) for num in defect.criteria}
    for check, num in sorted(pairs):
        yield {
            "@id": _test(check, num),
            "@type": "TestCase",
            "identifier": check,
            "title": known.get(check, check),
            "isPartOf": _criterion(num),
        }


def _states(run: Run) -> Iterator[dict[str, Any]]:
    """Every state that was visited, or that a defect tells of."""
    told = {(visit.scenario, visit.state): (visit.url, visit.title) for visit in run.visits}
    for defect in run.defects:
        for place in defect.places:
            told.setdefault((place.scenario, place.state), (place.url, ""))
    for (scenario, state), (url, title) in told.items():
        yield {
            "@id": _state(scenario, state),
            "@type": "TestSubject",
            "title": f"{scenario}, {state}" + (f" ({title})" if title else ""),
            "source": url,
            "isPartOf": _urn("mal"),
        }


def _assertions(run: Run) -> Iterator[dict[str, Any]]:
    spoken: set[tuple[str, str, str, str]] = set()
    for defect in run.defects:
        for place in defect.places:
            for num in defect.criteria:
                for check in defect.checks or (MANUAL,):
                    spoken.add((place.scenario, place.state, check, num))
                    yield _found(run, defect, place, check, num)
    for defect in run.review.dismissed:
        for place in defect.places:
            for num in defect.criteria:
                for check in defect.checks:
                    yield _found(run, defect, place, check, num)
    yield from _manual(run)
    for visit in run.visits:
        broken = {one.check: one.observed.sv for one in visit.findings if one.outcome is Outcome.UNTESTED}
        for one in run.checks:
            for num in one.criteria:
                if (visit.scenario, visit.state, one.id, num) not in spoken:
                    yield _silent(run, visit, one.id, num, broken.get(one.id))
    by_hand = {one.criterion for one in run.review.tests}
    verdicts = {num: count.verdict for num, count in summarise(run).by_criterion.items()}
    for criterion in standards.criteria():
        if verdicts.get(criterion.num, Verdict.UNTESTED) is Verdict.UNTESTED and criterion.num not in by_hand:
            info = f"Prövas för hand. {standards.guide(criterion.num).instruction.sv}"
            yield _assertion(run, _urn("mal"), _criterion(criterion.num), "earl:untested", info, mode="earl:manual")


def _found(run: Run, defect: Defect, place: Place, check: str, num: str) -> dict[str, Any]:
    subject = _state(place.scenario, place.state)
    question = defect.question
    told = _assertion(
        run,
        subject,
        _test(check, num),
        f"earl:{defect.outcome.value}",
        f"{place.observed.sv.rstrip('.')}. Fråga till en människa: {question.sv}" if question else place.observed.sv,
        mode=f"earl:{defect.mode.value}",
    )
    if defect.mode is not Mode.AUTOMATIC and defect.reviewed:
        told |= {"mode": f"earl:{defect.mode}", "assertedBy": _person(defect.reviewed.by)}
        told["result"]["date"] = defect.reviewed.on.isoformat()
    told |= {"defect": defect.fingerprint, "priority": defect.priority.level.value}
    if place.element:
        told["result"]["pointer"] = {
            "@type": "ptr:ExpressionPointer",
            "expression": " » ".join(place.element.path),
            "reference": subject,
        }
    return told


def _manual(run: Run) -> Iterator[dict[str, Any]]:
    """Manual tests that did not fail: one that did is a defect."""
    for one in run.review.tests:
        outcome = OUTCOMES[one.outcome]
        if outcome is Outcome.FAILED and one.scenario:
            continue
        subject = _state(one.scenario, one.state) if one.scenario else _urn("mal")
        test = _criterion(one.criterion) if one.scenario else _urn("avsnitt", one.criterion)
        info = ". ".join(filter(None, (one.method, one.note)))
        told = _assertion(run, subject, test, f"earl:{outcome.value}", info, mode="earl:manual")
        told["result"]["date"] = one.on.isoformat()
        yield told | {"assertedBy": _person(one.by)}


def _silent(run: Run, visit: Visit, check: str, num: str, broken: str | None) -> dict[str, Any]:
    outcome = "esset:nothingFound" if broken is None else "earl:untested"
    return _assertion(run, _state(visit.scenario, visit.state), _test(check, num), outcome, broken or "")


def _assertion(
    run: Run, subject: str, test: str, outcome: str, info: str, mode: str = "earl:automatic"
) -> dict[str, Any]:
    result = {"@type": "TestResult", "outcome": outcome, "date": run.trace.ended}
    return {
        "@type": "Assertion",
        "assertedBy": SUITE,
        "subject": subject,
        "test": test,
        "mode": mode,
        "result": result | ({"info": info} if info else {}),
    }


def _person(name: str) -> str:
    return _urn("granskare", name)


def _criterion(num: str) -> str:
    """The criterion in WCAG, whose anchor its page of Understanding WCAG is named by too."""
    return WCAG + standards.criterion(num).understanding_url.rpartition("/")[2].removesuffix(".html")


def _test(check: str, num: str) -> str:
    return _urn("kontroll", check, num)


def _state(scenario: str, state: str) -> str:
    return _urn("tillstand", scenario, state)


@cache
def _urn(*parts: str) -> str:
    return URN + ":".join(quote(part, safe="") for part in parts)


FORMAT = Format(
    id="earl", file="earl.jsonld", title=Text("EARL för granskningsverktyg", "EARL for evaluation tools"), render=render
)
