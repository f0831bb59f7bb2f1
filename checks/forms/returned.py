"""A form that comes back with errors still holds what was entered, and its errors are met at once.

What fails: as good practice only, a field that was said to be wrong and came back empty; and a page that was loaded
with errors where nothing tells of them until one comes to the field: not the title, no focus on them, no live region,
nothing before the form, and the first field is right. What is asked about: a field that nothing was said of and that
came back empty, for then the same must be entered again (3.3.7).

For whom: people who find it hard to write or to remember, who write with their voice or head; those who use a screen
reader or magnification, who meet the top of a page that looks like the one that they sent.

How to fix: put what was sent back into the fields, also what was wrong, so that it can be mended; list the errors over
the form, move focus there, and begin the title with “Fel:”.

Limits: looked at when the scenario stops right after sending. Passwords, codes, files, check boxes, fields that share
a name, and forms in frames are left out; so is what the form holds in another place. With no load, only what is written
in a form's fields is followed, and errors that are not said are told by `status-messages`. 3.3.7 is new in WCAG 2.2:
no demand of EN 301 549 V3.2.1.

Source: WCAG 2.2, 3.3.7, technique G221; Understanding 3.3.1; W3C, Forms Tutorial, User Notifications.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.forms.called import field_called
from checks.found import found
from checks.gather import Sight, elements, gather
from checks.model import Element, Finding, Text
from checks.recording import recording
from checks.registry import check
from checks.sent import pairs
from checks.state import State

ID = "form-returned"


@check(
    id=ID,
    title=Text("Formulär som kommer tillbaka med fel", "Forms that come back with errors"),
    criteria=("3.3.7",),
    looks_at=Text("Formulär som just har skickats och har fel.", "Forms that were just sent and have errors."),
    certainty=Text(
        "Frågar om det som försvann utan att vara fel; resten är god praxis.",
        "Asks about what was lost and not wrong; the rest is good practice.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Tells what was entered and lost, and errors that nothing tells of on a page that was loaded with them."""
    kept = recording(state.page)
    if kept is None:
        return
    request = kept.asked
    # What was entered is handed to the page that it was sent to, and to no frame in it.
    sent = pairs(request) if request else []
    lost = [",".join(path) for path in kept.lost()]
    if not sent and not lost:
        return
    asked = {"sent": sent, "lost": lost, "fresh": not kept.acts().acts}
    sights = gather(state, "checks.forms", "returned.js", asked, top=True)
    for one, element in zip(sights, elements(state, sights), strict=True):
        yield _lost(one, element) if one.told["sort"] == "lost" else _unheard(one, element)


def _lost(one: Sight, element: Element | None) -> Finding:
    wrong, labels = one.told["wrong"], one.told["labels"]
    fields = ", ".join(labels)
    sv, en = field_called(labels[0] if labels else "")
    return found(
        ID,
        "wrong-entry-lost" if wrong else "entry-lost",
        "entry-lost" if wrong else "redundant-entry",
        element,
        criteria=() if wrong else ("3.3.7",),
        expected=(
            "Det som skickades står kvar när formuläret kommer tillbaka med fel",
            "What was sent is still there when the form comes back with errors",
        ),
        observed=(
            f"Formuläret kom tillbaka med fel, och det som stod i {sv} är borta",
            f"The form came back with errors, and what {en} held is gone",
        ),
        question=None
        if wrong
        else (
            f"Måste {sv} fyllas i igen, fast inget sades vara fel där och det inte behövs av säkerhetsskäl?",
            f"Must {en} be filled in again, though nothing was said to be wrong there and safety does not need it?",
        ),
        evidence={"fält": fields} if fields else {},
    )


def _unheard(one: Sight, element: Element | None) -> Finding:
    text = one.told["text"]
    return found(
        ID,
        "errors-unheard",
        "errors-unheard",
        element,
        expected=(
            "En sida som laddas med fel säger det i titeln, i början av formuläret eller med fokus",
            "A page that is loaded with errors says so in its title, before the form or by focus",
        ),
        observed=(
            f"Sidan laddades om med ”{text}”, och inget före fältet säger att något är fel",
            f"The page was loaded again with “{text}”, and nothing before the field says that something is wrong",
        ),
        evidence={"felmeddelande": text},
    )
