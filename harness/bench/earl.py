"""The result on the W3C ACT cases as EARL, in the form that the ACT implementation page takes in.

One assertion a case: the subject is the test case's own address, the test is the rule, the result
EARL's outcome. Context and shape: https://act-rules.github.io/earl-context.json, EARL 1.0 Schema.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import msgspec

from harness.bench.cases import Corpus
from harness.bench.keep import Kept
from harness.bench.verdict import SUITE, Verdict

PUBLISHED = "https://www.w3.org/"
OUTCOMES = {
    Verdict.FOUND: "earl:failed",
    Verdict.FALSE: "earl:failed",
    Verdict.ASKED: "earl:cantTell",
    Verdict.MISSED: "earl:inapplicable",
    Verdict.QUIET: "earl:inapplicable",
    Verdict.UNTESTED: "earl:untested",
}


def write_earl(file: Path, corpus: Corpus, kept: Kept) -> None:
    """Write the whole suite's result on every case of the corpus."""
    own = kept.verdicts[SUITE]
    suite = {
        "@id": "_:esset-a11y",
        "@type": ["earl:Assertor", "earl:Software"],
        "name": "esset-a11y",
        "release": {
            "@type": "doap:Version",
            "revision": version("esset-a11y"),
            "created": kept.made[:10],
        },
    }
    graph = [
        {
            "@type": "earl:Assertion",
            "mode": "earl:automatic",
            "assertedBy": "_:esset-a11y",
            "subject": {"@type": ["earl:TestSubject", "sch:WebPage"], "source": PUBLISHED + case.path},
            "test": {
                "@type": "earl:TestCriterion",
                "title": case.group.partition(" ")[2],
                "@id": f"https://www.w3.org/WAI/standards-guidelines/act/rules/{case.group.partition(' ')[0]}/",
            },
            "result": {"@type": "earl:TestResult", "outcome": OUTCOMES[own[case.id]]},
        }
        for case in corpus.cases
    ]
    told = {"@context": "https://act-rules.github.io/earl-context.json", "@graph": [suite, *graph]}
    file.write_bytes(msgspec.json.format(msgspec.json.encode(told), indent=1))
