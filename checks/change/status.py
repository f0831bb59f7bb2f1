"""Status messages: what comes to be shown, with no focus on it, is also said.

What fails: a message, a count or a sum that came to be shown since the user's last stop, or because of what the user
did, in no live region and with no focus moved to it, while nothing else was said.

For whom: people who use a screen reader, or magnification that shows another part of the page.

How to fix: write the message in an element with `role="status"` (`role="alert"` for what is urgent) that is on the
page beforehand; or move focus to it.

Limits: sees what the scenario makes happen. A message is known by its words, by figures that were worked out anew, by
the name of a file that was just chosen, by being the name of something else on the page, such as a table, that a
press changed, or by a class name such as `notice`; other text that came is asked about. What opens under a control
that says that it opens, dialogs, tooltips and new views are no status messages. That the voice really says it is for
a person to hear.

Source: WCAG 2.2, 4.1.3; techniques ARIA19, ARIA22, ARIA23; failure F103. EN 301 549, 9.4.1.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checks.model import Element, Finding, Outcome, Text
from checks.recording import recording
from checks.registry import check
from checks.state import State

MESSAGE = re.compile(
    r"\b(spara(d|t|ts|des)|skicka(d|t|ts)|ta(s|git|gits) bort|borttag(en|et|na)|lagt? till|ångra(d|t)s?|kopiera(d|t)"
    r"|uppdatera(d|t|ts)|misslyckades|lyckades|klar(t|a)?$|inga |inget |ingen |hittades|laddar|väntar|vänta|pågår"
    r"|ny avisering|nytt meddelande|nya meddelanden|går ut|snart|löper ut|fel\b|ogiltig|saknas|måste|varning"
    r"|saved|sent|deleted|removed|added|undone|copied|updated|failed|success|no (results|matches|hits)|not found"
    r"|loading|please wait|in progress|expires|error|invalid|required|warning)",
    re.IGNORECASE,
)

WAITING = re.compile(
    r"^.{0,40}\b(hämtas|laddas|läses in|söker|arbetar|vänta|loading|fetching|searching|please wait)\b.{0,20}$",
    re.IGNORECASE,
)
"""A short line that tells that something is on its way."""

MUCH = 0.5
"""Share of the page's texts above which a change is a new view, not a message."""

TOLD = 6


@check(
    id="status-messages",
    title=Text("Meddelanden som inte sägs", "Messages that are not said"),
    criteria=("4.1.3",),
    looks_at=Text(
        "Text som har kommit till sedan förra stoppet, eller sedan användaren först gjorde något på sidan.",
        "Text that has come since the last stop, or since the user first did something on the page.",
    ),
    certainty=Text(
        "Underkänt bara för det som är ett meddelande, en summa eller ett antal; annars en fråga.",
        "Fails only what is a message, a sum or a count; else asks.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Fails silent messages and figures; asks about other text that came, at its first place."""
    kept = recording(state.page)
    seen = kept.changes() if kept else None
    if not seen or seen["spoken"] or seen["view"] or seen["fresh"] > MUCH * max(seen["all"], 1):
        return
    shown = [one for one in seen["shown"] if not one["control"] and not one["option"]]
    certain = [one for one in shown if _is_message(one, seen)]
    for one, element in zip(certain[:TOLD], _elements(state, certain[:TOLD]), strict=True):
        yield _finding(Outcome.FAILED, element, one["text"], one["was"])
    if certain:
        return
    options = [one for one in seen["shown"] if one["option"]]
    if options and seen["typed"] and seen["field"]:
        (element,) = _elements(state, [seen["field"]])
        sure = seen["field"]["expanded"] is None
        yield _finding(Outcome.FAILED if sure else Outcome.CANT_TELL, element, options[0]["text"], None)
    asked = [one for one in shown if not one["form"]]
    if asked and seen["acts"] and not seen["opener"] and not seen["dialog"]:
        (element,) = _elements(state, asked[:1])
        yield _finding(Outcome.CANT_TELL, element, asked[0]["text"], asked[0]["was"])


def _is_message(one: dict[str, Any], seen: dict[str, Any]) -> bool:
    if seen["dialog"]:
        return False
    if one["counted"]:
        # With no act and nothing but figures it is a clock.
        return bool(seen["acts"]) or any(not other["counted"] for other in seen["shown"])
    if one["file"] or (one["names"] and seen["pressed"]) or WAITING.search(one["text"]):
        return True
    if seen["opener"]:
        return False
    return bool(one["message"] or (not one["form"] and len(one["text"]) <= 120 and MESSAGE.search(one["text"])))


def _elements(state: State, told: list[dict[str, Any]]) -> list[Element | None]:
    return state.describe(state.documents[0], [one["path"] for one in told])


def _finding(outcome: Outcome, element: Element | None, text: str, was: str | None) -> Finding:
    asks = outcome is Outcome.CANT_TELL
    changed = Text(f"”{was}” blev ”{text}”", f"“{was}” became “{text}”")
    came = Text(f"”{text}” kom fram", f"“{text}” came")
    what = changed if was else came
    return Finding(
        check="status-messages",
        rule="status-messages",
        engine="esset",
        outcome=outcome,
        kind="status-silent",
        criteria=("4.1.3",),
        element=element,
        expected=Text("Det som kommer fram utan fokus sägs också", "What comes without focus is said too"),
        observed=Text(
            f"{what.sv} utan live-region, och fokus flyttades inte dit",
            f"{what.en} with no live region, and focus did not move there",
        ),
        question=Text(
            f"{what.sv}. Är det något som användaren behöver få veta om sin handling? Då ska det också sägas.",
            f"{what.en}. Is it something that the user needs to know about the action? Then it has to be said too.",
        )
        if asks
        else None,
    )
