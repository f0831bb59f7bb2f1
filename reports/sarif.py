"""`brister.sarif`: the run as SARIF 2.1.0, which GitHub, Azure DevOps, Visual Studio Code and others show.

A rule is a kind of fault, a result a defect. A question to a person is of the kind `review`, which fails nothing. A
page has no lines: a result points at line 1 of the page's address, relative to the target (GitHub takes no other), and
tells the element by its selector. Texts are Swedish (`run.language`).

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0; the schema that tests validate it by
is OASIS's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec

import standards
from checks.model import Text
from defects.model import Defect, Level, Place
from defects.review import unjudged
from defects.standing import Status
from reports.model import Ending, Format, Run
from reports.sampling import sampled, tally
from reports.summary import Sort, sort_of, summarise

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Level.P1: "error", Level.P2: "error", Level.P3: "warning", Level.P4: "note"}
STATES = {Status.NEW: "new", Status.BACK: "new", Status.OPEN: "unchanged"}
RELATED = 50
"""Most places beside the first that a result lists; `occurrenceCount` tells how many there are."""

TARGET = "MÅL"
_SAFE = "/?&=;,~!$'()*+@-._%"


def render(run: Run) -> bytes:
    """The run as SARIF, UTF-8."""
    bases: dict[str, dict[str, Any]] = {}
    kinds = list(dict.fromkeys(defect.kind for defect in _told(run)))
    manual = tally(sampled(run), run.trace.version)
    told = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(run, kinds)},
                "language": "sv",
                "columnKind": "utf16CodeUnits",
                "automationDetails": {"id": f"esset-a11y/{run.trace.run}"},
                "invocations": [_invocation(run)],
                "results": _results(run, kinds, bases),
                "originalUriBaseIds": bases,
                "taxonomies": [_wcag(run)],
                "properties": {
                    "target": run.trace.target,
                    "profile": run.trace.profile,
                    **_versions(run),
                    "manualTestsPlanned": manual.planned,
                    "manualTestsDone": manual.done,
                },
            }
        ],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def _driver(run: Run, kinds: Iterable[str]) -> dict[str, Any]:
    return {
        "name": "esset-a11y",
        "version": run.trace.versions.get("sviten", "0"),
        "language": "sv",
        "rules": [_rule(standards.kind(slug)) for slug in kinds],
        "supportedTaxonomies": [{"name": "WCAG", "index": 0}],
    }


def _rule(kind: standards.Kind) -> dict[str, Any]:
    criteria = [standards.criterion(num) for num in kind.criteria]
    asked = [f"WCAG {one.num} {one.label}, nivå {one.level}" for one in criteria] or ["God praxis"]
    told: dict[str, Any] = {
        "id": kind.slug,
        "name": "".join(part.capitalize() for part in kind.slug.split("-")),
        "shortDescription": {"text": kind.title.sv},
        "fullDescription": {"text": kind.hurts.sv},
        "help": {
            "text": "\n\n".join([kind.hurts.sv, f"Så rättas det: {kind.fix.sv}", *asked]),
            "markdown": "\n\n".join(
                [
                    f"**Vem drabbas.** {_markdown(kind.hurts.sv)}",
                    f"**Så rättas det.** {_markdown(kind.fix.sv)}",
                    "\n".join(
                        f"- [{_markdown(text)}]({one.understanding_url})"
                        for one, text in zip(criteria, asked, strict=False)
                    ),
                ]
            ),
        },
        "properties": {"tags": ["accessibility", *(f"wcag/{one.num}" for one in criteria)]},
        "relationships": [
            {"target": {"id": one.num, "toolComponent": {"name": "WCAG", "index": 0}}, "kinds": ["relevant"]}
            for one in criteria
        ],
    }
    if criteria:
        told["helpUri"] = criteria[0].understanding_url
    return told


def _markdown(text: str) -> str:
    """The suite's own text, whose angle brackets and stars are meant as they stand."""
    return "".join(f"\\{one}" if one in "\\`*_[]<>" else one for one in text)


