"""`junit.xml`: the run as pipelines show it, by the schema that Jenkins' JUnit plugin publishes.

A scenario is a test suite, a state of it a test case. A state fails when a certain breach of a
success criterion shows there; questions and good practice fail nothing and stand in `system-out`.
What broke, a scenario or a check, is a test case of its own with an error: it is never told as passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from checks.model import Text, Visit
from defects.model import Defect, Place
from reports.model import Driven, Ending, Format, Run, Trace
from reports.plain import cut, visible
from reports.sampling import Planned, sampled, tally
from reports.summary import BrokenCheck, Sort, sort_of, summarise

MESSAGE_LIMIT = 2000
"""Most characters of a message; a pipeline's page shows it in one row."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(run: Run) -> bytes:
    """The run as JUnit XML, UTF-8."""
    whole = ET.Element("testsuites", name="esset-a11y")
    planned, broken = sampled(run), summarise(run).broken_checks
    for number, driven in enumerate(run.scenarios):
        whole.append(_suite(run, driven, number, planned, broken))
    totals = {key: sum(int(suite.attrib[key]) for suite in whole) for key in ("tests", "failures", "errors")}
    whole.attrib |= {key: str(value) for key, value in totals.items()}
    whole.set("time", _seconds(sum(float(suite.attrib["time"]) for suite in whole)))
    ET.indent(whole)
    return bytes(ET.tostring(whole, encoding="utf-8", xml_declaration=True)) + b"\n"


def _suite(
    run: Run, driven: Driven, number: int, planned: Sequence[Planned], broken: Sequence[BrokenCheck]
) -> ET.Element:
    suite = ET.Element(
        "testsuite", name=_clean(f"{driven.id} {driven.title}"), id=str(number), timestamp=_moment(run.trace)
    )
    properties = ET.SubElement(suite, "properties")
    manual = tally(one for one in planned if one.scenario == driven.id)
    told = [*_traceability(run.trace, driven), ("manual", f"{manual.done} av {manual.planned} manuella prov gjorda")]
    for name, value in told:
        ET.SubElement(properties, "property", name=_clean(name), value=_clean(value))
    cases = [_case(run, visit) for visit in run.visits if visit.scenario == driven.id]
    cases += [
        _error(driven, f"{one.state}: kontrollen {one.check}", one.error) for one in broken if one.scenario == driven.id
    ]
    if driven.ending is Ending.BROKEN:
        cases.append(_error(driven, "scenariot bröts", f"Scenariot bröts och är inte testat till slut: {driven.error}"))
    suite.extend(cases)
    suite.attrib |= {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": str(sum(case.find("error") is not None for case in cases)),
        "skipped": "0",
        "time": _seconds(driven.seconds),
    }
    return suite


def _case(run: Run, visit: Visit) -> ET.Element:
    case = ET.Element(
        "testcase",
        classname=_clean(visit.scenario),
        name=_clean(visit.state),
        time=_seconds(sum(visit.seconds.values())),
    )
    seen = [(defect, place) for defect in run.defects if (place := _first_place(defect, visit))]
    breaches = [(defect, place) for defect, place in seen if sort_of(defect) is Sort.BREACH]
    if breaches:
        count = "1 brist" if len(breaches) == 1 else f"{len(breaches)} brister"
        told = [_line(defect, place) for defect, place in breaches]
        worst = min(defect.priority.level for defect, _ in breaches)
        failure = ET.SubElement(case, "failure", type=worst, message=_short(f"{count}: {'; '.join(told)}"))
        failure.text = _clean("\n\n".join(_account(defect, place) for defect, place in breaches))
    others = [_other(defect, place) for defect, place in seen if sort_of(defect) is not Sort.BREACH]
    if others:
        ET.SubElement(case, "system-out").text = _clean("\n".join(others))
    return case


def _error(driven: Driven, name: str, message: str) -> ET.Element:
    case = ET.Element("testcase", classname=_clean(driven.id), name=_clean(name), time="0.000")
    ET.SubElement(case, "error", type="broken", message=_short(message)).text = _clean(message)
    return case


def _first_place(defect: Defect, visit: Visit) -> Place | None:
    return next((one for one in defect.places if (one.scenario, one.state) == (visit.scenario, visit.state)), None)


def _line(defect: Defect, place: Place) -> str:
    where = place.element.selector if place.element else "hela sidan"
    return f"{defect.priority.level} {defect.kind} {', '.join(defect.criteria)} {where}"


def _account(defect: Defect, place: Place) -> str:
    return "\n".join(
        [
            _line(defect, place),
            f"  Förväntat: {cut(defect.expected.sv, MESSAGE_LIMIT)}",
            f"  Observerat: {cut(place.observed.sv, MESSAGE_LIMIT)}",
            f"  Sida: {cut(place.url, MESSAGE_LIMIT)}",
            f"  Brist: {defect.fingerprint}",
        ]
    )


def _other(defect: Defect, place: Place) -> str:
    name = "Fråga" if sort_of(defect) is Sort.QUESTION else "God praxis"
    where = place.element.selector if place.element else "hela sidan"
    told = cut((defect.question or place.observed).sv, MESSAGE_LIMIT)
    return f"{name}: {told} ({', '.join([defect.kind, *defect.criteria])}; {where})"


def _traceability(trace: Trace, driven: Driven) -> Iterable[tuple[str, str]]:
    yield "run", trace.run
    yield "started", trace.started
    yield "ended", trace.ended
    yield "target", trace.target
    yield "profile", trace.profile
    yield "area", driven.area
    yield "audience", driven.audience
    yield "surface", driven.surface
    yield from ((f"version.{part}", version) for part, version in trace.versions.items())
    yield from ((f"configuration.{name}", value) for name, value in trace.configuration.items())


def _moment(trace: Trace) -> str:
    # The schema's pattern has no room for an offset; the properties have the whole time.
    return trace.started[:19]


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}"


def _short(text: str) -> str:
    return cut(" ".join(_clean(text).split()), MESSAGE_LIMIT)


def _clean(text: str) -> str:
    """The text without what XML 1.0 can't hold: control characters and lone surrogates."""
    return _NOT_XML.sub("\ufffd", visible(text))


FORMAT = Format(
    id="junit", file="junit.xml", title=Text("JUnit för bygg- och testflöden", "JUnit for pipelines"), render=render
)
