"""Fields that ask for the user's own data say so in code, so that they can be filled in for the user.

What fails: a field whose label says that it is for the user's own name, telephone number, e-mail, address, postcode or
date of birth, with no `autocomplete` that says which, or with `autocomplete="off"`.

For whom: people who find it hard to remember or to write; people who have symbols shown at the fields.

How to fix: `autocomplete="name"`, `"tel"`, `"email"`, `"street-address"`, `"postal-code"` or `"bday"`.

Limits: only labels with “ditt”, “din”, “your” and the like are certain to mean the user and not a child or a client;
other labels are left out. Where another purpose is given than the label says, a person is asked. That a given
purpose is one that HTML has is axe's to judge.

Source: WCAG 2.2 success criterion 1.3.5, technique H98, failure F107; EN 301 549, 9.1.3.5.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from checks.found import found
from checks.gather import Sight, gather, tell
from checks.model import Finding, Text
from checks.registry import check
from checks.state import State

ID = "autocomplete"


@check(
    id=ID,
    title=Text("Fält för egna uppgifter", "Fields for the user's own data"),
    criteria=("1.3.5",),
    looks_at=Text("Fält vars etikett frågar efter ”ditt” något.", "Fields whose label asks for “your” something."),
    certainty=Text("Hög: bara etiketter som säger att det är användarens.", "High: only labels that say it is yours."),
)
def look(state: State) -> Iterator[Finding]:
    """Fields for the user's own data with no purpose in code."""
    yield from tell(state, ((sight, _finding(sight)) for sight in gather(state, "checks.content", "purpose.js")))


def _finding(sight: Sight) -> partial[Finding]:
    label, given, fits = sight.told["label"], sight.told["given"], sight.told["fits"]
    has = f'autocomplete="{given}"' if given else "autocomplete"
    return partial(
        found,
        ID,
        "purpose-not-told",
        "autocomplete",
        criteria=("1.3.5",),
        expected=(f'Fältet har autocomplete="{fits}"', f'The field has autocomplete="{fits}"'),
        observed=(
            f"Fältet ”{label}” har {has}" if given else f"Fältet ”{label}” saknar {has}",
            f"The field “{label}” has {has}" if given else f"The field “{label}” has no {has}",
        ),
        question=(f"Passar {has} för ”{label}”?", f"Does {has} fit “{label}”?") if sight.told["other"] else None,
    )
