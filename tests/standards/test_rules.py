"""Rules: every rule of the installed engines is mapped, no other one is, and axe's criteria are those of its tags."""

from __future__ import annotations

import json
import re
import subprocess
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import standards
from checks.node import package_folder
from harness.node import need_node
from standards import Rule
from standards.rules import Engine

ENGINES: tuple[Engine, ...] = ("axe", "htmlcs", "ibm")
ALL = [rule for engine in ENGINES for rule in standards.rules(engine)]

# Codes that HTML_CodeSniffer makes up: the expression in its source, and the codes that come out of it.
MADE_UP = {
    ("1_3_1", "code"): ["1_3_1.H44.NonExistent", "1_3_1.H44.NonExistentFragment"],
    ("1_3_1", "msgCode"): [
        "1_3_1.H49.AlignAttr",
        *(f"1_3_1.H49.{tag}" for tag in ("B", "Big", "Center", "Font", "I", "S", "Small", "Strike", "Tt", "U")),
    ],
    ("1_4_3", "code"): [
        f"1_4_3.{ratio}.{why}" for ratio in ("G18", "G145") for why in ("Abs", "Alpha", "BgImage", "Fail")
    ],
    ("1_4_6", "code"): [f"1_4_6.{ratio}.{why}" for ratio in ("G18", "G17") for why in ("Abs", "BgImage", "Fail")],
    ("4_1_2", "'H91.' + messages.errors[i].subcode"): [
        f"4_1_2.H91.{what}.Name"
        for what in ("Button", "Fieldset", "InputButton", "InputImage", "Input*", "Select", "Textarea", "*")
    ],
    ("4_1_2", "'H91.' + messages.warnings[i].subcode"): ["4_1_2.H91.Select.Value"],
}
# Two sniffs do their work with a function of 1_3_1, which therefore never says G141 itself.
LENT = {"1_3_1.G141": ["1_3_1_A.G141", "1_3_1_AAA.G141"]}


@cache
def axe_rules() -> dict[str, list[str]]:
    told: list[dict[str, Any]] = _node("axe-core", "console.log(JSON.stringify(engine.getRules()))")
    return {one["ruleId"]: one["tags"] for one in told}


@cache
def ibm_rules() -> dict[str, list[str]]:
    """The criteria that IBM itself names for each of its rules; a few rules belong to no set of them."""
    found: dict[str, list[str]] = _node(
        "accessibility-checker-engine/ace-node.js",
        """
        const checker = new engine.Checker();
        const found = Object.fromEntries(checker.engine.getRulesIds().map((id) => [id, []]));
        for (const set of checker.getGuidelines())
          for (const point of set.checkpoints)
            for (const rule of point.rules ?? []) found[rule.id].push(point.num);
        console.log(JSON.stringify(found));
        """,
    )
    return found


@cache
def htmlcs_codes() -> set[str]:
    codes: set[str] = set()
    for source in _sniffs():
        for expression in _codes_in(source.read_text(encoding="utf-8")):
            if literal := re.fullmatch(r"""(['"])(.*)\1""", expression):
                code = f"{source.stem}.{literal[2]}"
                codes.update(LENT.get(code, [code]))
            else:
                codes.update(MADE_UP[source.stem, expression])
    return codes


@pytest.mark.parametrize(
    ("engine", "installed"), [("axe", axe_rules), ("htmlcs", htmlcs_codes), ("ibm", ibm_rules)], ids=ENGINES
)
def test_the_rules_are_the_engines_own(engine: Engine, installed: Any) -> None:
    mapped = {rule.id for rule in standards.rules(engine)}
    assert set(installed()) - mapped == set(), "the engine has rules that are not mapped"
    assert mapped - set(installed()) == set(), "rules are mapped that the engine does not have"


@pytest.mark.parametrize("rule", standards.rules("axe"), ids=lambda one: one.id)
def test_axes_criteria_are_those_of_its_tags(rule: Rule) -> None:
    tags = axe_rules()[rule.id]
    counts = any(re.fullmatch(r"wcag2[12]?a{1,2}", tag) for tag in tags)
    tagged = [".".join(match.groups()) for tag in tags if (match := re.fullmatch(r"wcag(\d)(\d)(\d+)", tag))]
    expected = {num for num in tagged if standards.criterion(num).level != "AAA"} if counts else set()
    assert set(rule.criteria) == expected


