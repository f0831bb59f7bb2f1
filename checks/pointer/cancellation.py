"""Pointer cancellation: nothing is done already when the button of the mouse goes down.

What fails: a control that sends something or leads away when the pointer is pressed on it, before it is released.

For whom: people with tremor or poor aim, who press the wrong place and slide off to undo it.

How to fix: use `click`, not `mousedown`, `pointerdown` or `touchstart`.

Limits: tried in a copy, on at most eight controls that are unlike each other, where the page listens for presses at
all. What only shows or hides something on the press is asked about.

Source: WCAG 2.2, 2.5.2; techniques G210, G212; failure F101 (draft). EN 301 549, 9.2.5.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Finding, Outcome, Text
from checks.pointer.listeners import listeners
from checks.registry import check
from checks.scripts import script
from checks.state import State
from checks.twin import Attempt, Twin, tried, twin
from checks.twin.pointing import hover
from checks.twin.settling import settle

DOWN = ("mousedown", "pointerdown", "touchstart")

SOON = 80
"""Milliseconds after which what a press does has begun."""

IDLE = 400
"""Milliseconds in which a page shows what it sends by itself, before what was seen once is tried again."""


@check(
    id="pointer-cancellation",
    title=Text("Inget utförs när knappen trycks ned", "Nothing is done as the button goes down"),
    criteria=("2.5.2",),
    looks_at=Text("Kontroller på sidor som lyssnar efter nedtryckning.", "Controls on pages that listen for presses."),
    certainty=Text("Hög: prövas med en riktig nedtryckning i en kopia.", "High: tried with a real press in a copy."),
)
def look(state: State) -> Iterator[Finding]:
    """Fails controls that send or lead away on the press."""
    heard = state.once(listeners)
    if not heard.kinds & set(DOWN):
        return
    source = f"({script('checks.pointer', 'pressable.js')})({script('checks', 'path.js')})"
    known = tried(state)
    controls = ask(state.page.main_frame, source, sorted(known))
    done: list[tuple[list[str], str, str]] = []
    if not controls:
        return
    listening = [list(one) for one in heard.paths(DOWN, most=30)]
    with twin(state, used=True) as copy:
        for pressed in controls:
            first = _pressed(copy, pressed["path"])
            if not first:
                # What listens for the press itself may do nothing only because nothing is chosen yet.
                if first is not None and pressed["path"] not in listening:
                    known.add(pressed["kind"])
                continue
            copy.renew()
            settle(copy.page, IDLE)
            # What the page sends by itself, now and then, may fall upon a press once, hardly twice.
            own = {_of(one) for one in copy.attempts}
            again = {_of(one) for one in _pressed(copy, pressed["path"]) or ()} - own
            if told := next((one for one in first if _of(one) in again), None):
                done.append((pressed["path"], told.kind, told.method))
            copy.renew()
    for (_, kind, method), element in zip(
        done, state.describe(state.documents[0], [one[0] for one in done]), strict=True
    ):
        what = (
            Text(f"en {method}-förfrågan", f"a {method} request")
            if kind == "request"
            else Text("ett sidbyte", "a change of page")
        )
        yield Finding(
            check="pointer-cancellation",
            rule="pointer-cancellation",
            engine="esset",
            outcome=Outcome.FAILED,
            kind="pointer-cancellation",
            criteria=("2.5.2",),
            element=element,
            expected=Text(
                "Inget utförs förrän knappen släpps över kontrollen",
                "Nothing is done before the button is released over the control",
            ),
            observed=Text(f"Nedtryckningen gav genast {what.sv}", f"The press at once gave {what.en}"),
        )


def _pressed(copy: Twin, path: Sequence[str]) -> list[Attempt] | None:
    """What going down on a control sends or leads to; it is slid off again. None where it can't be pressed."""
    control = copy.find(path)
    try:
        if control is None:
            return None
        hover(copy.page, control)
    except PlaywrightError:
        return None
    copy.attempts.clear()
    copy.page.mouse.down()
    settle(copy.page, SOON)
    sent = [one for one in copy.attempts if one.kind in ("request", "navigation", "popup")]
    copy.page.mouse.move(1, 1)
    copy.page.mouse.up()
    return sent


def _of(one: Attempt) -> tuple[str, str, str]:
    return one.kind, one.method, one.told.partition("?")[0]
