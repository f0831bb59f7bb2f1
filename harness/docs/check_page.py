"""A check's page of documentation, in Markdown, made from its declaration, its docstring and its examples.

The suite's own words are Swedish; the docstring is English and stands as it is, marked as such.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from textwrap import dedent

import standards
from checks.registry import Check
from standards.rules import Engine

OUTCOMES = {
    "failed": "Underkänns",
    "canttell": "Blir en fråga till en människa",
    "passed": "Har inget fel",
    "inapplicable": "Berörs inte",
}
"""Headings of the examples, by how their names begin."""

ENGINES: dict[str, Engine] = {"axe": "axe", "pa11y": "htmlcs", "ibm": "ibm"}
"""Checks that are other engines, by the engine whose rules they run."""

LINES, WIDTH = 24, 240
"""How much of an example is shown, in lines and characters of a line; its file has the rest."""

PARTS = ("What fails", "For whom", "How to fix", "Limits", "Source")
NOT_A_KIND = frozenset({"engine", "check", "rule", "id"})
"""Arguments whose value may have the name of a kind without being one."""


def page(check: Check) -> str:
    """The page; links lead from `docs/checks/`."""
    return "\n".join([*_head(check), *_kinds(check), *_english(check), *_examples(check)]).rstrip() + "\n"


def index(checks: Iterable[Check]) -> str:
    """The list of all checks."""
    rows = [
        f"| [{one.title.sv}]({one.id}.md) | `{one.id}` | {_numbers(one)} | {', '.join(one.profiles)} |"
        for one in checks
    ]
    return "\n".join(
        [
            "# Kontrollerna",
            "",
            "Vad var och en ser på, för vem det betyder något, och hur felen rättas. Sidorna skrivs ur koden av",
            "`esset-a11y docs --write`. Ett kriterium som ingen kontroll nämner prövas för hand.",
            "",
            "| kontroll | id | kriterier | profiler |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def kinds_of(check: Check) -> tuple[standards.Kind, ...]:
    """The kinds of fault that a check finds, in WCAG's order, as far as its module and its engine's rules name them."""
    if engine := ENGINES.get(check.id):
        named = {rule.kind for rule in standards.rules(engine)}
    else:
        named = {text for source in _sources(check) for text in _constants(ast.parse(source))}
    return tuple(kind for kind in standards.kinds() if kind.slug in named)


def _head(check: Check) -> Iterator[str]:
    yield f"# {check.title.sv}"
    yield ""
    yield f"`{check.id}`, i profilerna {', '.join(check.profiles)}. Kör bara den: `esset-a11y run --checks {check.id}`."
    yield ""
    if check.criteria:
        yield "| Kan underkänna | Nivå | EN 301 549 V3.2.1 |"
        yield "| --- | --- | --- |"
        for one in map(standards.criterion, check.criteria):
            clause = one.clause or (f"nytt i WCAG {one.introduced}" if one.preview_only else "krävs inte")
            yield f"| [{one.num} {one.label}]({one.understanding_url}) | {one.level} | {clause} |"
    else:
        yield "Underkänner inget framgångskriterium: det den finner är god praxis."
    yield ""
    yield from ("## Vad den ser på", "", check.looks_at.sv, "")
    yield from ("## Hur säker den är", "", check.certainty.sv, "")


def _kinds(check: Check) -> Iterator[str]:
    kinds = kinds_of(check)
    if not kinds:
        return
    yield from ("## Vad den finner, för vem och hur det rättas", "")
    for one in kinds:
        yield from (f"### {one.title.sv}", "", one.hurts.sv, "", f"**Så rättas det.** {_text(one.fix.sv)}", "")


def _english(check: Check) -> Iterator[str]:
    """The docstring, part by part."""
    told = check.documentation
    marks = [*re.finditer(rf"^({'|'.join(PARTS)}): ?", told, re.MULTILINE)]
    yield from ("## In English", "", '<div lang="en">', "")
    yield from (_paragraphs(told[: marks[0].start()] if marks else told), "")
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        part = told[mark.end() : after.start() if after else None]
        told_so = _paragraphs(part)
        yield from (f"**{mark[1]}.** {told_so[:1].upper()}{told_so[1:]}", "")
    yield from ("</div>", "")


def _examples(check: Check) -> Iterator[str]:
    groups: dict[str, list[Traversable]] = {key: [] for key in OUTCOMES}
    for example in check.examples:
        groups.setdefault(example.name.partition("-")[0], []).append(example)
    if not any(groups.values()):
        return
    yield from ("## Exempel", "", "Sidorna är kontrollens egna tester, och körs i en riktig webbläsare.", "")
    for outcome, some in groups.items():
        if some:
            yield from (f"### {OUTCOMES.get(outcome, outcome)}", "")
        for one in some:
            yield from _example(one)


def _example(example: Traversable) -> Iterator[str]:
    what = f'<span lang="en">{example.name.partition("-")[2].removesuffix(".html").replace("-", " ")}</span>'
    where = _link(example)
    if example.is_dir():
        pages = ", ".join(f"`{one.name}`" for one in sorted(example.iterdir(), key=lambda one: one.name))
        yield from (f"[{what}]({where}): sidorna {pages}, besökta i den ordningen.", "")
        return
    lines = _body(example.read_text(encoding="utf-8")).splitlines()
    shown = [line if len(line) <= WIDTH else f"{line[:WIDTH]} …" for line in lines[:LINES]]
    if len(lines) > LINES:
        shown.append("…")
    yield from (f"[{what}]({where})", "", "```html", *shown, "```", "")


def _body(html: str) -> str:
    """What stands in the page's body, or where its markup is the point, the whole page."""
    found = re.search(r"<body[^>]*>\n?(.*?)\s*</body>", html, re.DOTALL)
    style = re.search(r"<style[^>]*>.*?</style>", html, re.DOTALL)
    inside = dedent(found[1]).strip("\n") if found else html.strip()
    return f"{style[0]}\n{inside}" if found and style and style.start() < found.start() else inside


def _link(example: Traversable) -> str:
    parts = str(example).replace("\\", "/").split("/")
    return "../../" + "/".join(parts[len(parts) - 1 - parts[::-1].index("checks") :])


def _sources(check: Check) -> Iterator[str]:
    """The check's module, and the others of its package where it has one of its own."""
    module = inspect.getmodule(check.look)
    if module and hasattr(module, "__path__"):
        for one in files(module.__name__).iterdir():
            if one.name.endswith(".py"):
                yield one.read_text(encoding="utf-8")
    elif module:
        yield inspect.getsource(module)


def _constants(tree: ast.AST) -> Iterator[str]:
    """Texts in a module that may be kinds."""
    passed_over = {
        id(node)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for keyword in call.keywords
        if keyword.arg in NOT_A_KIND
        for node in ast.walk(keyword.value)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed_over:
            yield node.value


def _paragraphs(text: str) -> str:
    """Running text with its line breaks taken out, so that the page's own width rules; lists keep theirs."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(_text(block if re.match(r"[-*] ", block) else " ".join(block.split())) for block in blocks)


def _text(text: str) -> str:
    """The suite's own words, whose angle brackets are names of elements and not markup."""
    return text.replace("<", "&lt;").replace(">", "&gt;")


def _numbers(check: Check) -> str:
    if len(check.criteria) > 4:
        return f"{len(check.criteria)} kriterier"
    return ", ".join(check.criteria) or "god praxis"
