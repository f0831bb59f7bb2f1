"""The result on the W3C ACT cases as EARL, in the form that the ACT implementation page takes in.

An assertion says what one of the suite's own rules made of one test case: the subject is the case's published
address, the test is the suite's rule with the success criteria that it fails, the result is an EARL outcome. W3C's
tool matches our rules with theirs by these. So an ACT rule's cases are told for each of our rules that spoke of that
rule's criteria on any of them, and where none did, for the suite as a whole. No finding is told as `inapplicable`,
never as `passed`: the suite says nothing of what it found no fault with.

Shape: EARL 1.0 Schema (www.w3.org/TR/EARL10-Schema/), JSON-LD, with the terms that the page's reader knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec

import standards
from harness.bench.cases import Case, Corpus
from harness.bench.engines import Seen
from harness.bench.keep import Kept
from harness.bench.verdict import settled
from harness.errors import UsageError

PUBLISHED = "https://www.w3.org/"
CRITERION = "https://www.w3.org/TR/WCAG21/#"
SUITE = "esset-a11y"
CONTEXT = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "name": "doap:name",
    "release": "doap:release",
    "revision": "doap:revision",
    "title": "dct:title",
    "source": {"@id": "dct:source"},
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "assertedBy": {"@type": "@id"},
    "outcome": {"@type": "@id"},
    "mode": {"@type": "@id"},
}
"""Written out, so that nothing is fetched when the report is read."""


def write_earl(file: Path, corpus: Corpus, kept: Kept) -> None:
    """Write the whole suite's result on every case of an ACT corpus; UsageError for another."""
    if corpus.format != "act":
        raise UsageError("EARL skrivs bara för W3C:s ACT-fall", corpus.folder.name, "Utelämna --earl.")
    suite = {
        "@id": f"_:{SUITE}",
        "@type": ["Assertor", "Software"],
        "name": SUITE,
        "release": {"@type": "doap:Version", "revision": version(SUITE)},
    }
    told = {"@context": CONTEXT, "@graph": [suite, *_assertions(corpus.cases, kept)]}
    file.write_bytes(msgspec.json.format(msgspec.json.encode(told), indent=1))


def _assertions(cases: Sequence[Case], kept: Kept) -> Iterable[dict[str, Any]]:
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(case.group, []).append(case)
    for own in groups.values():
        by_case = {case.id: _of_suite(kept, case) for case in own}
        spoke = _rules(own, by_case)
        for case in own:
            for rule, criteria in spoke.items():
                outcome = _outcome(rule, by_case[case.id], kept.untested.get(case.id, {}))
                yield _assertion(case, rule, criteria, outcome)


def _of_suite(kept: Kept, case: Case) -> dict[str, tuple[Seen, ...]]:
    return settled({engine: seen for engine, seen in kept.seen.get(case.id, {}).items() if engine in kept.checks})


def _rules(cases: Sequence[Case], by_case: Mapping[str, Mapping[str, Sequence[Seen]]]) -> dict[str, tuple[str, ...]]:
    """The suite's rules, "check/rule", that spoke of the ACT rule's criteria, with the criteria that they told."""
    spoke: dict[str, set[str]] = {}
    for case in cases:
        for engine, seen in by_case[case.id].items():
            for one in seen:
                if case.criteria & set(one.criteria):
                    spoke.setdefault(f"{engine}/{one.rule}", set()).update(one.criteria)
    return {rule: tuple(sorted(criteria)) for rule, criteria in spoke.items()} or {SUITE: ()}


def _outcome(rule: str, seen: Mapping[str, Sequence[Seen]], untested: Mapping[str, str]) -> str:
    engine, _, name = rule.partition("/")
    if outcomes := {one.outcome for one in seen.get(engine, ()) if one.rule == name}:
        return "failed" if "failed" in outcomes else "cantTell"
    return "untested" if "" in untested or engine in untested else "inapplicable"


def _assertion(case: Case, rule: str, criteria: Sequence[str], outcome: str) -> dict[str, Any]:
    return {
        "@type": "Assertion",
        "mode": "earl:automatic",
        "assertedBy": f"_:{SUITE}",
        "subject": {"@type": "TestSubject", "source": PUBLISHED + case.path},
        "test": {"@type": "TestCriterion", "title": rule, "isPartOf": [CRITERION + _slug(one) for one in criteria]},
        "result": {"@type": "TestResult", "outcome": f"earl:{outcome}"},
    }


def _slug(criterion: str) -> str:
    """The criterion's anchor in WCAG, which its page of Understanding WCAG is named by too."""
    return standards.criterion(criterion).understanding_url.rpartition("/")[2].removesuffix(".html")
