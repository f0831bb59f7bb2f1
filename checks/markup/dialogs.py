"""Dialogs have a name.

What fails: an open dialog, native or with `role="dialog"`, that neither `aria-labelledby`, `aria-label` nor `title`
names.

For whom: people who use a screen reader hear that a dialog has opened, but not what about.

How to fix: `aria-labelledby` with the id of the dialog's heading.

Limits: dialogs are seen while they are open. A heading in the dialog names nothing by itself. axe looks at those with
a role only, as good practice; ARIA requires the name.

Source: WCAG 2.2 success criterion 4.1.2, technique ARIA16; WAI-ARIA 1.2, role dialog, accessible name required.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.found import found
from checks.gather import Sight, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "dialog-names"


@check(
    id=ID,
    title=Text("Dialogrutor har namn", "Dialogs have names"),
    criteria=("4.1.2",),
    looks_at=Text("Öppna dialogrutor.", "Open dialogs."),
    certainty=Text("Hög.", "High."),
)
def look(state: State) -> Iterator[Finding]:
    """Open dialogs that nothing names."""
    yield from tell(state, ((sight, _finding(sight)) for sight in gather(state, "checks.markup", "dialogs.js")))


def _finding(sight: Sight) -> partial[Finding]:
    heading = sight.told["heading"]
    return partial(
        found,
        ID,
        "dialog-not-named",
        "missing-name",
        criteria=("4.1.2",),
        expected=("Dialogrutan har ett namn i koden", "The dialog has a name in code"),
        observed=(
            f"Inget namnger den, inte heller rubriken ”{heading}” i den" if heading else "Inget namnger den",
            f"Nothing names it, nor does the heading “{heading}” within it" if heading else "Nothing names it",
        ),
    )
