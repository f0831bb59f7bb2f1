"""Keyboard focus stays in a modal dialog while it is open.

What fails: a dialog says that it is modal, and the walk leads out of it, to controls on the page behind.

For whom: those who use a keyboard or a screen reader; they change things on a page that is said not to be there, or
lose the dialog.

How to fix: open the dialog with showModal(), or make the page behind inert while it is open.

Limits: of the order of focus only dialogs are judged; whether stops come in an order that keeps the meaning is for a
person.

Source: WCAG 2.2 SC 2.4.3, technique H102; ARIA Authoring Practices, modal dialog.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.keyboard.arrival import arrival
from checks.keyboard.course import Stop
from checks.keyboard.stage import NoStage, stage
from checks.keyboard.tabbing import Tabbing
from checks.keyboard.walk import described, untested, within
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.state import Hops, State

MOST = 60
"""Presses of Tab in a dialog."""


@check(
    id="focus-order",
    title=Text("Fokus i modala dialogrutor", "Focus in modal dialogs"),
    criteria=("2.4.3",),
    looks_at=Text("Stoppen medan en modal dialogruta är öppen.", "The stops while a modal dialog is open."),
    certainty=Text("Hög.", "High."),
)
def look(state: State) -> Iterator[Finding]:
    """A modal dialog that focus leaves for the page behind."""
    seen = state.once(arrival)
    if not seen.dialogs:
        return
    dialogs = [path for path, _ in seen.dialogs]
    if seen.focus is None or not any(holds for _, holds in seen.dialogs):
        return  # That is `focus-arrival`'s to tell.
    try:
        presses, out = _way_out(state, dialogs)
    except NoStage as none:
        yield untested("focus-order", ("2.4.3",), none)
        return
    if out is None:
        return
    first = described(state, [out.path]).get(out.path)
    named = f"”{first.name}”" if first and first.name else out.tag
    yield Finding(
        check="focus-order",
        rule="dialog-leaks-focus",
        engine="keyboard",
        outcome=Outcome.FAILED,
        kind="dialog-focus",
        criteria=("2.4.3",),
        element=described(state, [dialogs[-1]]).get(dialogs[-1]),
        expected=Text("Tab stannar i den modala dialogrutan", "Tab stays in the modal dialog"),
        observed=Text(
            f"Efter {presses} tryck på Tab är fokus på sidan bakom, på {named}.",
            f"After {presses} presses of Tab focus is on the page behind, on {named}.",
        ),
        help_url="https://www.w3.org/WAI/WCAG22/Understanding/focus-order.html",
        evidence={"walk": f"Tab × {presses}: {named}"},
    )


def _way_out(state: State, dialogs: list[Hops]) -> tuple[int, Stop | None]:
    """Tab on from where focus is in the dialog: presses, and the first stop outside it, None where there is none."""
    with stage(state) as where:
        tabbing = Tabbing(where.state)
        tabbing.begin()
        try:
            met: set[Hops] = set()
            for press in range(1, MOST + 1):
                tabbing.press("Tab")
                now = tabbing.rest("Tab")
                if now is None:
                    continue  # To the browser itself, from where Tab leads back.
                if not any(within(now.path, one) for one in dialogs):
                    return press, now
                if now.path in met:
                    break
                met.add(now.path)
            return 0, None
        finally:
            tabbing.end()
