"""No command is set off by a single letter, figure or sign that is pressed while nothing has focus.

What fails: with focus in no field and on no control, a single printable key changes the page, leads away or sends
something, and nothing on the page says that shortcuts can be turned off or changed.

For whom: those who speak to the computer, whose every word is a row of letters; those who easily hit the wrong key.

How to fix: let the command need Ctrl or Alt, let it be turned off or changed, or let it work only while its control
has focus.

Limits: tried where the page listens for keys on its document or window, in the state's twin; keys that work only
together, or after another, are not tried, nor å, ä and ö. Where the page has a control whose name speaks of shortcuts,
modifier keys or settings, whether they can be turned off there is a question.

Source: WCAG 2.2 SC 2.1.4, failure F99; ACT rule ffbc54.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from checks.keyboard.stage import NoStage
from checks.keyboard.walk import untested
from checks.model import Finding, Outcome, Text
from checks.pointer.listeners import listens_at_top
from checks.recording import recording
from checks.registry import check
from checks.state import State, script
from checks.twin import NoTwin, Twin, twin
from checks.twin.printed import printed
from checks.twin.settling import settle

KEYS = (*string.ascii_lowercase, *string.digits, *"?/.,+-*!")
HEARD = frozenset({"keydown", "keypress", "keyup"})

SETTLING = 120
"""Milliseconds that the page gets to answer."""

MOST = 3
"""Shortcuts that are told of; one is enough to know that there are such."""

_SETTINGS = re.compile(
    r"kortkommando|snabbtangent|genvägar|shortcut|hotkey|inställning|settings|remap|\bctrl\b|\bs[hk]ift\b|stäng av",
    re.IGNORECASE,
)


@check(
    id="character-shortcut",
    title=Text("Kortkommandon av ett tecken", "Shortcuts of one character"),
    criteria=("2.1.4",),
    looks_at=Text("Vad enstaka tecken gör när inget har fokus.", "What single characters do while nothing has focus."),
    certainty=Text("Hög: varje tecken prövas för sig, två gånger.", "High: every character is tried alone, twice."),
    profiles=("natt", "full"),
)
def look(state: State) -> Iterator[Finding]:
    """Characters that set something off as `failed`, or as a question where they may be turned off."""
    if not listens_at_top(state, HEARD):
        return
    recorded = recording(state.page)
    kept: list[str] = recorded.memory.setdefault("character-shortcut", []) if recorded else []
    try:
        with twin(state, used=True) as copy:
            found = _shortcuts(copy, kept)
            settings = _SETTINGS.search(_names(copy)) if found else None
    except NoTwin as none:
        yield untested("character-shortcut", ("2.1.4",), NoStage(none.reason))
        return
    if not found:
        return
    keys = ", ".join(found)
    question = (
        Text(
            f"Går kortkommandot {keys} att stänga av eller ändra? Sidan talar om ”{settings[0]}”.",
            f"Can the shortcut {keys} be turned off or changed? The page speaks of “{settings[0]}”.",
        )
        if settings
        else None
    )
    yield Finding(
        check="character-shortcut",
        rule="character-shortcut",
        engine="keyboard",
        outcome=Outcome.CANT_TELL if question else Outcome.FAILED,
        kind="character-shortcut",
        criteria=("2.1.4",),
        element=None,
        expected=Text("Ett ensamt tecken utlöser inget", "A single character sets nothing off"),
        observed=Text(
            f"Sidan svarar när man trycker {keys} utan att något har fokus",
            f"The page answers to {keys} with nothing in focus",
        ),
        question=question,
        help_url="https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts.html",
        evidence={"keys": keys},
    )


def _shortcuts(copy: Twin, kept: list[str]) -> list[str]:
    """The characters that the page answers to, each twice from a page that is as new.

    `kept` are those that it answered to at earlier stops, to which is added: as a rule it still does.
    """
    if not _still(copy):
        return []
    # The first finds the copy like new.
    if still := [key for at, key in enumerate(kept) if _answers_twice(copy, key, new=not at)]:
        return still
    if not _answers(copy, KEYS):
        return []
    suspects = list(KEYS)
    while len(suspects) > 1:
        half = suspects[: len(suspects) // 2]
        copy.renew()
        suspects = half if _answers(copy, half) else suspects[len(half) :]
    found = [key for key in suspects[:MOST] if _answers_twice(copy, key)]
    kept += found
    return found


def _answers_twice(copy: Twin, key: str, *, new: bool = False) -> bool:
    """Whether the page answers to a key both times, each in a copy as new; `new` says that it is so already."""
    for time in range(2):
        if time or not new:
            copy.renew()
        if not _answers(copy, (key,)):
            return False
    return True


def _still(copy: Twin) -> bool:
    """Whether the page stays as it is while nothing is pressed."""
    before = printed(copy)
    settle(copy.page, 2 * SETTLING)
    return printed(copy) == before


def _answers(copy: Twin, keys: tuple[str, ...] | list[str]) -> bool:
    """Whether the page changes, or something is attempted, when the keys are pressed one after another."""
    copy.page.evaluate("document.activeElement?.blur?.()")
    before = printed(copy)
    attempts = len(copy.attempts)
    for key in keys:
        copy.page.keyboard.press(key)
    settle(copy.page, SETTLING)
    return len(copy.attempts) > attempts or printed(copy) != before


def _names(copy: Twin) -> str:
    return str(copy.page.evaluate(script("checks.keyboard", "names.js")))
