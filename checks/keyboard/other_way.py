"""Whether the keyboard has another way to a control that the walk did not come to, or to what it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from checks.keyboard.arrival import arrival
from checks.keyboard.stage import NoStage, stage
from checks.keyboard.tabbing import Tabbing
from checks.state import Hops, State
from checks.twin import NoTwin, Twin, twin
from checks.twin.pointing import Button, click, hover
from checks.twin.printed import printed
from checks.twin.settling import settle

SETTLING = 250
"""Milliseconds after a press in which something happens, if it does."""

OPENERS = 4
"""Controls beside unreached ones that are pressed at a state."""

STILL = 6
"""Times `SETTLING` that a page gets to stand still before something is pressed: what has just loaded is seldom done."""

MOST = 30
"""Presses of Tab from where focus was."""

Done = Counter[str]
"""What a press did: lines of `printed` that went and came, requests, addresses."""


UNSEEN: Done = Counter({"": 1})
"""Something happened that nothing seen tells of: only classes, roles and states changed."""


def press(copy: Twin, path: Hops, buttons: Sequence[Button] = ("left", "right")) -> Done | None:
    """What a click does, or one with the other button; empty where that is nothing.

    None where it can't be told from what the page does by itself.
    """
    element = copy.find(path)
    if element is None:
        return Counter()
    # What closes because something else is pressed is closed first.
    copy.page.mouse.click(1, 1)
    for button in buttons:
        hover(copy.page, element)
        settle(copy.page, SETTLING)
        before = ""
        for _ in range(STILL):
            if before == (before := printed(copy)):
                break
            settle(copy.page, SETTLING)
        else:
            return None  # What a click does can't be told from that.
        seen = printed(copy, plain=True)
        click(copy.page, element, button)
        settle(copy.page, SETTLING)
        if copy.attempts or printed(copy) != before:
            return _done(copy, seen) or UNSEEN
    return Counter()


def does_the_same(state: State, path: Hops, beside: Sequence[Sequence[str]]) -> bool | None:
    """Whether a control that is reached, one of those beside, does all that a press on this one does. Raises NoTwin.

    None where it can't be told. Each is pressed in a twin as new, so that what differs is what they do.
    """
    if not beside:
        return False
    with twin(state) as copy:
        done = press(copy, path)
    if not done:
        return None
    if done == UNSEEN:
        return False  # That two change looks and roles tells nothing.
    told = True
    for at in beside:
        try:
            with twin(state) as copy:
                other = press(copy, tuple(at), ("left",))
        except PlaywrightError:
            continue
        if other is None:
            told = False
        elif not done - other:
            return True
    return False if told else None


def brought_in(state: State, candidates: Sequence[Mapping[str, Any]]) -> frozenset[Hops]:
    """Those that a press on a control beside them, which says that something is closed, puts into the order."""
    found: set[Hops] = set()
    openers = dict.fromkeys(tuple(at) for one in candidates for at in one["beside"])
    for at in list(openers)[:OPENERS]:
        try:
            with twin(state) as copy:
                opener = copy.find(at)
                if opener is None or opener.get_attribute("aria-expanded") != "false":
                    copy.fresh = True  # Nothing was done in it.
                    continue
                click(copy.page, opener)
                settle(copy.page, SETTLING)
                near = (one["path"] for one in candidates if list(at) in one["beside"])
                found.update(path for path in near if _in_order(copy, path))
        except NoTwin:
            break
        except PlaywrightError:
            continue
    return frozenset(found)


def _in_order(copy: Twin, path: Hops) -> bool:
    control = copy.find(path)
    return bool(control and control.is_visible() and control.evaluate("(one) => one.tabIndex >= 0"))


def from_focus(state: State) -> frozenset[Hops]:
    """What Tab comes to from where focus was when the state was reached, before anything there has been left."""
    focus = state.once(arrival).focus
    if focus is None or len(focus) > 1:
        return frozenset()
    reached: set[Hops] = set()
    try:
        with stage(state) as where:
            if where.twin is None:
                return frozenset()
            tabbing = Tabbing(where.state, free=True)
            tabbing.begin()
            try:
                for stop in tabbing.stops("Tab", after=focus):
                    reached.add(stop.path)
                    if len(reached) >= MOST:
                        break
            finally:
                tabbing.end()
    except (NoStage, PlaywrightError):
        return frozenset()
    return frozenset(reached)


def _done(copy: Twin, before: str) -> Done:
    one, other = before.splitlines(), printed(copy, plain=True).splitlines()
    # In a page with the same elements each line is at its own place; else only what it says is known.
    same = len(one) == len(other)
    told: Done = Counter()
    if same:
        told.update(f"{at} {line}" for at, (had, line) in enumerate(zip(one, other, strict=True)) if had != line)
    else:
        told.update(f"- {line}" for line in (Counter(one) - Counter(other)).elements())
        told.update(f"+ {line}" for line in (Counter(other) - Counter(one)).elements())
    told.update(f"{attempt.kind} {attempt.method} {attempt.told} {attempt.body}" for attempt in copy.attempts)
    return told