def _results(run: Run, kinds: list[str], bases: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    standings = {one.fingerprint: STATES.get(one.status) for one in run.standings}
    return [
        _result(run, defect, kinds.index(defect.kind), standings.get(defect.fingerprint), bases)
        for defect in _told(run)
    ]


def _told(run: Run) -> tuple[Defect, ...]:
    """The defects, and as suppressed those that a person judged to be none, as the machine told of them."""
    return (*run.defects, *map(unjudged, run.review.dismissed))


def _result(run: Run, defect: Defect, rule: int, state: str | None, bases: dict[str, dict[str, Any]]) -> dict[str, Any]:
    sort, first = sort_of(defect), defect.places[0]
    # Only what fails may have a level (SARIF 3.27.10).
    level = {Sort.BREACH: LEVELS[defect.priority.level], Sort.QUESTION: "none", Sort.PRACTICE: "note"}[sort]
    told: dict[str, Any] = {
        "ruleId": defect.kind,
        "ruleIndex": rule,
        "kind": "review" if sort is Sort.QUESTION else "fail",
        "level": level,
        "rank": float(min(max(defect.priority.points, 0), 100)),
        "message": {"text": _message(defect)},
        "locations": [_location(first, run, bases)],
        "relatedLocations": [
            {"id": number, **_location(place, run, bases), "message": {"text": f"{place.scenario}, {place.state}"}}
            for number, place in enumerate(defect.places[1 : RELATED + 1], 1)
        ],
        "occurrenceCount": len(defect.places),
        "partialFingerprints": {
            "essetA11y/v1": defect.fingerprint,
            # The only one that GitHub knows a result again by.
            "primaryLocationLineHash": f"{defect.fingerprint}:1",
        },
        "suppressions": _suppressions(run, defect.fingerprint),
        "taxa": [{"id": num, "toolComponent": {"name": "WCAG", "index": 0}} for num in defect.criteria],
        "properties": {
            "priority": defect.priority.level.value,
            "sort": sort.value,
            "criteria": list(defect.criteria),
            "engines": list(defect.engines),
            "surfaces": list(defect.surfaces),
        },
    }
    if state:
        told["baselineState"] = state
    return told


def _message(defect: Defect) -> str:
    if defect.question:
        return f"Fråga till en människa: {defect.question.sv}"
    told = (standards.kind(defect.kind).title.sv, defect.observed.sv, f"Förväntat: {defect.expected.sv}")
    return " ".join(f"{one.rstrip('.')}." for one in told)


def _location(place: Place, run: Run, bases: dict[str, dict[str, Any]]) -> dict[str, Any]:
    logical: list[dict[str, Any]] = [
        {"name": place.state, "fullyQualifiedName": f"{place.scenario}/{place.state}", "kind": "state"}
    ]
    region: dict[str, Any] = {"startLine": 1}
    if place.element:
        logical.append(
            {
                "name": place.element.selector,
                "fullyQualifiedName": " » ".join(place.element.path),
                "kind": "element",
            }
        )
        region["snippet"] = {"text": place.element.html}
    return {
        "physicalLocation": {"artifactLocation": _artifact(place.url, run.trace.target, bases), "region": region},
        "logicalLocations": logical,
    }


def _artifact(url: str, target: str, bases: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The page's address, relative to the site that it is on; another site than the target gets a base of its own."""
    try:
        parts, home = urlsplit(url), urlsplit(target)
    except ValueError:
        parts, home = urlsplit(""), urlsplit("")
    web = parts.scheme in ("http", "https") and parts.netloc
    ours = not web or (parts.scheme, parts.netloc) == (home.scheme, home.netloc)
    base = TARGET if ours else f"{parts.scheme}://{parts.netloc}"
    if base not in bases:
        site = f"{parts.scheme}://{quote(parts.netloc, safe=':@[]')}/" if web else ""
        bases[base] = {"uri": site} if site else {"description": {"text": target or "målet"}}
    path = parts.path + (f"?{parts.query}" if parts.query else "") if web or not parts.scheme else url
    return {"uri": quote(path.lstrip("/"), safe=_SAFE) or "./", "uriBaseId": base}


def _suppressions(run: Run, fingerprint: str) -> list[dict[str, Any]]:
    """A waiver in force suppresses, one that has expired no longer does; so does a person who saw no fault."""
    judged = [one.reviewed for one in run.review.dismissed if one.fingerprint == fingerprint and one.reviewed]
    if judged:
        said = judged[0]
        why = f"{said.verdict} ({said.by}, {said.on}){f': {said.note}' if said.note else ''}"
        return [{"kind": "external", "status": "accepted", "justification": why}]
    told = [(one, "accepted") for one in run.waived.in_force] + [(one, "rejected") for one in run.waived.expired]
    return [
        {
            "kind": "external",
            "status": status,
            "justification": f"{one.ground}: {one.reason} (till {one.until}, beslutat av {one.decided_by})",
        }
        for one, status in told
        if one.defect == fingerprint
    ]


def _wcag(run: Run) -> dict[str, Any]:
    named = {num for defect in _told(run) for num in (*defect.criteria, *standards.kind(defect.kind).criteria)}
    criteria = sorted(map(standards.criterion, named), key=lambda one: one.order)
    return {
        "name": "WCAG",
        "version": "2.2",
        "organization": "W3C",
        "informationUri": "https://www.w3.org/TR/WCAG22/",
        "isComprehensive": False,
        "taxa": [
            {
                "id": one.num,
                "name": one.en,
                "shortDescription": {"text": one.label},
                "helpUri": one.understanding_url,
                "properties": {"level": one.level, "en301549": one.clause or ""},
            }
            for one in criteria
        ],
    }


def _invocation(run: Run) -> dict[str, Any]:
    broken = [
        {"level": "error", "message": {"text": f"Scenariot {one.id} bröts och är inte testat till slut: {one.error}"}}
        for one in run.scenarios
        if one.ending is Ending.BROKEN
    ]
    broken += [
        {"level": "error", "message": {"text": f"{one.scenario}, {one.state}: kontrollen {one.check}: {one.error}"}}
        for one in summarise(run).broken_checks
    ]
    told: dict[str, Any] = {"executionSuccessful": not broken, "toolExecutionNotifications": broken}
    for key, moment in (("startTimeUtc", run.trace.started), ("endTimeUtc", run.trace.ended)):
        if utc := _utc(moment):
            told[key] = utc
    return told


def _utc(iso: str) -> str:
    try:
        return f"{datetime.fromisoformat(iso).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    except ValueError:
        return ""


def _versions(run: Run) -> Mapping[str, str]:
    return {f"version.{part}": version for part, version in run.trace.versions.items()}


FORMAT = Format(
    id="sarif", file="brister.sarif", title=Text("SARIF för kodgranskning", "SARIF for code scanning"), render=render
)
