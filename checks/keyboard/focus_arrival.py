"""Focus is where it is needed when the state is reached: in the dialog that opened, and not lost.

What fails: a modal dialog is open and focus is not in it; or what had focus was removed or hidden, as when a dialog is
closed or a row is taken away, and focus is on nothing.

For whom: those who use a keyboard or a screen reader. They work on behind a dialog that they don't know of, or are sent
back to the top of the page.

How to fix: open dialogs with showModal(), or move focus to their heading or first field. When a dialog closes, give
focus back to what opened it; when an element is removed, to the next one, to the button that adds one, or to the
heading.

Limits: what is open without saying that it is modal is not asked of. Focus is known to be lost only on pages that were
recorded from their load. Where the address has changed, or the element is still there, or was made disabled, a person
judges.

Source: WCAG 2.2 SC 2.4.3, failure F85, technique H102; ARIA Authoring Practices, modal dialog.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.keyboard.arrival import Lost, arrival
from checks.keyboard.walk import described
from checks.model import Element, Finding, Outcome, Text
from checks.registry import check
from checks.state import Hops, State

GONE = {
    "removed": Text("togs bort", "was removed"),
    "hidden": Text("doldes", "was hidden"),
    "disabled": Text("blev otillgängligt", "was disabled"),
    "closed": Text("lämnades när en dialogruta stängdes", "was left when a dialog closed"),
    "": Text("lämnades av ett skript", "was left by a script"),
}


@check(
    id="focus-arrival",
    title=Text("Var fokus är när något har hänt", "Where focus is when something has happened"),
    criteria=("2.4.3",),
    looks_at=Text("Var fokus är när tillståndet nås.", "Where focus is when the state is reached."),
    certainty=Text(
        "Hög för modala dialogrutor och för det som togs bort eller doldes; annars ställs en fråga.",
        "High for modal dialogs and for what was removed or hidden; otherwise a question is asked.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """A modal dialog without focus, else focus that was lost."""
    seen = state.once(arrival)
    if seen.dialogs:
        if not any(holds for _, holds in seen.dialogs):
            yield _not_in_dialog(state, seen.dialogs[-1][0])
    elif seen.lost:
        yield _lost(state, seen.lost)


def _not_in_dialog(state: State, dialog: Hops) -> Finding:
    return _finding(
        "dialog-focus",
        described(state, [dialog]).get(dialog),
        Text("Fokus är i den modala dialogruta som är öppen", "Focus is in the modal dialog that is open"),
        Text("Dialogrutan är öppen, men fokus är utanför den.", "The dialog is open, but focus is outside it."),
        certain=True,
    )


def _lost(state: State, lost: Lost) -> Finding:
    at = lost.opener or lost.around
    went = GONE[lost.gone]
    back = Text(" Det som öppnade dialogrutan finns kvar.", " What opened the dialog is still there.")
    closed = lost.dialog and lost.opener is not None
    return _finding(
        "focus-not-moved" if lost.moved else "focus-lost",
        described(state, [at]).get(at) if at else None,
        Text("Fokus är på något", "Focus is on something"),
        Text(
            f"Det som hade fokus {went.sv}, och nu har ingenting fokus.{back.sv if closed else ''}",
            f"What had focus {went.en}, and now nothing has focus.{back.en if closed else ''}",
        ),
        certain=lost.gone in ("removed", "hidden", "closed") and not lost.moved,
    )


def _finding(kind: str, element: Element | None, expected: Text, observed: Text, *, certain: bool) -> Finding:
    question = Text(
        "Hamnar den som använder tangentbord eller skärmläsare rätt när hen fortsätter härifrån?",
        "Do users of a keyboard or screen reader end up in the right place when they go on from here?",
    )
    return Finding(
        check="focus-arrival",
        rule=kind,
        engine="keyboard",
        outcome=Outcome.FAILED if certain else Outcome.CANT_TELL,
        kind=kind,
        criteria=("2.4.3",),
        element=element,
        expected=expected,
        observed=observed,
        question=None if certain else question,
        help_url="https://www.w3.org/WAI/WCAG22/Understanding/focus-order.html",
    )
