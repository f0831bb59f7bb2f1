"""Controls that a pointer can use can be reached with the keyboard.

What fails: a control that is shown, not disabled and not covered never gets focus in the walk, neither by Tab nor, in
a composite widget, by arrow keys. A control is a native one, one with a widget's role, a label of a hidden field, or
something that answers a click and is not inside anything that can be reached.

For whom: everybody who uses the keyboard, a switch, voice control or a screen reader.

How to fix: use button, a href and input. A control of your own needs tabindex="0", or, in a composite widget, one
member with tabindex="0" and arrow keys between them.

Limits: judged only where the walk saw the whole order, and was not led astray by a dialog that focus opens. What only
looks clickable, or listens without saying what it is, is pressed in the state's twin, and fails only if something
happens there; without a twin a person is asked, and arrow keys are not tried. A control with a reachable one inside
it, a link to where a reachable link leads, and a reachable control beside it that does the same or brings it into the
order are taken to be alternatives. What is open is also walked from where focus was.

Method: the tab walk is compared with what the page's markup, listeners and pointer say is a control, as testers do by
hand. The check is apart from the others and can be left out.

Source: WCAG 2.2 SC 2.1.1, failures F42, F54 and F59; ARIA Authoring Practices, keyboard interface.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from checks.asking import ask
from checks.keyboard.arrival import arrival
from checks.keyboard.listeners import listening
from checks.keyboard.other_way import brought_in, does_the_same, from_focus, press
from checks.keyboard.stage import NoStage
from checks.keyboard.walk import TabWalk, described, tab_walk, untested, within
from checks.model import Element, Finding, Outcome, Text
from checks.registry import check
from checks.state import Document, Hops, State, script
from checks.twin import NoTwin, Twin, tried, twin
from checks.twin.printed import printed
from checks.twin.settling import settle

TRIALS = 6
"""Different looks of candidates that are pressed in the twin at a state."""

COMPOSITES = 6
"""Composite widgets that are gone through with arrow keys at a state."""

ARROWS = ("ArrowRight", "ArrowDown")


@check(
    id="keyboard-reach",
    title=Text("Kontroller som tangentbordet inte når", "Controls that the keyboard does not reach"),
    criteria=("2.1.1",),
    looks_at=Text("Allt som går att använda med mus.", "All that can be used with a mouse."),
    certainty=Text(
        "Hög: det som bara ser klickbart ut underkänns först när ett klick i en kopia gör något.",
        "High: what only looks clickable fails only when a click in a copy does something.",
    ),
    budget=40.0,
)
def look(state: State) -> Iterator[Finding]:
    """Unreached controls as `failed`; what could not be tried as `cantTell`."""
    walk = state.once(tab_walk)
    if isinstance(walk, NoStage):
        yield untested("keyboard-reach", ("2.1.1",), walk)
        return
    if not walk.whole or _astray(walk):
        return
    candidates = _candidates(state, walk.reached)
    # What is open may be open only as long as focus does not go elsewhere: then its way leads from where focus was.
    if candidates and (nearer := from_focus(state) - walk.reached):
        candidates = _candidates(state, walk.reached | nearer)
    if not candidates:
        return
    verdicts = _judged(state, candidates)
    elements = described(state, [one["path"] for one in candidates])
    for candidate, verdict in zip(candidates, verdicts, strict=True):
        if verdict is not None and (element := elements.get(candidate["path"])):
            yield _finding(candidate, element, walk, certain=verdict)


def _astray(walk: TabWalk) -> bool:
    """Whether focus opened a dialog on the way, so that the rest of the page was not walked: that is `on-focus`'s."""
    unseen = (walk.elements.get(stop.path) for stop in walk.forward.stops if stop.dialog)
    return any(element is not None and element.box is None for element in unseen)


