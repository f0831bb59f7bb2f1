"""Reflow: at the width of 320 CSS pixels, text is read and controls are reached without scrolling sideways.

What fails: text that lies outside the window when it is 320 CSS pixels wide, so that the page, or a box that holds
lines wider than itself, has to be scrolled sideways.

For whom: people with low vision who enlarge the page to 400 %, and everyone on a phone.

How to fix: let boxes shrink and wrap: `max-width: 100%`, `flex-wrap`, `grid-template-columns: repeat(auto-fit, …)`,
`overflow-wrap: anywhere`; no `min-width` in pixels above 320.

Limits: what is wide by nature is exempt and not looked at: tables, maps, code, pictures, toolbars. A row of cards that
scrolls by itself, each card narrower than the window, is no failure. Vertical writing is not looked at.

Source: WCAG 2.2, 1.4.10; techniques C31, C32, C38; failure F102. EN 301 549, 9.1.4.10.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.layout import NARROW, layouts
from checks.model import Finding, Outcome, Text
from checks.registry import check
from checks.state import State


@check(
    id="reflow",
    title=Text("Omflödning vid 320 pixlars bredd", "Reflow at a width of 320 pixels"),
    criteria=("1.4.10",),
    looks_at=Text("All text på sidan, i en kopia som är 320 pixlar bred.", "All text of the page, in a copy 320 wide."),
    certainty=Text(
        "Hög: det som får vara brett, till exempel tabeller och kartor, räknas inte.",
        "High: what may be wide, such as tables and maps, is not counted.",
    ),
)
def look(state: State) -> Iterator[Finding]:
    """Fails each outermost element that makes text lie outside a narrow window."""
    for place in state.once(layouts).wide:
        by, text = place.told["by"], place.told["text"]
        yield Finding(
            check="reflow",
            rule="reflow",
            engine="esset",
            outcome=Outcome.FAILED,
            kind="reflow",
            criteria=("1.4.10",),
            element=place.element,
            expected=Text(
                f"Vid {NARROW[0]} pixlars bredd ryms texten utan att rullas i sidled",
                f"At a width of {NARROW[0]} pixels the text fits without scrolling sideways",
            ),
            observed=Text(
                f"Det når {by} pixlar utanför fönstret, till exempel ”{text}”",
                f"It reaches {by} pixels outside the window, for instance “{text}”",
            ),
            evidence={"past the edge": f"{by} px"},
        )
