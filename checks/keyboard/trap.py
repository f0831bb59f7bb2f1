"""No keyboard trap: focus that comes to a place can leave it again.

What fails: Tab no longer moves focus from a control, or sends it round among some controls, and neither Shift+Tab nor
Escape leads out.

For whom: everybody who uses the keyboard or something that works as one; they have to reload the page and lose what
they have written.

How to fix: let Tab and Shift+Tab leave the control. An editor that needs Tab for itself must let go on Escape, and say
so. A dialog may keep focus while it is open, when it can be closed with the keyboard.

Limits: keys that the page's text tells of are tried in a copy, three of them. Where only Escape, or only the other
direction, leads out, a person must say whether users are told. A dialog that keeps focus and has a button in it is
taken to be possible to close. Inside frames that can't be looked into, only that focus stays is seen. A trap that comes
with something typed or chosen is seen at a state where that has been done.

Source: WCAG 2.2 SC 2.1.2, technique G21, failure F10; ACT rules 80af7b, a1b64e and ebe86a.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.keyboard.course import Trapped
from checks.keyboard.stage import NoStage
from checks.keyboard.walk import TabWalk, tab_walk, untested
from checks.model import Element, Finding, Outcome, Text
from checks.registry import check
from checks.state import State

_HELP = re.compile(r"\b(hur|hjälp|lämna|avsluta|how|help|leave|exit)\b", re.IGNORECASE)

EXPECTED = Text(
    "Tab, Skift+Tab eller Escape leder bort från varje kontroll",
    "Tab, Shift+Tab or Escape lead away from every control",
)


@check(
    id="keyboard-trap",
    title=Text("Tangentbordsfällor", "Keyboard traps"),
    criteria=("2.1.2",),
    looks_at=Text("Allt som tangentbordet når, åt båda hållen.", "All that the keyboard reaches, in both directions."),
    certainty=Text(
        "Hög: bara det som varken Tab, Skift+Tab eller Escape leder ut ur underkänns.",
        "High: only what neither Tab, Shift+Tab nor Escape leads out of fails.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Traps as `failed`; what only Escape or one direction leads out of as `cantTell`."""
    walk = state.once(tab_walk)
    if isinstance(walk, NoStage):
        yield untested("keyboard-trap", ("2.1.2",), walk)
        return
    seen = set()
    for trapped in (walk.forward.trapped, walk.backward.trapped):
        if (
            trapped
            and trapped.rest.path not in seen
            and not _is_free(trapped)
            and not _dialog_that_closes(trapped, walk)
        ):
            seen.add(trapped.rest.path)
            yield _finding(trapped, walk, _helping(trapped, walk))


def _dialog_that_closes(trapped: Trapped, walk: TabWalk) -> bool:
    """Whether focus is kept by a dialog that can be left: by Escape, or by a button within."""
    if not all(stop.dialog for stop in trapped.among):
        return False
    return trapped.out == "Escape" or any(_is_button(walk.elements.get(stop.path)) for stop in trapped.among)


def _is_button(element: Element | None) -> bool:
    return element is not None and element.role in ("button", "link")


def _is_free(trapped: Trapped) -> bool:
    """Whether other keys lead out, and the page tells which: WCAG allows that."""
    return trapped.out not in ("", "Tab", "Shift+Tab", "Escape")


def _helping(trapped: Trapped, walk: TabWalk) -> str:
    """The name of a control in the trap that speaks of a way out; empty where none does."""
    names = (element.name for stop in trapped.among if (element := walk.elements.get(stop.path)))
    return next((name for name in names if _HELP.search(name)), "")


def _finding(trapped: Trapped, walk: TabWalk, helping: str) -> Finding:
    key = {"Shift+Tab": "Tab", "Tab": "Skift+Tab"}.get(trapped.out, "Tab")
    several = len(trapped.among) > 1
    stays = Text(
        f"Fokus går runt bland {len(trapped.among)} kontroller" if several else f"{key} flyttar inte fokus härifrån",
        f"Focus goes round among {len(trapped.among)} controls" if several else f"{key} does not move focus from here",
    )
    opaque = trapped.rest.tag in ("iframe", "frame", "object", "embed")
    question = None
    if opaque:
        question = Text(
            "Går det att komma ut ur ramen med tangentbordet? Sviten kan inte se in i den.",
            "Can the frame be left with the keyboard? The suite can't look into it.",
        )
    elif trapped.out == "Escape":
        question = Text(
            "Escape leder ut. Får den som använder tangentbord veta det?",
            "Escape leads out. Are keyboard users told?",
        )
    elif trapped.out:
        question = Text(
            "Det går att komma ut åt andra hållet. Kan man komma vidare framåt, och får användaren veta hur?",
            "Focus can leave the other way. Is there a way onwards, and are users told?",
        )
    elif helping:
        question = Text(
            f"”{helping}” tycks tala om en väg ut. Leder den ut med tangentbordet?",
            f"“{helping}” seems to tell of a way out. Does it lead out with the keyboard?",
        )
    observed = Text(
        stays.sv + ("." if question else ", och varken Tab, Skift+Tab eller Escape leder ut."),
        stays.en + ("." if question else ", and neither Tab, Shift+Tab nor Escape leads out."),
    )
    return Finding(
        check="keyboard-trap",
        rule="keyboard-trap",
        engine="keyboard",
        outcome=Outcome.CANT_TELL if question else Outcome.FAILED,
        kind="keyboard-trap",
        criteria=("2.1.2",),
        element=walk.elements.get(trapped.rest.path),
        expected=EXPECTED,
        observed=observed,
        question=question,
        help_url="https://www.w3.org/WAI/WCAG22/Understanding/no-keyboard-trap.html",
        evidence=walk.told() | {"keys tried": "Tab, Shift+Tab, Escape, and what the page tells of"},
    )
