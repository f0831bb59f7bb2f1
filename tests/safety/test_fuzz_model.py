"""Whatever a page, a file or a disk may hold, the model takes it in or says in one line why not."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import standards
from checks.model import Box, Element, Finding, Outcome, Text, Visit
from defects import merge
from defects.fingerprint import SEPARATOR, fingerprint
from defects.waivers import WaiverError, read_waivers
from harness.attempts import settle
from harness.config import Config, load_config
from harness.errors import UsageError
from harness.journal import FOLDER, Journal, Line, Noted, read_journal
from masking import Mask
from reports.model import CheckRun, Driven, Ending, Run, Surface, Trace
from reports.registry import all_formats
from reports.run_json import RunFileError, load_run
from reports.run_json import render as run_json
from scenarios.registry import all_scenarios

KINDS = [one.slug for one in standards.kinds()]
SCENARIOS = {one.id: one for one in all_scenarios()}
SCOPES = {"kundportal": standards.Scope.PUBLIC, "arendesystem": standards.Scope.INTERNAL_CASE_SYSTEM}

# What a page can put into the model: any text but lone surrogates, which the browser's own protocol does not let through.
SAID = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
TEXTS = st.builds(Text, SAID, SAID)
NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)
STEPS = st.lists(
    st.one_of(SAID, st.builds(lambda *bits: SEPARATOR.join(bits), SAID, SAID, SAID)), min_size=1, max_size=5
)
ELEMENTS = st.builds(
    Element,
    path=st.lists(SAID, min_size=1, max_size=3).map(tuple),
    selector=SAID,
    html=SAID,
    role=SAID,
    name=SAID,
    box=st.none() | st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    signature=STEPS.map(tuple),
)
ENGINES = st.sampled_from(["axe", "htmlcs", "ibm", "contrast", "keyboard-reach"])


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    outcome = draw(st.sampled_from(list(Outcome)))
    asks = outcome is Outcome.CANT_TELL
    engine = draw(ENGINES)
    return Finding(
        check=engine,
        rule=draw(SAID),
        engine=engine,
        outcome=outcome,
        kind=draw(st.sampled_from(KINDS)),
        criteria=tuple(draw(st.lists(st.sampled_from(["1.1.1", "1.4.3", "2.1.1", "4.1.2"]), max_size=2, unique=True))),
        element=draw(st.none() | ELEMENTS),
        expected=draw(TEXTS),
        observed=draw(TEXTS),
        question=draw(TEXTS) if asks else None,
        help_url=draw(SAID),
        evidence=draw(st.dictionaries(SAID, SAID, max_size=3)),
        supports=asks and draw(st.booleans()),
    )


VISITS = st.builds(
    Visit,
    scenario=st.sampled_from(sorted(SCENARIOS)),
    state=st.sampled_from(["ett", "två", "tre"]),
    number=st.integers(1, 9),
    url=SAID | st.builds("http://127.0.0.1/{}".format, SAID),
    title=SAID,
    findings=st.lists(findings(), max_size=4).map(tuple),
    seconds=st.dictionaries(st.sampled_from(["axe", "rest"]), st.floats(0, 100), max_size=2),
)


@given(findings(), SAID, SAID)
def test_a_fingerprint_is_always_the_same_sixteen_digits(finding: Finding, url: str, other: str) -> None:
    mark = fingerprint(finding, url)
    assert len(mark) == 16 and int(mark, 16) >= 0
    # What is said about a fault is no part of what it is.
    assert fingerprint(replace(finding, observed=Text(other, other), evidence={other: other}), url) == mark


@given(st.lists(VISITS, max_size=5))
def test_merging_loses_no_fault_and_makes_none(visits: list[Visit]) -> None:
    defects = merge(visits, SCENARIOS, SCOPES)
    assert merge(visits, SCENARIOS, SCOPES) == defects
    assert len({one.fingerprint for one in defects}) == len(defects)
    seen = {(visit.scenario, visit.state, finding.kind) for visit in visits for finding in visit.findings}
    certain = any(one.outcome is Outcome.FAILED for visit in visits for one in visit.findings)
    for defect in defects:
        assert defect.places and defect.outcome in (Outcome.FAILED, Outcome.CANT_TELL)
        assert all((place.scenario, place.state) in {key[:2] for key in seen} for place in defect.places)
    assert not certain or defects


@given(
    st.lists(VISITS, max_size=4), st.lists(st.tuples(st.sampled_from(sorted(SCENARIOS)), st.integers(1, 3)), max_size=3)
)
def test_what_is_journaled_is_read_back_whatever_the_disk_cut_off(
    visits: list[Visit], driven: list[tuple[str, int]]
) -> None:
    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder), "main")
        written = [journal.write(Line(visit=visit)) for visit in visits]
        written += [
            journal.write(Line(attempt=n, driven=ended(id), noted=Noted(id, "ett", {"x": [1]}))) for id, n in driven
        ]
        journal.close()
        read = read_journal(Path(folder))
        assert list(read.lines) == written and read.torn == ()
        if not written:
            return
        assert settle(read.lines)
        file = Path(folder) / FOLDER / "main.jsonl"
        whole = file.read_bytes()
        for cut in {1, len(whole) // 2, len(whole) - 1}:
            file.write_bytes(whole[:cut])
            short = read_journal(Path(folder))
            assert list(short.lines) == written[: len(short.lines)]
            assert len(short.lines) >= whole[:cut].count(b"\n")


def ended(id: str) -> Driven:
    one = SCENARIOS[id]
    return Driven(one.id, one.title, one.area, one.audience, one.surface, one.story, Ending.COMPLETED, 1.0)


@given(st.lists(VISITS, max_size=3, unique_by=lambda visit: (visit.scenario, visit.state)), SAID)
def test_every_report_can_be_written_of_every_run(visits: list[Visit], said: str) -> None:
    with TemporaryDirectory() as folder:
        run = Run(
            trace=Trace("natt", said, said, said, "natt", {said: said}, {said: said}),
            surfaces=(Surface("kundportal", said, "public"), Surface("arendesystem", "Ä", "internal-case-system")),
            checks=(CheckRun("axe", Text(said, said), ("1.1.1",)),),
            scenarios=tuple(ended(id) for id in sorted({visit.scenario for visit in visits})),
            visits=tuple(visits),
            defects=merge(visits, SCENARIOS, SCOPES),
            folder=Path(folder),
        )
        for form in all_formats():
            assert isinstance(form.render(run), bytes), form.id
        (Path(folder) / "run.json").write_bytes(run_json(run))
        assert load_run(Path(folder)).defects == run.defects


ANYTHING = st.recursive(
    st.booleans() | st.integers(-9, 9) | SAID | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SAID, inner, max_size=3),
    max_leaves=6,
)
NAMES = [one.name for one in msgspec.structs.fields(Config)]


@given(st.dictionaries(st.sampled_from(NAMES) | SAID, ANYTHING, max_size=4))
def test_any_configuration_is_taken_or_refused_in_one_line(told: dict[str, Any]) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "esset.toml"
        file.write_bytes(msgspec.toml.encode(told))
        taken_or_refused(file)


@given(st.binary(max_size=200))
def test_any_file_is_a_configuration_or_refused(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "esset.toml"
        file.write_bytes(content)
        taken_or_refused(file)
        with pytest.raises(RunFileError) as raised:
            load_run(file)
        assert "\n" not in str(raised.value)


def taken_or_refused(file: Path) -> None:
    try:
        load_config(str(file)).told()
    except UsageError as error:
        assert str(error) and "\n" not in str(error)


@given(st.binary(max_size=200) | st.builds(lambda told: msgspec.toml.encode({"waiver": [told]}), st.dictionaries(
    st.sampled_from(["defect", "reason", "ground", "decided_by", "decided", "until", "assessment"]) | SAID, ANYTHING, max_size=7)))  # fmt: skip
def test_any_file_is_waivers_or_refused(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "undantag.toml"
        file.write_bytes(content)
        try:
            read_waivers(file)
        except WaiverError as error:
            assert str(error) and "\n" not in str(error)


@given(VISITS)
def test_the_mask_leaves_a_visit_what_it_is(visit: Visit) -> None:
    with TemporaryDirectory() as folder:
        journal = Journal(Path(folder), "main", Mask(["x+"]))
        written = journal.write(Line(visit=visit)).visit
        journal.close()
    assert written is not None
    for name in {one.name for one in fields(Visit)} - {"url", "title", "findings"}:
        assert getattr(written, name) == getattr(visit, name)
    assert [one.kind for one in written.findings] == [one.kind for one in visit.findings]
