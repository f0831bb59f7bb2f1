"""What proves who one is can be pasted, so that nothing must be remembered or written off.

What fails: a field for a password or a code that stops what is pasted.

For whom: people who find it hard to remember, to read or to write off figures in their order; all who let a program
keep their passwords.

How to fix: let it be pasted; `autocomplete="one-time-code"` or `"current-password"`; or another way to log in that
asks for nothing of the kind.

Limits: tried in a copy by a paste that a script makes. Where the page offers another way, by words such as
“legitimation”, “annat sätt” or “passkey”, a person is asked. Puzzles and tests of memory are for a person to see. New
in WCAG 2.2: no demand of EN 301 549 V3.2.1.

Source: WCAG 2.2, 3.3.8; techniques G218, H100; failure F109.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.found import found
from checks.model import Finding, Text
from checks.pointer.listeners import listeners
from checks.registry import check
from checks.scripts import script
from checks.state import State
from checks.twin import Twin, twin

ID = "authentication"

INLINE = "() => Boolean(document.querySelector('[onpaste], [onbeforeinput]'))"

HEARD = frozenset({"paste", "beforeinput", "keydown", "drop"})


@check(
    id=ID,
    title=Text("Inloggning utan minnesprov", "Logging in with no test of memory"),
    criteria=("3.3.8",),
    looks_at=Text("Fält för lösenord och koder.", "Fields for passwords and codes."),
    certainty=Text("Hög: det prövas i en kopia att klistra in.", "High: pasting is tried in a copy."),
)
def look(state: State) -> Iterator[Finding]:
    """Fields for secrets that stop what is pasted."""
    asked = ask(state.page.main_frame, f"() => ({script('checks.forms', 'secrets.js')})({script('checks', 'path.js')})")
    inline = ask(state.page.main_frame, INLINE) if asked else False
    if not asked or not (inline or state.once(listeners).kinds & HEARD):
        return
    with twin(state, used=True) as copy:
        stopped = [one for one in asked if _stops(copy, one["path"])]
        other = _other_way(copy) if stopped else ""
    elements = state.describe(state.documents[0], [one["path"] for one in stopped])
    for one, element in zip(stopped, elements, strict=True):
        yield found(
            ID,
            "paste-stopped",
            "authentication",
            element,
            criteria=("3.3.8",),
            expected=("Det som bevisar vem man är går att klistra in", "What proves who one is can be pasted"),
            observed=(
                f"Fältet ”{one['label']}” tar inte emot det som klistras in",
                f"The field “{one['label']}” does not take what is pasted",
            ),
            question=(
                f"Räcker ”{other}” för den som inte kan minnas eller skriva av?",
                f"Is “{other}” enough for those who can't remember or write off?",
            )
            if other
            else None,
        )


def _stops(copy: Twin, path: list[str]) -> bool:
    field = copy.find(path)
    if field is None:
        return False
    try:
        told: dict[str, Any] = field.evaluate(script("checks.forms", "paste.js"))
    except PlaywrightError:
        return False
    return bool(told["stopped"] and not told["filled"])


def _other_way(copy: Twin) -> str:
    """The words of a control that offers another way in; empty where there is none."""
    return str(copy.page.evaluate(script("checks.forms", "other_way.js")))
