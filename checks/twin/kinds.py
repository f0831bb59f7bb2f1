"""What is alike is tried once a page: what did nothing is not tried at its next state, what failed is told anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from checks.state import State
from checks.twin import Twin, tried, twin


def failing(
    state: State, asked: Sequence[dict[str, Any]], fails: Callable[[Twin, dict[str, Any]], bool]
) -> list[dict[str, Any]]:
    """Those of `asked` that fail, in their order; each is of a `kind`, and of every kind one is tried on the page.

    What `fails` says is kept with `tried`: the kind itself where it did not, so that a script that is given those asks
    of it no more, and "<kind> fails" where it did. Raises NoTwin where something is left to try and can't be.
    """
    known = tried(state)
    untried = [one for one in asked if f"{one['kind']} fails" not in known]
    failed = {id(one) for one in asked} - {id(one) for one in untried}
    if untried:
        with twin(state, used=True) as copy:
            for one in untried:
                if fails(copy, one):
                    failed.add(id(one))
                    known.add(f"{one['kind']} fails")
                else:
                    known.add(one["kind"])
    return [one for one in asked if id(one) in failed]
