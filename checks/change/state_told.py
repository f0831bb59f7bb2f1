"""State told: what is open, chosen or sorted on the screen is so in the code too.

What fails: a control that shows and hides something, press by press, and has no `aria-expanded`, nor a text that
changes, and no focus follows; a table whose sorted column is shown by an arrow with no `aria-sort`; tabs
of which none is `aria-selected`; an item of a tree that folds its parts away and has no `aria-expanded`.

For whom: people who use a screen reader are not told that something opened, which tab they are on, or how a table is
sorted.

How to fix: `aria-expanded` on the control, `aria-sort` on the column's heading, `aria-selected` on the tab; or
`details`.

Limits: presses at most five controls unlike each other a state, each kind once a page, in a copy.
A state that is shown by colour only is not seen
here. A text on the control that changes (“Visa”, “Dölj”) tells the state well enough.

Source: WCAG 2.2, 4.1.2, 1.3.1; techniques ARIA5, G10; failure F20; ARIA Authoring Practices. EN 301 549, 9.4.1.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Element, Finding, Outcome, Text
from checks.pointer.listeners import listeners
from checks.registry import check
from checks.scripts import script
from checks.state import State
from checks.twin import Twin, tried, twin
from checks.twin.pointing import click

SOON = 60
"""Milliseconds that a press gets to show or hide something."""

WHAT = {
    "sort": (
        "1.3.1",
        Text(
            "Hur tabellen är sorterad sägs i koden (aria-sort)", "How the table is sorted is told in code (aria-sort)"
        ),
        Text(
            "En pil visar sorteringen, men ingen rubrik har aria-sort",
            "An arrow shows the sorting, but no heading has aria-sort",
        ),
    ),
    "tabs": (
        "4.1.2",
        Text(
            "Vilken flik som är vald sägs i koden (aria-selected)",
            "Which tab is chosen is told in code (aria-selected)",
        ),
        Text("Ingen av flikarna har aria-selected", "None of the tabs has aria-selected"),
    ),
    "tree": (
        "4.1.2",
        Text(
            "Det som fälls ut i trädet säger om det är utfällt (aria-expanded)",
            "What unfolds in the tree tells whether it is unfolded (aria-expanded)",
        ),
        Text(
            "Den har delar som går att fälla in, men saknar aria-expanded",
            "It has parts that fold away, but no aria-expanded",
        ),
    ),
    "expanded": (
        "4.1.2",
        Text(
            "Kontrollen säger om det som den visar är öppet (aria-expanded)",
            "The control tells whether what it shows is open (aria-expanded)",
        ),
        Text(
            "Kontrollen visar och döljer ”{text}” utan att säga vilket",
            "The control shows and hides “{text}” without telling which",
        ),
    ),
}


@check(
    id="state-told",
    title=Text("Tillstånd som inte sägs", "States that are not told"),
    criteria=("4.1.2", "1.3.1"),
    looks_at=Text(
        "Knappar som visar och döljer, sorterade tabeller, flikar och träd.",
        "Buttons that show and hide, sorted tables, tabs and trees.",
    ),
    certainty=Text("Hög: det som växlar prövas genom att tryckas två gånger.", "High: what toggles is pressed twice."),
)
def look(state: State) -> Iterator[Finding]:
    """Fails sorting, tabs and disclosures whose state is on the screen only."""
    source = f"({script('checks.change', 'state_told.js')})({script('checks', 'path.js')})"
    known = tried(state)
    heard = state.once(listeners).paths({"click"}, most=30)
    told = ask(state.page.main_frame, source, [heard, sorted(known)])
    for what in ("sort", "tabs", "tree"):
        for element in state.describe(state.documents[0], told[what]):
            yield _finding(what, element)
    if not told["toggles"]:
        return
    opened: list[tuple[list[str], str]] = []
    with twin(state, used=True) as copy:
        probe = copy.page.evaluate_handle(f"({script('checks.pointer', 'hover.js')})({script('checks', 'path.js')})")
        for toggle in told["toggles"]:
            path = toggle["path"]
            if copy.attempts:  # Something was sent: the page may be waiting for an answer.
                copy.renew()
                probe = copy.page.evaluate_handle(
                    f"({script('checks.pointer', 'hover.js')})({script('checks', 'path.js')})"
                )
            if text := _toggles(copy, probe, path):
                opened.append((path, text))
            else:
                known.add(toggle["kind"])
    for (_, text), element in zip(opened, state.describe(state.documents[0], [one[0] for one in opened]), strict=True):
        yield _finding("expanded", element, text)


def _toggles(copy: Twin, probe: Any, path: list[str]) -> str:
    """The text of what a control shows and hides without telling; empty where it does not."""
    states = "one => [one.innerText, ...one.getAttributeNames().filter((at) => /^(aria-|title)/.test(at)).map((at) => one.getAttribute(at))].join()"  # noqa: E501
    element = copy.find(path)
    try:
        if element is None:
            return ""
        probe.evaluate("one => one.mark()")
        before = element.evaluate(states)
        click(copy.page, element)
        shown = probe.evaluate("(one, [path, limit]) => one.comes(path, limit)", [path, SOON])
        if not shown or copy.attempts or element.evaluate(states) != before:
            return ""
        find, followed = script("checks", "find.js"), script("checks.change", "followed.js")
        if copy.page.evaluate(f"(path) => ({followed})(({find})(path))", shown["path"]):
            return ""
        click(copy.page, element)
        gone = probe.evaluate("(one, [path, limit]) => one.goes(path, limit)", [shown["path"], SOON])
        return str(shown["text"]) if gone and element.evaluate(states) == before else ""
    except PlaywrightError:
        return ""  # It is covered, or went away.


def _finding(what: str, element: Element | None, text: str = "") -> Finding:
    criterion, expected, observed = WHAT[what]
    return Finding(
        check="state-told",
        rule=what,
        engine="esset",
        outcome=Outcome.FAILED,
        kind="state-not-told",
        criteria=(criterion,),
        element=element,
        expected=expected,
        observed=Text(observed.sv.format(text=text), observed.en.format(text=text)),
    )
