"""EARL: read by rdflib without a network, and held against what EARL 1.0 Schema asks of each of its classes."""

from __future__ import annotations

import json
import socket
from collections import Counter

import pytest
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef

import standards
from checks.model import Outcome
from reports.earl import render
from reports.model import Run
from reports.summary import Verdict, summarise

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own use of it

EARL = Namespace("http://www.w3.org/ns/earl#")
PTR = Namespace("http://www.w3.org/2009/pointers#")
ESSET = Namespace("urn:esset-a11y:terms#")

# EARL 1.0 Schema, section 2: what each class must have, once, and of which class that is.
ASKED = {
    EARL.Assertion: {
        EARL.assertedBy: EARL.Assertor,
        EARL.subject: EARL.TestSubject,
        EARL.test: EARL.TestCriterion,
        EARL.result: EARL.TestResult,
    },
    EARL.TestResult: {EARL.outcome: EARL.OutcomeValue},
}
# Its classes of classes, and its instances: section 2.7.2, 2.8.
BROADER = {EARL.TestCase: EARL.TestCriterion, EARL.TestRequirement: EARL.TestCriterion}
OUTCOMES = {EARL.passed, EARL.failed, EARL.cantTell, EARL.inapplicable, EARL.untested}
OUTCOME_CLASSES = {EARL.Pass, EARL.Fail, EARL.CannotTell, EARL.NotApplicable, EARL.NotTested}
MODES = {EARL.automatic, EARL.manual, EARL.semiAuto, EARL.undisclosed, EARL.unknownMode}


@pytest.fixture
def graph(run: Run, monkeypatch: pytest.MonkeyPatch) -> Graph:
    def refuse(*args: object) -> None:
        raise AssertionError("the reader asked the network")

    monkeypatch.setattr(socket, "create_connection", refuse)
    return Graph().parse(data=render(run), format="json-ld")


def is_a(graph: Graph, node: object, asked: URIRef) -> bool:
    if asked == EARL.OutcomeValue:
        return node in OUTCOMES or bool({*graph.objects(node, RDF.type)} & OUTCOME_CLASSES)  # type: ignore[arg-type]
    own = {*graph.objects(node, RDF.type)}  # type: ignore[arg-type]
    return asked in own | {BROADER.get(one) for one in own}  # type: ignore[arg-type]


def test_every_class_has_what_the_schema_asks(graph: Graph) -> None:
    for sort, properties in ASKED.items():
        nodes = [*graph.subjects(RDF.type, sort)]
        assert nodes
        for node in nodes:
            for name, asked in properties.items():
                values = [*graph.objects(node, name)]
                assert len(values) == 1, (node, name)
                assert is_a(graph, values[0], asked), (node, name, values[0])
    for mode in graph.objects(None, EARL.mode):
        assert mode in MODES


def test_only_terms_that_there_are(graph: Graph) -> None:
    used = {term for triple in graph for term in triple if isinstance(term, URIRef) and term.startswith(str(EARL))}
    known = {"assertedBy", "subject", "test", "result", "mode", "outcome", "info", "pointer", "Assertion", "Assertor",
             "Software", "TestSubject", "TestCase", "TestRequirement", "TestResult", "CannotTell"}  # fmt: skip
    assert {str(term).removeprefix(str(EARL)) for term in used} <= known | {
        str(one).removeprefix(str(EARL)) for one in OUTCOMES | MODES
    }


def test_nothing_is_passed(graph: Graph) -> None:
    outcomes = Counter(graph.objects(None, EARL.outcome))
    assert outcomes[EARL.failed] and outcomes[EARL.cantTell] and outcomes[ESSET.nothingFound]
    assert not outcomes[EARL.passed] and not outcomes[EARL.inapplicable]
    assert (ESSET.nothingFound, RDF.type, EARL.CannotTell) in graph


def test_an_assertion_for_each_place_and_criterion_of_a_defect(run: Run, graph: Graph) -> None:
    for defect in run.defects:
        found = [*graph.subjects(ESSET.defect, Literal(defect.fingerprint))]
        assert len(found) == len(defect.places) * len(defect.criteria) * len(defect.checks)
        for node in found:
            (outcome,) = graph.objects(graph.value(node, EARL.result), EARL.outcome)
            assert outcome == (EARL.cantTell if defect.outcome is Outcome.CANT_TELL else EARL.failed)


def test_a_pointer_leads_to_the_element(run: Run, graph: Graph) -> None:
    first = run.defects[0]
    assert first.places[0].element
    nodes = [*graph.subjects(PTR.expression, Literal(" » ".join(first.places[0].element.path)))]
    assert nodes
    subject = graph.value(nodes[0], PTR.reference)
    assert Literal(first.places[0].url) in {*graph.objects(subject, URIRef("http://purl.org/dc/terms/source"))}


def test_every_criterion_is_told_of(run: Run, graph: Graph) -> None:
    told = summarise(run).by_criterion
    untested = {
        str(graph.value(test, URIRef("http://purl.org/dc/terms/identifier")))
        for test in graph.objects(None, EARL.test)
        if (test, RDF.type, EARL.TestRequirement) in graph
    }
    asked = {one.num for one in standards.criteria()}
    tested = {num for num, one in told.items() if one.verdict is not Verdict.UNTESTED}
    assert untested == asked - tested


def test_what_broke_is_untested(graph: Graph) -> None:
    subject = URIRef("urn:esset-a11y:tillstand:OF-1:sammanfattningen")
    results = [
        graph.value(node, EARL.result)
        for node in graph.subjects(EARL.subject, subject)
        if not [*graph.objects(node, ESSET.defect)]
    ]
    assert {graph.value(one, EARL.outcome) for one in results} == {EARL.untested}


def test_no_node_is_left_hanging(graph: Graph) -> None:
    named = {node for triple in graph for node in (triple[0], triple[2]) if isinstance(node, BNode)}
    assert all([*graph.predicate_objects(node)] for node in named)


def test_the_context_is_in_the_file(run: Run) -> None:
    assert isinstance(json.loads(render(run))["@context"], dict)
