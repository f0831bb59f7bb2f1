"""On focus: what gets focus does not open a dialog, send, lead away, open a window or pass the focus on.

What fails: an element that, when it gets focus and nothing more, opens a dialog, goes to another page, sends
something, opens a window or moves the focus elsewhere.

For whom: people who use a keyboard or a screen reader go through a page by focus: they must be able to come to a
control without using it.

How to fix: let a press do it, not focus.

Limits: tried in a copy, where the page listens for focus, on at most twenty elements unlike each other, each kind
once a page. Menus, lists of proposals and tooltips that come on focus are no change of context. Focus that one part
of a composite widget or of a group gives to another is not counted.

Source: WCAG 2.2, 3.2.1; technique G107; failure F55. EN 301 549, 9.3.2.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.model import Finding, Outcome, Text
from checks.pointer.listeners import listeners
from checks.registry import check
from checks.scripts import script
from checks.state import State
from checks.twin import Twin, tried, twin
from checks.twin.settling import settle

FOCUS = frozenset({"focus", "focusin"})

MOST = 20

SOON = 40
"""Milliseconds after which what focus leads to has begun."""

SETTLED = 200
"""Milliseconds after which a page that was just made anew does nothing more by itself."""

WHAT = {
    "navigation": Text("leder till en annan sida", "leads to another page"),
    "popup": Text("öppnar ett nytt fönster", "opens a new window"),
    "request": Text("skickar något", "sends something"),
    "dialog": Text("öppnar en dialogruta", "opens a dialog"),
    "focus": Text("skickar fokus vidare någon annanstans", "passes the focus on to something else"),
}


@check(
    id="on-focus",
    title=Text("Inget oväntat när något får fokus", "Nothing unexpected when something gets focus"),
    criteria=("3.2.1",),
    looks_at=Text("Det som kan få fokus, ett i taget i en kopia.", "What can get focus, one at a time in a copy."),
    certainty=Text("Hög: prövas två gånger på riktigt.", "High: really tried, twice."),
    profiles=("natt", "full"),
)
def look(state: State) -> Iterator[Finding]:
    """Fails what changes the context as soon as it has focus."""
    heard = state.once(listeners)
    if not heard.kinds & FOCUS:
        return
    known = tried(state)
    source = (
        f"({script('checks.change', 'focusable.js')})({script('checks', 'path.js')}, {script('checks', 'find.js')})"
    )
    given = {"heard": heard.paths(FOCUS, most=30), "quiet": sorted(known), "most": MOST}
    asked = ask(state.page.main_frame, source, given)
    if not asked:
        return
    # What failed at one state of a page is not tried again at the next.
    found = [(one, what) for one in asked for what in WHAT if f"{one['kind']} {what}" in known]
    untried = [one for one in asked if one not in [before for before, _ in found]]
    if untried:
        found += _all_tried(state, untried, known)
    elements = state.describe(state.documents[0], [one["path"] for one, _ in found])
    for (_, what), element in zip(found, elements, strict=True):
        yield Finding(
            check="on-focus",
            rule="on-focus",
            engine="esset",
            outcome=Outcome.FAILED,
            kind="on-focus",
            criteria=("3.2.1",),
            element=element,
            expected=Text("Att få fokus ändrar inget sammanhang", "Getting focus changes no context"),
            observed=Text(f"Att den får fokus {WHAT[what].sv}", f"Its getting focus {WHAT[what].en}"),
        )


def _all_tried(state: State, asked: list[dict[str, Any]], known: set[str]) -> list[tuple[dict[str, Any], str]]:
    """What each led to that led to something."""
    found: list[tuple[dict[str, Any], str]] = []
    with twin(state, used=True) as copy:
        for one in asked:
            what = _tried(copy, one["path"])
            # A page may do something by itself soon after it was made: only what happens anew is the element's.
            if what:
                copy.renew()
                settle(copy.page, SETTLED)
                again = _tried(copy, one["path"])
                copy.renew()
                what = what if what == again else ""
            if what:
                found.append((one, what))
            known.add(f"{one['kind']} {what}" if what else one["kind"])
    return found


def _tried(copy: Twin, path: list[str]) -> str:
    """What focus alone led to: a key of `WHAT`, or nothing."""
    element = copy.find(path)
    if element is None:
        return ""
    now = script("checks.change", "dialogs_now.js")
    try:
        copy.page.evaluate("document.activeElement?.blur?.()")
        before = element.evaluate(now)
        copy.attempts.clear()
        element.focus()
        settle(copy.page, SOON)
        after = element.evaluate(now)
    except PlaywrightError:
        return ""  # It can't get focus as it stands, or went away.
    kinds = {attempt.kind for attempt in copy.attempts}
    told = next((kind for kind in ("navigation", "popup", "request") if kind in kinds), "")
    if told:
        return told
    if after["dialogs"] > before["dialogs"]:
        return "dialog"
    return "focus" if after["focus"] == "elsewhere" and not _of_one_widget(copy, path) else ""


def _of_one_widget(copy: Twin, path: list[str]) -> bool:
    """Whether what has focus now is a part of the same widget or group as the element."""
    source = script("checks.change", "one_widget.js")
    return bool(copy.page.evaluate(f"(path) => ({source})(({script('checks', 'find.js')})(path))", path))
