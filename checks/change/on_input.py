"""On input: filling in a field does not send, lead away, open a window or move the focus.

What fails: a list, box, button of choice or text field that, when its value is changed and nothing more, sends the
form, goes to another page, opens a window or moves the focus, where no text beside it says so beforehand.

For whom: people who use a screen reader or magnification lose their place; people who use a keyboard go through a list
step by step, and each step is a change.

How to fix: let a button do it. Or say in the label what will happen.

Limits: tried in a copy with real keys, on at most ten fields a state, each once a page.
What changes on the page without moving the user is no
change of context. A date field of the browser is not typed in.

Source: WCAG 2.2, 3.2.2; techniques G80, H32, H84, G13; failures F36, F37. EN 301 549, 9.3.2.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import ElementHandle
from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Finding, Outcome, Text
from checks.pointer.listeners import listeners
from checks.registry import check
from checks.scripts import script
from checks.state import State
from checks.twin import Twin, tried, twin
from checks.twin.settling import settle

HEARD = {"input", "change", "keyup", "keydown", "keypress", "beforeinput", "click", "textInput"}

SOON = 40
"""Milliseconds after which what a change leads to has begun."""

SETTLED = 250
"""Milliseconds after which a page that was just loaded does nothing more by itself."""

MOST = 3
"""Fields found at fault at a state after which the rest are left."""

WHAT = {
    "navigation": Text("leder till en annan sida", "leads to another page"),
    "popup": Text("öppnar ett nytt fönster", "opens a new window"),
    "focus": Text("flyttar fokus", "moves the focus"),
}


@check(
    id="on-input",
    title=Text("Inget oväntat när ett fält ändras", "Nothing unexpected when a field changes"),
    criteria=("3.2.2",),
    looks_at=Text("Fälten på sidan, ett i taget i en kopia.", "The page's fields, one at a time in a copy."),
    certainty=Text("Hög: varje fält ändras på riktigt.", "High: each field is really changed."),
)
def look(state: State) -> Iterator[Finding]:
    """Fails fields whose change alone changes the context, with no word of it beforehand."""
    known = tried(state)
    source = f"({script('checks.change', 'fields.js')})({script('checks', 'path.js')})"
    fields = ask(state.page.main_frame, source, sorted(known))
    if not fields or not state.once(listeners).kinds & HEARD:
        return
    found: list[tuple[dict[str, Any], str]] = []
    with twin(state, used=True) as copy:
        for field in fields:
            what = _tried(copy, field)
            # A page may move the focus by itself, soon after it was loaded: only what happens anew is the field's.
            if what:
                copy.renew()
                settle(copy.page, SETTLED)
                what = _tried(copy, field, wait=SOON)
            if not what:
                known.add(field["name"])
                continue
            found.append((field, what))
            if len(found) == MOST:
                break
            copy.renew()
    elements = state.describe(state.documents[0], [field["path"] for field, _ in found])
    for (_, what), element in zip(found, elements, strict=True):
        yield Finding(
            check="on-input",
            rule="on-input",
            engine="esset",
            outcome=Outcome.FAILED,
            kind="on-input",
            criteria=("3.2.2",),
            element=element,
            expected=Text(
                "Att fylla i eller välja ändrar bara fältet, om inget annat har sagts före",
                "Filling in or choosing changes the field only, unless something else was said before",
            ),
            observed=Text(f"Att ändra fältet {WHAT[what].sv}", f"Changing the field {WHAT[what].en}"),
        )


def _tried(copy: Twin, field: dict[str, Any], wait: float = 0) -> str:
    """What else than the field changed: a key of `WHAT`, or nothing. `wait`: milliseconds between focus and change."""
    element = copy.find(field["path"])
    if element is None:
        return ""
    copy.attempts.clear()
    try:
        element.focus()
        settle(copy.page, wait)
        copy.attempts.clear()
        if not element.evaluate("one => one.getRootNode().activeElement === one"):
            return ""  # It lies behind a dialog, or is out of reach in some other way.
        _change(copy, element, field)
        settle(copy.page, SOON)
        moved = element.evaluate(
            "one => { const at = one.getRootNode().activeElement; return Boolean(at && at !== document.body"
            " && !one.contains(at) && at.name !== (one.name || null) && !at.closest('[role=listbox], [role=dialog]')) }"
        )
        if not moved and field["kind"] == "text":
            # Leaving the field is what makes its change known.
            element.evaluate("one => one.blur()")
            settle(copy.page, SOON)
    except PlaywrightError:
        return ""  # It can't be changed as it stands, or went away.
    kinds = {attempt.kind for attempt in copy.attempts}
    return next((kind for kind in ("navigation", "popup") if kind in kinds), "focus" if moved else "")


def _change(copy: Twin, element: ElementHandle, field: dict[str, Any]) -> None:
    match field["kind"]:
        case "select":
            element.select_option(index=field["other"], timeout=400, force=True)
        case "choice":
            element.click(timeout=400, force=True)
        case _ if field["stepwise"]:
            for character in field["sample"]:
                copy.page.keyboard.insert_text(character)
        case _:
            copy.page.keyboard.insert_text(field["sample"])
