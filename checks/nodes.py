"""Where the browser's nodes are: what its protocol tells by number, as the paths that the checks go by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checks.state import Hops, State


def places(state: State) -> Mapping[int, Hops]:
    """The path of each element of the top document, shadow roots included, by the browser's number of it.

    The number is DevTools' `backendNodeId`; what stands in frames is left out. To be had by `state.once`.
    """
    root: dict[str, Any] = state.devtools.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]
    found: dict[int, Hops] = {}
    # What holds elements, the hops that lead to it, and the steps within the last of them (see `path.js`).
    left: list[tuple[dict[str, Any], Hops, str]] = [(root, (), "")]
    while left:
        holder, outer, above = left.pop()
        elements = [one for one in holder.get("children", ()) if one["nodeType"] == 1]
        for at, one in enumerate(elements, 1):
            step = one["localName"] if holder is root else f":nth-child({at})"
            steps = f"{above}>{step}" if above else step
            path = found[one["backendNodeId"]] = (*outer, steps)
            left.append((one, outer, steps))
            left += [(shadow, path, "") for shadow in one.get("shadowRoots", ()) if not _is_browsers(shadow)]
    return found


def _is_browsers(shadow: dict[str, Any]) -> bool:
    """Whether it is what a field or the like is made of."""
    return bool(shadow["shadowRootType"] == "user-agent")