def _candidates(state: State, reached: frozenset[Hops]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    seen = state.once(arrival)
    for document in state.documents:
        # A frame behind a modal dialog is out of reach for the pointer too.
        if document.path and seen.dialogs and not any(within(document.path, dialog) for dialog, _ in seen.dialogs):
            continue
        if document.path and document.frame.frame_element().evaluate(script("checks.keyboard", "absent.js")):
            continue
        depth = len(document.path)
        here = [path[depth:] for path in reached if path[:depth] == document.path]
        # A frame that nothing was reached in may have had nothing in it when it was walked.
        if document.path and not here and not _left_out(document):
            continue
        told = ask(
            document.frame,
            f"({script('checks.keyboard', 'reach.js')})"
            f"({script('checks', 'path.js')}, {script('checks', 'find.js')}, {script('checks', 'modal.js')})",
            {
                "reached": here,
                "heard": [] if document.path else state.once(listening),
                "arrival": None if document.path else seen.focus,
            },
        )
        found += [one | {"path": document.path + tuple(one["path"]), "top": not document.path} for one in told]
    return found


def _left_out(document: Document) -> bool:
    """Whether a frame's own markup keeps it out of the order of focus."""
    return (document.frame.frame_element().get_attribute("tabindex") or "").strip().startswith("-")


def _judged(state: State, candidates: Sequence[dict[str, Any]]) -> list[bool | None]:
    """For each candidate: True for certain, False for a question, None for nothing to tell."""
    settled: dict[str, bool | None] = {}
    tries = 0
    verdicts: list[bool | None] = []
    other_ways = tried(state)
    opened = brought_in(state, [one for one in candidates if one["top"] and one["why"] in ("native", "role")])
    for one in candidates:
        if one["why"] in ("native", "label", "role") or (one["why"] == "composite" and one["holder"] is None):
            verdicts.append(None if one["path"] in opened else True)
            continue
        key = str(one["path"]) if one["why"] == "composite" else one["looks"]
        known = f"keyboard-reach {key}"
        if known in other_ways:
            verdicts.append(None)  # What had another way at an earlier stop on this page still has.
            continue
        if key not in settled:
            tries += 1
            settled[key], way = _tried(state, one) if tries <= TRIALS + COMPOSITES and one["top"] else (None, False)
            if way:
                other_ways.add(known)
        verdicts.append(settled[key])
    return verdicts


def _tried(state: State, one: dict[str, Any]) -> tuple[bool | None, bool]:
    """The verdict on a candidate, and whether the keyboard was seen to have another way."""
    try:
        with twin(state, used=True) as copy:
            if one["why"] == "composite":
                return _composite_is_dead(copy, one)
            done = press(copy, one["path"])
        if not done:
            return None, False
        same = does_the_same(state, one["path"], one["beside"])
        return None if same else same is False, same is True
    except NoTwin:
        # One member in the order and the others out of it is how a composite should be: nothing to ask about.
        return None if one["why"] == "composite" else False, False
    except PlaywrightError:
        return None, False


def _composite_is_dead(copy: Twin, one: dict[str, Any]) -> tuple[bool | None, bool]:
    """Whether arrow keys come to no other member than the one that holds focus; and whether they do come to one."""
    holder = copy.find(one["holder"])
    if holder is None:
        return None, False
    holder.focus()
    combobox = holder.get_attribute("role") == "combobox"
    if holder.evaluate(script("checks.keyboard", "writes.js")) and not combobox:
        # In a field that one writes in, a cell being edited for instance, the arrow keys move the caret.
        return None, False
    marked = f"({script('checks.keyboard', 'marked.js')})({script('checks', 'find.js')})"
    asked = {"items": one["items"]}
    seen = set(copy.page.evaluate(marked, asked))
    first = len(seen)
    scrolling = script("checks.keyboard", "scrolling.js")
    holder.evaluate(scrolling, True)
    try:
        before = printed(copy)
        for key in (*ARROWS, *ARROWS, "ArrowLeft", "ArrowUp", "End", "Home"):
            copy.page.keyboard.press(key)
            settle(copy.page, 60)
            seen |= set(copy.page.evaluate(marked, asked))
            if len(seen) > first:
                return None, True
        # Something else answered the keys: what, a person must see.
        return None if printed(copy) != before else True, False
    finally:
        holder.evaluate(scrolling, False)


def _finding(candidate: dict[str, Any], element: Element, walk: TabWalk, *, certain: bool) -> Finding:
    composite = candidate["why"] == "composite"
    listens = candidate["why"] in ("listener", "cursor")
    if composite and candidate["holder"]:
        how = Text(
            f"Piltangenterna når ingen annan av de {candidate['members']} delarna än den som har fokus.",
            f"Arrow keys reach none of the {candidate['members']} parts but the one that has focus.",
        )
    elif composite:
        how = Text(
            f"Ingen av de {candidate['members']} delarna får fokus.",
            f"None of the {candidate['members']} parts gets focus.",
        )
    elif listens and not certain:
        how = Text(
            "Den ser ut att gå att klicka på, men får aldrig fokus.",
            "It looks as if it can be clicked, but never gets focus.",
        )
    elif listens:
        how = Text("Den svarar på klick men får aldrig fokus.", "It answers a click but never gets focus.")
    else:
        how = Text("Den får aldrig fokus med tangentbordet.", "It never gets focus from the keyboard.")
    question = Text(
        "Gör ett klick här något, och finns det i så fall ett sätt med tangentbord?",
        "Does a click here do anything, and if so, is there a way with the keyboard?",
    )
    return Finding(
        check="keyboard-reach",
        rule=f"unreached-{candidate['why']}",
        engine="keyboard",
        outcome=Outcome.FAILED if certain else Outcome.CANT_TELL,
        kind="keyboard-unreachable",
        criteria=("2.1.1",),
        element=element,
        expected=Text(
            "Det som går att använda med mus går att nå med tangentbord",
            "What a mouse can use, the keyboard can reach",
        ),
        observed=how,
        question=None if certain else question,
        help_url="https://www.w3.org/WAI/WCAG22/Understanding/keyboard.html",
        evidence=walk.told() | {"walk:unreached": "1", "taken for a control by": candidate["why"]},
    )