@pytest.mark.parametrize("rule", standards.rules("htmlcs"), ids=lambda one: one.id)
def test_htmlcs_criteria_are_its_sniffs_or_axes(rule: Rule) -> None:
    sniff = re.match(r"\d_\d_\d+", rule.id)
    assert sniff
    own = sniff[0].replace("_", ".")
    assert set(rule.criteria) <= {own} or rule.criteria in _axes_criteria(rule.kind) or rule.kind in OTHERWISE


@pytest.mark.parametrize("rule", standards.rules("ibm"), ids=lambda one: one.id)
def test_ibms_criteria_are_its_own_or_axes(rule: Rule) -> None:
    own = set(ibm_rules()[rule.id])
    assert set(rule.criteria) <= own or rule.criteria in _axes_criteria(rule.kind) or not own & _all_criteria()


# Where neither the sniff's criterion nor axe's is right: a missing legend (H71) is 1.3.1, and a link without href (H91)
# is one that the keyboard does not reach.
OTHERWISE = {"missing-group", "keyboard-unreachable"}


@pytest.mark.parametrize("rule", ALL, ids=lambda one: f"{one.engine}:{one.id}")
def test_its_kind_and_criteria_exist(rule: Rule) -> None:
    assert standards.kind(rule.kind)
    assert all(standards.criterion(num) in standards.criteria() for num in rule.criteria)


@pytest.mark.parametrize("standard", ["WCAG2A", "WCAG2AA", "WCAG2AAA"])
def test_htmlcs_codes_are_taken_whole_or_from_the_sniff_on(standard: str) -> None:
    whole = standards.rule("htmlcs", f"{standard}.Principle1.Guideline1_1.1_1_1.H37")
    assert whole == standards.rule("htmlcs", "1_1_1.H37")
    assert whole.kind == "missing-alt"


def test_a_code_made_up_from_the_element_is_found_by_its_pattern() -> None:
    date = standards.rule("htmlcs", "WCAG2AA.Principle4.Guideline4_1.4_1_2.H91.InputDate.Name")
    assert (date.id, date.kind) == ("4_1_2.H91.Input*.Name", "missing-label")
    assert standards.rule("htmlcs", "4_1_2.H91.InputButton.Name").kind == "missing-name"
    assert standards.rule("htmlcs", "4_1_2.H91.Div.Name").kind == "missing-name"


def test_a_code_that_ends_in_a_full_stop_is_one_of_htmlcs() -> None:
    assert standards.rule("htmlcs", "WCAG2AA.Principle1.Guideline1_3.1_3_4.").kind == "orientation"


def test_unknown_ones_are_told() -> None:
    with pytest.raises(standards.Unknown, match=r"rules-axe\.toml .* 'color-contrst' inte; närmast: color-contrast"):
        standards.rule("axe", "color-contrst")
    with pytest.raises(KeyError, match="wave"):
        standards.rule("wave", "x")  # type: ignore[arg-type]


def test_patterns_stand_after_what_they_would_cover() -> None:
    ids = [rule.id for rule in standards.rules("htmlcs")]
    for at, pattern in enumerate(ids):
        if "*" in pattern:
            assert not [later for later in ids[at + 1 :] if "*" in later and fnmatchcase(later, pattern)]


def _node(module: str, script: str) -> Any:
    package, _, rest = module.partition("/")
    path = json.dumps(str(package_folder(package) / rest))
    command = [str(need_node().executable), "-e", f"const engine = require({path}); {script}"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(ran.stdout)


def _sniffs() -> list[Path]:
    return sorted((package_folder("@pa11y/html_codesniffer") / "Standards" / "WCAG2AAA" / "Sniffs").rglob("*.js"))


def _codes_in(source: str) -> list[str]:
    """The last argument of each call of addMessage."""
    codes = []
    for call in re.finditer(r"addMessage\(", source):
        arguments, depth, at = [""], 1, call.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(source[at], 0)
            if source[at] == "," and depth == 1 and not _within_quotes(arguments[-1]):
                arguments.append("")
            else:
                arguments[-1] += source[at]
            at += 1
        codes.append(arguments[-1][:-1].strip())
    return codes


def _within_quotes(text: str) -> bool:
    return text.count("'") % 2 == 1 or text.count('"') % 2 == 1


def _axes_criteria(kind: str) -> set[tuple[str, ...]]:
    return {rule.criteria for rule in standards.rules("axe") if rule.kind == kind}


def _all_criteria() -> set[str]:
    return {one.num for one in standards.criteria()}
